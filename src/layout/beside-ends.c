/* beside-ends.c - where the columns of prose begin and end under blocks. */
#include "layout/beside-parts.h"

#include <math.h>

/* Under blocks stand at least so many lines, or none; so much of a line parts
 * them; and so many lines more two rows of pictures may be apart. */
enum { UNDER_LEAST = 6 };
#define PART 0.5
#define APART 1.5

int jb_beside_lines(const jb_beside *b, double pt)
{
	return (int)ceil(pt / b->line_pt - 1e-6);
}

/* The lane over a column, or NULL. */
jb_lane *jb_beside_lane_over(const jb_beside *b, int column)
{
	int i = column - (b->columns - b->span * b->n_lanes);

	return i < 0 ? NULL : (jb_lane *)&b->lanes[i / b->span];
}

/* Where the prose begins in a column. */
int jb_beside_top(const jb_beside *b, int column)
{
	const jb_lane *l = jb_beside_lane_over(b, column);

	return l ? l->over : 0;
}

static int lines_in(const jb_beside *b, int column)
{
	return MAX(b->text_end - jb_beside_top(b, column), 0);
}

size_t jb_beside_room(const jb_beside *b)
{
	size_t all = 0;

	for (int c = 0; c < b->columns; c++)
		all += (size_t)lines_in(b, c);
	return all;
}

/* Blocks take whole lines and a part of one under them; too few lines under
 * them are left empty. */
void jb_beside_cover(jb_beside *b)
{
	b->text_end = b->rows;
	for (int k = 0; k < b->n_lanes; k++) {
		jb_lane *l = &b->lanes[k];

		l->over = jb_beside_lines(b, l->height_pt + PART * b->line_pt);
		if (b->rows - l->over < UNDER_LEAST)
			l->over =
				MAX(b->rows, jb_beside_lines(b, l->height_pt));
		b->rows = MAX(b->rows, l->over);
	}
}

/* The least rows in which all lines find room. */
void jb_beside_size(jb_beside *b)
{
	b->rows = 1;
	for (int k = 0; k < b->n_lanes; k++)
		b->rows =
			MAX(b->rows, jb_beside_lines(b, b->lanes[k].height_pt));
	for (jb_beside_cover(b); jb_beside_room(b) < b->n; jb_beside_cover(b))
		b->rows++;
}

/* Lines that a lane may take beyond its own: between its blocks, and one under
 * them if prose follows. */
int jb_beside_slack(const jb_beside *b, const jb_lane *l)
{
	if (l->over >= b->rows)
		return 0;
	return (int)floor(APART * (double)(l->n - 1)) + 1;
}

/* Blocks move apart by whole lines, lane after lane, until what is left empty
 * is less than a line under each; one line at most stands under them. */
void jb_beside_spread(jb_beside *b)
{
	bool again = true;

	while (again) {
		again = false;
		for (int k = 0; k < b->n_lanes; k++) {
			jb_lane *l = &b->lanes[k];
			int most = jb_beside_slack(b, l), used = l->spread;

			if (used >= most || b->rows - l->over <= UNDER_LEAST ||
				jb_beside_room(b) < b->n + (size_t)b->span)
				continue;
			l->over++;
			l->spread++;
			l->apart = MIN(l->spread, most - 1);
			again = true;
		}
	}
	while (b->text_end > 1 &&
		jb_beside_room(b) >= b->n + (size_t)b->columns) {
		b->text_end--; /* what is still empty is at the foot */
		if (jb_beside_room(b) >= b->n)
			continue;
		b->text_end++;
		break;
	}
}

/* What a column's end before line i costs: CLREQ, widows and orphans. */
static int hurt(const jb_beside *b, size_t i)
{
	bool first, last;

	if (i == 0 || i >= b->n)
		return 0;
	first = b->lines[i - 1].first && !b->lines[i - 1].last;
	last = b->lines[i].last && !b->lines[i].first;
	if (b->lines[i].held || (first && last))
		return 500;
	return last ? 50 : first ? 20 : 0;
}

typedef struct ends {
	const jb_beside *b;
	size_t at[24], best[24];
	int cost;
} ends;

/* Each column is full, or a line short, or has its share of what is left. */
static void try_ends(ends *e, int column, size_t start, size_t spare, int cost)
{
	const jb_beside *b = e->b;
	size_t lines, most;

	if (cost >= e->cost)
		return;
	if (column == b->columns) {
		if (start < b->n)
			return;
		e->cost = cost;
		for (int c = 0; c < b->columns; c++)
			e->best[c] = e->at[c];
		return;
	}
	lines = (size_t)lines_in(b, column);
	most = MIN(spare, MIN(lines, 2));
	for (size_t less = 0; less <= most; less++) {
		size_t end = MIN(start + lines - less, b->n);

		e->at[column] = end;
		try_ends(e, column + 1, end, spare - less,
			cost + (int)(less * less) + hurt(b, end));
	}
}

/* Lines that are missing are missing at the last columns. */
void jb_beside_ends(const jb_beside *b, size_t *at)
{
	ends e = {.b = b, .cost = 1 << 20};
	size_t start = 0;

	for (int c = 0; c < b->columns; c++)
		e.best[c] = start = MIN(start + (size_t)lines_in(b, c), b->n);
	try_ends(&e, 0, 0, jb_beside_room(b) - b->n, 0);
	for (int c = 0; c < b->columns; c++)
		at[c] = e.best[c];
}
