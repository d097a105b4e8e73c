/* What ${…}, `when` and `each` of a layout mean. */
#include "bind/scope.h"

#include <string.h>

#include "model/near.h"
#include "model/schema.h"
#include "model/template.h"

/* Numbers come from the report: a digit of the layout is suspicious. */
static void lint_digits(jb_binding *b, const jb_node *node, const jb_piece *p)
{
	for (size_t i = 0; i < p->len; i++)
		if (g_ascii_isdigit(p->text[i])) {
			jb_warning(b->diags, jb_node_pos_at(node, p->byte + i),
				"a digit is typed into the layout");
			jb_hint(b->diags, "numbers come from the report's "
					  "figures");
			return;
		}
}

/* {section.title} is no reference, and would be printed as it stands. */
static void refuse_mistyped(
	jb_binding *b, const jb_node *node, const jb_piece *piece)
{
	const char *path;

	if (piece->len && jb_stray_brace(node->text, piece->byte)) {
		jb_error(b->diags, jb_node_pos_at(node, piece->byte),
			"this “}” is one too many");
		jb_hint(b->diags, "write ${id}");
	}
	for (size_t i = 0, n; i < piece->len; i += n ? n : 1) {
		const char *s = piece->text + i;

		n = 0;
		if (*s == '$' || *s == '{' || (unsigned char)*s == 0xEF)
			n = jb_near_reference(b->arena, jb_scope_knows, b, s,
				piece->len - i, &path);
		if (n == 0)
			continue;
		jb_error(b->diags, jb_node_pos_at(node, piece->byte + i),
			"“%.*s” is no reference", (int)n, s);
		jb_span_chars(b->diags, (unsigned)g_utf8_strlen(s, (gssize)n));
		jb_hint(b->diags, "write ${%s}, in ASCII", path);
	}
}

static void append(GArray *pieces, const jb_rich *rich)
{
	for (size_t i = 0; rich && i < rich->n; i++)
		g_array_append_val(pieces, rich->pieces[i]);
}

static const jb_rich *fill(
	jb_binding *b, const jb_scope *scope, const jb_node *text, bool numbers)
{
	size_t n, bad;
	jb_piece *pieces = jb_template_split(
		b->arena, text->text, strlen(text->text), &n, &bad);
	GArray *out = g_array_new(FALSE, FALSE, sizeof(jb_rich_piece));

	if (bad != (size_t)-1)
		jb_error(b->diags, jb_node_pos_at(text, bad),
			"“${” is never closed");
	for (size_t i = 0; i < n; i++) {
		const jb_piece *p = &pieces[i];
		bool known;

		if (p->reference) {
			const jb_rich *said =
				jb_scope_say(b, scope, p->path, text, &known);

			if (!known)
				jb_scope_unknown(b, p->path,
					jb_node_pos_at(text, p->byte));
			append(out, said);
			continue;
		}
		refuse_mistyped(b, text, p);
		if (!numbers)
			lint_digits(b, text, p);
		jb_rich_piece piece = {
			.text = jb_strndup(b->arena, p->text, p->len),
			.pos = jb_node_pos_at(text, p->byte),
		};
		g_array_append_val(out, piece);
	}
	return jb_rich_take(b->arena, out);
}

const jb_rich *jb_scope_text(
	jb_binding *b, const jb_scope *scope, const jb_node *text)
{
	return fill(b, scope, text, false);
}

const jb_rich *jb_scope_code(
	jb_binding *b, const jb_scope *scope, const jb_node *text)
{
	return fill(b, scope, text, true);
}

const jb_section *jb_scope_lede(const jb_binding *b)
{
	for (size_t i = 0; i < b->report->n_sections; i++)
		if (b->report->sections[i].lede)
			return &b->report->sections[i];
	return NULL;
}

static void add_all(GHashTable *set, const jb_figure *const *figures, size_t n)
{
	for (size_t i = 0; i < n; i++)
		g_hash_table_add(set, (void *)figures[i]);
}

/* What a picture shows, its hero and total too. */
static void add_shown(GHashTable *set, const jb_picture *p)
{
	const jb_subject *subjects[] = {&p->of, &p->more};

	for (size_t i = 0; i < G_N_ELEMENTS(subjects); i++) {
		const jb_subject *s = subjects[i];

		add_all(set, (const jb_figure *const *)s->figures,
			s->n_figures);
		if (s->series && s->series->total)
			g_hash_table_add(set, (void *)s->series->total);
	}
	if (p->hero)
		g_hash_table_add(set, (void *)p->hero);
	if (p->parts)
		g_hash_table_add(set, (void *)p->parts);
}

