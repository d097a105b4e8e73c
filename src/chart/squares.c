/* squares.c - sizes as areas: squares on one bottom edge.
 *
 * The only honest form for sizes that differ a hundredfold.  The largest
 * square is made as large as lets all stand side by side with their labels;
 * where that leaves none worth drawing, each stands in a row of its own.
 */
#include "chart/forms.h"

#include <math.h>

#include "chart/look.h"
#include "model/wording.h"

static const double gap = 18, label_most = 72, tiny = 16, missing_gap = 14;

struct square {
	const jb_stat *stat;
	double share; /* of the largest side, 0..1 */
	double side, x, slot;
	bool inside; /* its words stand in it */
	jb_callout callout;
	double callout_w, words_h;
};

struct squares {
	jb_desk *desk;
	const jb_bound_picture *picture;
	double width, side; /* of the largest */
	struct square *v;
	size_t n;
	const jb_stat **missing;
	size_t n_missing;
};

static double pad_of(double side)
{
	return MAX(10, 0.05 * side);
}

static double stat_words_h(jb_desk *desk, const jb_stat *stat, double width)
{
	return jb_part_height(desk, width, jb_stat_name(stat), "label_strong");
}

static bool is_smallest(const struct squares *all, const struct square *square)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].share < square->share)
			return false;
	return all->n > 1;
}

/* The hero has the accent; without one, the smallest when it is tiny. */
static bool is_accent(const struct squares *all, const struct square *square)
{
	const jb_figure *hero = all->picture->picture->hero;

	if (hero)
		return hero == square->stat->figure;
	return square->side < tiny && is_smallest(all, square);
}

/* --- measuring --- */

static bool fits_inside(struct squares *all, struct square *square)
{
	double pad = pad_of(square->side), room = square->side - 2 * pad;
	const jb_figure *figure = square->stat->figure;
	double foot = jb_rich_empty(square->stat->measure) ? 0 : 12;

	if (room < 48 || jb_part_planned(figure) || jb_is_target(figure))
		return false;
	square->callout_w = jb_callout_fit(all->desk, &square->callout,
		MAX(24, MIN(66, 0.28 * square->side)), room);
	square->words_h = stat_words_h(all->desk, square->stat, room);
	return square->callout_w <= room && square->callout.size_pt >= 20 &&
	       pad + square->callout.size_pt + 8 + square->words_h + foot +
			       pad <=
		       square->side;
}

static void measure(struct squares *all, struct square *square, double side)
{
	double label_w;

	square->side = side * square->share;
	square->callout = jb_callout_of(all->desk, square->stat->figure, 24,
		jb_desk_ink(all->desk, "paper"));
	square->inside = fits_inside(all, square);
	square->slot = square->side;
	if (square->inside) {
		square->callout.words = square->callout.ink;
		square->callout.unit_max_pt = 16;
		return;
	}
	square->callout.ink = is_accent(all, square)
				      ? all->desk->accent
				      : jb_desk_ink(all->desk, "primary");
	square->callout_w = jb_callout_fit(
		all->desk, &square->callout, 24, MAX(square->side, 96));
	label_w = MIN(
		label_most, jb_part_width(all->desk, jb_stat_name(square->stat),
				    "label_strong"));
	square->slot = MAX(square->side, MAX(square->callout_w, label_w + 0.5));
	square->words_h = stat_words_h(all->desk, square->stat, square->slot);
}

static bool fits_side_by_side(struct squares *all, double side)
{
	double wide = gap * (double)(all->n - 1);

	for (size_t i = 0; i < all->n; i++) {
		measure(all, &all->v[i], side);
		wide += all->v[i].slot;
	}
	return wide <= all->width + 1e-6;
}

/* The largest side at which all fit, to half a point; 0 when that is too small
 * to see.  Found by halves: to measure is dear. */
static double choose_side(struct squares *all)
{
	double most = all->width * 240 / 498;
	double least = MAX(40, 0.18 * all->width);

	if (all->width < 300)
		most = all->width * (all->n > 1 ? 0.62 : 0.75);
	if (fits_side_by_side(all, most))
		return most;
	if (least >= most || !fits_side_by_side(all, least))
		return 0;
	while (most - least > 0.5) {
		double middle = (least + most) / 2;

		if (fits_side_by_side(all, middle))
			least = middle;
		else
			most = middle;
	}
	fits_side_by_side(all, least);
	return least;
}

/* --- drawing --- */

