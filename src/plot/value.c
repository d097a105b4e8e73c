/* value.c - values at their marks, and words at the ends of lines. */
#include "plot/plan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/wording.h"
#include "plot/marks.h"
#include "plot/spread.h"

static const double digits_pt = 5.8, inside_least = 10, end_line = 11;

struct place {
	double x, baseline, room; /* the middle; how wide words may be */
};

static const jb_figure *figure_of(const jb_plot *plot, size_t run, size_t slot)
{
	return plot->frame.runs[run].cells[slot].stat->figure;
}

static void put(jb_plot *plot, const jb_figure *figure, const char *text,
	double x, double baseline, jb_align align, const jb_ink *ink)
{
	const jb_rich *rich =
		jb_rich_plain(plot->desk->arena, text, figure->value_pos);
	guint from = plot->group->items->len;

	rich->pieces[0].figure = figure->id;
	jb_put_text(plot->desk, plot->group, x, baseline, align, rich,
		jb_desk_style(plot->desk, JB_PLOT_LABEL), ink, 0);
	jb_claim(plot->group, from, figure);
}

/* A ground under words that a line across would strike through, or a pattern.
 */
static void put_plate(jb_plot *plot, double x, double baseline, double width,
	const jb_ink *ground)
{
	jb_put_rect(plot->desk, plot->group, x - width / 2 - 1,
		baseline - digits_pt - 1.5, width + 2, digits_pt + 3, ground);
}

static bool is_struck(const jb_plot *plot, double baseline)
{
	for (size_t i = 0; i < plot->picture->n_lines; i++) {
		double y = jb_linear_at(&plot->axes[0].scale,
			jb_figure_size(plot->picture->lines[i].figure));

		if (y > baseline - digits_pt - 2 && y < baseline + 2)
			return true;
	}
	return false;
}

/* --- notes --- */

static void add_note(jb_plot *plot, size_t run, size_t slot)
{
	jb_arena *arena = plot->desk->arena;
	const jb_rich *name = plot->frame.runs[run].name;
	const char *of = plot->frame.n_runs > 1 && !jb_rich_empty(name)
				 ? jb_rich_text(arena, name)
				 : "";

	jb_note_add(plot,
		jb_sprintf(arena, "%s%s：%s",
			jb_slot_text(arena, &plot->frame, slot), of,
			jb_cell_text(plot, run, slot)),
		figure_of(plot, run, slot));
}

/* --- at columns --- */

/* At the end of a column, or on zero. */
static struct place outside(const jb_plot *plot, size_t run, size_t slot)
{
	const jb_axis *axis = &plot->axes[jb_axis_of(plot, run)];
	const jb_cell *cell = &plot->frame.runs[run].cells[slot];
	double value = jb_cell_has(cell) ? cell->value : 0;
	double y = jb_linear_at(&axis->scale, value), x, w;
	size_t n;

	jb_rect_band(plot, run, slot, &x, &w);
	jb_place_in_layer(plot, run, &n);
	return (struct place){x + w / 2,
		value < 0 ? y + JB_PLOT_GAP + digits_pt : y - JB_PLOT_GAP,
		n > 1 ? w : jb_slot_pitch(&plot->x)};
}

static void put_outside(jb_plot *plot, size_t run, size_t slot)
{
	struct place at = outside(plot, run, slot);
	const char *text = jb_cell_text(plot, run, slot);
	double wide = jb_plain_width(plot, text, JB_PLOT_LABEL);
	bool hero = plot->picture->picture->hero == figure_of(plot, run, slot);

	if (wide + 2 > at.room) {
		add_note(plot, run, slot);
		return;
	}
	if (is_struck(plot, at.baseline))
		put_plate(plot, at.x, at.baseline, wide,
			jb_desk_ink(plot->desk, "paper"));
	put(plot, figure_of(plot, run, slot), text, at.x, at.baseline,
		JB_ALIGN_CENTER, hero ? plot->desk->accent : NULL);
}

/* --- in columns that stand on others --- */

static void put_inside(jb_plot *plot, size_t run, size_t slot)
{
	const jb_figure *figure = figure_of(plot, run, slot);
	const jb_linear *scale = &plot->axes[0].scale;
	const char *text = jb_cell_text(plot, run, slot);
	double wide = jb_plain_width(plot, text, JB_PLOT_LABEL);
	const jb_ink *ground = jb_run_ink(plot, run), *ink;
	double from, to, x, w, y0, y1, baseline;

	jb_rect_band(plot, run, slot, &x, &w);
	jb_cell_span(plot, run, slot, &from, &to);
	y0 = jb_linear_at(scale, from);
	y1 = jb_linear_at(scale, to);
	if (fabs(y1 - y0) < inside_least || wide + 3 > w) {
		if (jb_cell_special(plot, run, slot))
			add_note(plot, run, slot);
		else
			plot->partial = true;
		return;
	}
	baseline = (y0 + y1 + digits_pt) / 2;
	ink = jb_ink_on(plot->desk, ground);
	if (!ink || jb_is_ahead(figure->status)) {
		ink = NULL;
		ground = jb_desk_ink(plot->desk, "paper");
	}
	if (!ink || jb_run_look(plot, run).pattern)
		put_plate(plot, x + w / 2, baseline, wide, ground);
	put(plot, figure, text, x + w / 2, baseline, JB_ALIGN_CENTER, ink);
}

