/* lists.c - things by name, steps, sides held against each other, events on a
 * road, and what the report holds. */
#include "bind/builder.h"

#include <string.h>

#include "base/messages.h"
#include "model/schema.h"
#include "model/template.h"

/* ---- lists and steps ---- */

/* The list a block asks for: that of this place, the section's first, or one by
 * its id.  NULL: the section has none, or an error. */
static const jb_list *list_of(const jb_builder *x, const char *key)
{
	const jb_node *node = jb_node_lookup(x->node, key);
	const jb_section *s = jb_build_section(x, node->text);
	const jb_list *list;

	if (!strcmp(node->text, "list") && x->scope->list)
		return x->scope->list;
	if (!strcmp(node->text, "section.list") && s) {
		x->block->absent = s->n_lists == 0;
		return s->n_lists ? s->lists[0] : NULL;
	}
	list = jb_report_list(x->b->report, node->text);
	if (!list)
		jb_build_wrong(x, key,
			jb_tr("the id of a list; `section.list` in a story; or "
			      "`list`, where `each: lists` or "
			      "`section.lists` runs"));
	return list;
}

static jb_marker marker_of(const jb_builder *x)
{
	static const char *const words[] = {
		"dot", "number", "chinese", "circle", "icon", "none"};
	const char *text = jb_schema_text(x->node, x->object, "marker");
	size_t i = 0;

	while (i < G_N_ELEMENTS(words) && strcmp(words[i], text) != 0)
		i++;
	g_assert(i < G_N_ELEMENTS(words)); /* the schema has checked */
	return (jb_marker)i;
}

static void build_items(jb_builder *x, const char *key)
{
	const jb_list *list = list_of(x, key);
	jb_block *block = x->block;

	block->marker = marker_of(x);
	if (!list)
		return;
	block->items = jb_new_array(x->b->arena, jb_bound_item, list->n + 1);
	for (; block->n_items < list->n; block->n_items++)
		block->items[block->n_items] =
			jb_bind_item(x->b, list, &list->items[block->n_items]);
}

void jb_build_list(jb_builder *x)
{
	x->block->columns = jb_schema_int(x->node, x->object, "columns");
	build_items(x, "list");
}

void jb_build_steps(jb_builder *x)
{
	const char *way = jb_schema_text(x->node, x->object, "way");

	x->block->upright = strcmp(way, "down") == 0;
	x->block->per_row = jb_schema_int(x->node, x->object, "per_row");
	build_items(x, "steps");
}

/* ---- versus ---- */

static const jb_comparison *comparison_of(const jb_builder *x)
{
	const jb_node *node = jb_node_lookup(x->node, "versus");
	const jb_section *s = jb_build_section(x, node->text);
	const jb_comparison *one;

	if (!strcmp(node->text, "comparison") && x->scope->comparison)
		return x->scope->comparison;
	if (!strcmp(node->text, "section.comparison") && s) {
		x->block->absent = s->n_comparisons == 0;
		return s->n_comparisons ? s->comparisons[0] : NULL;
	}
	one = jb_report_comparison(x->b->report, node->text);
	if (!one)
		jb_build_wrong(x, "versus",
			jb_tr("the id of a comparison; `section.comparison` in "
			      "a story; or `comparison`, where `each: "
			      "comparisons` or `section.comparisons` runs"));
	return one;
}

/* A cell that is a figure's reference and nothing else is that figure. */
static jb_versus_cell bind_cell(jb_binding *b, jb_template text)
{
	jb_versus_cell cell = {.words = jb_bind_report_text(b, text)};
	size_t n, bad;
	jb_piece *pieces = jb_template_split(
		b->arena, text->text, strlen(text->text), &n, &bad);
	const jb_figure *figure =
		n == 1 && pieces[0].reference && !pieces[0].format
			? jb_report_figure(b->report, pieces[0].path)
			: NULL;

	if (figure) {
		jb_stat *stat = jb_new(b->arena, jb_stat);

		*stat = jb_bind_stat(b, figure);
		cell.stat = stat;
	}
	return cell;
}

