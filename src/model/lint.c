/* What is suspicious in a report's texts: references that mean nothing,
 * numbers typed instead of taken from a figure, slips of the keyboard.
 */
#include "model/report-parts.h"

#include <string.h>

#include "model/markup.h"
#include "model/near.h"
#include "model/resolve.h"
#include "model/schema.h"

typedef struct linter {
	jb_arena *arena;
	jb_diags *diags;
	const jb_report *report;
	GHashTable *extents; /* of nest.c */
	GHashTable *notes;   /* set of ids that prose has */
} linter;

static bool is_digit(gunichar c)
{
	return g_ascii_isdigit((char)c) ? c < 128 : c >= 0xFF10 && c <= 0xFF19;
}

static void typed_number(
	const linter *l, jb_pos pos, const char *s, const char *end)
{
	const char *p = s;
	char *number;

	while (p < end && (is_digit(g_utf8_get_char(p)) || *p == '.'))
		p = g_utf8_next_char(p);
	number = jb_strndup(l->arena, s, (size_t)(p - s));
	jb_warning(l->diags, pos,
		"the number “%s” is typed here, not taken from a figure",
		number);
	jb_span_chars(l->diags, (unsigned)g_utf8_strlen(number, -1));
	jb_hint(l->diags, "give it an id under `figures` and write ${id}; if "
			  "it is part of a name, list the name under "
			  "`literals`");
}

static bool has_id(const void *report, const char *path)
{
	const jb_report *r = report;
	g_autofree char *id = g_strndup(path, strcspn(path, "."));

	return g_hash_table_contains(r->ids, id);
}

/* The bytes of a reference that prints as it was typed; 0 for none. */
static size_t mistyped(const linter *l, jb_node_walk *walk, const char *s,
	size_t len, size_t byte)
{
	const char *path;
	size_t n = 0;

	if (jb_stray_brace(walk->scalar->text, byte)) {
		jb_error(l->diags, jb_node_walk_to(walk, byte),
			"this “}” is one too many");
		jb_hint(l->diags, "write ${id}");
		return 1;
	}
	if (len > 1 && s[0] == '$' && s[1] == '{')
		return 2; /* well typed, behind one that was never closed */
	if (byte > 0 && walk->scalar->text[byte - 1] == '\\')
		return 0; /* these signs are meant */
	if (*s == '$' || *s == '{' || (unsigned char)*s == 0xEF)
		n = jb_near_reference(
			l->arena, has_id, l->report, s, len, &path);
	if (n == 0)
		return 0;
	jb_error(l->diags, jb_node_walk_to(walk, byte),
		"“%.*s” is no reference", (int)n, s);
	jb_span_chars(l->diags, (unsigned)g_utf8_strlen(s, (gssize)n));
	jb_hint(l->diags, "write ${%s}, in ASCII", path);
	return n;
}

static void lint_literal(
	const linter *l, jb_node_walk *walk, const jb_piece *piece)
{
	const char *s = piece->text, *end = s + piece->len;

	while (s < end) {
		size_t byte = piece->byte + (size_t)(s - piece->text);
		size_t name = jb_literal_at(l->report, s, (size_t)(end - s));
		size_t near =
			name ? 0
			     : mistyped(l, walk, s, (size_t)(end - s), byte);

		if (name || near) {
			s += name + near;
		} else if (is_digit(g_utf8_get_char(s))) {
			typed_number(l, jb_node_walk_to(walk, byte), s, end);
			while (s < end &&
				(is_digit(g_utf8_get_char(s)) || *s == '.'))
				s = g_utf8_next_char(s);
		} else {
			s = g_utf8_next_char(s);
		}
	}
}

static void lint_pieces(const linter *l, const jb_node *node,
	jb_node_walk *walk, const jb_piece *pieces, size_t n)
{
	jb_resolved resolved;

	jb_report_slips(l->arena, l->diags, l->report, node, pieces, n);
	for (size_t i = 0; i < n; i++) {
		const jb_piece *piece = &pieces[i];

		if (piece->note)
			lint_pieces(l, node, walk, piece->note->pieces,
				piece->note->n);
		else if (piece->reference)
			jb_report_resolve_or_say(l->arena, l->diags, l->report,
				piece->path, piece->format,
				jb_node_walk_to(walk, piece->byte), &resolved);
		else if (!piece->marking || !piece->marking->address)
			lint_literal(l, walk, piece);
	}
}

static void lint_text(const linter *l, const jb_node *node)
{
	jb_node_walk walk = jb_node_walk_new(node);
	size_t n, bad;
	jb_piece *pieces = jb_marks_check(
		l->arena, l->diags, l->report, node, l->notes, &n, &bad);

	if (bad != (size_t)-1) {
		jb_error(l->diags, jb_node_pos_at(node, bad),
			"“${” is never closed");
		jb_hint(l->diags, "write ${id}");
	}
	lint_pieces(l, node, &walk, pieces, n);
	jb_report_nesting(l->arena, l->diags, l->report, l->extents, node);
}

/* A figure's scope may be an id, and ids may hold digits; cells of tables may
 * be numbers. */
static bool no_words(
	const linter *l, const jb_schema_key *row, const jb_node *node)
{
	if (g_hash_table_contains(l->report->values, node))
		return true;
	return !strcmp(row->object, "figure") && !strcmp(row->key, "scope") &&
	       g_hash_table_contains(l->report->scopes, node->text);
}

static void lint_string(
	jb_node *node, const jb_schema_key *row, const char *type, void *data)
{
	const linter *l = data;

	(void)type;
	if (!no_words(l, row, node))
		lint_text(l, node);
}

void jb_report_lint(jb_arena *arena, jb_diags *diags, const jb_report *report,
	jb_node *root)
{
	g_autoptr(GHashTable) extents = g_hash_table_new(NULL, NULL);
	g_autoptr(GHashTable) notes = g_hash_table_new(g_str_hash, g_str_equal);
	linter l = {arena, diags, report, extents, notes};

	jb_schema_strings(root, "report", lint_string, &l);
	jb_footnotes_unused(diags, report, notes);
}
