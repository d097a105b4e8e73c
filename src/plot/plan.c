/* plan.c - from the outside in: words, the plot's rectangle, ticks. */
#include "plot/plan.h"

#include <math.h>
#include <string.h>

#include "model/wording.h"
#include "plot/marks.h"

static const double shape = 0.46, height_least = 92, height_most = 208;
static const double rect_most = 40; /* no column is wider */
static const double value_room = 12, end_most = 0.4;
static const double slot_line = 11, end_line = 11, tick_gap = 5;

/* ---- layers and cells ---- */

size_t jb_run_nth(const jb_plot *plot, jb_nth nth)
{
	size_t n = plot->frame.n_runs;

	if (nth > 0)
		return MIN((size_t)nth - 1, n);
	return nth < 0 && (size_t)-nth <= n ? n - (size_t)-nth : n;
}

bool jb_layer_shows(const jb_plot *plot, const jb_layer *layer, size_t run)
{
	size_t first = layer->first ? jb_run_nth(plot, layer->first) : 0;
	size_t last = jb_run_nth(plot, layer->last ? layer->last : -1);

	return run >= first && run <= last;
}

const jb_layer *jb_layer_of(const jb_plot *plot, size_t run)
{
	size_t i = plot->spec->n - 1;

	while (i > 0 && !jb_layer_shows(plot, &plot->spec->layers[i], run))
		i--;
	return &plot->spec->layers[i];
}

size_t jb_axis_of(const jb_plot *plot, size_t run)
{
	return jb_layer_of(plot, run)->right ? 1 : 0;
}

size_t jb_place_in_layer(const jb_plot *plot, size_t run, size_t *n)
{
	const jb_layer *layer = jb_layer_of(plot, run);
	size_t place = 0;

	*n = 1;
	if (layer->arrange != JB_ARRANGE_DODGE)
		return 0;
	*n = 0;
	for (size_t i = 0; i < plot->frame.n_runs; i++) {
		place += i < run && jb_layer_shows(plot, layer, i);
		*n += jb_layer_shows(plot, layer, i);
	}
	return place;
}

static double slot_sum(const jb_plot *plot, size_t slot)
{
	double sum = 0;

	for (size_t i = 0; i < plot->frame.n_runs; i++)
		if (jb_cell_has(&plot->frame.runs[i].cells[slot]))
			sum += plot->frame.runs[i].cells[slot].value;
	return sum;
}

void jb_cell_span(
	const jb_plot *plot, size_t run, size_t slot, double *from, double *to)
{
	double value = plot->frame.runs[run].cells[slot].value, under = 0;
	double whole = 1;

	for (size_t i = 0; i < run; i++) {
		double below = plot->frame.runs[i].cells[slot].value;

		if (jb_layer_of(plot, run)->arrange == JB_ARRANGE_STACK &&
			isfinite(below) && (below < 0) == (value < 0))
			under += below;
	}
	if (plot->picture->picture->share && slot_sum(plot, slot) > 0)
		whole = slot_sum(plot, slot) / 100;
	*from = under / whole;
	*to = (under + value) / whole;
}

void jb_rect_band(
	const jb_plot *plot, size_t run, size_t slot, double *x, double *w)
{
	size_t n, k = jb_place_in_layer(plot, run, &n);
	double pitch = jb_slot_pitch(&plot->x);
	double fill = fmin(n > 1 ? 0.82 : 0.64, rect_most * (double)n / pitch);

	jb_slot_band(&plot->x, slot, fill, k, n, x, w);
}

size_t jb_find_hero(const jb_plot *plot)
{
	const jb_figure *hero = plot->picture->picture->hero;
	size_t run = 0;

	for (; hero && run < plot->frame.n_runs; run++)
		for (size_t i = 0; i < plot->frame.n_slots; i++) {
			const jb_stat *stat =
				plot->frame.runs[run].cells[i].stat;

			if (stat && stat->figure == hero)
				return run;
		}
	return plot->frame.n_runs;
}

