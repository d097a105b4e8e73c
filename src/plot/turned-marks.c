/* turned-marks.c - the marks of plots whose slots go down, and the words of
 * their values.
 */
#include "plot/turned.h"

#include <math.h>
#include <string.h>

#include "plot/marks.h"

static const double digits_pt = 5.8, paper_pt = 1;

static const jb_cell *cell_at(const jb_turned *t, size_t run, size_t slot)
{
	return &t->plot->frame.runs[run].cells[slot];
}

static double x_of(const jb_turned *t, double value)
{
	return jb_linear_at(&t->plot->axes[0].scale, value);
}

static jb_shade look_of(const jb_turned *t, const jb_layer *layer, size_t run,
	size_t slot, bool below)
{
	const jb_plot *plot = t->plot;

	if (plot->picture->picture->hero == cell_at(t, run, slot)->stat->figure)
		return (jb_shade){plot->desk->accent, JB_PATTERN_NONE};
	if (below && layer->below)
		return (jb_shade){
			jb_desk_ink(plot->desk, layer->below), JB_PATTERN_NONE};
	if (layer->arrange == JB_ARRANGE_STAIRS &&
		jb_turned_total(cell_at(t, run, slot)))
		return (jb_shade){
			jb_desk_ink(plot->desk, "primary"), JB_PATTERN_NONE};
	return jb_layer_look(plot, layer, run);
}

/* --- marks --- */

struct mark {
	double x0, x1, y, h;
	jb_shade look;
	const jb_figure *figure;
};

static void put_bar(
	jb_turned *t, const jb_layer *layer, const struct mark *m, bool follows)
{
	jb_plot *plot = t->plot;

	if (layer->geom == JB_GEOM_TRACK) {
		jb_put_rect(plot->desk, plot->group, m->x0, m->y, m->x1 - m->x0,
			m->h, jb_desk_ink(plot->desk, "primary16"));
		return;
	}
	jb_put_bar_of(plot->desk, plot->group, fmin(m->x0, m->x1), m->y,
		fabs(m->x1 - m->x0), m->h, m->figure, m->look);
	/* what stands behind another is parted by paper */
	if (follows && fabs(m->x1 - m->x0) > 3)
		jb_put_line(plot->desk, plot->group, m->x0, m->y, m->x0,
			m->y + m->h, jb_desk_ink(plot->desk, "paper"), paper_pt,
			false);
}

static void put_disc(jb_turned *t, const struct mark *m)
{
	jb_plot *plot = t->plot;
	bool ahead = jb_is_ahead(m->figure->status);
	const jb_ink *ink =
		jb_is_target(m->figure) ? plot->desk->accent : m->look.ink;

	jb_put_circle(plot->desk, plot->group, m->x1, m->y + m->h / 2,
		ahead ? JB_TURNED_DISC - 0.6 : JB_TURNED_DISC,
		ahead ? jb_desk_ink(plot->desk, "paper") : ink,
		ahead ? ink : NULL, ahead ? 1.2 : 0);
}

static void put_mark(
	jb_turned *t, const jb_layer *layer, const struct mark *m, bool follows)
{
	jb_plot *plot = t->plot;
	double middle = m->y + m->h / 2;

	switch (layer->geom) {
	case JB_GEOM_POINT:
		put_disc(t, m);
		break;
	case JB_GEOM_RULE:
		jb_put_rect(plot->desk, plot->group, m->x1 - 1.25, m->y - 2,
			2.5, m->h + 4, m->look.ink);
		break;
	case JB_GEOM_LINK:
		jb_put_line(plot->desk, plot->group, m->x0, middle, m->x1,
			middle, m->look.ink, 1.5,
			jb_is_ahead(m->figure->status));
		break;
	default:
		put_bar(t, layer, m, follows);
		break;
	}
}

static void put_cell(
	jb_turned *t, const jb_layer *layer, size_t run, size_t slot)
{
	jb_plot *plot = t->plot;
	guint first = plot->group->items->len;
	struct mark m = {.figure = NULL};
	double from, to;

	if (!jb_turned_span(plot, layer, run, slot, &from, &to))
		return;
	if (from == to && layer->geom != JB_GEOM_POINT &&
		layer->geom != JB_GEOM_RULE)
		return;
	m.figure = cell_at(t, run, slot)->stat->figure;
	m.x0 = x_of(t, from);
	m.x1 = x_of(t, to);
	m.look = look_of(t, layer, run, slot, to < from);
	jb_turned_band(t, layer, run, slot, &m.y, &m.h);
	put_mark(t, layer, &m, layer->arrange == JB_ARRANGE_STACK && from != 0);
	jb_claim(plot->group, first, m.figure);
}

