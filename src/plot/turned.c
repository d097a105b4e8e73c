/* turned.c - slots go down, values to the right: names in a column of their
 * own, or over their marks where that would leave no room; values at the ends,
 * so that no axis is needed.
 */
#include "plot/turned.h"

#include <math.h>

#include "model/wording.h"
#include "plot/marks.h"

static const double names_most = 0.38, marks_least = 72, name_gap = 10;
static const double row_gap = 8, dodged_h = 11, tick_room = 13;

/* ---- spans ---- */

static double value_at(const jb_plot *plot, size_t run, size_t slot)
{
	return run < plot->frame.n_runs
		       ? plot->frame.runs[run].cells[slot].value
		       : NAN;
}

bool jb_turned_total(const jb_cell *cell)
{
	return cell->stat->series &&
	       cell->stat->series->total == cell->stat->figure;
}

/* Each step begins where the one before it ends, a total at zero. */
static void stairs(
	const jb_plot *plot, size_t run, size_t slot, double *from, double *to)
{
	const jb_cell *cells = plot->frame.runs[run].cells;
	double level = 0;

	for (size_t i = 0; i < slot; i++)
		if (jb_cell_has(&cells[i]))
			level = jb_turned_total(&cells[i])
					? cells[i].value
					: level + cells[i].value;
	*from = jb_turned_total(&cells[slot]) ? 0 : level;
	*to = *from + cells[slot].value;
}

bool jb_turned_span(const jb_plot *plot, const jb_layer *layer, size_t run,
	size_t slot, double *from, double *to)
{
	double value = value_at(plot, run, slot);
	size_t first = layer->first ? jb_run_nth(plot, layer->first) : 0;

	if (!isfinite(value))
		return false;
	*from = 0;
	*to = value;
	if (layer->geom == JB_GEOM_TRACK)
		*to = 100 * plot->axes[0].unit;
	else if (layer->arrange == JB_ARRANGE_STACK)
		jb_cell_span(plot, run, slot, from, to);
	else if (layer->arrange == JB_ARRANGE_STAIRS)
		stairs(plot, run, slot, from, to);
	else if (layer->arrange == JB_ARRANGE_MIRROR && run == first)
		*to = -value;
	else if (layer->from)
		*from = value_at(plot, jb_run_nth(plot, layer->from), slot);
	return isfinite(*from);
}

/* ---- words ---- */

const char *jb_turned_words(const jb_turned *t, size_t run, size_t slot)
{
	if (run >= t->plot->frame.n_runs ||
		!t->plot->frame.runs[run].cells[slot].stat)
		return "";
	return jb_cell_text(t->plot, run, slot);
}

static jb_values_at values_at(const jb_spec *spec)
{
	for (size_t i = 0; i < spec->n; i++) {
		if (spec->layers[i].geom == JB_GEOM_RULE)
			return JB_VALUES_BESIDE;
		if (spec->layers[i].from)
			return JB_VALUES_PAIR;
		if (spec->layers[i].arrange == JB_ARRANGE_STACK)
			return JB_VALUES_INSIDE;
	}
	return JB_VALUES_END;
}

static bool goes_left(const jb_turned *t, size_t run, size_t slot)
{
	const jb_plot *plot = t->plot;
	double from, to, value = value_at(plot, run, slot);

	if (t->values == JB_VALUES_PAIR) {
		for (size_t r = 0; r < plot->frame.n_runs; r++)
			if (r != run &&
				(value_at(plot, r, slot) > value ||
					(value_at(plot, r, slot) == value &&
						r > run)))
				return true;
		return false;
	}
	return jb_layer_of(plot, run)->arrange != JB_ARRANGE_STAIRS &&
	       jb_turned_span(
		       plot, jb_layer_of(plot, run), run, slot, &from, &to) &&
	       to < 0;
}

/* Room for words at both sides, their gaps included. */
static void measure_tails(jb_turned *t)
{
	jb_plot *plot = t->plot;

	for (size_t i = 0; i < plot->frame.n_slots; i++) {
		double row = 0;

		for (size_t r = 0; r < plot->frame.n_runs; r++) {
			double wide = jb_plain_width(
				plot, jb_turned_words(t, r, i), JB_PLOT_LABEL);

			if (t->values == JB_VALUES_INSIDE || wide <= 0)
				continue;
			wide += JB_PLOT_GAP + JB_TURNED_DISC + 1;
			row += wide;
			if (goes_left(t, r, i))
				t->left_tail = fmax(t->left_tail, wide);
			else
				t->right_tail = fmax(t->right_tail, wide);
		}
		if (t->values == JB_VALUES_BESIDE)
			t->right_tail = fmax(t->right_tail, row);
	}
}

/* ---- names ---- */