/* Of lines: four that stay apart without colours; where one is told from the
 * others, they are grey. */
static const jb_ink *line_ink(const jb_plot *plot, size_t run, jb_shade class)
{
	static const char *const lines[JB_TINTS_MAX] = {
		"primary", "", "text70", "primary38"};

	if (plot->frame.n_runs > 1 && plot->picture->picture->hero)
		return jb_desk_ink(plot->desk, "text45");
	if (plot->picture->picture->colors || plot->frame.n_runs > JB_TINTS_MAX)
		return class.ink;
	if (jb_axis_of(plot, run) == 1 || run == 1)
		return plot->desk->accent;
	return jb_desk_ink(plot->desk, lines[run % G_N_ELEMENTS(lines)]);
}

jb_shade jb_layer_look(const jb_plot *plot, const jb_layer *layer, size_t run)
{
	jb_shade look = jb_class_look(plot->desk, run, plot->frame.n_runs,
		plot->picture->picture->colors);

	if (layer->geom != JB_GEOM_RECT && layer->geom != JB_GEOM_AREA)
		look.pattern = JB_PATTERN_NONE;
	if (layer->geom == JB_GEOM_LINE && run == plot->hero)
		return (jb_shade){plot->desk->accent, JB_PATTERN_NONE};
	if (layer->geom == JB_GEOM_LINE)
		look.ink = line_ink(plot, run, look);
	return layer->ink ? (jb_shade){jb_desk_ink(plot->desk, layer->ink),
				    JB_PATTERN_NONE}
			  : look;
}

jb_shade jb_run_look(const jb_plot *plot, size_t run)
{
	return jb_layer_look(plot, jb_layer_of(plot, run), run);
}

const jb_ink *jb_run_ink(const jb_plot *plot, size_t run)
{
	return jb_run_look(plot, run).ink;
}

const char *jb_cell_text(const jb_plot *plot, size_t run, size_t slot)
{
	return jb_measured_text(plot->desk->arena,
		plot->frame.runs[run].cells[slot].stat->figure,
		&plot->axes[jb_axis_of(plot, run)].said);
}

double jb_plain_width(jb_plot *plot, const char *text, const char *style)
{
	return jb_text_width(plot->desk,
		jb_rich_plain(plot->desk->arena, text, (jb_pos){0}),
		jb_desk_style(plot->desk, style), 0);
}

bool jb_cell_special(const jb_plot *plot, size_t run, size_t slot)
{
	const jb_cell *cell = &plot->frame.runs[run].cells[slot];

	if (!cell->stat)
		return false;
	if (!jb_cell_has(cell) || cell->stat->figure->as ||
		cell->stat->figure->bound != JB_EXACT)
		return true;
	return cell->value == 0 && jb_layer_of(plot, run)->geom == JB_GEOM_RECT;
}

size_t jb_run_last(const jb_plot *plot, size_t run)
{
	for (size_t i = plot->frame.n_slots; i-- > 0;)
		if (jb_cell_has(&plot->frame.runs[run].cells[i]))
			return i;
	return plot->frame.n_slots;
}

/* ---- domains ---- */

