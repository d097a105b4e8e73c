/* diag.c - messages are collected as they come; diag-print.c puts them in
 * order.
 */
#include "base/diag-parts.h"

#include <string.h>

#include "base/codes.h"
#include "base/messages.h"

/* More than anybody reads; the rest is only counted. */
enum { KEPT_MAX = 200, BYTES_MAX = 2000 };

static void free_messages(void *array)
{
	g_ptr_array_free(array, TRUE);
}

jb_diags *jb_diags_new(jb_arena *arena)
{
	jb_diags *diags = jb_new(arena, jb_diags);

	diags->arena = arena;
	diags->messages = g_ptr_array_new();
	jb_arena_defer(arena, free_messages, diags->messages);
	return diags;
}

/* A message may quote the input, and the input may be anything. */
static const char *format_text(
	jb_diags *diags, const char *format, va_list args)
{
	g_autofree char *text = g_strdup_vprintf(jb_tr(format), args);
	size_t len = strlen(text);

	if (len <= BYTES_MAX)
		return jb_strdup(diags->arena, text);
	len = BYTES_MAX;
	while (len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80)
		len--;
	text[len] = '\0';
	return jb_sprintf(diags->arena, "%s…", text);
}

static jb_message *said_before(const jb_diags *diags, const jb_message *m)
{
	for (unsigned i = 0; i < diags->messages->len; i++) {
		jb_message *old = diags->messages->pdata[i];

		if (jb_source_same(old->pos.src, m->pos.src) &&
			old->pos.line == m->pos.line &&
			old->pos.col == m->pos.col &&
			old->severity == m->severity &&
			strcmp(old->text, m->text) == 0)
			return old;
	}
	return NULL;
}

static unsigned file_number(const jb_diags *diags, const jb_source *src)
{
	unsigned n = 0;

	for (unsigned i = 0; i < diags->messages->len; i++) {
		const jb_message *old = diags->messages->pdata[i];

		if (jb_source_same(old->pos.src, src))
			return old->file;
		n = MAX(n, old->file + 1);
	}
	return n;
}

static void add(jb_diags *diags, jb_severity severity, jb_pos pos,
	const char *format, va_list args)
{
	const char *text = format_text(diags, format, args);
	jb_message *m = jb_new(diags->arena, jb_message);

	*m = (jb_message){.severity = severity,
		.pos = pos,
		.span = 1,
		.text = text,
		.code = jb_code_of(format)};
	m->last_remark = &m->remarks;
	diags->newest = NULL;
	diags->like = said_before(diags, m);
	if (diags->like)
		return;
	*(severity == JB_ERROR ? &diags->errors : &diags->warnings) += 1;
	if (diags->messages->len == KEPT_MAX) {
		diags->dropped++;
		return;
	}
	m->file = file_number(diags, pos.src);
	m->serial = diags->messages->len;
	g_ptr_array_add(diags->messages, m);
	diags->newest = diags->like = m;
}

void jb_error(jb_diags *diags, jb_pos pos, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	jb_error_va(diags, pos, format, args);
	va_end(args);
}

void jb_error_va(jb_diags *diags, jb_pos pos, const char *format, va_list args)
{
	add(diags, JB_ERROR, pos, format, args);
}

void jb_warning(jb_diags *diags, jb_pos pos, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add(diags, JB_WARNING, pos, format, args);
	va_end(args);
}

static void add_remark(jb_diags *diags, jb_message *m, bool hint, jb_pos pos,
	const char *format, va_list args)
{
	jb_remark *r;

	if (!m)
		return;
	r = jb_new(diags->arena, jb_remark);
	r->hint = hint;
	r->pos = pos;
	r->text = format_text(diags, format, args);
	*m->last_remark = r;
	m->last_remark = &r->next;
}

void jb_hint(jb_diags *diags, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_remark(diags, diags->newest, true, (jb_pos){0}, format, args);
	va_end(args);
}

jb_message *jb_diags_newest(const jb_diags *diags)
{
	return diags->like;
}

void jb_hint_to(jb_diags *diags, jb_message *message, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_remark(diags, message, true, (jb_pos){0}, format, args);
	va_end(args);
}

void jb_also(jb_diags *diags, jb_pos pos, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_remark(diags, diags->newest, false, pos, format, args);
	va_end(args);
}

void jb_span_chars(jb_diags *diags, unsigned chars)
{
	if (diags->newest)
		diags->newest->span = MAX(chars, 1);
}

void jb_kind(jb_diags *diags, const char *kind)
{
	if (diags->newest)
		diags->newest->code = jb_code_of(kind);
}

jb_diags_mark jb_diags_here(const jb_diags *diags)
{
	return (jb_diags_mark){diags->messages->len, diags->errors,
		diags->warnings, diags->dropped};
}

void jb_diags_back(jb_diags *diags, jb_diags_mark mark)
{
	g_ptr_array_set_size(diags->messages, (gint)mark.messages);
	diags->errors = mark.errors;
	diags->warnings = mark.warnings;
	diags->dropped = mark.dropped;
	diags->newest = diags->like = NULL;
}

unsigned jb_diags_errors(const jb_diags *diags)
{
	return diags->errors;
}

unsigned jb_diags_warnings(const jb_diags *diags)
{
	return diags->warnings;
}
