/* diag-print.c - the messages in order: for people, and for programs. */
#include "base/diag-parts.h"

#include <string.h>

#include "base/codes.h"
#include "base/excerpt.h"
#include "base/messages.h"

static int by_place(const void *pa, const void *pb)
{
	const jb_message *a = *(const jb_message *const *)pa;
	const jb_message *b = *(const jb_message *const *)pb;

	if (a->file != b->file)
		return a->file < b->file ? -1 : 1;
	if (a->pos.line != b->pos.line)
		return a->pos.line < b->pos.line ? -1 : 1;
	if (a->pos.col != b->pos.col)
		return a->pos.col < b->pos.col ? -1 : 1;
	return a->serial < b->serial ? -1 : a->serial > b->serial;
}

static void append_line(GString *out, jb_pos pos, const char *kind,
	const char *text, unsigned span)
{
	if (pos.src) {
		jb_excerpt_escape(out, pos.src->name);
		if (pos.line > 0)
			g_string_append_printf(
				out, ":%u:%u", pos.line, pos.col);
		g_string_append(out, ": ");
	}
	g_string_append(out, kind);
	jb_excerpt_escape(out, text);
	g_string_append_c(out, '\n');
	jb_excerpt_append(out, pos, span);
}

/* How the text of a message got where it is. */
static const jb_via *vias(const jb_message *m)
{
	return m->pos.src ? m->pos.src->via : NULL;
}

static void append_message(GString *out, const jb_message *m)
{
	append_line(out, m->pos,
		m->severity == JB_ERROR ? jb_tr("error: ") : jb_tr("warning: "),
		m->text, m->span);
	for (const jb_remark *r = m->remarks; r; r = r->next) {
		if (r->hint) {
			g_string_append(out, "    ");
			g_string_append(out, jb_tr("hint: "));
			jb_excerpt_escape(out, r->text);
			g_string_append_c(out, '\n');
		} else {
			append_line(out, r->pos, jb_tr("note: "), r->text, 1);
		}
	}
	for (const jb_via *via = vias(m); via; via = via->next)
		append_line(
			out, via->pos, jb_tr("note: "), jb_tr(via->said), 1);
}

static GPtrArray *sort(const jb_diags *diags)
{
	GPtrArray *sorted = g_ptr_array_copy(diags->messages, NULL, NULL);

	g_ptr_array_sort(sorted, by_place);
	return sorted;
}

char *jb_diags_text(const jb_diags *diags)
{
	g_autoptr(GPtrArray) sorted = sort(diags);
	GString *out = g_string_new(NULL);

	for (unsigned i = 0; i < sorted->len; i++)
		append_message(out, sorted->pdata[i]);
	if (diags->dropped > 0)
		g_string_append_printf(
			out, jb_tr("note: %u more messages\n"), diags->dropped);
	return g_string_free(out, FALSE);
}

char *jb_diags_codes(const jb_diags *diags)
{
	g_autoptr(GPtrArray) sorted = sort(diags);
	GString *out = g_string_new(NULL);

	for (unsigned i = 0; i < sorted->len; i++) {
		const jb_message *m = sorted->pdata[i];
		char code[JB_CODE_SIZE];

		jb_code_write(code, m->severity, m->code);
		if (m->code && !strstr(out->str, code))
			g_string_append_printf(
				out, "%s%s", out->len ? " " : "", code);
	}
	return g_string_free(out, FALSE);
}

/* ---- for programs ---- */

/* What a terminal or an editor could take for a command is escaped. */
void jb_json_string(GString *out, const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);

	g_string_append_c(out, '"');
	for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (c == '"' || c == '\\')
			g_string_append_printf(out, "\\%c", (char)c);
		else if (c < 0x10000 &&
			 (g_unichar_iscntrl(c) ||
				 g_unichar_type(c) == G_UNICODE_FORMAT))
			g_string_append_printf(out, "\\u%04x", c);
		else
			g_string_append_unichar(out, c);
	}
	g_string_append_c(out, '"');
}

static void put_text(GString *out, const char *key, const char *text)
{
	g_string_append_printf(out, "\"%s\":", key);
	jb_json_string(out, text);
}

static void put_pos(GString *out, jb_pos pos)
{
	if (!pos.src)
		return;
	put_text(out, "file", pos.src->name);
	g_string_append_c(out, ',');
	if (pos.line > 0)
		g_string_append_printf(
			out, "\"line\":%u,\"col\":%u,", pos.line, pos.col);
}

static void put_comma(GString *out, const char *key, size_t n)
{
	if (n > 0)
		g_string_append_c(out, ',');
	else
		g_string_append_printf(out, ",\"%s\":[", key);
}

static void put_note(GString *out, jb_pos pos, const char *text)
{
	g_string_append_c(out, '{');
	put_pos(out, pos);
	put_text(out, "message", text);
	g_string_append_c(out, '}');
}

/* The hints of a message, when it has some. */
static void put_hints(GString *out, const jb_message *m)
{
	size_t n = 0;

	for (const jb_remark *r = m->remarks; r; r = r->next) {
		if (!r->hint)
			continue;
		put_comma(out, "hints", n++);
		jb_json_string(out, r->text);
	}
	if (n > 0)
		g_string_append_c(out, ']');
}

/* Its other places. */
static void put_notes(GString *out, const jb_message *m)
{
	size_t n = 0;

	for (const jb_remark *r = m->remarks; r; r = r->next) {
		if (r->hint)
			continue;
		put_comma(out, "notes", n++);
		put_note(out, r->pos, r->text);
	}
	for (const jb_via *via = vias(m); via; via = via->next) {
		put_comma(out, "notes", n++);
		put_note(out, via->pos, jb_tr(via->said));
	}
	if (n > 0)
		g_string_append_c(out, ']');
}

static void put_message(GString *out, const jb_message *m)
{
	g_string_append_c(out, '{');
	put_pos(out, m->pos);
	if (m->pos.src && m->pos.line > 0)
		g_string_append_printf(out, "\"span\":%u,", m->span);
	put_text(
		out, "severity", m->severity == JB_ERROR ? "error" : "warning");
	g_string_append_c(out, ',');
	if (m->code) {
		char code[JB_CODE_SIZE];

		jb_code_write(code, m->severity, m->code);
		put_text(out, "code", code);
		g_string_append_c(out, ',');
	}
	put_text(out, "message", m->text);
	put_hints(out, m);
	put_notes(out, m);
	g_string_append(out, "}\n");
}

char *jb_diags_json(const jb_diags *diags)
{
	g_autoptr(GPtrArray) sorted = sort(diags);
	GString *out = g_string_new(NULL);

	for (unsigned i = 0; i < sorted->len; i++)
		put_message(out, sorted->pdata[i]);
	if (diags->dropped > 0)
		g_string_append_printf(out,
			"{\"severity\":\"note\",\"dropped\":%u}\n",
			diags->dropped);
	return g_string_free(out, FALSE);
}
