/* beside.c - prose around blocks.
 *
 * The prose has the columns of the page that its place holds.  Blocks stand
 * over the last of them, from the top, in lanes of some columns each, so many
 * one under the other in a lane that lanes are nearly as high; the prose goes
 * down the columns that are free and on under every lane.  A place that is
 * higher than it must be moves the blocks apart, as far as that looks well,
 * until the columns under them end with the others.
 */
#include "layout/beside.h"

#include <math.h>
#include <string.h>

#include "layout/footnotes.h"

/* Under blocks stand at least so many lines, or none; so much of a line parts
 * them; and so many lines more two rows of pictures may be apart. */
enum { UNDER_LEAST = 4 };
#define PART 0.5
#define APART 1.5

/* Prose that has no column of full height stands in stubs under the blocks:
 * that is liked less by so many cells, and each line that a stub is lower than
 * a good one by so much of its cells. */
enum { STUBS = 40, STUB_LINES = 14 };
#define STUB 0.5

typedef struct line {
	jb_group *group;
	bool first, last, held; /* of its paragraph; beside its drop cap */
	size_t paragraph;
} line;

typedef struct lane {
	size_t first, n; /* blocks */
	double height_pt;
	int over;   /* lines that it takes of its columns, */
	int spread; /* that it has beyond its own, */
	int apart;  /* as many of them between its blocks */
} lane;

typedef struct beside {
	jb_desk *desk;
	const jb_block *block;
	double width, measure, step, line_pt;
	int columns;
	int span, n_lanes; /* columns of a lane */
	lane lanes[JB_LANES_MAX];
	jb_block **items; /* what stands beside: each picture by itself */
	size_t n_items;
	line *lines;
	size_t n;     /* lines */
	int rows;     /* of the place */
	int text_end; /* row in which the prose ends at the latest */
} beside;

bool jb_beside_asked(const jb_block *block)
{
	return block->kind == JB_BLOCK_PROSE && block->columns == 0;
}

int jb_columns_within(const jb_desk *desk, double width)
{
	const jb_layout *l = desk->layout;
	double all = l->width_pt - l->inner_pt - l->outer_pt;
	double column = jb_column_width(desk, l->columns, all);
	double n = (width + l->gutter_pt) / (column + l->gutter_pt);

	return (int)fmax(floor(n + 0.01), 1);
}

bool jb_beside_may(const jb_block *block, int columns)
{
	for (size_t i = 0; i < block->n_beside_spans; i++)
		if (block->beside_spans[i] == columns)
			return true;
	return block->n_beside_spans == 0 || block->n_kids == 0;
}

/* ---- lines ---- */

static const jb_style *style_of(beside *b, size_t paragraph)
{
	jb_style *plain;

	if (!b->block->style->drop || paragraph == 0)
		return b->block->style;
	plain = jb_new(b->desk->arena, jb_style);
	*plain = *b->block->style;
	plain->drop = 0;
	return plain;
}

static void compose(beside *b)
{
	GArray *all = g_array_new(FALSE, FALSE, sizeof(line));

	for (size_t i = 0; i < b->block->n_paragraphs; i++) {
		size_t n = 0;
		jb_group **groups =
			jb_set_lines(b->desk, b->block->paragraphs[i],
				style_of(b, i), NULL, b->measure, &n);

		for (size_t k = 0; k < n; k++) {
			line one = {groups[k], k == 0, k + 1 == n,
				k > 0 && k < groups[0]->lines, i};

			g_array_append_val(all, one);
		}
	}
	b->n = all->len;
	b->lines = jb_new_array(b->desk->arena, line, all->len + 1);
	for (guint i = 0; i < all->len; i++)
		b->lines[i] = g_array_index(all, line, i);
	g_array_free(all, TRUE);
}

/* How many there are; composed once for a measure. */
static void count(beside *b)
{
	jb_fit *fit = b->block->fit;

	if (fit->measure_pt != b->measure) {
		compose(b);
		fit->lines = b->n;
		fit->measure_pt = b->measure;
	}
	b->n = fit->lines;
}

/* ---- lanes ---- */

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

