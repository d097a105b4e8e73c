/* picture.c - what a picture shows. */
#include "model/report-parts.h"

#include <string.h>

#include "model/map.h"
#include "model/schema.h"

enum { PARTS_MAX = 12 }; /* tranches */

/* What is gathered for a subject. */
struct gathering {
	GPtrArray *figures; /* jb_figure */
	GPtrArray *from;    /* jb_series of each, or NULL */
	GPtrArray *events;  /* jb_event */
	const jb_list *list;
	const jb_table *table;
	const jb_series *series;
	bool broken; /* something has been refused */
};

/* ---- the subject ---- */

static int by_date(const void *a, const void *b)
{
	const jb_event *left = *(const jb_event *const *)a;
	const jb_event *right = *(const jb_event *const *)b;
	int order = jb_date_compare(left->date, right->date);

	if (order != 0)
		return order;
	/* as in the file: the sort itself may swap equals */
	if (left->pos.line != right->pos.line)
		return left->pos.line < right->pos.line ? -1 : 1;
	return left->pos.col < right->pos.col ? -1 : 1;
}

/* A section stands for its events, one after the other. */
static void gather_events(
	jb_reading *r, struct gathering *g, const jb_section *section)
{
	const GPtrArray *all = r->report->events;
	guint first = g->events->len;

	for (guint i = 0; i < all->len; i++) {
		jb_event *event = all->pdata[i];

		if (event->section && strcmp(event->section, section->id) == 0)
			g_ptr_array_add(g->events, event);
	}
	if (g->events->len > first)
		qsort(&g->events->pdata[first], g->events->len - first,
			sizeof(void *), by_date);
}

static void gather_series(struct gathering *g, const jb_series *series)
{
	g->series = series;
	for (size_t i = 0; i < series->n; i++) {
		g_ptr_array_add(g->figures, (void *)series->items[i]);
		g_ptr_array_add(g->from, (void *)series);
	}
}

static void gather_list(jb_reading *r, struct gathering *g, const jb_node *ref,
	const jb_list *list)
{
	if (g->list) {
		jb_refuse(r, ref, "a picture shows one list");
		g->broken = true;
	}
	g->list = list;
}

static void gather_table(jb_reading *r, struct gathering *g, const jb_node *ref,
	const jb_table *table)
{
	if (g->table) {
		jb_refuse(r, ref, "a picture shows one table");
		g->broken = true;
	}
	g->table = table;
}

static void gather(jb_reading *r, struct gathering *g, const jb_node *ref)
{
	const jb_named *named = jb_resolve_any(r, ref);

	if (!named) {
		g->broken = true;
		return;
	}
	switch (named->kind) {
	case JB_NAMED_FIGURE:
		g_ptr_array_add(g->figures, named->thing);
		g_ptr_array_add(g->from, NULL);
		break;
	case JB_NAMED_SERIES:
		gather_series(g, named->thing);
		break;
	case JB_NAMED_LIST:
		gather_list(r, g, ref, named->thing);
		break;
	case JB_NAMED_EVENT:
		g_ptr_array_add(g->events, named->thing);
		break;
	case JB_NAMED_SECTION:
		gather_events(r, g, named->thing);
		break;
	case JB_NAMED_TABLE:
		gather_table(r, g, ref, named->thing);
		break;
	case JB_NAMED_SCOPE:
	case JB_NAMED_IMAGE:
	case JB_NAMED_MAP:
	case JB_NAMED_COMPARISON:
		jb_refuse(r, ref, "a picture cannot show “%s”: it is %s",
			ref->text, jb_named_what(named->kind));
		g->broken = true;
		break;
	}
}

