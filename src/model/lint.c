/* What is suspicious in a report's texts: references that mean nothing,
 * numbers typed instead of taken from a figure, half-width marks.
 */
#include "model/report-parts.h"

#include <string.h>

#include "model/resolve.h"
#include "model/schema.h"
#include "model/template.h"

typedef struct linter {
	jb_arena *arena;
	jb_diags *diags;
	const jb_report *report;
	GHashTable *extents; /* of nest.c */
} linter;

/* Length of a literal of the report that stands at s, or 0. */
static size_t literal_at(const linter *l, const char *s, size_t len)
{
	size_t longest = 0;

	for (size_t i = 0; i < l->report->n_literals; i++) {
		size_t n = strlen(l->report->literals[i]);

		if (n <= len && n > longest &&
			!memcmp(s, l->report->literals[i], n))
			longest = n;
	}
	return longest;
}

static bool is_digit(gunichar c)
{
	return g_ascii_isdigit((char)c) ? c < 128 : c >= 0xFF10 && c <= 0xFF19;
}

static void typed_number(const linter *l, const jb_node *node, size_t byte,
	const char *s, const char *end)
{
	const char *p = s;
	char *number;

	while (p < end && (is_digit(g_utf8_get_char(p)) || *p == '.'))
		p = g_utf8_next_char(p);
	number = jb_strndup(l->arena, s, (size_t)(p - s));
	jb_warning(l->diags, jb_node_pos_at(node, byte),
		"the number “%s” is typed here, not taken from a figure",
		number);
	jb_span_chars(l->diags, (unsigned)g_utf8_strlen(number, -1));
	jb_hint(l->diags, "give it an id under `figures` and write ${id}; if "
			  "it is part of a name, list the name under "
			  "`literals`");
}

static bool is_han(gunichar c)
{
	return g_unichar_get_script(c) == G_UNICODE_SCRIPT_HAN;
}

/* The full-width form of an ASCII mark beside Chinese, or NULL. */
static const char *full_width(char c)
{
	static const char *const pairs[] = {
		",，", ";；", ":：", "?？", "!！", "(（", ")）"};

	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
		if (pairs[i][0] == c)
			return pairs[i] + 1;
	return NULL;
}

static void half_width_mark(const linter *l, const jb_node *node, size_t byte,
	char mark, const char *full)
{
	jb_warning(l->diags, jb_node_pos_at(node, byte),
		"half-width “%c” in Chinese text", mark);
	jb_hint(l->diags, "GB/T 15834 writes “%s”", full);
}

static void lint_literal(
	const linter *l, const jb_node *node, const jb_piece *piece)
{
	const char *s = piece->text, *end = s + piece->len;
	gunichar before = 0;

	while (s < end) {
		size_t byte = piece->byte + (size_t)(s - piece->text);
		size_t name = literal_at(l, s, (size_t)(end - s));
		gunichar c = g_utf8_get_char(s);
		const char *full = c < 128 ? full_width((char)c) : NULL;

		if (name) {
			s += name;
			before = 0;
			continue;
		}
		if (is_digit(c)) {
			typed_number(l, node, byte, s, end);
			while (s < end &&
				(is_digit(g_utf8_get_char(s)) || *s == '.'))
				s = g_utf8_next_char(s);
			before = c;
			continue;
		}
		if (full && (is_han(before) ||
				    (s + 1 < end &&
					    is_han(g_utf8_get_char(s + 1)))))
			half_width_mark(l, node, byte, (char)c, full);
		before = c;
		s = g_utf8_next_char(s);
	}
}

static void lint_text(const linter *l, const jb_node *node)
{
	size_t n, bad;
	jb_piece *pieces = jb_template_split(
		l->arena, node->text, strlen(node->text), &n, &bad);
	jb_resolved resolved;

	if (bad != (size_t)-1) {
		jb_error(l->diags, jb_node_pos_at(node, bad),
			"“${” is never closed");
		jb_hint(l->diags, "write ${id}");
	}
	for (size_t i = 0; i < n; i++) {
		if (!pieces[i].reference)
			lint_literal(l, node, &pieces[i]);
		else
			jb_report_resolve_or_say(l->arena, l->diags, l->report,
				pieces[i].path, pieces[i].format,
				jb_node_pos_at(node, pieces[i].byte),
				&resolved);
	}
	jb_report_nesting(l->arena, l->diags, l->report, l->extents, node);
}

static void lint_typed(const linter *l, const jb_node *node, const char *type);

/* A figure's scope may be an id, and ids may hold digits. */
static bool names_scope(
	const linter *l, const jb_schema_key *row, const jb_node *node)
{
	return !strcmp(row->object, "figure") && !strcmp(row->key, "scope") &&
	       g_hash_table_contains(l->report->scopes, node->text);
}

static void lint_object(const linter *l, const jb_node *map, const char *object)
{
	for (size_t i = 0; i < map->n; i++) {
		const jb_schema_key *row =
			jb_schema_lookup(object, map->pairs[i].key->text);

		if (row && !names_scope(l, row, map->pairs[i].value))
			lint_typed(l, map->pairs[i].value, row->type);
	}
}

/* Walks a value by its type's words and lints every `string` in it. */
static void lint_typed(const linter *l, const jb_node *node, const char *type)
{
	const char * or = strstr(type, " | ");

	if (or &&node->kind == JB_SEQUENCE && !g_str_has_prefix(type, "list")) {
		lint_typed(l, node, or +3);
		return;
	}
	if (node->kind == JB_SCALAR) {
		if (g_str_has_prefix(type, "string"))
			lint_text(l, node);
	} else if (node->kind == JB_SEQUENCE &&
		   g_str_has_prefix(type, "list ")) {
		for (size_t i = 0; i < node->n; i++) {
			const jb_node *item = node->items[i];
			const char *rest = type + strlen("list ");

			if (or &&item->kind == JB_MAPPING)
				rest = or +strlen(" | list ");
			lint_typed(l, item, rest);
		}
	} else if (type[0] == '@') {
		lint_object(l, node, type + 1);
	} else if (g_str_has_prefix(type, "map ")) {
		for (size_t i = 0; i < node->n; i++)
			lint_typed(
				l, node->pairs[i].value, type + strlen("map "));
	}
}

void jb_report_lint(jb_arena *arena, jb_diags *diags, const jb_report *report,
	const jb_node *root)
{
	g_autoptr(GHashTable) extents = g_hash_table_new(NULL, NULL);
	linter l = {arena, diags, report, extents};

	lint_object(&l, root, "report");
}