static const jb_rich *name_of(const jb_plot *plot, size_t slot)
{
	if (plot->frame.by == JB_BY_NAME)
		return plot->frame.names[slot];
	return jb_rich_plain(plot->desk->arena,
		jb_slot_text(plot->desk->arena, &plot->frame, slot),
		plot->picture->picture->pos);
}

static double names_height(const jb_turned *t, double width)
{
	double most = 0;

	for (size_t i = 0; i < t->plot->frame.n_slots; i++)
		most = fmax(most,
			jb_set_text(t->plot->desk, name_of(t->plot, i),
				jb_desk_style(t->plot->desk, JB_PLOT_LABEL),
				NULL, width, NULL)
				->height);
	return most;
}

/* As wide as the longest, in two lines at most; else over the marks. */
static void choose_names(jb_turned *t)
{
	jb_plot *plot = t->plot;
	const jb_style *style = jb_desk_style(plot->desk, JB_PLOT_LABEL);
	double widest = 0;

	for (size_t i = 0; i < plot->frame.n_slots; i++)
		widest = fmax(widest,
			jb_text_width(plot->desk, name_of(plot, i), style, 0));
	t->names_w = fmin(ceil(widest) + 1, names_most * plot->width);
	t->name_h = names_height(t, t->names_w);
	if (plot->width - t->names_w - name_gap - t->left_tail -
				t->right_tail >=
			marks_least &&
		t->name_h <= 2.1 * style->leading_pt)
		return;
	t->names_w = 0;
	t->name_h = names_height(t, plot->width);
}

static void set_rows(jb_turned *t)
{
	const jb_plot *plot = t->plot;
	size_t n = 1;

	for (size_t r = 0; r < plot->frame.n_runs; r++) {
		size_t of;

		jb_place_in_layer(plot, r, &of);
		n = MAX(n, of);
	}
	t->band_h = n > 1 ? dodged_h * (double)n
		    : plot->frame.n_slots > 5 || plot->width < 200 ? 12
								   : 16;
	t->pitch = t->names_w > 0 ? fmax(t->name_h + 3, t->band_h + row_gap)
				  : t->name_h + 1 + t->band_h + row_gap;
}

double jb_turned_top(const jb_turned *t, size_t slot)
{
	double y = t->plot->top + t->pitch * (double)slot;

	return t->names_w > 0 ? y + (t->pitch - row_gap - t->band_h) / 2
			      : y + t->name_h + 1;
}

void jb_turned_band(const jb_turned *t, const jb_layer *layer, size_t run,
	size_t slot, double *y, double *h)
{
	size_t n, k = jb_place_in_layer(t->plot, run, &n);
	double fill = layer->fill > 0 ? fmin(layer->fill, 1) : 1;

	if (layer->arrange != JB_ARRANGE_DODGE)
		n = 1, k = 0;
	*h = t->band_h / (double)n;
	*y = jb_turned_top(t, slot) + *h * ((double)k + (1 - fill) / 2);
	*h *= fill;
}

static void put_names(jb_turned *t)
{
	jb_plot *plot = t->plot;
	const jb_style *style = jb_desk_style(plot->desk, JB_PLOT_LABEL);

	for (size_t i = 0; i < plot->frame.n_slots; i++) {
		jb_group *words = jb_set_text(plot->desk, name_of(plot, i),
			style, NULL, t->names_w > 0 ? t->names_w : plot->width,
			NULL);
		double top = jb_turned_top(t, i);

		jb_group_place(plot->group, words, 0,
			t->names_w > 0 ? top + (t->band_h - words->height) / 2
				       : top - 1 - t->name_h);
	}
}

/* ---- the scale ---- */

static bool needs_zero(const jb_plot *plot)
{
	for (size_t i = 0; i < plot->spec->n; i++) {
		const jb_layer *l = &plot->spec->layers[i];

		if (!l->from && l->geom != JB_GEOM_POINT)
			return true;
	}
	return !plot->spec->far;
}

static void set_domain(jb_turned *t)
{
	jb_plot *plot = t->plot;
	jb_axis *axis = &plot->axes[0];
	bool mirrored = false;

	axis->lo = INFINITY;
	axis->hi = -INFINITY;
	for (size_t l = 0; l < plot->spec->n; l++) {
		const jb_layer *layer = &plot->spec->layers[l];

		t->tracks = t->tracks || layer->geom == JB_GEOM_TRACK;
		mirrored = mirrored || layer->arrange == JB_ARRANGE_MIRROR;
		for (size_t r = 0; r < plot->frame.n_runs; r++)
			for (size_t i = 0; i < plot->frame.n_slots; i++) {
				double a, b;

				if (!jb_layer_shows(plot, layer, r) ||
					!jb_turned_span(
						plot, layer, r, i, &a, &b))
					continue;
				if (layer->geom == JB_GEOM_POINT)
					a = b;
				axis->lo = fmin(axis->lo, fmin(a, b));
				axis->hi = fmax(axis->hi, fmax(a, b));
			}
	}
	t->read = !needs_zero(plot) && axis->lo > 0.5 * axis->hi;
	if (!t->read) {
		axis->lo = fmin(axis->lo, 0);
		axis->hi = fmax(axis->hi, 0);
	}
	if (mirrored)
		axis->lo = -(axis->hi = fmax(axis->hi, -axis->lo));
	if (axis->lo >= axis->hi)
		axis->hi = axis->lo + axis->unit;
}