static void settle(jb_reading *r, jb_subject *subject,
	const struct gathering *g, bool single)
{
	subject->list = g->list;
	subject->table = g->table;
	subject->series = single ? g->series : NULL;
	subject->n_figures = g->figures->len;
	subject->figures =
		jb_new_array(r->arena, const jb_figure *, g->figures->len);
	subject->from =
		jb_new_array(r->arena, const jb_series *, g->figures->len);
	for (guint i = 0; i < g->figures->len; i++) {
		subject->figures[i] = g->figures->pdata[i];
		subject->from[i] = g->from->pdata[i];
	}
	subject->n_events = g->events->len;
	subject->events =
		jb_new_array(r->arena, const jb_event *, g->events->len);
	for (guint i = 0; i < g->events->len; i++)
		subject->events[i] = g->events->pdata[i];
}

/* False when something was refused: then no form can be judged. */
static bool read_subject(
	jb_reading *r, jb_subject *subject, const jb_node *node)
{
	g_autoptr(GPtrArray) figures = g_ptr_array_new();
	g_autoptr(GPtrArray) from = g_ptr_array_new();
	g_autoptr(GPtrArray) events = g_ptr_array_new();
	struct gathering g = {
		.figures = figures, .from = from, .events = events};
	size_t kinds;

	if (!node)
		return true;
	if (node->kind == JB_SCALAR)
		gather(r, &g, node);
	for (size_t i = 0; node->kind == JB_SEQUENCE && i < node->n; i++)
		gather(r, &g, node->items[i]);
	settle(r, subject, &g, node->kind == JB_SCALAR || node->n == 1);
	kinds = (size_t)(figures->len > 0) + (events->len > 0) +
		(g.list != NULL) + (g.table != NULL);
	if (kinds > 1) {
		jb_error(r->diags, node->pos,
			"a picture shows figures, a "
			"list, a table or events, not several of them");
		g.broken = true;
	}
	return !g.broken;
}

/* ---- reading ---- */

static bool read_parts(jb_reading *r, jb_picture *picture, const jb_node *map)
{
	const jb_node *node = jb_node_lookup(map, "parts");
	int64_t count;

	if (!node)
		return true;
	picture->parts = jb_resolve(r, node, JB_NAMED_FIGURE);
	if (!picture->parts || !jb_figure_sound(picture->parts))
		return false;
	if (jb_figure_whole(picture->parts, &count) && count >= 1 &&
		count <= PARTS_MAX)
		return true;
	jb_refuse(r, node, "“parts” must be a whole number from 1 to %d",
		PARTS_MAX);
	jb_also(r->diags, picture->parts->value_pos, "“%s” stands here",
		picture->parts->id);
	return false;
}

/* The figure as a picture shows it: one of a table is a copy with the names of
 * its row. */
static const jb_figure *find_shown(
	const jb_subject *subject, const jb_figure *figure)
{
	for (size_t i = 0; i < subject->n_figures; i++) {
		if (subject->figures[i] == figure ||
			strcmp(subject->figures[i]->id, figure->id) == 0)
			return subject->figures[i];
	}
	return NULL;
}

static bool among(const jb_subject *subject, const jb_figure *figure)
{
	return find_shown(subject, figure) != NULL;
}

static void read_hero(
	jb_reading *r, jb_picture *picture, const jb_node *map, bool whole)
{
	const jb_node *node = jb_node_lookup(map, "hero");

	if (!node)
		return;
	picture->hero = jb_resolve(r, node, JB_NAMED_FIGURE);
	if (!picture->hero || !whole || among(&picture->more, picture->hero))
		return;
	if (among(&picture->of, picture->hero)) {
		picture->hero = find_shown(&picture->of, picture->hero);
		return;
	}
	jb_refuse(r, node, "“%s” is not in this picture", node->text);
	jb_hint(r->diags, "`hero` is one of the figures under `of`");
}

static bool read_more(jb_reading *r, jb_picture *picture, const jb_node *map)
{
	const jb_node *node = jb_node_lookup(map, "more");

	if (!read_subject(r, &picture->more, node))
		return false;
	if (picture->more.n_events == 0)
		return true;
	jb_error(r->diags, node->pos, "“more” is a list or figures");
	return false;
}

