/* picture.c - what a picture shows, and whether its form can show it. */
#include "model/report-parts.h"

#include <string.h>

#include "model/schema.h"

enum { PARTS_MAX = 12, UNITS_MAX = 2 };

/* What is gathered for a subject. */
struct gathering {
	GPtrArray *figures; /* jb_figure */
	GPtrArray *events;  /* jb_event */
	const jb_list *list;
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
static void gather_events(jb_reading *r, struct gathering *g,
	const jb_section *section)
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
	for (size_t i = 0; i < series->n; i++)
		g_ptr_array_add(g->figures, (void *)series->items[i]);
}

static void gather_list(jb_reading *r, struct gathering *g,
	const jb_node *ref, const jb_list *list)
{
	if (g->list) {
		jb_refuse(r, ref, "a picture shows one list");
		g->broken = true;
	}
	g->list = list;
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
	case JB_NAMED_SCOPE:
	case JB_NAMED_TABLE:
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
	subject->series = single ? g->series : NULL;
	subject->n_figures = g->figures->len;
	subject->figures = jb_new_array(r->arena, const jb_figure *,
		g->figures->len);
	for (guint i = 0; i < g->figures->len; i++)
		subject->figures[i] = g->figures->pdata[i];
	subject->n_events = g->events->len;
	subject->events = jb_new_array(r->arena, const jb_event *,
		g->events->len);
	for (guint i = 0; i < g->events->len; i++)
		subject->events[i] = g->events->pdata[i];
}

/* False when something was refused: then no form can be judged. */
static bool read_subject(jb_reading *r, jb_subject *subject,
	const jb_node *node)
{
	g_autoptr(GPtrArray) figures = g_ptr_array_new();
	g_autoptr(GPtrArray) events = g_ptr_array_new();
	struct gathering g = { figures, events, NULL, NULL, false };
	size_t kinds;

	if (!node)
		return true;
	if (node->kind == JB_SCALAR)
		gather(r, &g, node);
	for (size_t i = 0; node->kind == JB_SEQUENCE && i < node->n; i++)
		gather(r, &g, node->items[i]);
	settle(r, subject, &g, node->kind == JB_SCALAR || node->n == 1);
	kinds = (size_t)(figures->len > 0) + (events->len > 0) +
		(g.list != NULL);
	if (kinds > 1) {
		jb_error(r->diags, node->pos, "a picture shows figures, a list "
			"or events, not several of them");
		g.broken = true;
	}
	return !g.broken;
}

/* ---- which form shows what ---- */

static bool one_noun(const jb_subject *of)
{
	const jb_figure *first = NULL;

	for (size_t i = 0; i < of->n_figures; i++) {
		const jb_figure *figure = of->figures[i];

		if (!figure->has_value)
			continue;
		if (first && strcmp(first->noun, figure->noun) != 0)
			return false;
		first = figure;
	}
	return first != NULL;
}

static bool all_known(const jb_subject *of)
{
	for (size_t i = 0; i < of->n_figures; i++) {
		if (!of->figures[i]->has_value)
			return false;
	}
	return of->n_figures > 0;
}

static bool none_negative(const jb_subject *of)
{
	for (size_t i = 0; i < of->n_figures; i++) {
		if (of->figures[i]->value.mantissa < 0)
			return false;
	}
	return true;
}

static bool whole_counts(const jb_subject *of)
{
	for (size_t i = 0; i < of->n_figures; i++) {
		if (!jb_figure_whole(of->figures[i], NULL))
			return false;
	}
	return none_negative(of) && one_noun(of);
}

static bool fits_squares(const jb_picture *p)
{
	return one_noun(&p->of) && none_negative(&p->of);
}

static bool fits_change(const jb_picture *p)
{
	return p->of.n_figures == 1 && all_known(&p->of) &&
		strcmp(p->of.figures[0]->unit, "%") == 0 &&
		p->of.figures[0]->direction != 0;
}

static bool fits_tranches(const jb_picture *p)
{
	return p->of.n_figures == 1 && all_known(&p->of) && p->parts;
}

static bool fits_quote(const jb_picture *p)
{
	return p->text != NULL;
}

static bool fits_range(const jb_picture *p)
{
	return p->of.n_figures == 2 && all_known(&p->of) &&
		one_noun(&p->of) && none_negative(&p->of);
}

static bool fits_units(const jb_picture *p)
{
	return p->of.n_figures >= 1 && p->of.n_figures <= UNITS_MAX &&
		whole_counts(&p->of);
}

static bool fits_clock(const jb_picture *p)
{
	static const char *const nouns[] = { "秒", "分钟", "小时" };

	if (p->of.n_figures != 1 || !all_known(&p->of) ||
		!none_negative(&p->of))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(nouns); i++) {
		if (strcmp(p->of.figures[0]->unit, nouns[i]) == 0)
			return true;
	}
	return false;
}

static bool fits_list(const jb_picture *p)
{
	return p->of.list != NULL;
}

static bool fits_events(const jb_picture *p)
{
	return p->of.n_events > 0;
}

static bool fits_waffle(const jb_picture *p)
{
	return p->of.series && whole_counts(&p->of);
}

