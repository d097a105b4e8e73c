/* lanes.c - blocks in lanes side by side.
 *
 * A lane takes whole columns of the page, and some of the blocks, in their
 * order; each picture of a `pictures` block is one.  Of all ways to part blocks
 * and columns, that with the lowest lanes is taken, and of equal ones that with
 * the fewest lanes: each start of lanes is solved once.
 */
#include "layout/lanes.h"

#include <math.h>
#include <string.h>

#include "layout/beside.h"

/* In a lane that is lower than its place pictures grow by so much at most, in
 * such steps; then blocks move apart by so many lines at each joint. */
#define GROWTH 1.5
#define STEP 0.05
#define APART 2.0
#define ROADMAP_EM 36

typedef struct lane {
	size_t first, n; /* blocks */
	int column, span;
	double height_pt;
} lane;

/* The lowest way to set the first blocks in the first columns. */
typedef struct part {
	double height_pt; /* INFINITY: there is none */
	int lanes;
	size_t first; /* block of the last lane, */
	int span;     /* which takes so many columns */
} part;

typedef struct lanes {
	jb_desk *desk;
	const jb_block *block;
	double width, step; /* from a column to the next */
	int columns, least; /* of a lane */
	jb_block **items;
	size_t n_items;
	part *parts; /* by blocks, columns */
	lane *lanes;
	size_t n;
	double height_pt;
} lanes;

/* ---- heights ---- */

static double lane_width(const lanes *l, int span)
{
	return span * l->step - l->desk->layout->gutter_pt;
}

static jb_group *set_item(const lanes *l, size_t i, int span)
{
	jb_group *group =
		jb_galley_whole(l->desk, l->items[i], lane_width(l, span));

	jb_group_settle(group, l->desk->layout->baseline_pt);
	return group;
}

/* A roadmap has words between its marks: a lane that is narrower than so many
 * characters of its labels is for other blocks. */
static bool too_narrow(const lanes *l, size_t i, int span)
{
	const jb_block *item = l->items[i];

	return span < l->columns && item->kind == JB_BLOCK_PICTURES &&
	       item->pictures->picture->form == JB_ROADMAP &&
	       lane_width(l, span) <
		       ROADMAP_EM * jb_desk_style(l->desk, "label")->size_pt;
}

/* Heights of all blocks in a lane: drawn once for a size of pictures and a
 * width.  What does not fit is said when it is drawn to stand. */
static const double *item_heights(const lanes *l, int span)
{
	jb_fit *fit = l->block->fit;
	double **known = &fit->beside_pt[span];
	jb_diags *said;

	if (fit->beside_scale != fit->scale)
		memset(fit->beside_pt, 0, sizeof fit->beside_pt);
	fit->beside_scale = fit->scale;
	if (*known)
		return *known;
	*known = jb_new_array(l->desk->arena, double, l->n_items + 1);
	for (size_t i = 0; i < l->n_items; i++) {
		said = jb_desk_hush(l->desk);
		(*known)[i] = set_item(l, i, span)->height;
		if (jb_diags_errors(l->desk->diags))
			(*known)[i] = INFINITY;
		jb_desk_speak(l->desk, said);
	}
	return *known;
}

/* From the top of a lane to that of its next block, on a half line. */
static double next_top(const lanes *l, double y, size_t item)
{
	return jb_grid_up(l->desk, y + l->items[item]->before_pt, false);
}

/* ---- which blocks in which lane ---- */

static part *part_at(const lanes *l, size_t items, int columns)
{
	return &l->parts[items * ((size_t)l->columns + 1) + (size_t)columns];
}

static bool better(const part *a, const part *b)
{
	if (fabs(a->height_pt - b->height_pt) > JB_HAIR_PT)
		return a->height_pt < b->height_pt;
	return a->lanes < b->lanes;
}

/* Blocks up to `items` in columns up to `columns`, the last lane `span` wide.
 */
static void try_span(const lanes *l, size_t items, int columns, int span)
{
	const double *heights = item_heights(l, span);
	part *best = part_at(l, items, columns);
	double height = 0;

	for (size_t first = items; first-- > 0;) {
		const part *before = part_at(l, first, columns - span);
		part one = {.first = first, .span = span};

		if (too_narrow(l, first, span))
			return;
		if (first + 1 == items)
			height = heights[first];
		else /* as if it stood over what is there: a half line off at
		      * most, which measuring mends */
			height +=
				heights[first] + l->items[first + 1]->before_pt;
		one.height_pt = fmax(before->height_pt, height);
		one.lanes = before->lanes + 1;
		if (!isinf(one.height_pt) && better(&one, best))
			*best = one;
	}
}

static void solve(lanes *l)
{
	size_t columns = (size_t)l->columns + 1;

	l->parts =
		jb_new_array(l->desk->arena, part, (l->n_items + 1) * columns);
	for (size_t i = 0; i < (l->n_items + 1) * columns; i++)
		l->parts[i].height_pt = INFINITY;
	part_at(l, 0, 0)->height_pt = 0;
	for (size_t i = 1; i <= l->n_items; i++)
		for (int c = l->least; c <= l->columns; c++)
			for (int span = l->least; span <= c; span++)
				try_span(l, i, c, span);
}

static double measure(const lanes *l, const lane *one)
{
	const double *heights = item_heights(l, one->span);
	double y = 0;

	for (size_t i = one->first; i < one->first + one->n; i++)
		y = (i > one->first ? next_top(l, y, i) : 0) + heights[i];
	return y;
}