static double lane_width(const beside *b)
{
	return b->span * b->step - b->desk->layout->gutter_pt;
}

static jb_group *set_item(const beside *b, size_t i)
{
	jb_group *group = jb_galley_whole(b->desk, b->items[i], lane_width(b));

	jb_group_settle(group, b->desk->layout->baseline_pt);
	return group;
}

/* Heights of all blocks in a lane: drawn once for a size of pictures and a
 * width. */
static const double *item_heights(const beside *b)
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
static double next_top(const beside *b, double y, size_t item)
{
	return jb_grid_up(b->desk, y + b->items[item]->before_pt, false);
}

static double lane_height(
	const beside *b, const double *heights, size_t first, size_t n)
{
	double y = 0;

	for (size_t i = first; i < first + n; i++)
		y = (i > first ? next_top(b, y, i) : 0) + heights[i];
	return y;
}

/* Lanes in order, each as full as a height lets it be; false when that leaves
 * some blocks, or a lane empty. */
static bool fill_lanes(beside *b, const double *heights, double height)
{
	size_t at = 0;

	for (int k = 0; k < b->n_lanes; k++) {
		size_t after = (size_t)(b->n_lanes - k - 1), n = 1;

		if (at + after >= b->n_items)
			return false;
		while (at + n + after < b->n_items &&
			lane_height(b, heights, at, n + 1) <= height)
			n++;
		b->lanes[k] = (lane){.first = at, .n = n};
		b->lanes[k].height_pt = lane_height(b, heights, at, n);
		if (b->lanes[k].height_pt > height)
			return false;
		at += n;
	}
	return at == b->n_items;
}

/* The least height that holds all is that of some run of blocks. */
static void size_lanes(beside *b)
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
static jb_group *set_lane(const beside *b, const lane *l)
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

/* ---- where the columns end ---- */

static int whole_lines(const beside *b, double pt)
{
	return (int)ceil(pt / b->line_pt - 1e-6);
}

/* The lane over a column, or NULL. */
static lane *lane_over(const beside *b, int column)
{
	int i = column - (b->columns - b->span * b->n_lanes);

	return i < 0 ? NULL : (lane *)&b->lanes[i / b->span];
}

/* Where the prose begins in a column. */
static int top_of(const beside *b, int column)
{
	const lane *l = lane_over(b, column);

	return l ? l->over : 0;
}

static int lines_in(const beside *b, int column)
{
	return MAX(b->text_end - top_of(b, column), 0);
}

static size_t room(const beside *b)
{
	size_t all = 0;

	for (int c = 0; c < b->columns; c++)
		all += (size_t)lines_in(b, c);
	return all;
}

/* Blocks take whole lines and a part of one under them; too few lines under
 * them are left empty. */
static void cover(beside *b)
{
	b->text_end = b->rows;
	for (int k = 0; k < b->n_lanes; k++) {
		lane *l = &b->lanes[k];

		l->over = whole_lines(b, l->height_pt + PART * b->line_pt);
		if (b->rows - l->over < UNDER_LEAST)
			l->over = MAX(b->rows, whole_lines(b, l->height_pt));
		b->rows = MAX(b->rows, l->over);
	}
}

/* The least rows in which all lines find room. */
static void size_rows(beside *b)
{
	b->rows = 1;
	for (int k = 0; k < b->n_lanes; k++)
		b->rows = MAX(b->rows, whole_lines(b, b->lanes[k].height_pt));
	for (cover(b); room(b) < b->n; cover(b))
		b->rows++;
}

static void open_beside(
	beside *b, jb_desk *desk, const jb_block *block, double width)
{
	int columns = jb_columns_within(desk, width);
	jb_fit *fit = block->fit;

	fit->narrow = fit->beside_span * fit->lanes > columns;
	*b = (beside){
		.desk = desk,
		.block = block,
		.width = width,
		.measure = jb_column_width(desk, columns, width),
		.line_pt = block->style->leading_pt,
		.columns = columns,
	};
	b->step = b->measure + desk->layout->gutter_pt;
	b->items = jb_beside_parts(desk, block, &b->n_items);
	if (b->n_items == 0)
		return;
	b->span = fit->beside_span	  ? fit->beside_span
		  : block->n_beside_spans ? block->beside_spans[0]
					  : (columns + 1) / 2;
	b->span = MIN(b->span, columns);
	b->n_lanes = CLAMP(fit->lanes, 1, columns / b->span);
	size_lanes(b);
}