static bool fits_radii(const jb_picture *p)
{
	return all_known(&p->of) && one_noun(&p->of) && none_negative(&p->of);
}

static bool fits_stats(const jb_picture *p)
{
	return p->of.n_figures > 0;
}

static bool fits_bars(const jb_picture *p)
{
	return one_noun(&p->of);
}

static const struct form {
	const char *word;
	bool numbered; /* where the report does not say */
	bool (*fits)(const jb_picture *picture);
	const char *needs, *hint;
} forms[] = {
	[JB_SQUARES] = { "squares", true, fits_squares,
		"squares need a series or figures of one unit",
		"none of them below zero; those without a value may be among "
		"them" },
	[JB_CHANGE] = { "change", true, fits_change,
		"a change needs one figure in % with a direction",
		"`unit: \"%\"` and `direction: up` or `down`" },
	[JB_TRANCHES] = { "tranches", true, fits_tranches,
		"tranches need one figure and “parts”",
		"`parts` is the figure that says how many" },
	[JB_QUOTE] = { "quote", false, fits_quote, "a quote needs text",
		"the words stand under `text`" },
	[JB_RANGE] = { "range", true, fits_range,
		"a range needs two figures with values",
		"both in the same unit, neither below zero" },
	[JB_UNITS] = { "units", true, fits_units,
		"units need one or two figures of whole counts", NULL },
	[JB_CLOCK] = { "clock", true, fits_clock,
		"a clock needs one figure in 秒, 分钟 or 小时", NULL },
	[JB_LIST] = { "list", false, fits_list, "a list needs a list",
		"`of` is the id of one of the `lists`" },
	[JB_ROADMAP] = { "roadmap", true, fits_events,
		"a roadmap needs events",
		"`of` is a list of events, or a section that has some" },
	[JB_WAFFLE] = { "waffle", true, fits_waffle,
		"a waffle needs a series of whole counts", NULL },
	[JB_RADII] = { "radii", true, fits_radii,
		"radii need a series or figures of one unit",
		"all with values, none below zero" },
	[JB_DATES] = { "dates", false, fits_events, "dates need events",
		"`of` is a list of events, or a section that has some" },
	[JB_STATS] = { "stats", false, fits_stats, "stats need figures", NULL },
	[JB_BARS] = { "bars", true, fits_bars,
		"bars need a series or figures of one unit",
		"those without a value may be among them" },
};

/* ---- reading ---- */

static jb_form form_of(const jb_node *node)
{
	size_t i = 0;

	/* the table of words has been checked: one of them it is */
	while (i + 1 < G_N_ELEMENTS(forms) &&
		strcmp(forms[i].word, node->text) != 0)
		i++;
	return (jb_form)i;
}

/* A figure with a mistake of its own says nothing about the form. */
static bool sound(const jb_subject *of)
{
	for (size_t i = 0; i < of->n_figures; i++) {
		if (!jb_figure_sound(of->figures[i]))
			return false;
	}
	return true;
}

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

static bool among(const jb_subject *subject, const jb_figure *figure)
{
	for (size_t i = 0; i < subject->n_figures; i++) {
		if (subject->figures[i] == figure)
			return true;
	}
	return false;
}

static void read_hero(jb_reading *r, jb_picture *picture, const jb_node *map,
	bool whole)
{
	const jb_node *node = jb_node_lookup(map, "hero");

	if (!node)
		return;
	picture->hero = jb_resolve(r, node, JB_NAMED_FIGURE);
	if (!picture->hero || !whole || among(&picture->of, picture->hero) ||
		among(&picture->more, picture->hero))
		return;
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

static void read_number(jb_reading *r, jb_picture *picture, const jb_node *map)
{
	bool numbered = forms[picture->form].numbered;

	if (jb_node_lookup(map, "numbered"))
		numbered = jb_schema_bool(map, "picture", "numbered");
	if (numbered)
		picture->number = ++r->n_numbered;
}

static void check_form(jb_reading *r, const jb_picture *picture,
	const jb_node *word)
{
	const struct form *form = &forms[picture->form];

	if (!sound(&picture->of) || form->fits(picture))
		return;
	jb_refuse(r, word, "%s", form->needs);
	if (form->hint)
		jb_hint(r->diags, "%s", form->hint);
}

void jb_picture_read(jb_reading *r, jb_picture *picture, const jb_node *map)
{
	const jb_node *form = jb_node_lookup(map, "form");
	bool whole;

	picture->form = form_of(form);
	picture->pos = form->pos;
	picture->lead = jb_schema_bool(map, "picture", "lead");
	picture->title = jb_read_template(map, "title");
	picture->aside = jb_read_template(map, "aside");
	picture->note = jb_read_template(map, "note");
	picture->text = jb_read_template(map, "text");
	picture->who = jb_read_template(map, "who");
	picture->icon = jb_schema_text(map, "picture", "icon");
	read_number(r, picture, map);
	whole = read_subject(r, &picture->of, jb_node_lookup(map, "of"));
	whole = read_parts(r, picture, map) && whole;
	whole = read_more(r, picture, map) && whole;
	read_hero(r, picture, map, whole);
	if (whole)
		check_form(r, picture, form);
}
