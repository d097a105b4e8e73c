/* heat.c - a table of values as fields, the darker the more.
 *
 * Series are rows and what they share, names or times, are columns; or the
 * other way round where only that leaves each column room for its name.  Fields
 * are of one size; classes of one size have round bounds (classes.h).
 */
#include "plot/places.h"

#include <math.h>

#include "plot/classes.h"
#include "plot/marks.h"

static const double field_least = 5, field_most = 160, gap_pt = 1, pad_pt = 1.5;
static const double names_most = 0.35, names_gap = 6, legend_gap = 6;

struct heat {
	jb_plot *plot;
	jb_classes classes;
	bool turned; /* series are columns */
	size_t rows, columns;
	double left, top;   /* of the fields */
	double wide, *high; /* of a field, of each row */
	bool values;	    /* all of them fit their fields */
	size_t each;	    /* of so many columns one is named */
};

/* ---- what stands where ---- */

static const jb_cell *cell_at(
	const struct heat *heat, size_t row, size_t column)
{
	const jb_frame *frame = &heat->plot->frame;

	return heat->turned ? &frame->runs[column].cells[row]
			    : &frame->runs[row].cells[column];
}

static const jb_rich *slot_name(const struct heat *heat, size_t slot)
{
	jb_plot *plot = heat->plot;
	const jb_frame *frame = &plot->frame;

	if (frame->by == JB_BY_NAME)
		return frame->names[slot];
	return jb_words_of(plot, jb_slot_text(plot->desk->arena, frame, slot),
		NULL, plot->picture->picture->pos);
}

/* NULL where a series has no name: figures that are in none. */
static const jb_rich *name_of(const struct heat *heat, size_t i, bool row)
{
	return row == heat->turned ? slot_name(heat, i)
				   : heat->plot->frame.runs[i].name;
}

static const char *value_of(const struct heat *heat, const jb_cell *cell)
{
	return jb_measured_text(heat->plot->desk->arena, cell->stat->figure,
		&heat->classes.measure);
}

static double widest(const struct heat *heat, size_t n, bool rows)
{
	double wide = 0;

	for (size_t i = 0; i < n; i++)
		wide = fmax(wide,
			jb_word_width(heat->plot, name_of(heat, i, rows)));
	return wide;
}

static double widest_value(const struct heat *heat)
{
	jb_plot *plot = heat->plot;
	double wide = 0;

	for (size_t i = 0; i < heat->rows; i++)
		for (size_t k = 0; k < heat->columns; k++) {
			const jb_cell *cell = cell_at(heat, i, k);

			if (cell->stat)
				wide = fmax(wide, jb_plain_width(plot,
							  value_of(heat, cell),
							  JB_PLOT_LABEL));
		}
	return wide;
}

/* ---- the plan ---- */

static void turn(struct heat *heat, bool turned)
{
	const jb_frame *frame = &heat->plot->frame;
	double names;

	heat->turned = turned;
	heat->rows = turned ? frame->n_slots : frame->n_runs;
	heat->columns = turned ? frame->n_runs : frame->n_slots;
	names = fmin(
		widest(heat, heat->rows, true), names_most * heat->plot->width);
	heat->left = names > 0 ? names + names_gap : 0;
	heat->wide = fmin(
		(heat->plot->width - heat->left) / heat->columns, field_most);
}

static bool heads_fit(const struct heat *heat)
{
	return widest(heat, heat->columns, false) + 2 * pad_pt <= heat->wide;
}

/* Columns stay so narrow only where they are times, of which some are named. */
static bool settle(struct heat *heat)
{
	const jb_plot *plot = heat->plot;

	turn(heat, false);
	heat->each = 1;
	if (heads_fit(heat))
		return true;
	turn(heat, true);
	if (heads_fit(heat))
		return true;
	turn(heat, false);
	if (plot->frame.by != JB_BY_NAME && heat->wide >= field_least) {
		heat->each = (size_t)ceil(
			(widest(heat, heat->columns, false) + names_gap) /
			heat->wide);
		return true;
	}
	jb_error(plot->desk->diags, plot->picture->picture->pos,
		"%zu columns do not fit in %.0f mm", heat->columns,
		(plot->width - heat->left) * 25.4 / 72);
	jb_hint(plot->desk->diags,
		"shorter names do, or `lead: true` gives more room");
	return false;
}

static void measure_rows(struct heat *heat)
{
	jb_plot *plot = heat->plot;
	double least = jb_word_height(plot) + 6;

	heat->high = jb_new_array(plot->desk->arena, double, heat->rows);
	for (size_t i = 0; i < heat->rows; i++)
		heat->high[i] = fmax(
			least, jb_lines_put(plot, 0, 0, heat->left - names_gap,
				       name_of(heat, i, true), JB_TEXT_START,
				       NULL, false) +
				       2);
}

