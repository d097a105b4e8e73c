/* waffle.c - a cell for each thing: classes of a whole, counted by eye.
 *
 * A class starts a row of its own unless it fits into the rest of the row with
 * its words over it, so that no class is torn and no words collide.  Of all
 * numbers of columns the one is taken that leaves the fewest places empty.
 */
#include "chart/forms.h"

#include <math.h>

#include "chart/look.h"
#include "model/wording.h"

static const double gap = 2.5, label_h = 18, cell_least = 7;
static const double words_gap = 10, count_pt = 12, side_w = 68, side_gap = 18;
static const int cells_most = 100;

struct class {
	const jb_stat *stat;
	const jb_ink *ink;
	jb_callout callout;
	double name_w, words_w;
	int cells;
	int row, column; /* of its first cell */
};

struct waffle {
	jb_desk *desk;
	jb_group *group;
	const jb_bound_picture *picture;
	struct class *v;
	size_t n;
	double x, y, width; /* of the cells */
	int per_cell;	    /* units one cell stands for */
	int columns, rows;
	double cell;
};

/* Cells of a narrow picture are small, or it would be a tower. */
static double cell_most(const struct waffle *waffle)
{
	return waffle->width >= 400 ? 30 : waffle->width >= 200 ? 20 : 16;
}

static double words_room(const struct waffle *waffle, int column)
{
	return waffle->width - column * (waffle->cell + gap);
}

/* --- rows --- */

/* The first column right of the last class and its words. */
static int next_column(const struct waffle *waffle, const struct class *last)
{
	double pitch = waffle->cell + gap;
	double words_end = last->column * pitch + last->words_w + words_gap;

	return MAX(last->column + last->cells,
		(int)ceil(words_end / pitch - 1e-9));
}

/* Whether a class fits into the row of the last one.  A class of several rows
 * leaves the rest of its last row empty: words there would tear it. */
static bool joins_row(const struct waffle *waffle, const struct class *last,
	const struct class *class)
{
	int column = next_column(waffle, last);

	return last->column + last->cells <= waffle->columns &&
	       column + MAX(class->cells, 1) <= waffle->columns &&
	       class->words_w <= words_room(waffle, column);
}

/* Gives every class its first cell; returns how many places stay empty. */
static int place_classes(struct waffle *waffle)
{
	int row = 0, used = 0;

	for (size_t i = 0; i < waffle->n; i++) {
		struct class *class = &waffle->v[i];

		class->column = 0;
		if (i && joins_row(waffle, class - 1, class))
			class->column = next_column(waffle, class - 1);
		else
			row += i > 0;
		class->row = row;
		row += MAX(class->column + class->cells - 1, 0) /
		       waffle->columns;
		used += class->cells;
	}
	waffle->rows = row + 1;
	return waffle->rows * waffle->columns - used;
}

static void set_columns(struct waffle *waffle, int columns)
{
	waffle->columns = columns;
	waffle->cell = (waffle->width - gap * (columns - 1)) / columns;
}

/* Few empty places, and cells of a good size. */
static double cost(struct waffle *waffle, int columns)
{
	double empty;

	set_columns(waffle, columns);
	empty = place_classes(waffle);
	return empty / (waffle->rows * columns) +
	       0.012 * fabs(0.93 * cell_most(waffle) - waffle->cell);
}

static void choose_columns(struct waffle *waffle)
{
	double best = INFINITY;
	int least = (int)ceil(
		(waffle->width + gap) / (cell_most(waffle) + gap));
	int most = (int)floor((waffle->width + gap) / (cell_least + gap));
	int columns = MAX(least, 1);

	for (int i = MAX(least, 1); i <= most; i++) {
		double c = cost(waffle, i);

		if (c < best - 1e-9) {
			best = c;
			columns = i;
		}
	}
	set_columns(waffle, columns);
	place_classes(waffle);
}

/* --- drawing --- */

static bool row_has_words(const struct waffle *waffle, int row)
{
	for (size_t i = 0; i < waffle->n; i++)
		if (waffle->v[i].row == row)
			return true;
	return false;
}

