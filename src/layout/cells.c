/* cells.c - blocks in the places of a row: how they stand across and down, and
 * on which line.
 */
#include "layout/box.h"

#include <math.h>

jb_group *jb_across_set(
	jb_desk *desk, const jb_block *block, double width, double *x)
{
	double own = width;

	if (block->across != JB_ACROSS_STRETCH)
		own = jb_natural_width(desk, block, width);
	if (block->across == JB_ACROSS_CENTER)
		*x += (width - own) / 2;
	else if (block->across == JB_ACROSS_END)
		*x += width - own;
	return jb_galley_whole(desk, block, own);
}

/* The line that counts: that of the largest numeral, else the first. */
static double line_of(const jb_group *group)
{
	double size = 0, line = group->baseline;

	for (guint i = 0; i < group->items->len; i++) {
		const jb_item *item = group->items->pdata[i];

		if (item->kind != JB_ITEM_TEXT || !item->figure ||
			item->u.text.size_pt <= size)
			continue;
		size = item->u.text.size_pt;
		line = item->y;
	}
	return line;
}

/* What a block holds moves down; its box grows. */
static void lower(jb_desk *desk, jb_cell *cell, double down)
{
	jb_group *group = cell->group;

	if (cell->block->box) {
		jb_box_reach(
			desk, cell->block, group, group->height + down, down);
		return;
	}
	for (guint i = 0; i < group->items->len; i++)
		((jb_item *)group->items->pdata[i])->y += down;
	group->height += down;
	group->baseline += down;
}

static void share_line(jb_desk *desk, jb_cell *cells, size_t n)
{
	double line = 0;

	for (size_t i = 0; i < n; i++)
		line = fmax(line,
			cells[i].block->before_pt + line_of(cells[i].group));
	for (size_t i = 0; i < n; i++) {
		double own = line_of(cells[i].group);
		double down = line - own - cells[i].block->before_pt;

		if (own > 0 && down > 0)
			lower(desk, &cells[i], down);
	}
}

double jb_cells_set(jb_desk *desk, jb_cell *cells, size_t n, bool baselines)
{
	double height = 0;

	for (size_t i = 0; i < n; i++) {
		jb_cell *cell = &cells[i];

		cell->group =
			jb_across_set(desk, cell->block, cell->width, &cell->x);
		jb_group_settle(cell->group, desk->layout->baseline_pt);
	}
	if (baselines)
		share_line(desk, cells, n);
	for (size_t i = 0; i < n; i++)
		height = fmax(height,
			cells[i].block->before_pt + cells[i].group->height);
	return height;
}

void jb_cells_place(jb_desk *desk, jb_group *to, jb_cell *cells, size_t n,
	double y, double height, bool reach)
{
	for (size_t i = 0; i < n; i++) {
		const jb_block *block = cells[i].block;
		double room = height - block->before_pt;
		double rest = room - cells[i].group->height, down = 0;

		if (block->down == JB_DOWN_MIDDLE)
			down = rest / 2;
		else if (block->down == JB_DOWN_BOTTOM)
			down = rest;
		if (reach && !block->placed)
			jb_box_reach(desk, block, cells[i].group, room, 0);
		jb_group_place(to, cells[i].group, cells[i].x,
			y + block->before_pt + down);
	}
}