/* A map that is broken has been told. */
static bool read_map(jb_reading *r, jb_picture *picture, const jb_node *map)
{
	const jb_node *node = jb_node_lookup(map, "map");

	if (!node)
		return true;
	picture->map = jb_resolve(r, node, JB_NAMED_MAP);
	if (!picture->map || picture->map->broken)
		return false;
	if (picture->map->tiles ? picture->form == JB_TILES
				: picture->form == JB_CHOROPLETH)
		return true;
	jb_refuse(r, node, "“map” is not for this form of picture");
	jb_hint(r->diags, "`choropleth` takes a map with a file, `tiles` one "
			  "with tiles");
	return false;
}

static void read_number(jb_reading *r, jb_picture *picture, const jb_node *map)
{
	bool numbered = jb_form_numbered(picture->form);

	if (jb_node_lookup(map, "numbered"))
		numbered = jb_schema_bool(map, "picture", "numbered");
	if (numbered)
		picture->number = ++r->n_numbered;
}

static void read_share(jb_reading *r, jb_picture *picture, const jb_node *map)
{
	const jb_node *node = jb_node_lookup(map, "share");

	picture->share = jb_schema_bool(map, "picture", "share");
	if (!node)
		return;
	picture->share_pos = node->pos;
	if (picture->form != JB_CHARTED)
		jb_refuse(
			r, node, "“share” is for forms that stack series only");
}

static bool read_lines(jb_reading *r, jb_picture *picture, const jb_node *map)
{
	const jb_node *node = jb_node_lookup(map, "lines");

	picture->lines = jb_resolve_figures(r, node, &picture->n_lines);
	if (!node)
		return true;
	picture->lines_pos = node->pos;
	if (picture->form == JB_CHARTED)
		return picture->n_lines == node->n;
	jb_refuse(r, node, "“lines” are for forms that stand on an axis");
	jb_hint(r->diags,
		"`column`, `line`, `area`, `stacked`, `grouped`, `combo`");
	return false;
}

/* Ids, or columns of a table. */
static bool read_of(jb_reading *r, jb_picture *picture, const jb_node *map)
{
	const jb_node *of = jb_node_lookup(map, "of");
	const jb_node *steps = jb_node_lookup(map, "transform");

	if (of && of->kind == JB_MAPPING)
		return jb_picture_of_table(r, picture, of, steps);
	if (steps) {
		jb_refuse(r, jb_node_key(map, "transform"),
			"“transform” is for columns of a table");
		jb_hint(r->diags, "write `of: {table: ID, y: COLUMN}`");
		return false;
	}
	return read_subject(r, &picture->of, of);
}

void jb_picture_read(jb_reading *r, jb_picture *picture, const jb_node *map)
{
	const jb_node *form = jb_node_lookup(map, "form");
	bool whole;

	picture->form = jb_form_of(form->text);
	picture->word = form->text;
	picture->pos = form->pos;
	picture->lead = jb_schema_bool(map, "picture", "lead");
	picture->title = jb_read_template(map, "title");
	picture->aside = jb_read_template(map, "aside");
	picture->note = jb_read_template(map, "note");
	picture->text = jb_read_template(map, "text");
	picture->who = jb_read_template(map, "who");
	picture->icon = jb_schema_text(map, "picture", "icon");
	if (picture->icon)
		picture->icon_pos = jb_node_lookup(map, "icon")->pos;
	read_number(r, picture, map);
	whole = read_of(r, picture, map);
	read_share(r, picture, map);
	picture->colors = jb_schema_bool(map, "picture", "colors");
	whole = read_parts(r, picture, map) && whole;
	whole = read_lines(r, picture, map) && whole;
	whole = whole && jb_picture_mean(r, picture, map);
	whole = read_map(r, picture, map) && whole;
	whole = read_more(r, picture, map) && whole;
	read_hero(r, picture, map, whole);
	picture->broken = !whole;
	if (whole && picture->form != JB_CHARTED)
		jb_form_check(r, picture, form);
}