/* --- all cells --- */

static void put_value(jb_plot *plot, size_t run, size_t slot)
{
	const jb_layer *layer = jb_layer_of(plot, run);
	const jb_cell *cell = &plot->frame.runs[run].cells[slot];

	if (!cell->stat)
		return;
	if (layer->arrange == JB_ARRANGE_STACK && jb_cell_has(cell) &&
		layer->geom == JB_GEOM_RECT)
		put_inside(plot, run, slot);
	else if (layer->geom == JB_GEOM_RECT && plot->n_axes == 1 &&
		 layer->arrange != JB_ARRANGE_STACK &&
		 (plot->direct || jb_cell_special(plot, run, slot)))
		put_outside(plot, run, slot);
	else if (jb_cell_special(plot, run, slot) &&
		 !(plot->ended && slot == jb_run_last(plot, run)) &&
		 !(plot->spec->both && slot == jb_run_first(plot, run)))
		add_note(plot, run, slot);
}

void jb_values_put(jb_plot *plot)
{
	for (size_t i = 0; i < plot->frame.n_slots; i++)
		for (size_t r = 0; r < plot->frame.n_runs; r++)
			put_value(plot, r, i);
}

/* --- ends of lines --- */

struct end {
	size_t run, slot;
	double y; /* where it wants to stand */
};

static int by_place(const void *a, const void *b)
{
	const struct end *left = a, *right = b;

	if (left->y != right->y)
		return left->y < right->y ? -1 : 1;
	return left->run < right->run ? -1 : 1;
}

static double end_y(const jb_plot *plot, size_t run, size_t slot)
{
	const jb_linear *scale = &plot->axes[0].scale;
	double from, to;

	jb_cell_span(plot, run, slot, &from, &to);
	if (plot->spec->layers[0].geom == JB_GEOM_AREA &&
		plot->frame.n_runs > 1)
		return jb_linear_at(scale, (from + to) / 2);
	return jb_linear_at(scale, to);
}

static void put_end(jb_plot *plot, const struct end *end, double y, bool start)
{
	const jb_figure *figure = figure_of(plot, end->run, end->slot);
	double x = jb_slot_at(&plot->x, end->slot);
	double words = start ? plot->left - JB_PLOT_END_GAP
			     : plot->right + JB_PLOT_END_GAP;
	bool far = start ? end->slot > 0 : end->slot + 1 < plot->frame.n_slots;
	guint from = plot->group->items->len;

	if (fabs(y - end->y) > 1 || far)
		jb_put_line(plot->desk, plot->group, start ? x - 3 : x + 3,
			end->y, start ? words + 2 : words - 2, y,
			jb_desk_ink(plot->desk, "text45"), 0.35, false);
	jb_put_text(plot->desk, plot->group, words, y + 2.8,
		start ? JB_ALIGN_END : JB_ALIGN_START,
		jb_end_words(plot, end->run, end->slot),
		jb_desk_style(plot->desk, JB_PLOT_LABEL), NULL, 0);
	jb_claim(plot->group, from, figure);
}

/* At the last values, or the first. */
static void put_ends(jb_plot *plot, bool start)
{
	jb_arena *arena = plot->desk->arena;
	size_t n = 0, runs = plot->frame.n_runs;
	struct end *ends = jb_new_array(arena, struct end, runs);
	jb_wish *wishes = jb_new_array(arena, jb_wish, runs);
	double *places = jb_new_array(arena, double, runs);

	for (size_t r = 0; r < runs; r++) {
		size_t slot =
			start ? jb_run_first(plot, r) : jb_run_last(plot, r);

		if (slot < plot->frame.n_slots)
			ends[n++] = (struct end){r, slot, end_y(plot, r, slot)};
	}
	qsort(ends, n, sizeof(*ends), by_place);
	for (size_t i = 0; i < n; i++)
		wishes[i] = (jb_wish){ends[i].y, 1};
	jb_spread(arena, wishes, n, end_line, plot->top, plot->bottom, places);
	for (size_t i = 0; i < n; i++)
		put_end(plot, &ends[i], places[i], start);
}

void jb_ends_put(jb_plot *plot)
{
	if (plot->ended)
		put_ends(plot, false);
	if (plot->spec->both)
		put_ends(plot, true);
}