static const jb_ink *square_ink(
	const struct squares *all, const struct square *square)
{
	if (is_accent(all, square))
		return all->desk->accent;
	return jb_desk_ink(
		all->desk, square->share < 1 ? "primary65" : "primary");
}

/* Label under a callout's baseline; measure after it.  Returns the bottom. */
static double put_labels(struct squares *all, jb_group *group,
	const struct square *square, double x, double y, double width,
	const jb_ink *ink, const jb_ink *ink_small)
{
	y += jb_put_words(all->desk, group, x, y, width,
		jb_stat_name(square->stat), "label_strong", ink);
	if (!square->inside)
		y += jb_put_words(all->desk, group, x, y, width,
			square->stat->measure, "small", ink_small);
	return y;
}

static void put_inside(struct squares *all, jb_group *group,
	const struct square *square, double top)
{
	double pad = pad_of(square->side), size = square->callout.size_pt;
	double x = square->x + pad, baseline = top + pad + 0.8 * size;
	const jb_ink *paper = jb_desk_ink(all->desk, "paper");

	jb_put_callout(all->desk, group, x, baseline, &square->callout);
	put_labels(all, group, square, x, baseline + (size > 48 ? 12 : 8),
		square->side - 2 * pad, paper, paper);
	jb_put_line_of(all->desk, group, x, top + square->side - pad - 1,
		JB_ALIGN_START, square->stat->measure, "small", paper);
}

/* What stands over a square that its words do not fit in. */
static double above_height(struct squares *all, const struct square *square)
{
	if (square->inside)
		return 0;
	return ceil(0.76 * square->callout.size_pt) + 5 + square->words_h +
	       jb_part_height(all->desk, square->slot, square->stat->measure,
		       "small") +
	       8;
}

static void put_above(struct squares *all, jb_group *group,
	const struct square *square, double top)
{
	double y = top - above_height(all, square) +
		   ceil(0.76 * square->callout.size_pt);

	jb_put_callout(all->desk, group, square->x, y, &square->callout);
	put_labels(
		all, group, square, square->x, y + 5, square->slot, NULL, NULL);
}

static void put_square(struct squares *all, jb_group *group,
	const struct square *square, double bottom)
{
	guint from = group->items->len;
	double top = bottom - square->side;

	jb_put_bar(all->desk, group, square->x, top, square->side, square->side,
		square->stat->figure, square_ink(all, square));
	if (square->inside)
		put_inside(all, group, square, top);
	else
		put_above(all, group, square, top);
	jb_part_claim(group, from, square->stat->figure,
		square->stat->figure->value_pos);
}

/* --- missing values: words in their place, no mark --- */

static double put_missing(struct squares *all, jb_group *group,
	const jb_stat *stat, double x, double y, double width)
{
	jb_desk *desk = all->desk;
	jb_callout callout = jb_callout_of(
		desk, stat->figure, 17, jb_desk_ink(desk, "text70"));
	guint from = group->items->len;
	const jb_rich *why = stat->gloss ? stat->gloss : stat->note;
	double wide, left = x, top = y + 6;

	jb_put_line(desk, group, x, y, x + width, y,
		jb_desk_ink(desk, "text45"), 0.75, true);
	wide = jb_put_callout(desk, group, x, y + 23, &callout);
	if (width - wide - missing_gap >= 84)
		left += wide + missing_gap;
	else
		top = y + 30;
	top += jb_put_words(desk, group, left, top, x + width - left,
		jb_stat_name(stat), "label_strong", NULL);
	top += jb_put_words(
		desk, group, left, top, x + width - left, why, "small", NULL);
	jb_part_claim(group, from, stat->figure, stat->figure->value_pos);
	return MAX(top, y + 30) + 10 - y;
}

static double all_missing_height(struct squares *all, double width)
{
	jb_group *scratch = jb_group_new(all->desk->arena);
	double height = 0;

	for (size_t i = 0; i < all->n_missing; i++)
		height +=
			put_missing(all, scratch, all->missing[i], 0, 0, width);
	return height;
}