const jb_figure **jb_scope_rest(
	jb_binding *b, const jb_section *section, size_t *n)
{
	g_autoptr(GHashTable) shown = g_hash_table_new(NULL, NULL);
	const jb_figure **rest = jb_new_array(
		b->arena, const jb_figure *, section->n_figures + 1);

	for (size_t i = 0; i < section->n_pictures; i++)
		add_shown(shown, &section->pictures[i]);
	*n = 0;
	for (size_t i = 0; i < section->n_figures; i++) {
		const jb_figure *f = section->figures[i];

		if (f->listed && !g_hash_table_contains(shown, f))
			rest[(*n)++] = f;
	}
	return rest;
}

const jb_figure **jb_scope_all_rest(jb_binding *b, size_t *n)
{
	const jb_report *r = b->report;
	const jb_figure **all =
		jb_new_array(b->arena, const jb_figure *, r->figures->len + 1);

	*n = 0;
	for (size_t i = 0; i < r->n_sections; i++) {
		const jb_section *s = &r->sections[i];
		const jb_figure **rest;
		size_t more;

		if (s->lede || !s->n_pictures)
			continue;
		rest = jb_scope_rest(b, s, &more);
		for (size_t k = 0; k < more; k++)
			all[(*n)++] = rest[k];
	}
	return all;
}

/* ---- when and unless ---- */

/* Things that are there or not, besides lists and words. */
static bool has_thing(const jb_scope *scope, const char *path,
	const jb_section *lede, bool *known)
{
	const jb_section *s = scope->section ? scope->section->section : NULL;
	const struct {
		const char *path;
		bool there;
	} things[] = {
		{"lede", lede != NULL},
		{"lede.prose", lede && lede->prose},
		{"lede.image", lede && lede->n_images},
		{"section", s != NULL},
		{"section.label", s && s->label},
		{"section.prose", s && s->prose},
		{"section.figures", false}, /* where there is no section */
		{"section.rest", false},
		{"section.images", false},
		{"section.pictures", false},
		{"section.events", false},
		{"section.tables", false},
		{"section.image", s && s->n_images},
		{"section.quote", s && s->n_quotes},
		{"section.list", s && s->n_lists},
		{"section.comparison", s && s->n_comparisons},
		{"section.quotes", false},
		{"section.lists", false},
		{"section.comparisons", false},
		{"lede.quote", lede && lede->n_quotes},
		{"picture.lead", scope->picture && scope->picture->lead},
		{"each.first", scope->index == 1},
		{"each.last", scope->index == scope->count},
		{"each.odd", scope->index % 2 == 1},
		{"each.even", scope->index % 2 == 0},
		{"more", scope->more > 0},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(things); i++) {
		const char *name = things[i].path;

		if (strcmp(name, path) != 0 ||
			(g_str_has_prefix(name, "each.") && !scope->index) ||
			(strcmp(name, "picture.lead") == 0 &&
				!scope->picture) ||
			(strcmp(name, "more") == 0 && !scope->limited))
			continue;
		*known = true;
		return things[i].there;
	}
	*known = false;
	return false;
}

static void refuse_absent(jb_binding *b, const jb_node *path)
{
	jb_error(b->diags, path->pos, "there is no “%s” here", path->text);
	jb_span_chars(b->diags, (unsigned)strlen(path->text));
}

/* Lists and pictures are counted; false for what has no number. */
static bool count_of(
	jb_binding *b, const jb_scope *scope, const char *path, size_t *count)
{
	GArray *list = g_array_new(FALSE, FALSE, sizeof(jb_scope));
	bool known = true;

	if (strcmp(path, "more") == 0 && scope->limited)
		*count = scope->more;
	else if (jb_scope_list(b, scope, path, list))
		*count = list->len;
	else
		known = false;
	g_array_free(list, TRUE);
	return known;
}

