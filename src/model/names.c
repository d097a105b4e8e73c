/* names.c - every id of a report is used once, and every reference to one
 * finds what it means. */
#include "model/report-parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/beside.h"
#include "base/messages.h"
#include "base/words.h"
#include "model/map.h"
#include "model/schema.h"

/* ---- collecting ---- */

static void name_new(jb_reading *r, jb_named_kind kind, const jb_node *key,
	const jb_node *node, void *thing)
{
	jb_named *named = jb_new(r->arena, jb_named);
	const jb_named *first;

	*named = (jb_named){kind, key->text, key->pos, node, thing};
	g_ptr_array_add(r->named, named);
	first = g_hash_table_lookup(r->report->ids, key->text);
	if (first) {
		jb_refuse(r, key, "the id “%s” is used twice", key->text);
		jb_also(r->diags, first->pos, "first used here");
	} else {
		g_hash_table_insert(r->report->ids, (char *)key->text, named);
	}
}

static void collect_scopes(jb_reading *r, const jb_node *map)
{
	for (size_t i = 0; i < map->n; i++) {
		const jb_pair *pair = &map->pairs[i];

		name_new(
			r, JB_NAMED_SCOPE, pair->key, pair->value, pair->value);
		g_hash_table_insert(r->report->scopes, (char *)pair->key->text,
			pair->value);
	}
}

static void collect_things(jb_reading *r, jb_named_kind kind,
	const jb_node *map, GPtrArray *things, size_t size)
{
	for (size_t i = 0; i < map->n; i++) {
		const jb_pair *pair = &map->pairs[i];
		void *thing = jb_arena_alloc(r->arena, size);

		g_ptr_array_add(things, thing);
		name_new(r, kind, pair->key, pair->value, thing);
	}
}

static void collect_sections(jb_reading *r, const jb_node *list)
{
	jb_report *report = r->report;

	report->sections = jb_new_array(r->arena, jb_section, list->n);
	report->n_sections = list->n;
	for (size_t i = 0; i < list->n; i++) {
		const jb_node *id = jb_node_lookup(list->items[i], "id");
		jb_section *section = &report->sections[i];

		section->id = id->text;
		section->pos = id->pos;
		name_new(r, JB_NAMED_SECTION, id, list->items[i], section);
	}
}

static void collect_table(jb_reading *r, const char *key, const jb_node *node)
{
	const jb_report *report = r->report;
	const struct {
		const char *key;
		jb_named_kind kind;
		GPtrArray *things;
		size_t size;
	} tables[] = {
		{"figures", JB_NAMED_FIGURE, report->figures,
			sizeof(jb_figure)},
		{"lists", JB_NAMED_LIST, report->lists, sizeof(jb_list)},
		{"series", JB_NAMED_SERIES, report->series, sizeof(jb_series)},
		{"events", JB_NAMED_EVENT, report->events, sizeof(jb_event)},
		{"tables", JB_NAMED_TABLE, report->tables, sizeof(jb_table)},
		{"comparisons", JB_NAMED_COMPARISON, report->comparisons,
			sizeof(jb_comparison)},
		{"images", JB_NAMED_IMAGE, report->images,
			sizeof(jb_report_image)},
		{"maps", JB_NAMED_MAP, report->maps, sizeof(jb_map)},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
		if (strcmp(key, tables[i].key) == 0)
			collect_things(r, tables[i].kind, node,
				tables[i].things, tables[i].size);
	}
	if (strcmp(key, "scopes") == 0)
		collect_scopes(r, node);
	else if (strcmp(key, "sections") == 0)
		collect_sections(r, node);
}

/* In the order of the file, so that of two equal ids the first is the one
 * that stands first. */
void jb_names_collect(jb_reading *r, const jb_node *root)
{
	for (size_t i = 0; i < root->n; i++)
		collect_table(
			r, root->pairs[i].key->text, root->pairs[i].value);
}

/* ---- looking up ---- */

const char *jb_named_what(jb_named_kind kind)
{
	static const char *const words[] = {JB_TR("a scope"), JB_TR("a figure"),
		JB_TR("a list"), JB_TR("a series"), JB_TR("an event"),
		JB_TR("a table"), JB_TR("a comparison"), JB_TR("an image"),
		JB_TR("a map"), JB_TR("a section")};

	return jb_tr(words[kind]);
}

void *jb_named_thing(
	const jb_report *report, const char *id, jb_named_kind kind)
{
	const jb_named *named = g_hash_table_lookup(report->ids, id);

	return named && named->kind == kind ? named->thing : NULL;
}

/* Of one kind, or of all for -1. */
static const char *nearest(jb_reading *r, const char *id, int kind)
{
	g_autoptr(GPtrArray) ids = g_ptr_array_new();

	for (guint i = 0; i < r->named->len; i++) {
		const jb_named *named = r->named->pdata[i];

		if (kind < 0 || named->kind == (jb_named_kind)kind)
			g_ptr_array_add(ids, (char *)named->id);
	}
	return ids->len == 0
		       ? NULL
		       : jb_words_nearest(
				 id, (const char *const *)ids->pdata, ids->len);
}