/* All values of an axis, with those of the lines across. */
static void set_domain(jb_plot *plot, size_t a)
{
	jb_axis *axis = &plot->axes[a];
	bool zero = plot->n_axes > 1;

	axis->lo = INFINITY;
	axis->hi = -INFINITY;
	for (size_t r = 0; r < plot->frame.n_runs; r++) {
		if (jb_axis_of(plot, r) != a)
			continue;
		zero = zero || jb_layer_of(plot, r)->geom != JB_GEOM_LINE;
		for (size_t i = 0; i < plot->frame.n_slots; i++) {
			double from, to;

			if (!jb_cell_has(&plot->frame.runs[r].cells[i]))
				continue;
			jb_cell_span(plot, r, i, &from, &to);
			axis->lo = fmin(axis->lo, to);
			axis->hi = fmax(axis->hi, to);
		}
	}
	for (size_t i = 0; a == 0 && i < plot->picture->n_lines; i++) {
		double value = jb_figure_size(plot->picture->lines[i].figure);

		axis->lo = fmin(axis->lo, value);
		axis->hi = fmax(axis->hi, value);
	}
	/* lines that stand far from zero need not begin there: a note says so
	 */
	if (plot->spec->both && axis->lo < axis->hi)
		return; /* values stand at their points: no axis is read */
	if (zero || (axis->lo > 0 && axis->lo < 0.5 * axis->hi) ||
		(axis->hi < 0 && axis->hi > 0.5 * axis->lo) ||
		axis->lo >= axis->hi) {
		axis->lo = fmin(axis->lo, 0);
		axis->hi = fmax(axis->hi, 0);
	}
	if (axis->lo >= axis->hi)
		axis->hi = axis->lo + axis->unit;
}

void jb_plan_measure(jb_plot *plot, size_t a)
{
	GPtrArray *figures = g_ptr_array_new();
	jb_axis *axis = &plot->axes[a];

	for (size_t i = 0; i < plot->picture->of.n_stats; i++) {
		const jb_figure *f = plot->picture->of.stats[i].figure;
		const jb_figure *any =
			plot->frame.runs[a == 0 ? 0 : plot->frame.n_runs - 1]
				.any;

		if (strcmp(f->noun, any->noun) == 0)
			g_ptr_array_add(figures, (void *)f);
	}
	axis->measure = jb_measure_of(plot->desk->arena,
		(const jb_figure *const *)figures->pdata, figures->len);
	g_ptr_array_free(figures, TRUE);
	axis->said = axis->measure;
	if (plot->picture->picture->share)
		axis->measure = (jb_measure){0, "%"};
	axis->unit = pow(10, axis->measure.power);
}

/* ---- ticks ---- */

static bool is_whole(const jb_plot *plot, size_t a)
{
	for (size_t i = 0; i < plot->picture->of.n_stats; i++) {
		const jb_figure *f = plot->picture->of.stats[i].figure;

		if (f->has_value && f->value.exponent < 0)
			return false;
	}
	return plot->axes[a].hi - plot->axes[a].lo > 3 * plot->axes[a].unit;
}

void jb_plan_ticks(jb_plot *plot, size_t a, int want)
{
	jb_axis *axis = &plot->axes[a];
	double lo = axis->lo / axis->unit, hi = axis->hi / axis->unit;
	bool percent = strcmp(axis->measure.unit, "%") == 0;

	if (percent && lo == 0 && hi > 75 && hi < 102) {
		axis->n_ticks = 5; /* parts of a whole, rounded or not */
		for (size_t i = 0; i < 5; i++)
			axis->ticks[i] = 25.0 * (double)i;
	} else {
		axis->n_ticks = jb_ticks(lo, hi, want,
			!percent && is_whole(plot, a), axis->ticks);
	}
	axis->step = axis->ticks[1] - axis->ticks[0];
	axis->lo = axis->ticks[0] * axis->unit;
	axis->hi = fmax(axis->hi, axis->ticks[axis->n_ticks - 1] * axis->unit);
}

const char *jb_axis_text(const jb_plot *plot, size_t a, size_t i)
{
	const jb_axis *axis = &plot->axes[a];
	const char *text =
		jb_tick_text(plot->desk->arena, axis->ticks[i], axis->step);

	return plot->picture->picture->share
		       ? jb_sprintf(plot->desk->arena, "%s%%", text)
		       : text;
}

static double ticks_width(jb_plot *plot, size_t a)
{
	const jb_axis *axis = &plot->axes[a];
	double widest = 0;

	for (size_t i = 0; i < axis->n_ticks; i++)
		widest = fmax(
			widest, jb_plain_width(plot, jb_axis_text(plot, a, i),
					JB_PLOT_SMALL));
	return widest + tick_gap;
}

