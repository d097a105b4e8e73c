/* range.c - from one figure to another on one axis from zero: a dumbbell.
 *
 * The callouts stand over the axis, the smaller figure's at the left, the
 * larger's at the right edge.  “以上” leaves the right end open: the axis runs
 * on as an arrow.
 */
#include "chart/forms.h"

#include <math.h>

#include "plot/marks.h"
#include "chart/parts.h"
#include "plot/ticks.h"

static const double bar_h = 8, dot_r = 9, label_gap = 14, open_room = 70;

/* One end: its callout and the words beside it. */
struct end {
	const jb_stat *stat;
	const jb_rich *name, *when;
	jb_callout callout;
	double value; /* in the unit of the axis */
	double callout_w, label_w, label_h;
};

struct range {
	jb_desk *desk;
	jb_group *group;
	const jb_bound_picture *picture;
	double width, per_pt; /* axis units a point */
	int power;	      /* of ten, of the axis's unit */
	struct end low, high;
	double axis_y; /* middle of the bar */
};

/* --- words over the axis --- */

static void measure_labels(struct range *range, struct end *end, double width)
{
	end->label_h =
		jb_words_height(range->desk, width, end->name, "label_strong") +
		jb_words_height(range->desk, width, end->when, "small");
}

static void measure_end(
	struct range *range, struct end *end, double most_pt, double room)
{
	jb_desk *desk = range->desk;

	end->callout_w = jb_callout_fit(desk, &end->callout, most_pt, room);
	end->label_w = MAX(jb_words_width(desk, end->name, "label_strong"),
		jb_words_width(desk, end->when, "small"));
	end->label_w = MIN(end->label_w + 0.5, 110);
	measure_labels(range, end, end->label_w);
}

static void put_end_words(struct range *range, const struct end *end, double x,
	double y, double width, jb_text_align align)
{
	y += jb_put_words_as(range->desk, range->group, x, y, width, end->name,
		"label_strong", align, NULL);
	jb_put_words_as(range->desk, range->group, x, y, width, end->when,
		"small", align, NULL);
}

/* Callout and words of both on one line; false when they are too wide. */
static bool put_on_one_line(struct range *range)
{
	struct end *low = &range->low, *high = &range->high;
	const double need = low->callout_w + low->label_w + high->label_w +
			    high->callout_w + 2 * label_gap + 24;
	double baseline, x, most;

	if (need > range->width)
		return false;
	baseline = ceil(MAX(MAX(jb_callout_height(&low->callout),
				    jb_callout_height(&high->callout)),
		MAX(low->label_h, high->label_h)));
	/* the low callout stands on its dot as far as there is room */
	most = range->width - need;
	x = CLAMP(low->value / range->per_pt - 0.3 * low->callout_w, 0,
		MAX(most, 0));
	jb_put_callout(range->desk, range->group, x, baseline, &low->callout);
	put_end_words(range, low, x + low->callout_w + label_gap,
		baseline - low->label_h + 2, low->label_w, JB_TEXT_START);
	high->callout.align = JB_ALIGN_END;
	jb_put_callout(range->desk, range->group, range->width, baseline,
		&high->callout);
	put_end_words(range, high,
		range->width - high->callout_w - label_gap - high->label_w,
		baseline - high->label_h + 2, high->label_w, JB_TEXT_END);
	range->axis_y = baseline + 24;
	return true;
}

/* Words from y on, the callout under them; returns its baseline. */
static double put_end(struct range *range, struct end *end, double y,
	double digits, double width, bool right)
{
	double baseline = ceil(y + end->label_h + 6 + digits);

	put_end_words(range, end, right ? range->width - width : 0, y, width,
		right ? JB_TEXT_END : JB_TEXT_START);
	end->callout.align = right ? JB_ALIGN_END : JB_ALIGN_START;
	jb_put_callout(range->desk, range->group, right ? range->width : 0,
		baseline, &end->callout);
	return baseline;
}

/* Words over the callouts, in two columns. */
static void put_in_columns(struct range *range, double column)
{
	struct end *low = &range->low, *high = &range->high;
	double heads, digits = MAX(jb_callout_height(&low->callout),
			      jb_callout_height(&high->callout));

	measure_labels(range, low, column);
	measure_labels(range, high, column);
	heads = MAX(low->label_h, high->label_h);
	put_end(range, low, heads - low->label_h, digits, column, false);
	range->axis_y = 22 + put_end(range, high, heads - high->label_h, digits,
				     column, true);
}