/* From the last lane to the first.  Where nothing fits all stand in one lane,
 * and what is wrong is said when they are drawn. */
static void read_lanes(lanes *l)
{
	size_t items = l->n_items, at;
	int columns = l->columns;
	part alone = {.lanes = 1, .first = 0, .span = l->columns};
	const part *p = part_at(l, items, columns);

	if (isinf(p->height_pt))
		p = &alone;
	l->n = at = (size_t)p->lanes;
	l->lanes = jb_new_array(l->desk->arena, lane, l->n + 1);
	for (; at > 0; p = part_at(l, items, columns)) {
		lane *one = &l->lanes[--at];

		columns -= p->span;
		*one = (lane){p->first, items - p->first, columns, p->span, 0};
		items = p->first;
		one->height_pt = measure(l, one);
		l->height_pt = fmax(l->height_pt, one->height_pt);
	}
}

/* ---- a place that is higher ---- */

/* The size of a lane's pictures; 0: they have none to choose. */
static double scale_now(const jb_block *item)
{
	if (item->kind != JB_BLOCK_PICTURES || item->scale_most <= item->scale)
		return 0;
	return fmax(item->fit->scale, item->scale);
}

static void scale_lane(
	const lanes *l, const lane *one, const double *scales, double by)
{
	for (size_t i = one->first; i < one->first + one->n; i++)
		if (scales[i] > 0)
			l->items[i]->fit->scale =
				fmin(scales[i] * by, l->items[i]->scale_most);
}

static jb_group *stack(const lanes *l, const lane *one, double more)
{
	jb_group *stack = jb_group_new(l->desk->arena);

	for (size_t i = one->first; i < one->first + one->n; i++) {
		jb_group *group = set_item(l, i, one->span);

		if (i > one->first)
			stack->height = next_top(l, stack->height + more, i);
		jb_group_place(stack, group, 0, stack->height);
		stack->height += group->height;
	}
	return stack;
}

/* As large as its height lets it be; without a word, which is for what
 * stands. */
static double growth(
	const lanes *l, const lane *one, const double *scales, double height)
{
	double by = GROWTH;

	for (; by > 1 + STEP / 2; by -= STEP) {
		jb_diags *said = jb_desk_hush(l->desk);
		double needs;
		bool fits;

		scale_lane(l, one, scales, by);
		needs = stack(l, one, 0)->height;
		fits = jb_diags_errors(l->desk->diags) == 0 &&
		       needs <= height + JB_HAIR_PT;
		jb_desk_speak(l->desk, said);
		if (fits)
			return by;
	}
	return 1;
}

static jb_group *set_lane(const lanes *l, const lane *one, double height)
{
	double *scales = jb_new_array(l->desk->arena, double, l->n_items + 1);
	double line = l->desk->layout->baseline_pt, more = 0, left;
	jb_group *group;

	for (size_t i = 0; i < l->n_items; i++)
		scales[i] = scale_now(l->items[i]);
	scale_lane(l, one, scales,
		height > one->height_pt + line ? growth(l, one, scales, height)
					       : 1);
	group = stack(l, one, 0);
	left = height - group->height;
	if (one->n > 1 && left > line / 2) {
		more = fmin(left / (double)(one->n - 1), APART * line);
		more = floor(2 * more / line) * line / 2;
		group = stack(l, one, more);
	}
	for (size_t i = 0; i < l->n_items; i++)
		if (scales[i] > 0)
			l->items[i]->fit->scale = scales[i];
	return group;
}

/* How well the least height is filled: in cells of a line and a column. */
static void judge(const lanes *l)
{
	double line = l->desk->layout->baseline_pt;
	jb_fit *fit = l->block->fit;

	fit->blank = fit->absorb = 0;
	for (size_t k = 0; k < l->n; k++) {
		const lane *one = &l->lanes[k];
		double low = (l->height_pt - one->height_pt) / line;
		double apart = APART * (double)(one->n - 1);

		fit->blank += low * one->span;
		for (size_t i = one->first; i < one->first + one->n; i++)
			if (scale_now(l->items[i]) > 0)
				apart += 0.15 * item_heights(l, one->span)[i] /
					 line;
		fit->absorb += apart * one->span;
	}
}

jb_group *jb_lanes_set(jb_desk *desk, const jb_block *block, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	lanes l = {.desk = desk, .block = block, .width = width};
	double height;

	group->width = width;
	l.columns = jb_columns_within(desk, width);
	l.step = (width + desk->layout->gutter_pt) / l.columns;
	l.least = MIN(block->least, l.columns);
	l.items = jb_beside_parts(desk, block, &l.n_items);
	if (l.n_items == 0)
		return group;
	solve(&l);
	read_lanes(&l);
	block->fit->narrow = isinf(l.height_pt);
	judge(&l);
	if (block->fit->looking) {
		group->height = block->fit->narrow ? 0 : l.height_pt;
		return group;
	}
	height = block->fit->reach_pt;
	if (!block->fit->narrow)
		height = fmax(height, l.height_pt);
	group->height = height;
	for (size_t k = 0; k < l.n; k++) {
		jb_group *one = set_lane(&l, &l.lanes[k], height);

		group->height = fmax(group->height, one->height);
		jb_group_place(group, one, l.lanes[k].column * l.step, 0);
	}
	return group;
}