/* ---- what stands at marks ---- */

/* Every value has the room of its column. */
static bool values_fit(jb_plot *plot)
{
	const jb_layer *layer = &plot->spec->layers[0];

	if (layer->geom != JB_GEOM_RECT || plot->n_axes > 1 ||
		layer->arrange == JB_ARRANGE_STACK)
		return false;
	for (size_t r = 0; r < plot->frame.n_runs; r++)
		for (size_t i = 0; i < plot->frame.n_slots; i++) {
			size_t n;
			double room;

			if (!jb_cell_has(&plot->frame.runs[r].cells[i]))
				continue;
			jb_place_in_layer(plot, r, &n);
			room = n > 1 ? fmin(0.82 / (double)n *
						       jb_slot_pitch(&plot->x),
					       rect_most)
				     : jb_slot_pitch(&plot->x);
			if (jb_plain_width(plot, jb_cell_text(plot, r, i),
				    JB_PLOT_LABEL) +
					2 >
				room)
				return false;
		}
	return true;
}

size_t jb_run_first(const jb_plot *plot, size_t run)
{
	size_t i = 0;

	while (i < plot->frame.n_slots &&
		!jb_cell_has(&plot->frame.runs[run].cells[i]))
		i++;
	return i;
}

const jb_rich *jb_end_words(const jb_plot *plot, size_t run, size_t slot)
{
	const jb_run_of *r = &plot->frame.runs[run];
	GArray *pieces = g_array_new(FALSE, TRUE, sizeof(jb_rich_piece));

	if (plot->frame.n_runs > 1 && !jb_rich_empty(r->name)) {
		jb_rich_piece name = {
			.text = jb_sprintf(plot->desk->arena, "%s ",
				jb_rich_text(plot->desk->arena, r->name)),
			.pos = r->name->pieces[0].pos};

		g_array_append_val(pieces, name);
	}
	if (slot < plot->frame.n_slots) {
		const jb_figure *f = r->cells[slot].stat->figure;
		jb_rich_piece value = {.text = jb_cell_text(plot, run, slot),
			.figure = f->id,
			.pos = f->value_pos};

		g_array_append_val(pieces, value);
	}
	return jb_rich_take(plot->desk->arena, pieces);
}

static double widest_end(
	jb_plot *plot, size_t (*slot_of)(const jb_plot *plot, size_t run))
{
	double widest = 0;

	for (size_t r = 0; r < plot->frame.n_runs; r++)
		widest = fmax(widest,
			jb_text_width(plot->desk,
				jb_end_words(plot, r, slot_of(plot, r)),
				jb_desk_style(plot->desk, JB_PLOT_LABEL), 0));
	return widest + JB_PLOT_END_GAP;
}

static void choose_ends(jb_plot *plot)
{
	double most = end_most * plot->width;

	if (plot->n_axes > 1 || plot->spec->layers[0].geom == JB_GEOM_RECT)
		return;
	plot->end_w = widest_end(plot, jb_run_last);
	plot->ended = plot->end_w <= most;
	if (plot->spec->both)
		plot->start_w = fmin(widest_end(plot, jb_run_first), most);
	if (!plot->ended)
		plot->end_w = 0;
}

/* ---- slots ---- */

static void set_x(jb_plot *plot)
{
	bool points = plot->spec->layers[0].geom != JB_GEOM_RECT;

	plot->x = (jb_slots_scale){
		.from = plot->left,
		.to = plot->right,
		.n = plot->frame.n_slots,
		.points = points,
		.inset = plot->spec->layers[0].geom == JB_GEOM_AREA ? 0 : 3,
	};
}

/* How many lines names take at the most, one of each `each`. */
static double lines_most(jb_plot *plot)
{
	double wide = jb_names_wide(plot), most = 0;

	for (size_t i = plot->each / 2; i < plot->frame.n_slots;
		i += plot->each) {
		size_t lines = 99;

		if (wide >= 16)
			jb_set_text(plot->desk, plot->frame.names[i],
				jb_desk_style(plot->desk, JB_PLOT_LABEL), NULL,
				wide, &lines);
		most = fmax(most, (double)lines);
	}
	return most;
}

