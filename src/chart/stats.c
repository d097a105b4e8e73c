/* stats.c - callouts in a grid: label, number, gloss, each under its own rule.
 *
 * All cells are equal: one size of numerals, one distance from rule to
 * baseline, so that numerals line up across a row.
 */
#include "chart/chart.h"

#include <math.h>

#include "base/icons.h"
#include "chart/forms.h"
#include "chart/parts.h"
#include "chart/stat.h"
#include "scene/icons.h"

static const double rule_pt = 0.75, label_top = 5, foot = 8, foot_alone = 10;
static const double size_least = 24;
static const double icon_size = 22, icon_top = 8, icon_under = 4;

struct grid {
	jb_desk *desk;
	const jb_bound_picture *picture; /* NULL: no hero */
	const jb_stat *stats;
	size_t n;
	size_t per_row;
	double cell_w, gutter;
	double size_pt;		 /* of all numerals */
	double icon_pt;		 /* of icons and the white under them */
	double baseline, height; /* of a cell */
};

/* One figure alone under a title that names it needs no label. */
static const jb_rich *label_of(const struct grid *grid, const jb_stat *stat)
{
	if (grid->picture && grid->n == 1)
		return jb_unsaid_label(grid->desk, grid->picture, stat);
	return stat->label;
}

/* All cells have room for an icon where one has one. */
static bool has_icon(const struct grid *grid)
{
	for (size_t i = 0; i < grid->n; i++)
		if (grid->stats[i].figure->icon)
			return true;
	return false;
}

static void put_icon(const struct grid *grid, jb_group *group,
	const jb_figure *figure, double x, double y)
{
	jb_desk *desk = grid->desk;

	if (figure->icon &&
		jb_icon_known(desk->diags, figure->icon, figure->icon_pos))
		jb_icon_put(desk, group, figure->icon, x, y + icon_top,
			icon_size, jb_desk_ink(desk, "primary"), JB_ICON_LINE);
}

static const jb_ink *numeral_ink(const struct grid *grid, const jb_stat *stat)
{
	if (grid->picture)
		return jb_numeral_ink(grid->desk, grid->picture, stat->figure);
	return jb_desk_ink(grid->desk, stat->ink ? stat->ink : "primary");
}

static jb_stat_piece piece_of(
	const struct grid *grid, const jb_stat *stat, double size_pt)
{
	return (jb_stat_piece){
		.stat = stat,
		.label = label_of(grid, stat),
		.size_pt = size_pt,
		.width_pt = grid->cell_w,
		.ink = numeral_ink(grid, stat),
	};
}

/* The largest size at which every callout fits its cell. */
static double common_size(const struct grid *grid, double most_pt)
{
	double size = most_pt, used;

	for (size_t i = 0; i < grid->n; i++) {
		jb_stat_piece piece = piece_of(grid, &grid->stats[i], size);
		jb_callout callout = jb_stat_callout(grid->desk, &piece, &used);

		if (piece.stat->figure->has_value)
			size = MIN(size,
				MAX(callout.size_pt, MIN(size_least, most_pt)));
	}
	return size;
}

/* Of the cells from one to another: with room for the highest words under a
 * numeral. */
static double cells_height(const struct grid *grid, size_t from, size_t to)
{
	double under = 0;

	for (size_t i = from; i < to; i++) {
		jb_stat_piece piece =
			piece_of(grid, &grid->stats[i], grid->size_pt);

		under = MAX(under, jb_stat_under_height(grid->desk, &piece));
	}
	return jb_snap(grid->desk,
		grid->baseline + under +
			jb_stat_distance(
				under > 0 ? foot : foot_alone, grid->size_pt));
}

static void measure(struct grid *grid, double most_pt)
{
	double labels = 0, size = common_size(grid, most_pt);

	grid->size_pt = size;
	for (size_t i = 0; i < grid->n; i++) {
		jb_stat_piece piece = piece_of(grid, &grid->stats[i], size);

		labels = MAX(labels, jb_stat_label_height(grid->desk, &piece));
	}
	grid->icon_pt = has_icon(grid)
				? icon_top + icon_size + icon_under - label_top
				: 0;
	grid->baseline = round(
		grid->icon_pt + label_top + jb_stat_baseline(labels, size));
	grid->height = cells_height(grid, 0, grid->n);
}

static void put_cell(const struct grid *grid, jb_group *group,
	const jb_stat *stat, double x, double y)
{
	jb_stat_piece piece = piece_of(grid, stat, grid->size_pt);
	guint from = group->items->len;

	jb_put_line(grid->desk, group, x, y + rule_pt / 2, x + grid->cell_w,
		y + rule_pt / 2, jb_desk_ink(grid->desk, "primary"), rule_pt,
		false);
	put_icon(grid, group, stat->figure, x, y);
	jb_stat_put(grid->desk, group, &piece, x, y + grid->icon_pt + label_top,
		grid->baseline - grid->icon_pt - label_top);
	jb_claim(group, from, stat->figure);
}

static jb_group *draw(struct grid *grid, double most_pt, double width)
{
	jb_group *group = jb_group_new(grid->desk->arena);
	size_t last;

	group->width = width;
	if (!grid->n)
		return group;
	grid->cell_w = (width - grid->gutter * (double)(grid->per_row - 1)) /
		       (double)grid->per_row;
	measure(grid, most_pt);
	last = (grid->n - 1) / grid->per_row;
	for (size_t i = 0; i < grid->n; i++)
		put_cell(grid, group, &grid->stats[i],
			(double)(i % grid->per_row) *
				(grid->cell_w + grid->gutter),
			(double)(i / grid->per_row) * grid->height);
	group->height = (double)last * grid->height +
			cells_height(grid, last * grid->per_row, grid->n);
	return group;
}

jb_group *jb_chart_stats(jb_desk *desk, const jb_stat *stats, size_t n,
	int per_row, double size_pt, double gutter, double width)
{
	struct grid grid = {
		.desk = desk,
		.stats = stats,
		.n = n,
		.per_row = (size_t)MAX(per_row, 1),
		.gutter = gutter,
	};

	return draw(&grid, size_pt, width);
}

/* Rows as even as can be: four are two and two, not three and one. */
static size_t cells_per_row(size_t n, double width)
{
	size_t most = width >= 400 ? 3 : width >= 200 ? 2 : 1, rows;

	if (n <= most)
		return MAX(n, 1);
	rows = (n + most - 1) / most;
	return (n + rows - 1) / rows;
}

jb_group *jb_form_stats(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	struct grid grid = {
		.desk = desk,
		.picture = picture,
		.stats = picture->of.stats,
		.n = picture->of.n_stats,
		.per_row = cells_per_row(picture->of.n_stats, width),
		.gutter = desk->layout->gutter_pt,
	};

	return draw(&grid, width >= 400 ? 48 : 40, width);
}
