/* cells.c - the rows of a waffle.
 *
 * A class starts a row of its own unless it fits into the rest of the row with
 * its words over it, so that no class is torn and no words collide.  Of all
 * numbers of columns the one is taken that leaves the fewest places empty.
 */
#include "chart/waffle.h"

#include <math.h>

static const double cell_least = 7, words_gap = 10;

/* Cells of a narrow picture are small, or it would be a tower. */
static double cell_most(const jb_waffle *waffle)
{
	return waffle->width >= 400 ? 30 : waffle->width >= 200 ? 20 : 16;
}

static double words_room(const jb_waffle *waffle, int column)
{
	return waffle->width - column * (waffle->cell + JB_WAFFLE_GAP);
}

/* The first column right of the last class and its words. */
static int next_column(const jb_waffle *waffle, const jb_waffle_class *last)
{
	double pitch = waffle->cell + JB_WAFFLE_GAP;
	double words_end = last->column * pitch + last->words_w + words_gap;

	return MAX(last->column + last->cells,
		(int)ceil(words_end / pitch - 1e-9));
}

/* Whether a class fits into the row of the last one.  A class of several rows
 * leaves the rest of its last row empty: words there would tear it. */
static bool joins_row(const jb_waffle *waffle, const jb_waffle_class *last,
	const jb_waffle_class *kind)
{
	int column = next_column(waffle, last);

	return last->column + last->cells <= waffle->columns &&
	       column + MAX(kind->cells, 1) <= waffle->columns &&
	       kind->words_w <= words_room(waffle, column);
}

/* Gives every class its first cell; returns how many places stay empty. */
static int place_classes(jb_waffle *waffle)
{
	int row = 0, used = 0;

	for (size_t i = 0; i < waffle->n; i++) {
		jb_waffle_class *kind = &waffle->v[i];

		kind->column = 0;
		if (i && joins_row(waffle, kind - 1, kind))
			kind->column = next_column(waffle, kind - 1);
		else
			row += i > 0;
		kind->row = row;
		row += MAX(kind->column + kind->cells - 1, 0) / waffle->columns;
		used += kind->cells;
	}
	waffle->rows = row + 1;
	return waffle->rows * waffle->columns - used;
}

static void set_columns(jb_waffle *waffle, int columns)
{
	waffle->columns = columns;
	waffle->cell =
		(waffle->width - JB_WAFFLE_GAP * (columns - 1)) / columns;
}

/* Few empty places, and cells of a good size. */
static double cost(jb_waffle *waffle, int columns)
{
	double empty;

	set_columns(waffle, columns);
	empty = place_classes(waffle);
	return empty / (waffle->rows * columns) +
	       0.012 * fabs(0.93 * cell_most(waffle) - waffle->cell);
}

void jb_waffle_arrange(jb_waffle *waffle)
{
	double best = INFINITY;
	int least = (int)ceil((waffle->width + JB_WAFFLE_GAP) /
			      (cell_most(waffle) + JB_WAFFLE_GAP));
	int most = (int)floor(
		(waffle->width + JB_WAFFLE_GAP) / (cell_least + JB_WAFFLE_GAP));
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

static bool row_has_words(const jb_waffle *waffle, int row)
{
	for (size_t i = 0; i < waffle->n; i++)
		if (waffle->v[i].row == row)
			return true;
	return false;
}

/* A row of missing values has words only. */
static bool row_has_cells(const jb_waffle *waffle, int row)
{
	for (size_t i = 0; i < waffle->n; i++)
		if (waffle->v[i].row == row && waffle->v[i].cells)
			return true;
	return !row_has_words(waffle, row);
}

double jb_waffle_row_y(const jb_waffle *waffle, int row)
{
	double y = waffle->y;

	for (int i = 0; i <= row; i++) {
		if (i && row_has_cells(waffle, i - 1))
			y += waffle->cell;
		if (i == waffle->rows)
			break;
		if (row_has_words(waffle, i))
			y += JB_WAFFLE_LABEL;
		else if (i)
			y += JB_WAFFLE_GAP;
	}
	return y;
}