/* From the end of a step to the beginning of the next. */
static void put_riser(
	jb_turned *t, const jb_layer *layer, size_t run, size_t slot)
{
	jb_plot *plot = t->plot;
	double from, to, next, y = jb_turned_top(t, slot) + t->band_h;

	if (layer->arrange != JB_ARRANGE_STAIRS ||
		slot + 1 >= plot->frame.n_slots || t->names_w <= 0 ||
		!jb_turned_span(plot, layer, run, slot, &from, &to) ||
		!jb_turned_span(plot, layer, run, slot + 1, &next, &from))
		return;
	jb_put_line(plot->desk, plot->group, x_of(t, to), y, x_of(t, to),
		jb_turned_top(t, slot + 1), jb_desk_ink(plot->desk, "text45"),
		0.5, false);
}

/* A hairline that leads to a disc that stands alone. */
static void put_leader(jb_turned *t, const jb_layer *layer, size_t slot)
{
	jb_plot *plot = t->plot;
	double y = jb_turned_top(t, slot) + t->band_h / 2, left, right;

	if (layer->geom == JB_GEOM_POINT && layer == plot->spec->layers &&
		jb_turned_reach(t, slot, &left, &right))
		jb_put_line(plot->desk, plot->group, plot->left, y, left, y,
			jb_desk_ink(plot->desk, "text20"), 0.35, false);
}

void jb_turned_marks(jb_turned *t)
{
	const jb_plot *plot = t->plot;

	for (size_t l = 0; l < plot->spec->n; l++) {
		const jb_layer *layer = &plot->spec->layers[l];

		for (size_t i = 0; i < plot->frame.n_slots; i++) {
			put_leader(t, layer, i);
			for (size_t r = 0; r < plot->frame.n_runs; r++) {
				if (!jb_layer_shows(plot, layer, r))
					continue;
				put_cell(t, layer, r, i);
				put_riser(t, layer, r, i);
			}
		}
	}
}

/* --- words --- */

bool jb_turned_reach(
	const jb_turned *t, size_t slot, double *left, double *right)
{
	const jb_plot *plot = t->plot;

	*left = INFINITY;
	*right = -INFINITY;
	for (size_t l = 0; l < plot->spec->n; l++) {
		const jb_layer *layer = &plot->spec->layers[l];
		double a, b,
			more = layer->geom == JB_GEOM_POINT  ? JB_TURNED_DISC
			       : layer->geom == JB_GEOM_RULE ? 1.25
							     : 0;

		for (size_t r = 0; r < plot->frame.n_runs; r++) {
			if (!jb_layer_shows(plot, layer, r) ||
				!jb_turned_span(plot, layer, r, slot, &a, &b))
				continue;
			if (layer->geom == JB_GEOM_POINT)
				a = b;
			*left = fmin(*left, x_of(t, fmin(a, b)) - more);
			*right = fmax(*right, x_of(t, fmax(a, b)) + more);
		}
	}
	return *left <= *right;
}

/* Words of a run in the middle of y and h; returns where they end. */
static double put_words(jb_turned *t, size_t run, size_t slot, double x,
	jb_align align, double middle, const jb_ink *ink)
{
	jb_plot *plot = t->plot;
	const jb_figure *figure = cell_at(t, run, slot)->stat->figure;
	const jb_rich *rich = jb_rich_plain(plot->desk->arena,
		jb_turned_words(t, run, slot), figure->value_pos);
	guint first = plot->group->items->len;

	if (!ink && plot->picture->picture->hero == figure)
		ink = plot->desk->accent;
	rich->pieces[0].figure = figure->id;
	x += jb_put_text(plot->desk, plot->group, x, middle + digits_pt / 2,
		align, rich, jb_desk_style(plot->desk, JB_PLOT_LABEL), ink, 0);
	jb_claim(plot->group, first, figure);
	return x;
}

/* At the end of its own mark, on the side to which it goes. */
static void put_at_end(jb_turned *t, size_t run, size_t slot)
{
	const jb_plot *plot = t->plot;
	const jb_layer *layer = jb_layer_of(plot, run);
	double from = 0, to = 0, y, h, left, right, disc = 0;
	bool stairs = layer->arrange == JB_ARRANGE_STAIRS;

	jb_turned_band(t, layer, run, slot, &y, &h);
	if (!jb_turned_span(plot, layer, run, slot, &from, &to))
		to = from = fmax(plot->axes[0].lo, 0);
	left = x_of(t, fmin(from, to));
	right = x_of(t, fmax(from, to));
	if (t->tracks)
		right = fmax(right, x_of(t, 100 * plot->axes[0].unit));
	if (layer->geom == JB_GEOM_POINT &&
		isfinite(cell_at(t, run, slot)->value))
		disc = JB_TURNED_DISC;
	if (to < 0 && !stairs)
		put_words(t, run, slot, left - disc - JB_PLOT_GAP, JB_ALIGN_END,
			y + h / 2, NULL);
	else
		put_words(t, run, slot, right + disc + JB_PLOT_GAP,
			JB_ALIGN_START, y + h / 2, NULL);
}