static void set_scale(jb_turned *t)
{
	jb_plot *plot = t->plot;
	double x = t->names_w > 0 ? t->names_w + name_gap : 0;

	if (t->read)
		jb_plan_ticks(plot, 0, 4);
	plot->left = x + (plot->axes[0].lo < 0 || t->values == JB_VALUES_PAIR
					 ? t->left_tail
					 : 0);
	plot->right = plot->width - t->right_tail;
	plot->axes[0].scale = (jb_linear){
		plot->axes[0].lo, plot->axes[0].hi, plot->left, plot->right};
}

static double x_of(const jb_plot *plot, double value)
{
	return jb_linear_at(&plot->axes[0].scale, value);
}

/* ---- guides ---- */

static void put_down(jb_turned *t, double x, const char *ink, double wide)
{
	jb_plot *plot = t->plot;

	if (t->names_w > 0) {
		jb_put_line(plot->desk, plot->group, x, plot->top, x,
			plot->bottom, jb_desk_ink(plot->desk, ink), wide,
			false);
		return;
	}
	for (size_t i = 0; i < plot->frame.n_slots; i++) {
		double y = jb_turned_top(t, i);

		jb_put_line(plot->desk, plot->group, x, y, x, y + t->band_h,
			jb_desk_ink(plot->desk, ink), wide, false);
	}
}

static void put_ticks(jb_turned *t)
{
	jb_plot *plot = t->plot;
	const jb_axis *axis = &plot->axes[0];

	for (size_t i = 0; t->read && i < axis->n_ticks; i++) {
		double x = x_of(plot, axis->ticks[i] * axis->unit);

		put_down(t, x, "text20", 0.35);
		jb_put_text(plot->desk, plot->group, x, plot->bottom + 9,
			JB_ALIGN_CENTER,
			jb_rich_plain(plot->desk->arena,
				jb_axis_text(plot, 0, i),
				plot->picture->picture->pos),
			jb_desk_style(plot->desk, JB_PLOT_SMALL), NULL, 0);
	}
}

static void put_across(jb_turned *t)
{
	jb_plot *plot = t->plot;

	if (t->values == JB_VALUES_PAIR && !t->read)
		return; /* nothing begins at zero */
	if (!t->read)
		put_down(t, x_of(plot, 0), "text70", 0.5);
	else
		jb_note_add(plot, "横轴不从零起", NULL);
	for (size_t i = 0; i < plot->picture->n_lines; i++) {
		const jb_figure *f = plot->picture->lines[i].figure;
		double x = x_of(plot, jb_figure_size(f));
		guint from = plot->group->items->len;

		jb_put_line(plot->desk, plot->group, x, plot->top, x,
			plot->bottom, plot->desk->accent, 1, true);
		jb_claim(plot->group, from, f);
	}
}

/* ---- the plot ---- */

static void take_lines(jb_plot *plot)
{
	jb_axis *axis = &plot->axes[0];

	for (size_t i = 0; i < plot->picture->n_lines; i++) {
		double v = jb_figure_size(plot->picture->lines[i].figure);

		axis->lo = fmin(axis->lo, v);
		axis->hi = fmax(axis->hi, v);
	}
}

void jb_turned_put(jb_plot *plot)
{
	jb_turned t = {.plot = plot, .values = values_at(plot->spec)};

	jb_plan_measure(plot, 0);
	set_domain(&t);
	take_lines(plot);
	measure_tails(&t);
	choose_names(&t);
	set_rows(&t);
	jb_legend_choose(plot);
	plot->top = jb_legend_put(plot, 0, true) + (plot->n_legend ? 2 : 0);
	plot->bottom =
		plot->top + t.pitch * (double)plot->frame.n_slots - row_gap;
	set_scale(&t);
	put_ticks(&t);
	jb_turned_marks(&t);
	put_across(&t);
	put_names(&t);
	jb_turned_values(&t);
	if (plot->partial)
		jb_note_unsaid(plot);
	plot->group->height = plot->bottom + (t.read ? tick_room : 0);
}