/* Is there something at a path: `when: section.prose`? */
static bool has(jb_binding *b, const jb_scope *scope, const jb_node *path)
{
	size_t count;
	bool known, there;
	const jb_rich *said;

	if (count_of(b, scope, path->text, &count))
		return count > 0;
	there = has_thing(scope, path->text, jb_scope_lede(b), &known);
	if (known)
		return there;
	if (jb_scope_named(b, path->text, &there))
		return there;
	said = jb_scope_say(b, scope, path->text, path, &known);
	if (!known)
		refuse_absent(b, path);
	return !jb_rich_empty(said);
}

/* Characters as a reader counts them, without spaces. */
static size_t characters(const char *text)
{
	size_t n = 0;

	for (; *text; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);

		n += !g_unichar_isspace(c) && !g_unichar_iszerowidth(c);
	}
	return n;
}

/* Prose is as long as its report writes it: what stands in ${…} is one. */
static bool prose_length(const jb_binding *b, const jb_scope *scope,
	const char *path, size_t *count)
{
	const jb_section *s = scope->section ? scope->section->section : NULL;
	bool in = false;

	if (strcmp(path, "lede.prose") == 0)
		s = jb_scope_lede(b);
	else if (strcmp(path, "section.prose") != 0)
		return false;
	*count = 0;
	for (const char *c = s && s->prose ? s->prose->text : ""; *c;
		c = g_utf8_next_char(c)) {
		if (!in)
			*count += !g_unichar_isspace(g_utf8_get_char(c));
		in = in ? *c != '}' : c[0] == '$' && c[1] == '{';
	}
	return true;
}

/* Letters of scripts in use before U+2E80, or their full-width forms. */
static bool has_letters(const char *text)
{
	for (; *text; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);

		if (g_unichar_isalpha(c) &&
			(c < 0x2E80 || (c >= 0xFF21 && c <= 0xFF5A)))
			return true;
	}
	return false;
}

/* What a condition says of its `of`: least, most, latin. */
static bool measures(
	jb_binding *b, const jb_scope *scope, const jb_node *condition)
{
	const jb_node *of = jb_node_lookup(condition, "of");
	const jb_node *latin = jb_node_lookup(condition, "latin");
	const jb_node *least = jb_node_lookup(condition, "least");
	const jb_node *most = jb_node_lookup(condition, "most");
	const jb_rich *said = NULL;
	const char *text = "";
	size_t count = 0;
	bool known;

	if (!least && !most && !latin)
		return has(b, scope, of);
	if (latin || (!prose_length(b, scope, of->text, &count) &&
			     !count_of(b, scope, of->text, &count))) {
		said = jb_scope_say(b, scope, of->text, of, &known);
		if (!known) {
			refuse_absent(b, of);
			jb_hint(b->diags, "least and most are of lists and "
					  "texts, latin is of texts");
			return false;
		}
		text = said ? jb_rich_text(b->arena, said) : "";
		count = characters(text);
	}
	return !(least && count < (size_t)jb_schema_int(
					  condition, "condition", "least")) &&
	       !(most && count > (size_t)jb_schema_int(
					 condition, "condition", "most")) &&
	       !(latin && has_letters(text) != jb_schema_bool(condition,
						       "condition", "latin"));
}

static bool holds(
	jb_binding *b, const jb_scope *scope, const jb_node *condition);

/* How many of a list hold; every one is asked, so that all mistakes are told.
 */
static size_t count_holding(
	jb_binding *b, const jb_scope *scope, const jb_node *list)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++)
		n += holds(b, scope, list->items[i]);
	return n;
}

static bool holds(
	jb_binding *b, const jb_scope *scope, const jb_node *condition)
{
	const jb_node *all, *any, *not ;
	bool fine = true;

	if (condition->kind == JB_SCALAR)
		return has(b, scope, condition);
	all = jb_node_lookup(condition, "all");
	any = jb_node_lookup(condition, "any");
	not = jb_node_lookup(condition, "not");
	if (jb_node_lookup(condition, "of"))
		fine = measures(b, scope, condition);
	if (all)
		fine = count_holding(b, scope, all) == all->n && fine;
	if (any)
		fine = count_holding(b, scope, any) > 0 && fine;
	if (not )
		fine = !holds(b, scope, not ) && fine;
	return fine;
}

bool jb_scope_wants(jb_binding *b, const jb_scope *scope, const jb_node *node)
{
	const jb_node *when = jb_node_lookup(node, "when");
	const jb_node *unless = jb_node_lookup(node, "unless");

	if (when && !holds(b, scope, when))
		return false;
	return !unless || !holds(b, scope, unless);
}
