/* waffle.c - a cell for each thing: classes of a whole, counted by eye.
 *
 * Classes have the looks of parts, each under its name and number; the total
 * stands at the left with its numeral on the first row's foot.
 */
#include "chart/waffle.h"

#include <math.h>

#include "chart/forms.h"
#include "plot/whole.h"
#include "chart/parts.h"

static const double count_pt = 12, side_w = 68, side_gap = 18;
static const int cells_most = 100;

/* --- drawing --- */

static void put_cell(
	jb_waffle *waffle, const jb_waffle_class *kind, double x, double y)
{
	jb_desk *desk = waffle->desk;

	jb_put_bar_of(desk, waffle->group, x, y, waffle->cell, waffle->cell,
		kind->stat->figure, kind->look);
	/* the lightest tint needs an edge on paper */
	if (kind->look.ink == jb_desk_ink(desk, "primary16"))
		jb_put_frame(desk, waffle->group, x + 0.25, y + 0.25,
			waffle->cell - 0.5, waffle->cell - 0.5,
			jb_desk_ink(desk, "text45"), 0.5, false);
}

static void put_class(jb_waffle *waffle, jb_waffle_class *kind)
{
	const jb_figure *figure = kind->stat->figure;
	guint from = waffle->group->items->len;
	double pitch = waffle->cell + JB_WAFFLE_GAP;
	double x = waffle->x + kind->column * pitch;
	double baseline = jb_waffle_row_y(waffle, kind->row) - 4.5;

	jb_put_label(waffle->desk, waffle->group, x, baseline, JB_ALIGN_START,
		jb_stat_name(kind->stat), "label_strong", NULL);
	jb_put_callout(waffle->desk, waffle->group, x + kind->name_w + 4,
		baseline, &kind->callout);
	for (int i = 0; i < kind->cells; i++) {
		int place = kind->column + i;

		put_cell(waffle, kind,
			waffle->x + place % waffle->columns * pitch,
			jb_waffle_row_y(
				waffle, kind->row + place / waffle->columns));
	}
	jb_claim(waffle->group, from, figure);
}

/* One line that says what a cell is, where it is not one thing. */
static double put_scale_words(jb_waffle *waffle, double y)
{
	const jb_figure *figure = waffle->v[0].stat->figure;
	const jb_rich *words;

	if (waffle->per_cell == 1)
		return 0;
	words = jb_rich_plain(waffle->desk->arena,
		jb_sprintf(waffle->desk->arena,
			"一格代表%" G_GINT64_FORMAT "%s", waffle->per_cell,
			figure->unit),
		waffle->picture->picture->pos);
	return 6 + jb_put_words(waffle->desk, waffle->group, waffle->x, y + 6,
			   waffle->width, words, "small");
}

static double put_cells(jb_waffle *waffle)
{
	double bottom;

	jb_waffle_arrange(waffle);
	for (size_t i = 0; i < waffle->n; i++)
		put_class(waffle, &waffle->v[i]);
	bottom = jb_waffle_row_y(waffle, waffle->rows);
	return bottom + put_scale_words(waffle, bottom);
}

/* --- what stands beside the cells, or over and under them --- */

/* A callout with its name under it, its digits from y on; the bottom. */
static double put_side_stat(jb_waffle *waffle, const jb_stat *stat,
	double size_pt, double x, double y, double width)
{
	jb_desk *desk = waffle->desk;
	jb_callout callout = jb_callout_of(desk, stat->figure, size_pt,
		jb_numeral_ink(desk, waffle->picture, stat->figure));
	guint from = waffle->group->items->len;

	jb_callout_fit(desk, &callout, size_pt, width);
	y += ceil(jb_callout_height(&callout));
	jb_put_callout(desk, waffle->group, x, y, &callout);
	y += 4;
	y += jb_put_words(desk, waffle->group, x, y, width, jb_stat_name(stat),
		"label_strong");
	jb_claim(waffle->group, from, stat->figure);
	return y;
}

static double side_stat_height(
	jb_waffle *waffle, const jb_stat *stat, double size_pt, double width)
{
	jb_group *group = waffle->group;
	double height;

	waffle->group = jb_group_new(waffle->desk->arena);
	height = put_side_stat(waffle, stat, size_pt, 0, 0, width);
	waffle->group = group;
	return height;
}

/* The total's numeral stands on the bottom of the first row, the others' last
 * line on the bottom of the last. */
static double put_side(jb_waffle *waffle, double bottom)
{
	const jb_bound_picture *picture = waffle->picture;
	const double room = side_w + side_gap - 6;
	double y = 0, others = 0, cap = 66;

	if (picture->of.total) {
		jb_callout callout = jb_callout_of(
			waffle->desk, picture->of.total->figure, cap, NULL);

		jb_callout_fit(waffle->desk, &callout, cap, room);
		y = MAX(0, JB_WAFFLE_LABEL + waffle->cell -
				   jb_callout_height(&callout));
		y = put_side_stat(waffle, picture->of.total, cap, 0, y, room);
	}
	for (size_t i = 0; i < picture->more.n_stats; i++)
		others += 10 + side_stat_height(waffle, &picture->more.stats[i],
				       20, room);
	y = MAX(y, bottom - others + 3);
	for (size_t i = 0; i < picture->more.n_stats; i++)
		y = put_side_stat(
			waffle, &picture->more.stats[i], 20, 0, y + 10, room);
	return MAX(bottom, y);
}