size_t jb_beside_items(const jb_block *block)
{
	size_t n = 0;

	for (size_t i = 0; i < block->n_kids; i++)
		n += block->kids[i]->kind == JB_BLOCK_PICTURES
			     ? block->kids[i]->n_pictures
			     : 1;
	return MIN(n, JB_LANES_MAX);
}

/* Lines that a lane may take beyond its own: between its blocks, and one under
 * them if prose follows. */
static int slack_of(const beside *b, const lane *l)
{
	if (l->over >= b->rows)
		return 0;
	return (int)floor(APART * (double)(l->n - 1)) + 1;
}

/* Prose in stubs, in cells. */
static double dislike(const beside *b)
{
	bool whole = b->n_lanes * b->span < b->columns;
	double all = 0;

	if (b->n == 0 || b->n_lanes == 0)
		return 0;
	for (int k = 0; k < b->n_lanes; k++) {
		int stub = b->rows - b->lanes[k].over;

		if (stub > 0 && stub < STUB_LINES)
			all += STUB * (STUB_LINES - stub) * b->span;
	}
	return whole ? all : all + STUBS;
}

/* How well its least height is filled. */
static void judge(const beside *b)
{
	jb_fit *fit = b->block->fit;

	fit->blank = (double)(room(b) - b->n);
	fit->beside = fit->absorb = 0;
	fit->dislike = dislike(b);
	for (int k = 0; k < b->n_lanes; k++) {
		const lane *l = &b->lanes[k];
		int own = whole_lines(b, l->height_pt);

		fit->beside += own * b->span;
		fit->absorb += slack_of(b, l) * b->span;
		if (l->over == b->rows)
			fit->blank += (l->over - own) * b->span;
	}
}

static jb_group *look_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	const beside *b = galley->state;
	jb_group *group = jb_group_new(b->desk->arena);

	(void)height;
	(void)page;
	group->height = b->rows * b->line_pt;
	*done = true;
	return group;
}

/* ---- filling a place ---- */

/* Blocks move apart by whole lines, lane after lane, until what is left empty
 * is less than a line under each; one line at most stands under them. */
static void spread(beside *b)
{
	bool again = true;

	while (again) {
		again = false;
		for (int k = 0; k < b->n_lanes; k++) {
			lane *l = &b->lanes[k];
			int most = slack_of(b, l), used = l->spread;

			if (used >= most || b->rows - l->over <= UNDER_LEAST ||
				room(b) < b->n + (size_t)b->span)
				continue;
			l->over++;
			l->spread++;
			l->apart = MIN(l->spread, most - 1);
			again = true;
		}
	}
	while (b->text_end > 1 && room(b) >= b->n + (size_t)b->columns) {
		b->text_end--; /* what is still empty is at the foot */
		if (room(b) >= b->n)
			continue;
		b->text_end++;
		break;
	}
}

/* What a column's end before line i costs: CLREQ, widows and orphans. */
static int hurt(const beside *b, size_t i)
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
	const beside *b;
	size_t at[24], best[24];
	int cost;
} ends;