static void put_one_under_the_other(struct range *range)
{
	struct end *ends[] = {&range->low, &range->high};
	double y = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
		measure_labels(range, ends[i], range->width);
		y = 10 + put_end(range, ends[i], y,
				 jb_callout_height(&ends[i]->callout),
				 range->width, false);
	}
	range->axis_y = y + 12;
}

static void put_words(struct range *range)
{
	double column = (range->width - label_gap) / 2;

	if (put_on_one_line(range))
		return;
	if (MAX(range->low.callout_w, range->high.callout_w) <= column)
		put_in_columns(range, column);
	else
		put_one_under_the_other(range);
}

/* --- the axis --- */

static double x_of(const struct range *range, double value)
{
	return MIN(value / range->per_pt, range->width);
}

/* In the axis's unit: a figure in 万 may stand on an axis of 亿. */
static double on_axis(
	const struct range *range, const jb_figure *figure, double value)
{
	return value * pow(10, figure->power - range->power);
}

/* A circle that does not leave the width: smaller at the very edge. */
static double dot_size(const struct range *range, double x)
{
	double r = range->width < 300 ? 0.75 * dot_r : dot_r;

	return MIN(r, MIN(MAX(x, 1.5), MAX(range->width - x, 1.5)));
}

static void put_bars(struct range *range)
{
	const struct end *low = &range->low, *high = &range->high;
	const jb_figure *figure = low->stat->figure;
	double top = range->axis_y - bar_h / 2, x = 0, to;
	guint from = range->group->items->len;
	jb_desk *desk = range->desk;

	if (figure->has_value) {
		x = x_of(range, low->value);
		jb_put_bar(desk, range->group, 0, top, x, bar_h, figure,
			jb_desk_ink(desk, "primary"));
	}
	if (figure->has_value && figure->bound == JB_OVER) {
		to = x_of(
			range, on_axis(range, figure, jb_figure_over(figure)));
		if (high->stat->figure->has_value)
			to = MIN(to, MAX(x, x_of(range, high->value)));
		jb_put_rect(desk, range->group, x, top, to - x, bar_h,
			jb_desk_ink(desk, "primary38"));
		x = to;
	}
	jb_claim(range->group, from, figure);
	if (!high->stat->figure->has_value)
		return;
	from = range->group->items->len;
	figure = high->stat->figure;
	to = x_of(range, high->value);
	if (to > x && (jb_is_ahead(figure->status)))
		jb_put_hatched(desk, range->group, x, top, to - x, bar_h);
	else if (to > x)
		jb_put_rect(desk, range->group, x, top, to - x, bar_h,
			jb_desk_ink(desk, "primary38"));
	jb_claim(range->group, from, figure);
}

/* 以上 is open at its right, 以内 closed by a limit. */
static void put_dot(struct range *range, const struct end *end)
{
	const jb_figure *figure = end->stat->figure;
	bool hollow = jb_is_ahead(figure->status);
	const jb_ink *ink = jb_is_target(figure)
				    ? range->desk->accent
				    : jb_desk_ink(range->desk, "primary");
	double x = x_of(range, end->value), r = dot_size(range, x);
	guint from = range->group->items->len;

	if (!figure->has_value || end->value <= 0)
		return;
	if (figure->bound == JB_AT_LEAST && range->width - x > r + 12)
		jb_put_arrow(range->desk, range->group, x + r, range->width,
			range->axis_y, ink, true);
	if (figure->bound == JB_AT_MOST || figure->bound == JB_UNDER)
		jb_put_line(range->desk, range->group, x, range->axis_y - 14, x,
			range->axis_y + 14, range->desk->accent, 2.25, false);
	else if (hollow)
		jb_put_circle(range->desk, range->group, x, range->axis_y,
			r - 0.875, jb_desk_ink(range->desk, "paper"), ink,
			1.75);
	else
		jb_put_circle(range->desk, range->group, x, range->axis_y, r,
			ink, NULL, 0);
	jb_claim(range->group, from, figure);
}

