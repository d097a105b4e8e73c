/* beside-lanes.c - blocks beside prose, in lanes that are nearly as high. */
#include "layout/beside-parts.h"

#include <string.h>

jb_block **jb_beside_parts(jb_desk *desk, const jb_block *block, size_t *n)
{
	GPtrArray *items = g_ptr_array_new();
	jb_block **parts;

	for (size_t i = 0; i < block->n_kids; i++) {
		jb_block *kid = block->kids[i];

		if (kid->kind != JB_BLOCK_PICTURES) {
			g_ptr_array_add(items, kid);
			continue;
		}
		for (size_t k = 0; k < kid->n_pictures; k++) {
			jb_block *one = jb_new(desk->arena, jb_block);

			*one = *kid;
			one->pictures = &kid->pictures[k];
			one->n_pictures = 1;
			if (k > 0)
				one->before_pt = kid->gap_pt;
			g_ptr_array_add(items, one);
		}
	}
	*n = items->len;
	parts = jb_new_array(desk->arena, jb_block *, items->len + 1);
	if (items->len)
		memcpy(parts, items->pdata, items->len * sizeof *parts);
	g_ptr_array_free(items, TRUE);
	return parts;
}

static double lane_width(const jb_beside *b)
{
	return b->span * b->step - b->desk->layout->gutter_pt;
}

static jb_group *set_item(const jb_beside *b, size_t i)
{
	jb_group *group = jb_galley_whole(b->desk, b->items[i], lane_width(b));

	jb_group_settle(group, b->desk->layout->baseline_pt);
	return group;
}

/* Heights of all blocks in a lane: drawn once for a size of pictures and a
 * width. */
static const double *item_heights(const jb_beside *b)
{
	jb_fit *fit = b->block->fit;
	double **known = &fit->beside_pt[b->span];

	if (fit->beside_scale != fit->scale)
		memset(fit->beside_pt, 0, sizeof fit->beside_pt);
	fit->beside_scale = fit->scale;
	if (*known)
		return *known;
	*known = jb_new_array(b->desk->arena, double, b->n_items + 1);
	for (size_t i = 0; i < b->n_items; i++)
		(*known)[i] = set_item(b, i)->height;
	return *known;
}

/* From the top of a lane to that of its next block, which begins on a half
 * line. */
static double next_top(const jb_beside *b, double y, size_t item)
{
	return jb_grid_up(b->desk, y + b->items[item]->before_pt, false);
}

static double lane_height(
	const jb_beside *b, const double *heights, size_t first, size_t n)
{
	double y = 0;

	for (size_t i = first; i < first + n; i++)
		y = (i > first ? next_top(b, y, i) : 0) + heights[i];
	return y;
}

/* Lanes in order, each as full as a height lets it be; false when that leaves
 * some blocks, or a lane empty. */
static bool fill_lanes(jb_beside *b, const double *heights, double height)
{
	size_t at = 0;

	for (int k = 0; k < b->n_lanes; k++) {
		size_t after = (size_t)(b->n_lanes - k - 1), n = 1;

		if (at + after >= b->n_items)
			return false;
		while (at + n + after < b->n_items &&
			lane_height(b, heights, at, n + 1) <= height)
			n++;
		b->lanes[k] = (jb_lane){.first = at, .n = n};
		b->lanes[k].height_pt = lane_height(b, heights, at, n);
		if (b->lanes[k].height_pt > height)
			return false;
		at += n;
	}
	return at == b->n_items;
}

/* The least height that holds all is that of some run of blocks. */
void jb_beside_fill_lanes(jb_beside *b)
{
	const double *heights = item_heights(b);
	double best = lane_height(b, heights, 0, b->n_items);

	for (size_t i = 0; i < b->n_items; i++)
		for (size_t n = 1; i + n <= b->n_items; n++) {
			double height = lane_height(b, heights, i, n);

			if (height < best && fill_lanes(b, heights, height))
				best = height;
		}
	fill_lanes(b, heights, best);
}

/* A lane with its blocks so many lines more apart, all joints alike. */
jb_group *jb_beside_set_lane(const jb_beside *b, const jb_lane *l)
{
	jb_group *stack = jb_group_new(b->desk->arena);
	double more = l->n > 1 ? l->apart * b->line_pt / (double)(l->n - 1) : 0;

	for (size_t i = 0; i < l->n; i++) {
		jb_group *group = set_item(b, l->first + i);

		if (i > 0)
			stack->height =
				next_top(b, stack->height + more, l->first + i);
		jb_group_place(stack, group, 0, stack->height);
		stack->height += group->height;
	}
	return stack;
}