/* A row of missing values has words only. */
static bool row_has_cells(const struct waffle *waffle, int row)
{
	for (size_t i = 0; i < waffle->n; i++)
		if (waffle->v[i].row == row && waffle->v[i].cells)
			return true;
	return !row_has_words(waffle, row);
}

/* The top of a row's cells, under its words; of the row after the last, the
 * bottom of all. */
static double row_y(const struct waffle *waffle, int row)
{
	double y = waffle->y;

	for (int i = 0; i <= row; i++) {
		if (i && row_has_cells(waffle, i - 1))
			y += waffle->cell;
		if (i == waffle->rows)
			break;
		if (row_has_words(waffle, i))
			y += label_h;
		else if (i)
			y += gap;
	}
	return y;
}

static void put_cell(struct waffle *waffle, const struct class *class, double x,
	double y)
{
	jb_desk *desk = waffle->desk;

	jb_put_bar(desk, waffle->group, x, y, waffle->cell, waffle->cell,
		class->stat->figure, class->ink);
	/* the lightest tint needs an edge on paper */
	if (class->ink == jb_desk_ink(desk, "primary16"))
		jb_put_frame(desk, waffle->group, x + 0.25, y + 0.25,
			waffle->cell - 0.5, waffle->cell - 0.5,
			jb_desk_ink(desk, "text45"), 0.5, false);
}

static void put_class(struct waffle *waffle, struct class *class)
{
	const jb_figure *figure = class->stat->figure;
	guint from = waffle->group->items->len;
	double pitch = waffle->cell + gap;
	double x = waffle->x + class->column * pitch;
	double baseline = row_y(waffle, class->row) - 6;

	jb_put_line_of(waffle->desk, waffle->group, x, baseline,
		JB_ALIGN_START, jb_stat_name(class->stat), "label_strong", NULL);
	jb_put_callout(waffle->desk, waffle->group, x + class->name_w + 4,
		baseline, &class->callout);
	for (int i = 0; i < class->cells; i++) {
		int place = class->column + i;

		put_cell(waffle, class,
			waffle->x + place % waffle->columns * pitch,
			row_y(waffle, class->row + place / waffle->columns));
	}
	jb_part_claim(waffle->group, from, figure, figure->value_pos);
}

/* One line that says what a cell is, where it is not one thing. */
static double put_scale_words(struct waffle *waffle, double y)
{
	const jb_figure *figure = waffle->v[0].stat->figure;
	const jb_rich *words;

	if (waffle->per_cell == 1)
		return 0;
	words = jb_rich_plain(waffle->desk->arena,
		jb_sprintf(waffle->desk->arena, "一格代表%d%s", waffle->per_cell,
			figure->unit),
		waffle->picture->picture->pos);
	return 6 + jb_put_words(waffle->desk, waffle->group, waffle->x, y + 6,
			   waffle->width, words, "small", NULL);
}

static double put_cells(struct waffle *waffle)
{
	double bottom;

	choose_columns(waffle);
	for (size_t i = 0; i < waffle->n; i++)
		put_class(waffle, &waffle->v[i]);
	bottom = row_y(waffle, waffle->rows);
	return bottom + put_scale_words(waffle, bottom);
}

/* --- what stands beside the cells, or over and under them --- */

static double callout_height(const jb_callout *callout)
{
	return callout->figure->has_value ? JB_DIGIT_EM * callout->size_pt : 17;
}

/* A callout with its name under it, its digits from y on; the bottom. */
static double put_side_stat(struct waffle *waffle, const jb_stat *stat,
	double size_pt, double x, double y, double width)
{
	jb_desk *desk = waffle->desk;
	jb_callout callout = jb_callout_of(desk, stat->figure, size_pt,
		jb_part_ink(desk, waffle->picture, stat->figure));
	guint from = waffle->group->items->len;

	jb_callout_fit(desk, &callout, size_pt, width);
	y += ceil(callout_height(&callout));
	jb_put_callout(desk, waffle->group, x, y, &callout);
	y += 4;
	y += jb_put_words(desk, waffle->group, x, y, width,
		jb_stat_name(stat), "label_strong", NULL);
	jb_part_claim(waffle->group, from, stat->figure,
		stat->figure->value_pos);
	return y;
}