static double put_below(jb_waffle *waffle, double y, double width)
{
	const jb_bound_subject *more = &waffle->picture->more;

	for (size_t i = 0; i < more->n_stats; i++)
		y = put_side_stat(
			waffle, &more->stats[i], 20, 0, y + 12, width);
	return y;
}

/* --- reading the picture --- */

static double cells_of(const jb_waffle *waffle, const jb_figure *figure)
{
	int power = waffle->v[0].stat->figure->power;

	if (!figure->has_value)
		return 0;
	return jb_decimal_double(figure->value) *
	       pow(10, figure->power - power) / (double)waffle->per_cell;
}

static double all_cells(const jb_waffle *waffle)
{
	double cells = 0;

	for (size_t i = 0; i < waffle->n; i++)
		cells += cells_of(waffle, waffle->v[i].stat->figure);
	return cells;
}

/* Units a cell: the least power of ten with at most a hundred cells. */
static bool count_cells(jb_waffle *waffle)
{
	const char *unit = waffle->v[0].stat->figure->unit;

	waffle->per_cell = 1;
	while (all_cells(waffle) > cells_most &&
		waffle->per_cell < G_MAXINT64 / 10)
		waffle->per_cell *= 10;
	for (size_t i = 0; i < waffle->n; i++) {
		const jb_figure *figure = waffle->v[i].stat->figure;
		double cells = cells_of(waffle, figure);

		waffle->v[i].cells = (int)CLAMP(round(cells), 0, cells_most);
		if (fabs(cells - waffle->v[i].cells) < 1e-9)
			continue;
		jb_error(waffle->desk->diags, figure->value_pos,
			"“%s” is no whole number of cells of %lld%s",
			figure->id, (long long)waffle->per_cell, unit);
		jb_hint(waffle->desk->diags, "use the form “bars”");
		return false;
	}
	return true;
}

/* Words stand in one line over their cells. */
static bool words_fit(jb_waffle *waffle)
{
	jb_desk *desk = waffle->desk;
	bool fit = true;

	for (size_t i = 0; i < waffle->n; i++) {
		const jb_waffle_class *kind = &waffle->v[i];
		double over = kind->words_w - waffle->width;

		if (over <= 0.5)
			continue;
		jb_error(desk->diags, kind->stat->figure->value_pos,
			"“%s” is %.0f pt too wide for the waffle",
			jb_rich_text(desk->arena, jb_stat_name(kind->stat)),
			ceil(over));
		jb_hint(desk->diags, "give the figure a `short` label, or "
				     "use the form “bars”");
		fit = false;
	}
	return fit;
}

static void collect(jb_waffle *waffle)
{
	const jb_bound_subject *of = &waffle->picture->of;
	jb_desk *desk = waffle->desk;

	waffle->n = of->n_stats;
	waffle->v = jb_new_array(desk->arena, jb_waffle_class, of->n_stats);
	for (size_t i = 0; i < of->n_stats; i++) {
		jb_waffle_class *kind = &waffle->v[i];

		kind->stat = &of->stats[i];
		kind->look = jb_part_look(
			desk, i, of->n_stats, waffle->picture->picture->colors);
		kind->callout = jb_callout_of(desk, kind->stat->figure,
			count_pt, jb_desk_ink(desk, "primary"));
		kind->name_w = jb_words_width(
			desk, jb_stat_name(kind->stat), "label_strong");
		kind->words_w = kind->name_w + 4 +
				jb_callout_width(desk, &kind->callout);
	}
}

jb_group *jb_form_waffle(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	jb_waffle waffle = {
		.desk = desk,
		.group = jb_group_new(desk->arena),
		.picture = picture,
		.width = width,
	};
	bool beside =
		width >= 400 && (picture->of.total || picture->more.n_stats);
	double bottom;

	waffle.group->width = width;
	if (!picture->of.n_stats)
		return waffle.group;
	collect(&waffle);
	if (!count_cells(&waffle))
		return waffle.group;
	if (beside) {
		waffle.x = side_w + side_gap;
		waffle.width = width - waffle.x;
	}
	if (!words_fit(&waffle))
		return waffle.group;
	if (!beside && picture->of.total)
		waffle.y = 6 + put_side_stat(&waffle, picture->of.total, 54, 0,
				       0, width);
	bottom = put_cells(&waffle);
	bottom = beside ? put_side(&waffle, bottom)
			: put_below(&waffle, bottom, width);
	waffle.group->height = jb_snap(desk, bottom);
	return waffle.group;
}