/* Do numbers stand apart? */
static bool numbers_fit(jb_plot *plot)
{
	size_t n = plot->frame.n_slots;
	const char *number = jb_sprintf(plot->desk->arena, "%zu", n);

	return jb_slot_pitch(&plot->x) >=
	       jb_plain_width(plot, number, JB_PLOT_SMALL) + 1;
}

/* Names take at most three lines of their slot, else numbers stand there; where
 * there are too many even for these, every so many slots one is named. */
static double names_height(jb_plot *plot)
{
	double most;

	plot->each = 1;
	most = lines_most(plot);
	plot->keyed = most > 3 && numbers_fit(plot);
	if (plot->keyed)
		return slot_line;
	while (most > 3 && plot->each < plot->frame.n_slots) {
		plot->each = MIN(2 * plot->each, plot->frame.n_slots);
		most = lines_most(plot);
	}
	return most * jb_desk_style(plot->desk, JB_PLOT_LABEL)->leading_pt;
}

static double slots_height(jb_plot *plot)
{
	bool years = false;

	if (plot->frame.by == JB_BY_NAME)
		return names_height(plot);
	plot->dates = jb_new_array(
		plot->desk->arena, jb_date_tick, plot->frame.n_slots);
	plot->n_dates = jb_calendar(plot->desk, &plot->frame, &plot->x,
		jb_desk_style(plot->desk, JB_PLOT_LABEL), plot->dates);
	for (size_t i = 0; i < plot->n_dates; i++)
		years = years || plot->dates[i].year;
	return years ? 2 * slot_line : slot_line;
}

/* ---- the plan ---- */

static void set_scale(jb_plot *plot, jb_axis *axis)
{
	bool room = plot->direct || plot->totals;
	bool under = plot->spec->both || (room && axis->lo < 0);

	axis->scale = (jb_linear){
		.lo = axis->lo,
		.hi = axis->hi,
		.from = plot->bottom - (under ? value_room : 0),
		.to = plot->top + (room ? value_room : 0),
	};
}

static void plan_axes(jb_plot *plot)
{
	double right = plot->width - plot->end_w;

	for (size_t a = 0;
		a < plot->n_axes && !plot->direct && !plot->spec->both; a++) {
		jb_plan_ticks(plot, a, plot->bottom - plot->top <= 170 ? 4 : 5);
		if (a == 0)
			plot->left = ticks_width(plot, a);
		else
			right -= ticks_width(plot, a);
	}
	if (plot->spec->both)
		plot->left = plot->start_w;
	plot->right = right;
	if (plot->n_axes > 1)
		jb_align_zero(&plot->axes[0].lo, &plot->axes[0].hi,
			&plot->axes[1].lo, &plot->axes[1].hi);
}

void jb_plan(jb_plot *plot)
{
	double height = CLAMP(shape * plot->width, height_least, height_most);

	plot->right = plot->width;
	for (size_t a = 0; a < plot->n_axes; a++) {
		jb_plan_measure(plot, a);
		set_domain(plot, a);
	}
	set_x(plot);
	plot->direct = values_fit(plot);
	plot->totals = jb_totals_fit(plot);
	choose_ends(plot);
	jb_legend_choose(plot);
	plot->top = jb_legend_put(plot, 0, false) + (plot->direct ? 0 : 5);
	if (plot->ended)
		height = fmax(height, end_line * (double)plot->frame.n_runs);
	plot->bottom = plot->top + height + (plot->totals ? value_room : 0);
	plan_axes(plot);
	set_x(plot);
	plot->x_height = slots_height(plot) + 3;
	for (size_t a = 0; a < plot->n_axes; a++)
		set_scale(plot, &plot->axes[a]);
}