void *jb_resolve(jb_reading *r, const jb_node *ref, jb_named_kind kind)
{
	const jb_named *named = g_hash_table_lookup(r->report->ids, ref->text);
	static const char *const nouns[] = {JB_TR("scope"), JB_TR("figure"),
		JB_TR("list"), JB_TR("series"), JB_TR("event"), JB_TR("table"),
		JB_TR("comparison"), JB_TR("image"), JB_TR("map"),
		JB_TR("section")};
	const char *near;

	if (named && named->kind == kind)
		return named->thing;
	near = nearest(r, ref->text, (int)kind);
	jb_refuse(r, ref, "there is no %s “%s”", jb_tr(nouns[kind]), ref->text);
	if (named)
		jb_hint(r->diags, "“%s” is %s", ref->text,
			jb_named_what(named->kind));
	else if (near)
		jb_hint(r->diags, "did you mean “%s”?", near);
	return NULL;
}

const jb_named *jb_resolve_any(jb_reading *r, const jb_node *ref)
{
	const jb_named *named = g_hash_table_lookup(r->report->ids, ref->text);
	const char *near;

	if (named)
		return named;
	near = nearest(r, ref->text, -1);
	jb_refuse(r, ref, "there is nothing with the id “%s”", ref->text);
	if (near)
		jb_hint(r->diags, "did you mean “%s”?", near);
	return NULL;
}

const jb_figure **jb_resolve_figures(
	jb_reading *r, const jb_node *list, size_t *n)
{
	size_t most = list ? list->n : 0;
	const jb_figure **figures =
		jb_new_array(r->arena, const jb_figure *, most);

	*n = 0;
	for (size_t i = 0; i < most; i++) {
		const jb_figure *figure =
			jb_resolve(r, list->items[i], JB_NAMED_FIGURE);

		if (figure)
			figures[(*n)++] = figure;
	}
	return figures;
}

/* ---- reading values ---- */

void jb_refuse(jb_reading *r, const jb_node *node, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	jb_error_va(r->diags, node->pos, format, args);
	va_end(args);
	if (node->kind == JB_SCALAR && !node->block)
		jb_span_chars(
			r->diags, (unsigned)g_utf8_strlen(node->text, -1));
}

const jb_source *jb_read_beside(
	jb_reading *r, const jb_node *name, const char **why)
{
	g_autoptr(GError) error = NULL;
	bool outside;
	const jb_source *src = jb_source_beside(
		r->arena, name->pos.src, name->text, &outside, &error);

	*why = NULL;
	if (outside) {
		jb_refuse(r, name, "“%s” is outside the folder of its report",
			name->text);
		jb_hint(r->diags, "put the file beside the report");
	} else if (!src) {
		*why = jb_sprintf(r->arena, "%s", error->message);
	}
	return src;
}

unsigned jb_word_index(const char *word, const char *const *words, size_t n)
{
	for (size_t i = 0; word && i < n; i++) {
		if (strcmp(word, words[i]) == 0)
			return (unsigned)i;
	}
	return 0;
}

jb_template jb_read_template(const jb_node *map, const char *key)
{
	return jb_node_lookup(map, key);
}

jb_date jb_read_date(const jb_node *map, const char *key)
{
	const jb_node *node = jb_node_lookup(map, key);
	jb_date date = {0, 0, 0};

	if (node)
		jb_date_parse(node->text, &date);
	return date;
}

int jb_read_at(jb_reading *r, const jb_node *map, jb_pos *pos)
{
	const jb_node *at = jb_node_lookup(map, "at");
	const char *digits;
	size_t n;

	if (!at)
		return 0;
	*pos = at->pos;
	digits = at->text + (*at->text == 'L');
	n = strspn(digits, "0123456789");
	if (digits > at->text && n > 0 && n < 8 && digits[n] == '\0' &&
		atoi(digits) > 0)
		return atoi(digits);
	jb_refuse(r, at, "“%s” is not a line of the source text", at->text);
	jb_hint(r->diags, "write L and the number of the line: L18");
	return 0;
}

const char *jb_read_section(jb_reading *r, const jb_node *map)
{
	const jb_node *ref = jb_node_lookup(map, "section");
	const jb_section *section =
		ref ? jb_resolve(r, ref, JB_NAMED_SECTION) : NULL;

	return section ? section->id : NULL;
}

jb_status jb_read_status(const jb_node *map, const char *object)
{
	static const char *const words[] = {"actual", "started", "provisional",
		"estimate", "planned", "target", "proposed"};

	return (jb_status)jb_word_index(jb_schema_text(map, object, "status"),
		words, G_N_ELEMENTS(words));
}