/* ---- drawing ---- */

static void put_heads(struct heat *heat)
{
	jb_plot *plot = heat->plot;
	double line = jb_word_height(plot);

	for (size_t k = 0; k < heat->columns; k += heat->each) {
		const jb_rich *name = name_of(heat, k, false);
		double x = heat->left + heat->wide * k;

		if (jb_rich_empty(name))
			continue;
		if (heat->each == 1)
			jb_word_put(plot, x + (heat->wide - gap_pt) / 2,
				heat->top + line / 2, JB_ALIGN_CENTER, name,
				NULL);
		else if (x + jb_word_width(plot, name) <= plot->width)
			jb_word_put(plot, x, heat->top + line / 2,
				JB_ALIGN_START, name, NULL);
	}
	heat->top += line + 2;
}

static void put_value(
	const struct heat *heat, const jb_cell *cell, const jb_area *at)
{
	jb_plot *plot = heat->plot;
	const jb_figure *f = cell->stat->figure;
	double cx = (at->x0 + at->x1) / 2, cy = (at->y0 + at->y1) / 2;
	const jb_rich *words =
		jb_words_of(plot, value_of(heat, cell), f, f->value_pos);
	double w = jb_word_width(plot, words), h = jb_word_height(plot);
	const jb_ink *ink = jb_class_ground(plot, &heat->classes, f,
		&(jb_area){cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2});

	jb_word_put(plot, cx, cy, JB_ALIGN_CENTER, words, ink);
}

/* What has no value, and no room to say so. */
static void add_missing(
	const struct heat *heat, const jb_cell *cell, size_t row, size_t column)
{
	jb_arena *arena = heat->plot->desk->arena;
	const jb_rich *names[] = {
		name_of(heat, row, true), name_of(heat, column, false)};

	jb_note_add(heat->plot,
		jb_sprintf(arena, "%s%s%s",
			names[0] ? jb_rich_text(arena, names[0]) : "",
			names[1] ? jb_rich_text(arena, names[1]) : "",
			value_of(heat, cell)),
		cell->stat->figure);
}

static void put_cell(
	const struct heat *heat, size_t row, size_t column, double y)
{
	jb_plot *plot = heat->plot;
	const jb_cell *cell = cell_at(heat, row, column);
	const jb_figure *f = cell->stat ? cell->stat->figure : NULL;
	double x = heat->left + heat->wide * column;
	const jb_area at = {
		x, y, x + heat->wide - gap_pt, y + heat->high[row] - gap_pt};
	guint from = plot->group->items->len;

	jb_class_field(plot, &heat->classes, f, &at);
	if (!f) {
		jb_claim_at(plot->group, from, plot->picture->picture->pos);
		return;
	}
	if (heat->values)
		put_value(heat, cell, &at);
	else if (!f->has_value)
		add_missing(heat, cell, row, column);
	jb_claim(plot->group, from, f);
}

static void put_rows(struct heat *heat)
{
	jb_plot *plot = heat->plot;
	double y = heat->top;

	for (size_t i = 0; i < heat->rows; i++) {
		const jb_rich *name = name_of(heat, i, true);
		double room = heat->left - names_gap, h;

		h = jb_lines_put(
			plot, 0, 0, room, name, JB_TEXT_START, NULL, false);
		jb_lines_put(plot, 0, y + (heat->high[i] - gap_pt - h) / 2,
			room, name, JB_TEXT_START, NULL, true);
		for (size_t k = 0; k < heat->columns; k++)
			put_cell(heat, i, k, y);
		y += heat->high[i];
	}
	plot->group->height = y - gap_pt;
}

static void add_remarks(const struct heat *heat)
{
	bool empty = false;

	for (size_t i = 0; i < heat->rows; i++)
		for (size_t k = 0; k < heat->columns; k++)
			empty = empty || !cell_at(heat, i, k)->stat;
	if (empty)
		jb_note_empty(heat->plot);
	if (!heat->values)
		jb_note_unsaid(heat->plot);
}

void jb_heat_put(jb_plot *plot)
{
	struct heat heat = {.plot = plot};

	if (!jb_frame_read(plot->desk, &plot->frame, plot->picture))
		return;
	heat.classes = jb_classes_of(plot);
	if (!settle(&heat))
		return;
	heat.values = widest_value(&heat) + gap_pt + 2 * pad_pt <= heat.wide;
	heat.top = jb_classes_legend(plot, &heat.classes) + legend_gap;
	measure_rows(&heat);
	put_heads(&heat);
	put_rows(&heat);
	add_remarks(&heat);
}
