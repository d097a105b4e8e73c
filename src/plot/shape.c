/* shape.c - the marks: rectangles, lines and areas in the look of what they
 * show.
 */
#include "plot/plan.h"

#include <math.h>

#include "plot/marks.h"

static const double line_pt = 1.75, hero_pt = 2.5, dot_pt = 2.1, gap_pt = 0.75;
/* So many points of a line have each its dot. */
static const size_t dots_most = 13;

static double y_of(const jb_plot *plot, size_t run, double value)
{
	return jb_linear_at(&plot->axes[jb_axis_of(plot, run)].scale, value);
}

static const jb_figure *figure_of(const jb_plot *plot, size_t run, size_t slot)
{
	return plot->frame.runs[run].cells[slot].stat->figure;
}

/* --- rectangles --- */

static jb_shade rect_look(
	const jb_plot *plot, size_t run, const jb_figure *figure)
{
	if (plot->picture->picture->hero == figure)
		return (jb_shade){plot->desk->accent, JB_PATTERN_NONE};
	return jb_run_look(plot, run);
}

static void put_rect(jb_plot *plot, size_t run, size_t slot)
{
	const jb_figure *figure = figure_of(plot, run, slot);
	double from, to, x, w, y0, y1;

	jb_cell_span(plot, run, slot, &from, &to);
	jb_rect_band(plot, run, slot, &x, &w);
	y0 = y_of(plot, run, from);
	y1 = y_of(plot, run, to);
	jb_put_bar_of(plot->desk, plot->group, x, fmin(y0, y1), w,
		fabs(y1 - y0), figure, rect_look(plot, run, figure));
	/* what stands on another is parted by paper */
	if (from != 0 && fabs(y1 - y0) > 3)
		jb_put_line(plot->desk, plot->group, x, y0, x + w, y0,
			jb_desk_ink(plot->desk, "paper"), gap_pt, false);
}

/* --- lines --- */

static bool is_drawn(const jb_cell *cell)
{
	return jb_cell_has(cell) && !cell->thin;
}

/* The slot of the value before this one; n_slots where a missing one breaks
 * the line. */
static size_t before(const jb_plot *plot, size_t run, size_t slot)
{
	const jb_cell *cells = plot->frame.runs[run].cells;

	while (slot-- > 0) {
		if (is_drawn(&cells[slot]))
			return slot;
		if (jb_cell_missing(&cells[slot]))
			break;
	}
	return plot->frame.n_slots;
}

static size_t after(const jb_plot *plot, size_t run, size_t slot)
{
	const jb_cell *cells = plot->frame.runs[run].cells;

	while (++slot < plot->frame.n_slots) {
		if (is_drawn(&cells[slot]))
			return slot;
		if (jb_cell_missing(&cells[slot]))
			break;
	}
	return plot->frame.n_slots;
}

static double top_of(const jb_plot *plot, size_t run, size_t slot)
{
	double from, to;

	jb_cell_span(plot, run, slot, &from, &to);
	return y_of(plot, run, to);
}

/* Dashed to what is not there yet.  On columns a line has an edge of paper, so
 * that it stays a line in grey. */
static void put_stroke(jb_plot *plot, size_t run, const jb_figure *figure,
	const double ends[4])
{
	bool ahead = jb_is_ahead(figure->status);
	double wide = run == plot->hero ? hero_pt : line_pt;
	jb_item *item;

	if (jb_axis_of(plot, run) == 1)
		jb_put_line(plot->desk, plot->group, ends[0], ends[1], ends[2],
			ends[3], jb_desk_ink(plot->desk, "paper"), wide + 2,
			false)
			->figure = figure->id;
	item = jb_put_line(plot->desk, plot->group, ends[0], ends[1], ends[2],
		ends[3], jb_run_ink(plot, run), wide, ahead);
	if (!ahead)
		item->u.path.cap = JB_CAP_ROUND;
	item->figure = figure->id;
	item->pos = figure->value_pos;
}

/* From the value before to this one. */
static void put_segment(jb_plot *plot, size_t run, size_t slot)
{
	const jb_figure *figure = figure_of(plot, run, slot);
	size_t last = before(plot, run, slot);
	double x0, y0, x1, y1;

	if (last == plot->frame.n_slots)
		return;
	x0 = jb_slot_at(&plot->x, last);
	y0 = top_of(plot, run, last);
	x1 = jb_slot_at(&plot->x, slot);
	y1 = top_of(plot, run, slot);
	if (!jb_layer_of(plot, run)->stepped) {
		put_stroke(plot, run, figure, (double[]){x0, y0, x1, y1});
		return;
	}
	put_stroke(plot, run, figure, (double[]){x0, y0, x1, y0});
	if (y0 != y1)
		put_stroke(plot, run, figure, (double[]){x1, y0, x1, y1});
}

static void put_dot(jb_plot *plot, size_t run, size_t slot)
{
	const jb_figure *figure = figure_of(plot, run, slot);
	bool ahead = jb_is_ahead(figure->status);
	const jb_ink *ink = jb_is_target(figure) ? plot->desk->accent
						 : jb_run_ink(plot, run);
	bool lone = before(plot, run, slot) == plot->frame.n_slots &&
		    after(plot, run, slot) == plot->frame.n_slots;
	jb_item *item;

	if (!lone && !ahead && plot->frame.n_slots > dots_most &&
		!plot->frame.gaps && slot != jb_run_last(plot, run))
		return;
	item = jb_put_circle(plot->desk, plot->group,
		jb_slot_at(&plot->x, slot), top_of(plot, run, slot), dot_pt,
		ahead ? jb_desk_ink(plot->desk, "paper") : ink,
		ahead ? ink : NULL, ahead ? 1 : 0);
	item->figure = figure->id;
	item->pos = figure->value_pos;
}

