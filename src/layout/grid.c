/* grid.c - blocks in columns and rows.
 *
 * Columns get their least widths first; then those with a width of their own,
 * or that of their widest words, get what they like as far as there is room,
 * all as much as the others if there is not; shares divide the rest.  Rows
 * begin on half lines.
 */
#include "layout/box.h"

#include <math.h>

typedef struct track {
	double least, most; /* most: not for shares */
	double share;	    /* 0: none */
	double x, width;
} track;

typedef struct grid {
	jb_desk *desk;
	const jb_block *block;
	double width;
	track *tracks;
	jb_cell *cells; /* by kid */
	size_t *rows, *columns, *spans;
	size_t n_rows;
} grid;

/* In reading order; what is too wide for the rest of a row begins the next. */
static void place_kids(grid *g)
{
	size_t at = 0, n = g->block->n_tracks;

	for (size_t i = 0; i < g->block->n_kids; i++) {
		const jb_block *kid = g->block->kids[i];
		size_t span = (size_t)MAX(kid->span, 1);

		if (span > n) {
			jb_error(g->desk->diags, kid->pos,
				"this block spans %d columns, and the grid has "
				"%d",
				(int)span, (int)n);
			span = n;
		}
		if (at + span > n) {
			g->n_rows++;
			at = 0;
		}
		g->rows[i] = g->n_rows;
		g->columns[i] = at;
		g->spans[i] = span;
		at += span;
	}
	g->n_rows += g->block->n_kids > 0;
}

/* ---- widths of columns ---- */

static double points(const grid *g, jb_length length)
{
	const jb_style *body = jb_desk_style(g->desk, "body");

	return jb_length_pt(
		length, body->size_pt, g->desk->layout->baseline_pt, g->width);
}

/* Of the blocks that stand in this column alone. */
static double widest(const grid *g, size_t column)
{
	double width = 0;

	for (size_t i = 0; i < g->block->n_kids; i++)
		if (g->columns[i] == column && g->spans[i] == 1)
			width = fmax(
				width, jb_natural_width(g->desk,
					       g->block->kids[i], g->width));
	return width;
}

/* No column is narrower than a character of body. */
static void read_tracks(grid *g)
{
	double em = jb_desk_style(g->desk, "body")->size_pt;

	for (size_t i = 0; i < g->block->n_tracks; i++) {
		const jb_track *from = &g->block->tracks[i];
		track *to = &g->tracks[i];

		to->least = from->least_auto ? em : points(g, from->least);
		if (from->most_auto)
			to->most = widest(g, i);
		else if (from->most.unit == JB_UNIT_FR)
			to->share = from->most.value;
		else
			to->most = points(g, from->most);
		to->most = fmax(to->most, to->least);
		to->width = to->least;
	}
}

/* Grows columns without a share towards what they like; returns what is left
 * of the room. */
static double grow(grid *g, double spare)
{
	size_t open = 1;

	while (open > 0 && spare > JB_HAIR_PT) {
		double part;

		open = 0;
		for (size_t i = 0; i < g->block->n_tracks; i++)
			open += !g->tracks[i].share &&
				g->tracks[i].width < g->tracks[i].most;
		part = open ? spare / (double)open : 0;
		for (size_t i = 0; open && i < g->block->n_tracks; i++) {
			track *t = &g->tracks[i];
			double more = fmin(t->most - t->width, part);

			if (t->share || more <= 0)
				continue;
			t->width += more;
			spare -= more;
		}
	}
	return fmax(spare, 0);
}

/* Shares of the rest, none less than its least: those that would be keep it,
 * and the others divide what remains. */
static void divide(grid *g, double spare)
{
	size_t n = g->block->n_tracks;
	bool again = true;

	while (again) {
		double rest = spare, shares = 0;

		again = false;
		for (size_t i = 0; i < n; i++) {
			shares += g->tracks[i].share;
			if (g->tracks[i].share > 0)
				rest += g->tracks[i].least;
		}
		for (size_t i = 0; i < n && shares > 0; i++) {
			track *t = &g->tracks[i];

			if (t->share <= 0)
				continue;
			t->width = rest * t->share / shares;
			if (t->width < t->least - 1e-9) {
				t->width = t->least;
				t->share = 0;
				again = true;
				break;
			}
		}
	}
}

static double gaps(const grid *g)
{
	return (double)(g->block->n_tracks - 1) * g->block->gap_pt;
}

static void refuse_width(const grid *g, double need)
{
	jb_error(g->desk->diags, g->block->pos,
		"the columns of this grid need %.1f pt, and there are %.1f pt",
		need, g->width);
	jb_hint(g->desk->diags,
		"fewer or narrower columns, or a smaller `gap`");
}

static void size_tracks(grid *g)
{
	double need = gaps(g), x = 0;

	read_tracks(g);
	for (size_t i = 0; i < g->block->n_tracks; i++)
		need += g->tracks[i].least;
	if (need > g->width + JB_HAIR_PT)
		refuse_width(g, need);
	else
		divide(g, grow(g, g->width - need));
	for (size_t i = 0; i < g->block->n_tracks; i++) {
		g->tracks[i].x = x;
		x += g->tracks[i].width + g->block->gap_pt;
	}
}

/* ---- rows ---- */

static void open_cells(grid *g)
{
	for (size_t i = 0; i < g->block->n_kids; i++) {
		const track *first = &g->tracks[g->columns[i]];
		const track *last = &g->tracks[g->columns[i] + g->spans[i] - 1];

		g->cells[i] = (jb_cell){
			.block = g->block->kids[i],
			.x = first->x,
			.width = last->x + last->width - first->x,
		};
	}
}

/* The blocks of a row stand together: from the first, so many. */
static size_t row_length(const grid *g, size_t first)
{
	size_t n = 0;

	while (first + n < g->block->n_kids &&
		g->rows[first + n] == g->rows[first])
		n++;
	return n;
}

static double *set_rows(grid *g)
{
	double *heights = jb_new_array(g->desk->arena, double, g->n_rows + 1);
	double highest = 0;

	for (size_t i = 0, n; i < g->block->n_kids; i += n) {
		n = row_length(g, i);
		heights[g->rows[i]] = jb_cells_set(
			g->desk, g->cells + i, n, g->block->baselines);
		highest = fmax(highest, heights[g->rows[i]]);
	}
	for (size_t i = 0; g->block->equal && i < g->n_rows; i++)
		heights[i] = highest;
	return heights;
}

static void place_rows(grid *g, jb_group *group, const double *heights)
{
	double y = 0;

	for (size_t i = 0, n; i < g->block->n_kids; i += n) {
		double height = heights[g->rows[i]];

		n = row_length(g, i);
		jb_cells_place(
			g->desk, group, g->cells + i, n, y, height, true);
		group->height = y + height;
		y = jb_grid_up(
			g->desk, group->height + g->block->row_gap_pt, false);
	}
}

jb_group *jb_grid_set(jb_desk *desk, const jb_block *block, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	grid g = {
		.desk = desk,
		.block = block,
		.width = width,
		.tracks = jb_new_array(desk->arena, track, block->n_tracks),
		.cells = jb_new_array(desk->arena, jb_cell, block->n_kids + 1),
		.rows = jb_new_array(desk->arena, size_t, block->n_kids + 1),
		.columns = jb_new_array(desk->arena, size_t, block->n_kids + 1),
		.spans = jb_new_array(desk->arena, size_t, block->n_kids + 1),
	};

	place_kids(&g);
	size_tracks(&g);
	open_cells(&g);
	place_rows(&g, group, set_rows(&g));
	group->width = width;
	return group;
}
