/* squares.c - sizes as areas: squares on one bottom edge.
 *
 * The only honest form for sizes that differ a hundredfold.  The largest
 * square is made as large as lets all stand side by side with their labels;
 * where that leaves none worth drawing, each stands in a row of its own.
 */
#include "chart/forms.h"

#include <math.h>

#include "plot/marks.h"
#include "chart/parts.h"
#include "chart/missing.h"
#include "model/wording.h"

static const double tiny = 16;

/* How squares stand side by side: as on the page's grid, or closer. */
static const struct spacing {
	double gap, label_most;
} spacings[] = {{18, 72}, {10, 52}};

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
	jb_group *group;
	const jb_bound_picture *picture;
	double width, side; /* of the largest */
	struct spacing spacing;
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
	return jb_words_height(desk, width, jb_stat_name(stat), "label_strong");
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

	if (room < 48 || jb_is_ahead(figure->status))
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
	label_w = MIN(all->spacing.label_most,
		jb_words_width(
			all->desk, jb_stat_name(square->stat), "label_strong"));
	square->slot = MAX(square->side, MAX(square->callout_w, label_w + 0.5));
	square->words_h = stat_words_h(all->desk, square->stat, square->slot);
}

static bool fits_side_by_side(struct squares *all, double side)
{
	double wide = all->spacing.gap * (double)(all->n - 1);

	for (size_t i = 0; i < all->n; i++) {
		measure(all, &all->v[i], side);
		wide += all->v[i].slot;
	}
	return wide <= all->width + 1e-6;
}

/* The largest side at which all fit, to half a point; 0 when that is too small
 * to see.  Found by halves: to measure is dear. */
