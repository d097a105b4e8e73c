/* report.c - a report from its file: the order of reading, the sections, and
 * what stands around them. */
#include "model/report-parts.h"

#include <string.h>

#include "model/schema.h"

/* ---- meta ---- */

static jb_template genre(jb_reading *r, const jb_node *meta)
{
	jb_template given = jb_read_template(meta, "genre");
	jb_node *node;

	if (given)
		return given;
	node = jb_new(r->arena, jb_node);
	node->kind = JB_SCALAR;
	node->type = JB_TEXT;
	node->text = jb_schema_text(meta, "meta", "genre");
	return node;
}

/* It becomes a part of file names. */
static void check_name(jb_reading *r, const jb_node *name)
{
	const char *s = name->text;

	while (*s && (g_unichar_isalnum(g_utf8_get_char(s)) || *s == '-'))
		s = g_utf8_next_char(s);
	if (*s == '\0' && *name->text != '\0' && *name->text != '-')
		return;
	jb_refuse(r, name, "“%s” is not a name for files", name->text);
	jb_hint(r->diags, "letters, digits and hyphens: data-2020");
}

static void read_meta(jb_reading *r, const jb_node *meta)
{
	jb_report *report = r->report;

	report->name = jb_schema_text(meta, "meta", "name");
	report->lang = jb_schema_text(meta, "meta", "lang");
	report->overline = jb_read_template(meta, "overline");
	report->run_on = jb_schema_bool(meta, "meta", "run_on");
	report->title = jb_read_template(meta, "title");
	report->subtitle = jb_read_template(meta, "subtitle");
	report->kicker = jb_read_template(meta, "kicker");
	report->running = jb_read_template(meta, "running");
	report->issuer = jb_read_template(meta, "issuer");
	report->period_note = jb_read_template(meta, "period_note");
	report->source = jb_read_template(meta, "source");
	report->standfirst = jb_read_template(meta, "standfirst");
	report->place = jb_read_template(meta, "place");
	report->authors = jb_authors_read(
		r, jb_node_lookup(meta, "authors"), &report->n_authors);
	report->link = jb_node_lookup(meta, "link");
	report->genre = genre(r, meta);
	report->from = jb_read_date(meta, "from");
	report->to = jb_read_date(meta, "to");
	report->date = jb_read_date(meta, "date");
	check_name(r, jb_node_lookup(meta, "name"));
	if (report->from.year && report->to.year &&
		jb_date_compare(report->to, report->from) < 0) {
		jb_refuse(r, jb_node_lookup(meta, "to"),
			"the period ends before it begins");
		jb_also(r->diags, jb_node_lookup(meta, "from")->pos,
			"it begins here");
	}
}

/* ---- sections ---- */

static void take_figures(jb_reading *r, jb_section *section)
{
	const GPtrArray *all = r->report->figures;
	g_autoptr(GPtrArray) own = g_ptr_array_new();

	for (guint i = 0; i < all->len; i++) {
		jb_figure *figure = all->pdata[i];

		if (figure->section &&
			strcmp(figure->section, section->id) == 0)
			g_ptr_array_add(own, figure);
	}
	section->n_figures = own->len;
	section->figures = jb_new_array(r->arena, const jb_figure *, own->len);
	for (guint i = 0; i < own->len; i++)
		section->figures[i] = own->pdata[i];
}

static void take_images(jb_reading *r, jb_section *section)
{
	const GPtrArray *all = r->report->images;

	section->images =
		jb_new_array(r->arena, const jb_report_image *, all->len + 1);
	for (guint i = 0; i < all->len; i++) {
		const jb_report_image *image = all->pdata[i];

		if (image->section && strcmp(image->section, section->id) == 0)
			section->images[section->n_images++] = image;
	}
}

static bool in_section(const char *id, const jb_section *section)
{
	return id && strcmp(id, section->id) == 0;
}

static void take_lists(jb_reading *r, jb_section *section)
{
	const GPtrArray *lists = r->report->lists;
	const GPtrArray *all = r->report->comparisons;

	section->lists =
		jb_new_array(r->arena, const jb_list *, lists->len + 1);
	for (guint i = 0; i < lists->len; i++) {
		const jb_list *list = lists->pdata[i];

		if (in_section(list->section, section))
			section->lists[section->n_lists++] = list;
	}
	section->comparisons =
		jb_new_array(r->arena, const jb_comparison *, all->len + 1);
	for (guint i = 0; i < all->len; i++) {
		const jb_comparison *one = all->pdata[i];

		if (in_section(one->section, section))
			section->comparisons[section->n_comparisons++] = one;
	}
}