static void put_tick(struct range *range, double value, bool last)
{
	char digits[G_ASCII_DTOSTR_BUF_SIZE];
	double x = x_of(range, value), half;
	const char *unit = "";
	const jb_rich *words;

	g_ascii_formatd(digits, sizeof(digits), "%.15g", value);
	if (last && jb_rich_empty(range->picture->aside))
		unit = range->high.stat->figure->unit;
	words = jb_rich_plain(range->desk->arena,
		jb_sprintf(range->desk->arena, "%s%s", digits, unit),
		range->picture->picture->pos);
	half = jb_words_width(range->desk, words, "tick") / 2;
	jb_put_line(range->desk, range->group,
		CLAMP(x, 0.25, range->width - 0.25),
		range->axis_y - bar_h / 2 - 3,
		CLAMP(x, 0.25, range->width - 0.25),
		range->axis_y + bar_h / 2 + 3,
		jb_desk_ink(range->desk, "text45"), 0.5, false);
	jb_put_label(range->desk, range->group,
		CLAMP(x, half, range->width - half), range->axis_y + 20,
		JB_ALIGN_CENTER, words, "tick", NULL);
}

/* --- reading the picture --- */

static double end_value(const struct range *range, const jb_stat *stat)
{
	if (!stat->figure->has_value)
		return 0;
	return on_axis(
		range, stat->figure, jb_decimal_double(stat->figure->value));
}

static struct end end_new(struct range *range, const jb_stat *stat)
{
	const jb_ink *ink =
		jb_numeral_ink(range->desk, range->picture, stat->figure);

	if (jb_is_target(stat->figure))
		ink = range->desk->accent;
	return (struct end){
		.stat = stat,
		.name = jb_stat_name(stat),
		.when = stat->when,
		.callout = jb_callout_of(range->desk, stat->figure, 48, ink),
		.value = end_value(range, stat),
	};
}

static bool is_range(jb_desk *desk, const jb_bound_picture *picture)
{
	const jb_stat *stats = picture->of.stats;

	if (picture->of.n_stats != 2) {
		jb_error(desk->diags, picture->picture->pos,
			"the form “range” shows two figures, not %zu",
			picture->of.n_stats);
		jb_hint(desk->diags, "use the form “bars” for more");
		return false;
	}
	for (size_t i = 0; i < 2; i++)
		if (stats[i].figure->has_value &&
			stats[i].figure->value.mantissa < 0) {
			jb_error(desk->diags, stats[i].figure->value_pos,
				"the form “range” starts at zero: “%s” is "
				"negative",
				stats[i].figure->id);
			return false;
		}
	return true;
}

static void order_ends(struct range *range)
{
	const jb_stat *stats = range->picture->of.stats;
	struct end first, second;

	range->power = MAX(stats[0].figure->power, stats[1].figure->power);
	first = end_new(range, &stats[0]);
	second = end_new(range, &stats[1]);
	range->low = first;
	range->high = second;
	if (second.stat->figure->has_value && second.value < first.value) {
		range->low = second;
		range->high = first;
	}
}

/* Nothing to measure, no axis. */
static bool has_axis(const struct range *range)
{
	return range->low.stat->figure->has_value ||
	       range->high.stat->figure->has_value;
}

/* Sets the scale and returns the ticks: to the last tick, or so far that an
 * open end has its room. */
static size_t measure_axis(struct range *range, double at[JB_TICKS_MAX])
{
	double most = MAX(range->low.value, range->high.value), last;
	bool open = range->high.stat->figure->bound == JB_AT_LEAST;
	double room = open ? MIN(open_room, 0.25 * range->width) : dot_r;
	size_t n;

	if (most <= 0)
		most = 1;
	n = jb_ticks(0, most, range->width > 300 ? 5 : 4, most >= 4, at);
	last = MAX(at[n - 1], most * range->width / (range->width - room));
	range->per_pt = last / range->width;
	return n;
}

static void draw(struct range *range)
{
	bool wide = range->width >= 400;
	double at[JB_TICKS_MAX];
	size_t n = measure_axis(range, at);

	measure_end(range, &range->low, wide ? 48 : 28, range->width);
	measure_end(range, &range->high, wide ? 66 : 40, range->width);
	put_words(range);
	for (size_t i = 0; i < n && has_axis(range); i++)
		put_tick(range, at[i], i == n - 1);
	put_bars(range);
	put_dot(range, &range->low);
	put_dot(range, &range->high);
	range->group->height = jb_snap(range->desk, range->axis_y + 24);
}

jb_group *jb_form_range(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	struct range range = {
		.desk = desk,
		.group = jb_group_new(desk->arena),
		.picture = picture,
		.width = width,
	};

	range.group->width = width;
	if (!is_range(desk, picture))
		return range.group;
	order_ends(&range);
	draw(&range);
	return range.group;
}