static double largest_side(struct squares *all)
{
	double most = all->width * 240 / 498;
	double least = MAX(40, 0.12 * all->width);

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

static void choose_side(struct squares *all)
{
	for (size_t i = 0; i < G_N_ELEMENTS(spacings) && all->side <= 0; i++) {
		all->spacing = spacings[i];
		all->side = largest_side(all);
	}
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
static double put_labels(struct squares *all, const struct square *square,
	double x, double y, double width, const jb_ink *ink)
{
	y += jb_put_words_as(all->desk, all->group, x, y, width,
		jb_stat_name(square->stat), "label_strong", JB_TEXT_START, ink);
	if (!square->inside)
		y += jb_put_words_as(all->desk, all->group, x, y, width,
			square->stat->measure, "small", JB_TEXT_START, ink);
	return y;
}

static void put_inside(
	struct squares *all, const struct square *square, double top)
{
	double pad = pad_of(square->side), size = square->callout.size_pt;
	double x = square->x + pad, baseline = top + pad + 0.8 * size;
	const jb_ink *paper = jb_desk_ink(all->desk, "paper");

	jb_put_callout(all->desk, all->group, x, baseline, &square->callout);
	put_labels(all, square, x, baseline + (size > 48 ? 12 : 8),
		square->side - 2 * pad, paper);
	jb_put_label(all->desk, all->group, x, top + square->side - pad - 1,
		JB_ALIGN_START, square->stat->measure, "small", paper);
}

/* What stands over a square that its words do not fit in. */
static double above_height(struct squares *all, const struct square *square)
{
	if (square->inside)
		return 0;
	return ceil(0.76 * square->callout.size_pt) + 5 + square->words_h +
	       jb_words_height(all->desk, square->slot, square->stat->measure,
		       "small") +
	       8;
}

static void put_above(
	struct squares *all, const struct square *square, double top)
{
	double y = top - above_height(all, square) +
		   ceil(0.76 * square->callout.size_pt);

	jb_put_callout(all->desk, all->group, square->x, y, &square->callout);
	put_labels(all, square, square->x, y + 5, square->slot, NULL);
}

static void put_square(
	struct squares *all, const struct square *square, double bottom)
{
	guint from = all->group->items->len;
	double top = bottom - square->side;

	jb_put_bar(all->desk, all->group, square->x, top, square->side,
		square->side, square->stat->figure, square_ink(all, square));
	if (square->inside)
		put_inside(all, square, top);
	else
		put_above(all, square, top);
	jb_claim(all->group, from, square->stat->figure);
}

/* --- missing values: words in their place, no mark --- */

static double all_missing_height(struct squares *all, double width)
{
	jb_group *scratch = jb_group_new(all->desk->arena);
	double height = 0;

	for (size_t i = 0; i < all->n_missing; i++)
		height += jb_put_missing(
			all->desk, scratch, all->missing[i], 0, 0, width);
	return height;
}

/* In the free space over the smaller squares, else under all. */
static void put_all_missing(struct squares *all)
{
	double x = 0, y = 0, highest = 0;

	if (!all->n_missing)
		return;
	if (all->side > 0 && all->n) {
		x = all->n > 1 ? all->v[1].x
			       : all->v[0].slot + all->spacing.gap;
		for (size_t i = 1; i < all->n; i++)
			highest = MAX(highest,
				all->v[i].side + above_height(all, &all->v[i]));
	}
	if (!(x > 0 && all->width - x >= 150 &&
		    all_missing_height(all, all->width - x) + highest + 8 <=
			    all->group->height)) {
		x = 0;
		y = all->n ? all->group->height + 16 : 0;
	}
	for (size_t i = 0; i < all->n_missing; i++)
		y += jb_put_missing(all->desk, all->group, all->missing[i], x,
			y, all->width - x);
	all->group->height = MAX(all->group->height, y);
}

/* --- the two arrangements --- */

static void place_side_by_side(struct squares *all)
{
	struct square *last = &all->v[all->n - 1];
	double gap = all->spacing.gap, x = 0, bottom = 0, used = -gap;
	size_t outside = 0;

	for (size_t i = 0; i < all->n; i++) {
		used += all->v[i].slot + gap;
		outside += !all->v[i].inside;
	}
	if (outside > 1) /* one alone keeps the gaps of the page's grid */
		gap += MIN(gap, (all->width - used) / (double)(all->n - 1));
	for (size_t i = 0; i < all->n; i++) {
		all->v[i].x = x;
		x += all->v[i].slot + gap;
		bottom = MAX(
			bottom, all->v[i].side + above_height(all, &all->v[i]));
	}
	if (all->n > 1 && outside == 1 && !last->inside)
		last->x = all->width - last->slot;
	for (size_t i = 0; i < all->n; i++)
		put_square(all, &all->v[i], bottom);
	all->group->height = bottom;
}

/* A square with its words at its right; returns the bottom. */
static double put_beside(struct squares *all, struct square *square,
	double side, double x, double y, double width)
{
	const jb_figure *figure = square->stat->figure;
	guint from = all->group->items->len;
	double words_x = x + side + 12, baseline, bottom;

	measure(all, square, side);
	square->inside = false;
	square->callout = jb_callout_of(all->desk, figure, 24,
		is_accent(all, square) ? all->desk->accent
				       : jb_desk_ink(all->desk, "primary"));
	jb_callout_fit(all->desk, &square->callout, 24, width - side - 12);
	baseline = y + ceil(0.76 * square->callout.size_pt);
	jb_put_bar(all->desk, all->group, x, y, square->side, square->side,
		figure, square_ink(all, square));
	jb_put_callout(
		all->desk, all->group, words_x, baseline, &square->callout);
	bottom = put_labels(
		all, square, words_x, baseline + 5, width - side - 12, NULL);
	jb_claim(all->group, from, figure);
	return MAX(bottom, y + square->side);
}

/* The narrow arrangement, in two columns where there is room. */
static void place_in_rows(struct squares *all)
{
	size_t columns = all->width >= 400 ? 2 : 1;
	double gutter = all->desk->layout->gutter_pt, y = 0, bottom = 0;
	double width =
		(all->width - gutter * (double)(columns - 1)) / (double)columns;
	double side = width * (all->n > 4 * columns ? 0.2 : 0.34), end;

	for (size_t i = 0; i < all->n; i++) {
		if (i && i % columns == 0)
			y = bottom + 12;
		end = put_beside(all, &all->v[i], side,
			(double)(i % columns) * (width + gutter), y, width);
		bottom = MAX(bottom, end);
	}
	all->group->height = bottom;
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
	struct squares all = {
		.desk = desk,
		.group = jb_group_new(desk->arena),
		.picture = picture,
		.width = width,
	};

	all.group->width = width;
	collect(&all);
	if (all.n) {
		choose_side(&all);
		if (all.side > 0)
			place_side_by_side(&all);
		else
			place_in_rows(&all);
	}
	put_all_missing(&all);
	all.group->height = jb_snap(desk, all.group->height);
	return all.group;
}