static void take_tables(jb_reading *r, jb_section *section)
{
	const GPtrArray *all = r->report->tables;

	section->tables =
		jb_new_array(r->arena, const jb_table *, all->len + 1);
	for (guint i = 0; i < all->len; i++) {
		const jb_table *table = all->pdata[i];

		if (in_section(table->section, section))
			section->tables[section->n_tables++] = table;
	}
}

static void read_pictures(
	jb_reading *r, jb_section *section, const jb_node *list)
{
	if (!list)
		return;
	section->n_pictures = list->n;
	section->pictures = jb_new_array(r->arena, jb_picture, list->n);
	for (size_t i = 0; i < list->n; i++)
		jb_picture_read(r, &section->pictures[i], list->items[i]);
}

static void read_section(jb_reading *r, jb_section *section, const jb_node *map)
{
	jb_pos at_pos;

	section->lede =
		strcmp(jb_schema_text(map, "section", "role"), "lede") == 0;
	section->label = jb_read_template(map, "label");
	section->title = jb_read_template(map, "title");
	section->subtitle = jb_read_template(map, "subtitle");
	section->prose = jb_read_template(map, "prose");
	section->kicker = jb_read_template(map, "kicker");
	section->standfirst = jb_read_template(map, "standfirst");
	section->authors = jb_authors_read(
		r, jb_node_lookup(map, "authors"), &section->n_authors);
	section->quotes = jb_quotes_read(
		r, jb_node_lookup(map, "quotes"), &section->n_quotes);
	section->at = jb_read_at(r, map, &at_pos);
	take_lists(r, section);
	take_figures(r, section);
	take_images(r, section);
	take_tables(r, section);
	read_pictures(r, section, jb_node_lookup(map, "pictures"));
}

static void read_sections(jb_reading *r, const jb_node *list)
{
	const jb_section *lede = NULL;
	int stories = 0;

	for (size_t i = 0; i < list->n; i++) {
		jb_section *section = &r->report->sections[i];
		const jb_node *map = list->items[i];

		read_section(r, section, map);
		if (!section->lede) {
			section->number = ++stories;
		} else if (lede) {
			jb_refuse(r, jb_node_lookup(map, "role"),
				"a second lede");
			jb_also(r->diags, lede->pos, "the first is here");
		} else {
			lede = section;
		}
	}
}

/* ---- the rest ---- */

static void read_notes(jb_reading *r, const jb_node *list)
{
	jb_report *report = r->report;

	report->n_notes = list ? list->n : 0;
	report->notes = jb_new_array(r->arena, jb_note, report->n_notes);
	for (size_t i = 0; i < report->n_notes; i++) {
		const jb_node *map = list->items[i];

		report->notes[i].label = jb_read_template(map, "label");
		report->notes[i].text = jb_read_template(map, "text");
	}
}

static void read_literals(jb_reading *r, const jb_node *list)
{
	jb_report *report = r->report;

	report->n_literals = list ? list->n : 0;
	report->literals =
		jb_new_array(r->arena, const char *, report->n_literals);
	for (size_t i = 0; i < report->n_literals; i++)
		report->literals[i] = list->items[i]->text;
}

/* Each id has its thing; now the things get what the file says of them.  Cells
 * of tables stand behind these n. */
static void read_named(jb_reading *r, guint n)
{
	for (guint i = 0; i < n; i++) {
		const jb_named *named = r->named->pdata[i];

		switch (named->kind) {
		case JB_NAMED_FIGURE:
			jb_figure_read(r, named->thing, named);
			break;
		case JB_NAMED_LIST:
			jb_list_read(r, named->thing, named);
			break;
		case JB_NAMED_SERIES:
			jb_series_read(r, named->thing, named);
			break;
		case JB_NAMED_EVENT:
			jb_event_read(r, named->thing, named);
			break;
		case JB_NAMED_TABLE:
			break; /* before all others */
		case JB_NAMED_COMPARISON:
			jb_comparison_read(r, named->thing, named);
			break;
		case JB_NAMED_IMAGE:
			jb_image_read(r, named->thing, named);
			break;
		case JB_NAMED_MAP:
			jb_map_read(r, named->thing, named);
			break;
		case JB_NAMED_SCOPE:
		case JB_NAMED_SECTION:
			break;
		}
	}
}