static void add_note(jb_turned *t, size_t run, size_t slot)
{
	jb_plot *plot = t->plot;
	jb_arena *arena = plot->desk->arena;
	const jb_rich *name = plot->frame.runs[run].name;

	jb_note_add(plot,
		jb_sprintf(arena, "%s%s：%s",
			jb_slot_text(arena, &plot->frame, slot),
			plot->frame.n_runs > 1 && !jb_rich_empty(name)
				? jb_rich_text(arena, name)
				: "",
			jb_turned_words(t, run, slot)),
		cell_at(t, run, slot)->stat->figure);
}

/* The least and the most have their words at their sides; what is missing is
 * said under the plot. */
static void put_pair(jb_turned *t, size_t slot)
{
	const jb_plot *plot = t->plot;
	size_t n = plot->frame.n_runs, low = n, high = n;
	double left, right;
	double middle = jb_turned_top(t, slot) + t->band_h / 2;

	for (size_t r = 0; r < n; r++) {
		const jb_cell *cell = cell_at(t, r, slot);

		if (jb_cell_missing(cell))
			add_note(t, r, slot);
		if (!jb_cell_has(cell))
			continue;
		if (low == n || cell->value < cell_at(t, low, slot)->value)
			low = r;
		if (high == n || cell->value >= cell_at(t, high, slot)->value)
			high = r;
	}
	if (high == n || !jb_turned_reach(t, slot, &left, &right))
		return;
	put_words(t, high, slot, right + JB_PLOT_GAP, JB_ALIGN_START, middle,
		NULL);
	if (low != high)
		put_words(t, low, slot, left - JB_PLOT_GAP, JB_ALIGN_END,
			middle, NULL);
}

/* 312 / 400 behind the mark that goes farther. */
static void put_beside(jb_turned *t, size_t slot)
{
	jb_plot *plot = t->plot;
	double left, right, x, middle = jb_turned_top(t, slot) + t->band_h / 2;
	bool any = false;

	x = jb_turned_reach(t, slot, &left, &right) ? right : x_of(t, 0);
	x += JB_PLOT_GAP;
	for (size_t r = 0; r < plot->frame.n_runs; r++) {
		if (!*jb_turned_words(t, r, slot))
			continue;
		if (any)
			x += 4 +
			     jb_put_text(plot->desk, plot->group, x + 2,
				     middle + digits_pt / 2, JB_ALIGN_START,
				     jb_rich_plain(plot->desk->arena, "/",
					     plot->picture->picture->pos),
				     jb_desk_style(plot->desk, JB_PLOT_LABEL),
				     NULL, 0);
		x = put_words(t, r, slot, x, JB_ALIGN_START, middle, NULL);
		any = true;
	}
}

static void put_inside(jb_turned *t, size_t run, size_t slot)
{
	jb_plot *plot = t->plot;
	const jb_layer *layer = jb_layer_of(plot, run);
	const jb_figure *figure = cell_at(t, run, slot)->stat->figure;
	double from, to, y, h, x0, x1, wide;
	jb_shade look;
	const jb_ink *ink;

	if (!jb_turned_span(plot, layer, run, slot, &from, &to)) {
		add_note(t, run, slot);
		return;
	}
	jb_turned_band(t, layer, run, slot, &y, &h);
	x0 = fmin(x_of(t, from), x_of(t, to));
	x1 = fmax(x_of(t, from), x_of(t, to));
	wide = jb_plain_width(
		plot, jb_turned_words(t, run, slot), JB_PLOT_LABEL);
	if (wide + 3 > x1 - x0) {
		if (jb_cell_special(plot, run, slot))
			add_note(t, run, slot);
		else
			plot->partial = true;
		return;
	}
	look = look_of(t, layer, run, slot, to < from);
	ink = jb_ink_on(plot->desk, look.ink);
	if (!ink || jb_is_ahead(figure->status) ||
		look.pattern != JB_PATTERN_NONE) {
		bool paper = !ink || jb_is_ahead(figure->status);

		jb_put_rect(plot->desk, plot->group, (x0 + x1 - wide) / 2 - 1,
			y + 1.5, wide + 2, h - 3,
			paper ? jb_desk_ink(plot->desk, "paper") : look.ink)
			->figure = figure->id;
		if (paper)
			ink = jb_desk_ink(plot->desk, "text");
	}
	put_words(t, run, slot, (x0 + x1) / 2, JB_ALIGN_CENTER, y + h / 2, ink);
}

void jb_turned_values(jb_turned *t)
{
	const jb_plot *plot = t->plot;

	for (size_t i = 0; i < plot->frame.n_slots; i++) {
		if (t->values == JB_VALUES_PAIR)
			put_pair(t, i);
		else if (t->values == JB_VALUES_BESIDE)
			put_beside(t, i);
		for (size_t r = 0; r < plot->frame.n_runs; r++) {
			if (!cell_at(t, r, i)->stat)
				continue;
			if (t->values == JB_VALUES_INSIDE)
				put_inside(t, r, i);
			else if (t->values == JB_VALUES_END)
				put_at_end(t, r, i);
		}
	}
}