void jb_build_versus(jb_builder *x)
{
	const jb_comparison *one = comparison_of(x);
	jb_arena *arena = x->b->arena;
	jb_bound_comparison *bound;
	size_t n;

	x->block->size_pt = jb_build_points(x, "size");
	if (!one)
		return;
	n = one->n_sides;
	bound = jb_new(arena, jb_bound_comparison);
	bound->pos = one->pos;
	bound->label = jb_bind_report_text(x->b, one->label);
	bound->n_sides = n;
	bound->n_rows = one->n_rows;
	bound->sides = jb_new_array(arena, const jb_rich *, n + 1);
	bound->labels = jb_new_array(arena, const jb_rich *, one->n_rows + 1);
	bound->cells = jb_new_array(arena, jb_versus_cell, n * one->n_rows + 1);
	for (size_t i = 0; i < n; i++)
		bound->sides[i] = jb_bind_report_text(x->b, one->sides[i]);
	for (size_t r = 0; r < one->n_rows; r++) {
		bound->labels[r] =
			jb_bind_report_text(x->b, one->rows[r].label);
		for (size_t i = 0; i < n; i++)
			bound->cells[r * n + i] =
				bind_cell(x->b, one->rows[r].cells[i]);
	}
	x->block->comparison = bound;
}

/* ---- roadmap ---- */

static bool wanted(const jb_event *event, const jb_section *section)
{
	return !section ||
	       (event->section && strcmp(event->section, section->id) == 0);
}

static const jb_rich **section_labels(const jb_binding *b)
{
	size_t n = b->report->n_sections;
	const jb_rich **labels = jb_new_array(b->arena, const jb_rich *, n + 1);

	for (size_t i = 0; i < n; i++)
		labels[i] = b->sections[i].label;
	return labels;
}

void jb_build_roadmap(jb_builder *x)
{
	const GPtrArray *events = x->b->report->events;
	const char *path = jb_schema_text(x->node, x->object, "roadmap");
	const jb_section *s = jb_build_section(x, path);
	jb_bound_picture *bound = jb_new(x->b->arena, jb_bound_picture);
	jb_picture *picture = jb_new(x->b->arena, jb_picture);
	jb_bound_subject *of = &bound->of;

	if (strcmp(path, "events") != 0 && !s) {
		jb_build_wrong(x, "roadmap",
			jb_tr("events; or section.events in a story"));
		return;
	}
	picture->form = JB_ROADMAP;
	picture->pos = x->block->pos;
	bound->picture = picture;
	if (!strcmp(jb_schema_text(x->node, x->object, "lanes"), "section"))
		of->lanes = section_labels(x->b);
	of->events = jb_new_array(x->b->arena, jb_bound_event, events->len + 1);
	for (guint i = 0; i < events->len; i++)
		if (wanted(events->pdata[i], s))
			of->events[of->n_events++] =
				jb_bind_event(x->b, events->pdata[i]);
	x->block->absent = of->n_events == 0;
	x->block->pictures = bound;
	x->block->n_pictures = 1;
}

/* ---- contents ---- */

void jb_build_toc(jb_builder *x)
{
	const jb_report *r = x->b->report;
	const char *path = jb_schema_text(x->node, x->object, "toc");
	bool all = strcmp(path, "sections") == 0;
	jb_block *block = x->block;

	block->columns = jb_schema_int(x->node, x->object, "columns");
	if (!all && strcmp(path, "stories") != 0) {
		jb_build_wrong(x, "toc", "sections, stories");
		return;
	}
	block->lines =
		jb_new_array(x->b->arena, jb_toc_line, r->n_sections + 1);
	for (size_t i = 0; i < r->n_sections; i++) {
		const jb_bound_section *s = &x->b->sections[i];

		if (s->section->lede && !all)
			continue;
		block->lines[block->n_lines++] = (jb_toc_line){
			.section = s->section,
			.number = jb_rich_plain(
				x->b->arena, s->number, s->section->pos),
			.title = jb_rich_unmarked(x->b->arena, s->title),
			.pos = jb_rich_empty(s->title)
				       ? s->section->pos
				       : s->title->pieces[0].pos,
		};
	}
	block->absent = block->n_lines == 0;
}