static GPtrArray *array_new(jb_arena *arena)
{
	GPtrArray *array = g_ptr_array_new();

	jb_arena_defer(arena, (void (*)(void *))g_ptr_array_unref, array);
	return array;
}

static GHashTable *table_new(jb_arena *arena, GHashFunc hash, GEqualFunc equal)
{
	GHashTable *table = g_hash_table_new(hash, equal);

	jb_arena_defer(arena, (void (*)(void *))g_hash_table_unref, table);
	return table;
}

static jb_report *report_new(jb_arena *arena, const jb_source *src)
{
	jb_report *report = jb_new(arena, jb_report);

	report->src = src;
	report->figures = array_new(arena);
	report->lists = array_new(arena);
	report->series = array_new(arena);
	report->events = array_new(arena);
	report->tables = array_new(arena);
	report->comparisons = array_new(arena);
	report->cells = array_new(arena);
	report->images = array_new(arena);
	report->maps = array_new(arena);
	report->slips = g_array_new(FALSE, FALSE, sizeof(jb_slip));
	jb_arena_defer(arena, (void (*)(void *))g_array_unref, report->slips);
	report->scopes = table_new(arena, g_str_hash, g_str_equal);
	report->ids = table_new(arena, g_str_hash, g_str_equal);
	report->values = table_new(arena, NULL, NULL);
	report->footnote_ids = table_new(arena, g_str_hash, g_str_equal);
	return report;
}

jb_report *jb_report_read(jb_arena *arena, jb_diags *diags,
	const jb_source *src, GHashTable *recipes)
{
	jb_node *root = jb_yaml_read(arena, diags, src);
	jb_report *report = report_new(arena, src);
	jb_reading r = {arena, diags, report, array_new(arena),
		table_new(arena, NULL, NULL), 0, 0};
	guint n_things;

	if (!root)
		return NULL;
	if (!jb_schema_check(diags, root, "report")) {
		jb_forms_check(diags, root, recipes);
		return NULL;
	}
	jb_marks_permit(root);
	jb_names_collect(&r, root);
	read_meta(&r, jb_node_lookup(root, "meta"));
	n_things = r.named->len;
	jb_tables_read(&r);
	read_named(&r, n_things);
	jb_derive_all(&r);
	jb_changes_check(&r);
	read_sections(&r, jb_node_lookup(root, "sections"));
	jb_charts_judge(&r, recipes);
	report->heroes = jb_resolve_figures(
		&r, jb_node_lookup(root, "heroes"), &report->n_heroes);
	read_notes(&r, jb_node_lookup(root, "notes"));
	jb_footnotes_read(&r, jb_node_lookup(root, "footnotes"));
	read_literals(&r, jb_node_lookup(root, "literals"));
	jb_checks_run(&r, jb_node_lookup(root, "checks"));
	jb_tables_check(&r);
	jb_report_lint(arena, diags, report, root);
	return report;
}

const jb_figure *jb_report_figure(const jb_report *report, const char *id)
{
	return jb_named_thing(report, id, JB_NAMED_FIGURE);
}

const jb_list *jb_report_list(const jb_report *report, const char *id)
{
	return jb_named_thing(report, id, JB_NAMED_LIST);
}

const jb_series *jb_report_series(const jb_report *report, const char *id)
{
	return jb_named_thing(report, id, JB_NAMED_SERIES);
}

const jb_event *jb_report_event(const jb_report *report, const char *id)
{
	return jb_named_thing(report, id, JB_NAMED_EVENT);
}

const jb_table *jb_report_table(const jb_report *report, const char *id)
{
	return jb_named_thing(report, id, JB_NAMED_TABLE);
}

const jb_comparison *jb_report_comparison(
	const jb_report *report, const char *id)
{
	return jb_named_thing(report, id, JB_NAMED_COMPARISON);
}
