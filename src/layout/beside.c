/* beside.c - prose around blocks.
 *
 * The prose has the columns of the page that its place holds.  Blocks stand
 * over the last of them, from the top, in lanes of some columns each, so many
 * one under the other in a lane that lanes are nearly as high; the prose goes
 * down the columns that are free and on under every lane.  A place that is
 * higher than it must be moves the blocks apart, as far as that looks well,
 * until the columns under them end with the others.
 */
#include "layout/beside-parts.h"

#include <math.h>

#include "layout/footnotes.h"

/* Prose that has no column of full height stands in stubs under the blocks:
 * that is liked less by so many cells, and each line that a stub is lower than
 * a good one by so much of its cells. */
enum { STUBS = 40, STUB_LINES = 14 };
#define STUB 0.5

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

static const jb_style *style_of(jb_beside *b, size_t paragraph)
{
	jb_style *plain;

	if (!b->block->style->drop || paragraph == 0)
		return b->block->style;
	plain = jb_new(b->desk->arena, jb_style);
	*plain = *b->block->style;
	plain->drop = 0;
	return plain;
}

static void compose(jb_beside *b)
{
	GArray *all = g_array_new(FALSE, FALSE, sizeof(jb_beside_line));

	for (size_t i = 0; i < b->block->n_paragraphs; i++) {
		size_t n = 0;
		jb_group **groups =
			jb_set_lines(b->desk, b->block->paragraphs[i],
				style_of(b, i), NULL, b->measure, &n);

		for (size_t k = 0; k < n; k++) {
			jb_beside_line one = {groups[k], k == 0, k + 1 == n,
				k > 0 && k < groups[0]->lines, i};

			g_array_append_val(all, one);
		}
	}
	b->n = all->len;
	b->lines = jb_new_array(b->desk->arena, jb_beside_line, all->len + 1);
	for (guint i = 0; i < all->len; i++)
		b->lines[i] = g_array_index(all, jb_beside_line, i);
	g_array_free(all, TRUE);
}

/* How many there are; composed once for a measure. */
static void count(jb_beside *b)
{
	jb_fit *fit = b->block->fit;

	if (fit->measure_pt != b->measure) {
		compose(b);
		fit->lines = b->n;
		fit->measure_pt = b->measure;
	}
	b->n = fit->lines;
}

static void open_beside(
	jb_beside *b, jb_desk *desk, const jb_block *block, double width)
{
	int columns = jb_columns_within(desk, width);
	jb_fit *fit = block->fit;

	fit->narrow = fit->beside_span * fit->lanes > columns;
	*b = (jb_beside){
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
	jb_beside_fill_lanes(b);
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

/* Prose in stubs, in cells. */
static double dislike(const jb_beside *b)
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
static void judge(const jb_beside *b)
{
	jb_fit *fit = b->block->fit;

	fit->blank = (double)(jb_beside_room(b) - b->n);
	fit->least_pt = b->rows * b->line_pt;
	fit->beside = fit->absorb = 0;
	fit->dislike = dislike(b);
	for (int k = 0; k < b->n_lanes; k++) {
		const jb_lane *l = &b->lanes[k];
		int own = jb_beside_lines(b, l->height_pt);

		fit->beside += own * b->span;
		fit->absorb += jb_beside_slack(b, l) * b->span;
		if (l->over == b->rows)
			fit->blank += (l->over - own) * b->span;
	}
}

static jb_group *look_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	const jb_beside *b = galley->state;
	jb_group *group = jb_group_new(b->desk->arena);

	(void)height;
	(void)page;
	group->height = b->rows * b->line_pt;
	*done = true;
	return group;
}

static void place_lines(const jb_beside *b, jb_group *group, const size_t *at)
{
	jb_arena *arena = b->desk->arena;
	jb_tag **tags =
		jb_new_array(arena, jb_tag *, b->block->n_paragraphs + 1);
	size_t i = 0;

	for (int c = 0; c < b->columns; c++) {
		double y = jb_beside_top(b, c) * b->line_pt;

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
static int foot_of(const jb_beside *b, int column)
{
	const jb_lane *l = jb_beside_lane_over(b, column);

	return MAX(b->text_end, l ? l->over : 0);
}

/* Lines between columns, from the top of the first characters to the foot of
 * the last; blocks are not crossed. */
static void place_rules(const jb_beside *b, jb_group *group)
{
	const jb_edge *rule = &b->block->rule;
	double top = jb_style_em_top(b->desk, b->block->style);
	double foot = b->line_pt - top - b->block->style->size_pt;

	for (int c = 1; rule->width_pt > 0 && c < b->columns; c++) {
		const jb_lane *l = jb_beside_lane_over(b, c);
		double x = c * b->step - b->desk->layout->gutter_pt / 2;
		bool within = l && l == jb_beside_lane_over(b, c - 1);
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
	jb_beside *b = galley->state;
	jb_group *group = jb_group_new(b->desk->arena);
	size_t at[24] = {0};

	if (b->rows * b->line_pt > height + JB_HAIR_PT && !page)
		return NULL;
	jb_beside_spread(b);
	for (int k = 0; k < b->n_lanes; k++)
		jb_group_place(group, jb_beside_set_lane(b, &b->lanes[k]),
			(b->columns - (b->n_lanes - k) * b->span) * b->step, 0);
	jb_beside_ends(b, at);
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
	jb_beside *b = jb_new(desk->arena, jb_beside);
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
	jb_beside_size(b);
	judge(b);
	rows = (int)floor((fit->reach_pt - notes) / b->line_pt + 1e-6);
	if (!fit->looking && rows > b->rows) {
		b->rows = rows;
		jb_beside_cover(b);
	}
}
