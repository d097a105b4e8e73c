/* bars.c - lengths from zero, one row each, in the order of the report.
 *
 * Names at the left in a column of their own, values at the ends of the bars:
 * no axis is needed.  Where the column would leave no room for bars, names
 * stand over them.  Values below zero grow to the left.
 */
#include "chart/forms.h"

#include <math.h>

#include "plot/marks.h"
#include "chart/parts.h"
#include "model/wording.h"

static const double value_pt = 12, value_gap = 6, name_gap = 10;
static const double bars_least = 72, row_gap = 8, arrow_w = 18;

struct row {
	const jb_stat *stat;
	const jb_rich *name;
	double value, stub; /* stub: as far as 余 may go, else value */
	jb_callout callout;
	double callout_w, name_y, name_h, y;
	bool open; /* 以上, not below zero: an arrow before the value */
};

struct bars {
	jb_desk *desk;
	jb_group *group;
	const jb_bound_picture *picture;
	struct row *v;
	size_t n;
	double width, bar_h;
	double names_w; /* 0: names stand over the bars */
	double zero, per_unit;
	double left_tail; /* room for values below zero; 0: there are none */
};

/* What stands behind the end of a bar, with its gap. */
static double tail_width(const struct row *row)
{
	return value_gap + row->callout_w + (row->open ? arrow_w : 0);
}

/* Sets zero and the points a unit so that all bars and their values fit
 * between x and the width. */
static void set_scale(struct bars *bars, double x)
{
	double scale = INFINITY, least = 0;

	for (size_t i = 0; i < bars->n; i++) {
		const struct row *row = &bars->v[i];

		if (row->value >= 0)
			continue;
		least = MIN(least, row->value);
		bars->left_tail = MAX(bars->left_tail, tail_width(row));
	}
	x += bars->left_tail;
	for (size_t i = 0; i < bars->n; i++) {
		const struct row *row = &bars->v[i];
		double units = MAX(row->stub, 0) - least;
		double room = bars->width - x;

		if (row->value >= 0)
			room -= tail_width(row);
		if (units > 0)
			scale = MIN(scale, room / units);
	}
	bars->per_unit = isfinite(scale) ? MAX(scale, 0) : 0;
	bars->zero = x - least * bars->per_unit;
}

/* The column of names: as wide as the longest, at most 0.38 of the width. */
static double choose_names_width(const struct bars *bars)
{
	double widest = 0, tail = 0, most = 0.38 * bars->width;

	for (size_t i = 0; i < bars->n; i++) {
		widest = MAX(widest, jb_words_width(bars->desk, bars->v[i].name,
					     "label_strong"));
		tail = MAX(tail, tail_width(&bars->v[i]));
	}
	widest = MIN(ceil(widest), most);
	if (bars->width - widest - name_gap - tail < bars_least)
		return 0;
	for (size_t i = 0; i < bars->n; i++) /* two lines are enough */
		if (jb_words_height(bars->desk, widest, bars->v[i].name,
			    "label_strong") > 25)
			return 0;
	return widest;
}

/* Names at the left stand on the middle of their bars, or bars on theirs. */
static void measure(struct bars *bars)
{
	bool beside;
	double y = 0;

	bars->names_w = choose_names_width(bars);
	bars->bar_h = bars->n > 5 || bars->width < 200 ? 12 : 16;
	beside = bars->names_w > 0;
	for (size_t i = 0; i < bars->n; i++) {
		struct row *row = &bars->v[i];
		double over;

		row->name_h = jb_words_height(bars->desk,
			beside ? bars->names_w : bars->width, row->name,
			"label_strong");
		over = beside ? (row->name_h - bars->bar_h) / 2
			      : row->name_h + 1;
		row->name_y = y + (beside ? MAX(0, -over) : 0);
		row->y = y + MAX(0, over);
		y = row->y + bars->bar_h + row_gap +
		    (beside ? MAX(0, over) : 0);
	}
	set_scale(bars, beside ? bars->names_w + name_gap : 0);
	bars->group->height = jb_snap(bars->desk, y - row_gap);
}

/* --- drawing --- */