/* In the free space over the smaller squares, else under all. */
static void put_all_missing(struct squares *all, jb_group *group)
{
	double x = 0, y = 0, highest = 0;

	if (!all->n_missing)
		return;
	if (all->side > 0 && all->n) {
		x = all->n > 1 ? all->v[1].x : all->v[0].slot + gap;
		for (size_t i = 1; i < all->n; i++)
			highest = MAX(highest,
				all->v[i].side + above_height(all, &all->v[i]));
	}
	if (!(x > 0 && all->width - x >= 150 &&
		    all_missing_height(all, all->width - x) + highest + 8 <=
			    group->height)) {
		x = 0;
		y = all->n ? group->height + 16 : 0;
	}
	for (size_t i = 0; i < all->n_missing; i++)
		y += put_missing(
			all, group, all->missing[i], x, y, all->width - x);
	group->height = MAX(group->height, y);
}

/* --- the two arrangements --- */

static void place_side_by_side(struct squares *all, jb_group *group)
{
	struct square *last = &all->v[all->n - 1];
	double x = 0, bottom = 0, used = -gap, wider = 0;
	size_t outside = 0;

	for (size_t i = 0; i < all->n; i++) {
		used += all->v[i].slot + gap;
		outside += !all->v[i].inside;
	}
	if (outside > 1) /* one alone keeps the gaps of the page's grid */
		wider = (all->width - used) / (double)(all->n - 1);
	for (size_t i = 0; i < all->n; i++) {
		all->v[i].x = x;
		x += all->v[i].slot + gap + MIN(wider, gap);
		bottom = MAX(
			bottom, all->v[i].side + above_height(all, &all->v[i]));
	}
	if (all->n > 1 && outside == 1 && !last->inside)
		last->x = all->width - last->slot;
	for (size_t i = 0; i < all->n; i++)
		put_square(all, group, &all->v[i], bottom);
	group->height = bottom;
}

/* Each square with its words at its right: the narrow arrangement. */
static void place_in_rows(struct squares *all, jb_group *group)
{
	double side = all->width * (all->n > 4 ? 0.2 : 0.34), y = 0;
	double x = side + 12, room = all->width - x;

	for (size_t i = 0; i < all->n; i++) {
		struct square *square = &all->v[i];
		guint from = group->items->len;
		double bottom, top;

		measure(all, square, side);
		square->inside = false;
		square->callout.ink =
			is_accent(all, square)
				? all->desk->accent
				: jb_desk_ink(all->desk, "primary");
		square->callout.words = jb_desk_ink(all->desk, "text");
		jb_callout_fit(all->desk, &square->callout, 24, room);
		top = y + ceil(0.76 * square->callout.size_pt);
		jb_put_callout(all->desk, group, x, top, &square->callout);
		bottom = put_labels(
			all, group, square, x, top + 5, room, NULL, NULL);
		jb_put_bar(all->desk, group, 0, y, square->side, square->side,
			square->stat->figure, square_ink(all, square));
		jb_part_claim(group, from, square->stat->figure,
			square->stat->figure->value_pos);
		y = MAX(bottom, y + square->side) + 12;
	}
	group->height = y - 12;
}

/* --- reading the picture --- */

static bool is_drawable(jb_desk *desk, const jb_figure *figure)
{
	if (figure->value.mantissa >= 0)
		return true;
	jb_error(desk->diags, figure->value_pos,
		"squares cannot show the negative “%s”", figure->id);
	jb_hint(desk->diags, "use the form “bars”");
	return false;
}

static void collect(struct squares *all)
{
	const jb_bound_subject *of = &all->picture->of;
	double most = 0;

	all->v = jb_new_array(all->desk->arena, struct square, of->n_stats);
	all->missing =
		jb_new_array(all->desk->arena, const jb_stat *, of->n_stats);
	for (size_t i = 0; i < of->n_stats; i++) {
		const jb_figure *figure = of->stats[i].figure;

		if (!figure->has_value)
			all->missing[all->n_missing++] = &of->stats[i];
		else if (is_drawable(all->desk, figure))
			all->v[all->n++].stat = &of->stats[i];
	}
	for (size_t i = 0; i < all->n; i++)
		most = MAX(most, jb_figure_size(all->v[i].stat->figure));
	for (size_t i = 0; i < all->n && most > 0; i++)
		all->v[i].share =
			sqrt(jb_figure_size(all->v[i].stat->figure) / most);
}

jb_group *jb_form_squares(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	struct squares all = {desk, picture, width, 0, NULL, 0, NULL, 0};

	group->width = width;
	collect(&all);
	if (all.n) {
		all.side = choose_side(&all);
		if (all.side > 0)
			place_side_by_side(&all, group);
		else
			place_in_rows(&all, group);
	}
	put_all_missing(&all, group);
	group->height = jb_part_snap(desk, group->height);
	return group;
}