/* Each column is full, or a line short, or has its share of what is left. */
static void try_ends(ends *e, int column, size_t start, size_t spare, int cost)
{
	const beside *b = e->b;
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
static void find_ends(const beside *b, size_t *at)
{
	ends e = {.b = b, .cost = 1 << 20};
	size_t start = 0;

	for (int c = 0; c < b->columns; c++)
		e.best[c] = start = MIN(start + (size_t)lines_in(b, c), b->n);
	try_ends(&e, 0, 0, room(b) - b->n, 0);
	for (int c = 0; c < b->columns; c++)
		at[c] = e.best[c];
}

/* ---- placing ---- */

static void place_lines(const beside *b, jb_group *group, const size_t *at)
{
	jb_arena *arena = b->desk->arena;
	jb_tag **tags =
		jb_new_array(arena, jb_tag *, b->block->n_paragraphs + 1);
	size_t i = 0;

	for (int c = 0; c < b->columns; c++) {
		double y = top_of(b, c) * b->line_pt;

		for (; i < at[c]; i++, y += b->line_pt) {
			jb_tag **tag = &tags[b->lines[i].paragraph];

			if (!*tag)
				*tag = jb_tag_new(arena, JB_ROLE_P, NULL);
			jb_group_tag(b->lines[i].group, *tag);
			jb_group_place(
				group, b->lines[i].group, c * b->step, y);
		}
	}
}

/* The row in which what a column holds ends. */
static int foot_of(const beside *b, int column)
{
	const lane *l = lane_over(b, column);

	return MAX(b->text_end, l ? l->over : 0);
}

/* Lines between columns, from the top of the first characters to the foot of
 * the last; blocks are not crossed. */
static void place_rules(const beside *b, jb_group *group)
{
	const jb_edge *rule = &b->block->rule;
	double top = jb_style_em_top(b->desk, b->block->style);
	double foot = b->line_pt - top - b->block->style->size_pt;

	for (int c = 1; rule->width_pt > 0 && c < b->columns; c++) {
		const lane *l = lane_over(b, c);
		double x = c * b->step - b->desk->layout->gutter_pt / 2;
		bool within = l && l == lane_over(b, c - 1);
		double y = (within ? l->over : 0) * b->line_pt + top;
		int last = MAX(foot_of(b, c - 1), foot_of(b, c));
		double end = last * b->line_pt - foot;

		if (within && l->over >= b->text_end)
			continue;
		jb_put_line(b->desk, group, x, y, x, end,
			jb_desk_ink(b->desk, rule->ink), rule->width_pt, false)
			->pos = b->block->pos;
	}
}

static jb_group *beside_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	beside *b = galley->state;
	jb_group *group = jb_group_new(b->desk->arena);
	size_t at[24] = {0};

	if (b->rows * b->line_pt > height + JB_HAIR_PT && !page)
		return NULL;
	spread(b);
	for (int k = 0; k < b->n_lanes; k++)
		jb_group_place(group, set_lane(b, &b->lanes[k]),
			(b->columns - (b->n_lanes - k) * b->span) * b->step, 0);
	find_ends(b, at);
	place_rules(b, group);
	place_lines(b, group, at);
	group->width = b->width;
	group->height = b->rows * b->line_pt;
	*done = true;
	return group;
}

/* Notes stand under all of it, in the same columns; returns how high. */
static double pour_notes(jb_galley *galley, int columns)
{
	const jb_block *block = galley->block;
	jb_block *copy = jb_new(galley->desk->arena, jb_block);
	jb_feet_set all = {.n = block->n_footnotes};

	if (all.n == 0)
		return 0;
	*copy = *block;
	copy->columns = columns;
	copy->foot_of_page = false;
	galley->block = copy;
	all.which = jb_new_array(galley->desk->arena, size_t, all.n);
	for (size_t i = 0; i < all.n; i++)
		all.which[i] = i;
	jb_feet_pour(galley);
	return jb_feet_height(galley->feet, &all);
}

void jb_beside_pour(jb_galley *galley)
{
	jb_desk *desk = galley->desk;
	jb_fit *fit = galley->block->fit;
	beside *b = jb_new(desk->arena, beside);
	double notes;
	int rows;

	open_beside(b, desk, galley->block, galley->width);
	galley->state = b;
	galley->on_grid = true;
	galley->take = fit->looking ? look_take : beside_take;
	notes = pour_notes(galley, b->columns);
	if (fit->looking)
		count(b);
	else
		compose(b);
	size_rows(b);
	judge(b);
	rows = (int)floor((fit->reach_pt - notes) / b->line_pt + 1e-6);
	if (!fit->looking && rows > b->rows) {
		b->rows = rows;
		cover(b);
	}
}