/* --- areas --- */

static jb_shade area_look(const jb_plot *plot, size_t run)
{
	if (plot->frame.n_runs == 1 &&
		!jb_layer_of(plot, run)->ink) /* its edge is the line */
		return (jb_shade){
			jb_desk_ink(plot->desk, "primary16"), JB_PATTERN_NONE};
	return jb_run_look(plot, run);
}

static bool is_ahead(const jb_plot *plot, size_t run, size_t slot)
{
	return jb_is_ahead(figure_of(plot, run, slot)->status);
}

/* Corners of the area over slots [from, to]: the upper edge, and the lower one
 * back. */
static size_t corners(
	const jb_plot *plot, size_t run, size_t from, size_t to, double *points)
{
	const jb_cell *cells = plot->frame.runs[run].cells;
	size_t n = 0;

	for (size_t i = from; i <= to; i++) {
		if (!jb_cell_has(&cells[i]))
			continue;
		points[n++] = jb_slot_at(&plot->x, i);
		points[n++] = top_of(plot, run, i);
	}
	for (size_t i = to + 1; i-- > from;) {
		double low, high;

		if (!jb_cell_has(&cells[i]))
			continue;
		jb_cell_span(plot, run, i, &low, &high);
		points[n++] = jb_slot_at(&plot->x, i);
		points[n++] = y_of(plot, run, low);
	}
	return n / 2;
}

/* Over slots [from, to], with the figure of the last: hatched to what is not
 * there yet. */
static void put_part(jb_plot *plot, size_t run, size_t from, size_t to)
{
	jb_arena *arena = plot->desk->arena;
	double *points = jb_new_array(arena, double, 4 * (to - from + 1));
	size_t n = corners(plot, run, from, to, points);
	guint first = plot->group->items->len;

	if (is_ahead(plot, run, to))
		jb_put_hatch(plot->desk, plot->group, points, n,
			jb_desk_ink(plot->desk, "primary"), 0.7, 2.6);
	else
		jb_put_look(plot->desk, plot->group, points, n,
			area_look(plot, run));
	jb_claim(plot->group, first, figure_of(plot, run, to));
}

/* What is there in one piece, what is not yet step by step. */
static void put_area(jb_plot *plot, size_t run)
{
	const jb_cell *cells = plot->frame.runs[run].cells;
	size_t n = plot->frame.n_slots, from = n, last = n;

	for (size_t i = 0; i < n; i++) {
		if (!jb_cell_has(&cells[i]))
			continue;
		if (from == n)
			from = i;
		if (last < n && is_ahead(plot, run, i)) {
			if (last > from)
				put_part(plot, run, from, last);
			put_part(plot, run, last, i);
			from = i;
		}
		last = i;
	}
	if (last < n && last > from)
		put_part(plot, run, from, last);
}

/* Its upper edge, value by value: paper between areas, a line on the only one.
 */
static void put_edge(jb_plot *plot, size_t run, size_t slot)
{
	size_t last = before(plot, run, slot);
	const jb_figure *figure = figure_of(plot, run, slot);
	bool only = plot->frame.n_runs == 1;
	jb_item *item;

	if (last == plot->frame.n_slots)
		return;
	item = jb_put_line(plot->desk, plot->group, jb_slot_at(&plot->x, last),
		top_of(plot, run, last), jb_slot_at(&plot->x, slot),
		top_of(plot, run, slot),
		jb_desk_ink(plot->desk, only ? "primary" : "paper"),
		only ? line_pt : gap_pt, false);
	item->figure = figure->id;
	item->pos = figure->value_pos;
}

/* --- all --- */

static void put_cells(jb_plot *plot, size_t run,
	void (*put)(jb_plot *plot, size_t run, size_t slot))
{
	for (size_t i = 0; i < plot->frame.n_slots; i++)
		if (is_drawn(&plot->frame.runs[run].cells[i]))
			put(plot, run, i);
}

static void put_run(jb_plot *plot, size_t run, jb_geom geom)
{
	switch (geom) {
	case JB_GEOM_RECT:
		put_cells(plot, run, put_rect);
		break;
	case JB_GEOM_LINE:
		put_cells(plot, run, put_segment);
		put_cells(plot, run, put_dot);
		break;
	case JB_GEOM_AREA:
		put_area(plot, run);
		put_cells(plot, run, put_edge);
		break;
	case JB_GEOM_POINT:
	case JB_GEOM_RULE:
	case JB_GEOM_LINK:
	case JB_GEOM_TRACK:
		break;
	}
}

void jb_shapes_put(jb_plot *plot)
{
	for (size_t i = 0; i < plot->spec->n; i++) {
		const jb_layer *layer = &plot->spec->layers[i];
		bool line = layer->geom == JB_GEOM_LINE;

		for (size_t r = 0; r < plot->frame.n_runs; r++)
			if (jb_layer_shows(plot, layer, r) &&
				!(line && r == plot->hero))
				put_run(plot, r, layer->geom);
		if (line && plot->hero < plot->frame.n_runs &&
			jb_layer_shows(plot, layer, plot->hero))
			put_run(plot, plot->hero,
				layer->geom); /* before others */
	}
}