/* The bar with the looks of its bound; returns where its value stands. */
static double put_mark(struct bars *bars, const struct row *row)
{
	double x0 = bars->zero, x1 = x0 + row->value * bars->per_unit;
	double middle = row->y + bars->bar_h / 2;

	jb_put_bar(bars->desk, bars->group, MIN(x0, x1), row->y, fabs(x1 - x0),
		bars->bar_h, row->stat->figure, row->callout.ink);
	if (row->stub > row->value) {
		double end = x0 + row->stub * bars->per_unit;

		jb_put_rect(bars->desk, bars->group, x1, row->y, end - x1,
			bars->bar_h, jb_desk_ink(bars->desk, "primary38"));
		x1 = end;
	}
	if (row->open) {
		jb_put_arrow(bars->desk, bars->group, x1 + 2, x1 + arrow_w,
			middle, bars->desk->accent, false);
		x1 += arrow_w;
	}
	return x1;
}

static void put_row(struct bars *bars, struct row *row)
{
	const jb_figure *figure = row->stat->figure;
	guint from = bars->group->items->len;
	double baseline = row->y + bars->bar_h / 2 + 0.36 * value_pt;
	double x = bars->zero;

	jb_put_words(bars->desk, bars->group, 0, row->name_y,
		bars->names_w > 0 ? bars->names_w : bars->width, row->name,
		"label_strong");
	if (figure->has_value)
		x = put_mark(bars, row);
	if (row->value < 0)
		row->callout.align = JB_ALIGN_END;
	x += figure->has_value ? (row->value < 0 ? -value_gap : value_gap) : 0;
	jb_put_callout(bars->desk, bars->group, x, baseline, &row->callout);
	jb_claim(bars->group, from, figure);
}

/* Where bars grow both ways; row by row, for names may stand between. */
static void put_zero_line(struct bars *bars)
{
	if (bars->left_tail <= 0)
		return;
	for (size_t i = 0; i < bars->n; i++)
		if (bars->v[i].stat->figure->has_value)
			jb_put_line(bars->desk, bars->group, bars->zero,
				bars->v[i].y, bars->zero,
				bars->v[i].y + bars->bar_h,
				jb_desk_ink(bars->desk, "text45"), 0.5, false);
}

/* --- reading the picture --- */

static double stub_of(const jb_figure *figure)
{
	if (figure->bound != JB_OVER || figure->value.mantissa < 0)
		return jb_figure_size(figure);
	return jb_figure_over(figure) * pow(10, figure->power);
}

static struct row row_new(struct bars *bars, const jb_stat *stat)
{
	const jb_figure *figure = stat->figure;
	struct row row = {
		.stat = stat,
		.name = stat->label,
		.callout = jb_callout_of(bars->desk, figure,
			fmax(value_pt,
				jb_desk_style(bars->desk, "label")->size_pt),
			jb_numeral_ink(bars->desk, bars->picture, figure)),
	};

	if (jb_words_width(bars->desk, row.name, "label_strong") >
		0.38 * bars->width)
		row.name = jb_stat_name(stat);
	if (figure->has_value) {
		row.value = jb_figure_size(figure);
		row.stub = stub_of(figure);
		row.open = figure->bound == JB_AT_LEAST && row.value >= 0;
	}
	row.callout_w = jb_callout_width(bars->desk, &row.callout);
	return row;
}

/* 元 beside 个 on one scale means nothing. */
static bool is_one_kind(jb_desk *desk, const jb_bound_subject *of)
{
	const jb_figure *first = of->stats[0].figure;

	for (size_t i = 1; i < of->n_stats; i++) {
		const jb_figure *figure = of->stats[i].figure;

		if (!figure->has_value || !first->has_value ||
			g_strcmp0(figure->noun, first->noun) == 0)
			continue;
		jb_error(desk->diags, figure->pos,
			"“%s” (%s) and “%s” (%s) cannot stand on one scale",
			first->id, first->unit, figure->id, figure->unit);
		return false;
	}
	return true;
}

jb_group *jb_form_bars(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	struct bars bars = {
		.desk = desk,
		.group = jb_group_new(desk->arena),
		.picture = picture,
		.n = picture->of.n_stats,
		.width = width,
	};

	bars.group->width = width;
	if (!bars.n || !is_one_kind(desk, &picture->of))
		return bars.group;
	bars.v = jb_new_array(desk->arena, struct row, bars.n);
	for (size_t i = 0; i < bars.n; i++)
		bars.v[i] = row_new(&bars, &picture->of.stats[i]);
	measure(&bars);
	put_zero_line(&bars);
	for (size_t i = 0; i < bars.n; i++)
		put_row(&bars, &bars.v[i]);
	return bars.group;
}