static double side_stat_height(struct waffle *waffle, const jb_stat *stat,
	double size_pt, double width)
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
static double put_side(struct waffle *waffle, double bottom)
{
	const jb_bound_picture *picture = waffle->picture;
	const double room = side_w + side_gap - 6;
	double y = 0, others = 0, cap = 66;

	if (picture->of.total) {
		jb_callout callout = jb_callout_of(
			waffle->desk, picture->of.total->figure, cap, NULL);

		jb_callout_fit(waffle->desk, &callout, cap, room);
		y = MAX(0, label_h + waffle->cell - callout_height(&callout));
		y = put_side_stat(waffle, picture->of.total, cap, 0, y, room);
	}
	for (size_t i = 0; i < picture->more.n_stats; i++)
		others += 10 + side_stat_height(waffle, &picture->more.stats[i],
				       20, room);
	y = MAX(y, bottom - others + 3);
	for (size_t i = 0; i < picture->more.n_stats; i++)
		y = put_side_stat(waffle, &picture->more.stats[i], 20, 0,
			y + 10, room);
	return MAX(bottom, y);
}

static double put_below(struct waffle *waffle, double y, double width)
{
	const jb_bound_subject *more = &waffle->picture->more;

	for (size_t i = 0; i < more->n_stats; i++)
		y = put_side_stat(
			waffle, &more->stats[i], 20, 0, y + 12, width);
	return y;
}

/* --- reading the picture --- */

static double units_of(const jb_figure *figure, int power)
{
	return jb_decimal_double(figure->value) * pow(10, figure->power - power);
}

/* Units a cell: the least power of ten with at most a hundred cells. */
static bool count_cells(struct waffle *waffle)
{
	const jb_figure *first = waffle->v[0].stat->figure;
	double total = 0;

	for (size_t i = 0; i < waffle->n; i++)
		if (waffle->v[i].stat->figure->has_value)
			total += units_of(waffle->v[i].stat->figure,
				first->power);
	waffle->per_cell = 1;
	while (total / waffle->per_cell > cells_most &&
		waffle->per_cell < 100000000)
		waffle->per_cell *= 10;
	for (size_t i = 0; i < waffle->n; i++) {
		const jb_figure *figure = waffle->v[i].stat->figure;
		double cells = figure->has_value
				       ? units_of(figure, first->power) /
						 waffle->per_cell
				       : 0;

		if (cells < 0 || fabs(cells - round(cells)) > 1e-9) {
			jb_error(waffle->desk->diags, figure->value_pos,
				"“%s” is no whole number of cells of %d%s",
				figure->id, waffle->per_cell, first->unit);
			jb_hint(waffle->desk->diags, "use the form “bars”");
			return false;
		}
		waffle->v[i].cells = (int)round(cells);
	}
	return true;
}

static void collect(struct waffle *waffle)
{
	const jb_bound_subject *of = &waffle->picture->of;
	jb_desk *desk = waffle->desk;

	waffle->n = of->n_stats;
	waffle->v = jb_new_array(desk->arena, struct class, of->n_stats);
	for (size_t i = 0; i < of->n_stats; i++) {
		struct class *class = &waffle->v[i];

		class->stat = &of->stats[i];
		class->ink = jb_class_ink(desk, i);
		class->callout = jb_callout_of(desk, class->stat->figure,
			count_pt, jb_desk_ink(desk, "primary"));
		class->name_w = jb_part_width(
			desk, jb_stat_name(class->stat), "label_strong");
		class->words_w = class->name_w + 4 +
				 jb_callout_width(desk, &class->callout);
	}
}

jb_group *jb_form_waffle(jb_desk *desk, const jb_bound_picture *picture,
	double width)
{
	struct waffle waffle = {
		.desk = desk,
		.group = jb_group_new(desk->arena),
		.picture = picture,
		.width = width,
	};
	bool beside = width >= 400 &&
		      (picture->of.total || picture->more.n_stats);
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
	} else if (picture->of.total) {
		waffle.y = 6 + put_side_stat(&waffle, picture->of.total, 54, 0,
				       0, width);
	}
	bottom = put_cells(&waffle);
	bottom = beside ? put_side(&waffle, bottom)
			: put_below(&waffle, bottom, width);
	waffle.group->height = jb_part_snap(desk, bottom);
	return waffle.group;
}
