/* Containers: blocks under each other, side by side, and under a titled rule.
 */
#include "layout/galley.h"

#include <math.h>

#include "layout/beside.h"
#include "layout/box.h"
#include "layout/copyfit.h"
#include "layout/overflow.h"
#include "layout/said.h"
#include "layout/thread.h"

/* A title stands a point below the grid, nearer its picture than its rule; an
 * aside keeps this far from it. */
enum { LOWERED = 1, BESIDE = 12 };

/* What a fixed height leaves stands above the first block that hangs from its
 * foot. */
static void hang(jb_block *const *blocks, double *tops, size_t n, double spare)
{
	size_t i = 0;

	while (i < n && !blocks[i]->bottom)
		i++;
	for (; i < n && spare > 0; i++)
		tops[i] += spare;
}

static bool takes_rest(const jb_block *block)
{
	return jb_copyfit_asked(block) || jb_thread_asked(block) ||
	       jb_beside_asked(block) || block->kind == JB_BLOCK_LANES;
}

/* Texts that are fitted, and prose around blocks, come last: what the others leave of a fixed height is
 * theirs, in equal parts. */
static void set_kids(jb_desk *desk, jb_block *const *blocks, jb_group **kids,
	double *xs, size_t n, double width, double height)
{
	size_t fitted = 0;

	for (size_t i = 0; i < n; i++) {
		height -= blocks[i]->before_pt;
		if (takes_rest(blocks[i])) {
			fitted++;
			continue;
		}
		kids[i] = jb_across_set(desk, blocks[i], width, &xs[i]);
		height -= jb_box_step(desk, blocks[i], kids[i]->height);
	}
	for (size_t i = 0; i < n; i++) {
		if (kids[i])
			continue;
		blocks[i]->frame_pt = fmax(height / (double)fitted, 0);
		blocks[i]->fit->reach_pt = blocks[i]->frame_pt;
		kids[i] = jb_across_set(desk, blocks[i], width, &xs[i]);
	}
}

jb_group *jb_stack_set(jb_desk *desk, jb_block *const *blocks, size_t n,
	double width, double height)
{
	jb_group *stack = jb_group_new(desk->arena);
	jb_group **kids = jb_new_array(desk->arena, jb_group *, n + 1);
	double *tops = jb_new_array(desk->arena, double, n + 1), y = 0;
	double *xs = jb_new_array(desk->arena, double, n + 1);

	set_kids(desk, blocks, kids, xs, n, width, height);
	if (n) { /* the title's keys, if there is a title */
		stack->keys = kids[0]->keys;
		kids[0]->keys = NULL;
	}
	for (size_t i = 0; i < n; i++) {
		jb_group_settle(kids[i], desk->layout->baseline_pt);
		if (i > 0)
			y = tops[i - 1] + jb_box_step(desk, blocks[i - 1],
						  kids[i - 1]->height);
		tops[i] = y + blocks[i]->before_pt;
		y = tops[i] + kids[i]->height;
	}
	hang(blocks, tops, n, height - y);
	for (size_t i = 0; i < n; i++)
		jb_group_place(stack, kids[i], xs[i], tops[i]);
	stack->baseline = n ? tops[0] + kids[0]->baseline : 0;
	stack->width = width;
	stack->height = y;
	return stack;
}

/* Columns each block takes: its span, or an equal share of what is left. */
static void share_columns(const jb_block *row, int columns, int *spans)
{
	int left = columns, open = 0;

	for (size_t i = 0; i < row->n_kids; i++) {
		spans[i] = row->kids[i]->span;
		left -= spans[i];
		open += spans[i] == 0;
	}
	for (size_t i = 0; i < row->n_kids && open > 0; i++) {
		if (spans[i])
			continue;
		spans[i] = left / open > 0 ? left / open : 1;
		left -= spans[i];
		open--;
	}
}

static jb_group *row_set(jb_desk *desk, const jb_block *row, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	int columns = desk->layout->columns, at = 0;
	int *spans = jb_new_array(desk->arena, int, row->n_kids + 1);
	jb_cell *cells = jb_new_array(desk->arena, jb_cell, row->n_kids + 1);
	double step, gutter = desk->layout->gutter_pt;
	size_t n = 0;

	share_columns(row, columns, spans);
	step = jb_column_width(desk, columns, width) + gutter;
	for (; n < row->n_kids; n++) {
		if (at + spans[n] > columns) {
			jb_error(desk->diags, row->kids[n]->pos,
				"this row is wider than the %d columns of "
				"the page",
				columns);
			break;
		}
		cells[n] = (jb_cell){.block = row->kids[n],
			.x = at * step,
			.width = spans[n] * step - gutter};
		at += spans[n];
	}
	group->height = jb_cells_set(desk, cells, n, row->baselines);
	jb_cells_place(desk, group, cells, n, 0, group->height, row->equal);
	group->width = width;
	return group;
}

/* Text without a tag gets one, and the marks beside it; rules stay artifacts.
 */
static void tag_texts(jb_group *group, jb_tag *tag)
{
	for (guint i = 0; i < group->items->len; i++) {
		jb_item *item = group->items->pdata[i];

		if ((item->kind == JB_ITEM_TEXT || item->beside) && !item->tag)
			item->tag = tag;
	}
}

/* The aside ends at the right edge of a line, or stands in lines of its own;
 * no part of the title that the outline lists. */
static double put_aside(jb_desk *desk, jb_group *group, double y, double width,
	const jb_rich *aside)
{
	jb_group *own = jb_set_text(desk, aside,
		jb_desk_style(desk, "picture_aside"), NULL, width, NULL);

	jb_group_tag(own, jb_tag_new(desk->arena, JB_ROLE_P, NULL));
	jb_group_place(group, own, 0, y);
	return own->height;
}

/* “图1” and the title after it; returns how far right they reach on their last
 * line, which is the first but for titles that need more. */
static double put_title(jb_desk *desk, jb_group *group, double width,
	int number, const jb_rich *title, size_t *lines)
{
	const jb_style *style = jb_desk_style(desk, "picture_title");
	double x = 0, base = jb_style_ascent(desk, style) + LOWERED;
	jb_pos pos = jb_rich_empty(title) ? (jb_pos){0} : title->pieces[0].pos;
	jb_group *words;

	*lines = 1;
	if (number)
		x = jb_put_text(desk, group, 0, base, JB_ALIGN_START,
			    jb_rich_plain(desk->arena,
				    jb_sprintf(desk->arena, "图%d", number),
				    pos),
			    jb_desk_style(desk, "picture_number"), NULL, 0) +
		    6;
	if (jb_rich_empty(title))
		return x;
	words = jb_set_text(desk, title, style, NULL, width - x, lines);
	jb_group_place(group, words, x, LOWERED);
	return *lines > 1 ? width : x + jb_text_width(desk, title, style, 0);
}

typedef double panel_head(jb_desk *desk, jb_group *group, double width,
	int number, const jb_rich *title, const jb_rich *aside, jb_group *body);

double jb_plain_head(jb_desk *desk, jb_group *group, double width, int number,
	const jb_rich *title, const jb_rich *aside, jb_group *body)
{
	const jb_style *small = jb_desk_style(desk, "picture_aside");
	double line = desk->layout->baseline_pt, x, y;
	size_t lines;

	x = put_title(desk, group, width, number, title, &lines);
	y = (double)lines * fmax(line,
				    jb_desk_style(desk, "picture_title")->leading_pt);
	if (!jb_rich_empty(aside)) {
		/* an aside that would meet the title moves under it */
		bool beside =
			x + BESIDE + jb_text_width(desk, aside, small, 0) <=
			width;
		double height = put_aside(
			desk, group, LOWERED + (beside ? 0 : y), width, aside);

		if (!beside)
			y += height;
	} else if (body->keys && x + BESIDE + body->keys->width <= width) {
		jb_group_tag(
			body->keys, jb_tag_new(desk->arena, JB_ROLE_P, NULL));
		jb_group_place(group, body->keys, width,
			jb_style_ascent(desk, small) + LOWERED -
				body->keys->baseline);
		body->keys = NULL;
	}
	jb_group_settle(body, line);
	return y;
}

double jb_panel_head(jb_desk *desk, jb_group *group, double width, int number,
	const jb_rich *title, const jb_rich *aside, jb_group *body)
{
	jb_put_line(desk, group, 0, 0, width, 0, jb_desk_ink(desk, "text"), 0.5,
		false);
	return jb_plain_head(desk, group, width, number, title, aside, body);
}

/* A field or border takes the place of the rule. */
static panel_head *head_of(const jb_block *panel)
{
	return panel->box && jb_box_drawn(panel->box) ? jb_plain_head
						      : jb_panel_head;
}

/* What begins with words of its own stands half a line under the title's. */
static double air(const jb_desk *desk, const jb_block *panel)
{
	switch (panel->n_kids ? panel->kids[0]->kind : JB_BLOCK_SPACE) {
	case JB_BLOCK_STAT:
	case JB_BLOCK_LIST:
	case JB_BLOCK_STEPS:
	case JB_BLOCK_VERSUS:
	case JB_BLOCK_QUOTE:
	case JB_BLOCK_TOC:
		return desk->layout->baseline_pt / 2;
	default:
		return 0;
	}
}

static jb_group *panel_set(jb_desk *desk, const jb_block *panel, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	jb_group *body =
		jb_stack_set(desk, panel->kids, panel->n_kids, width, 0);
	double y = head_of(panel)(
		desk, group, width, 0, panel->text, panel->aside, body);

	y += air(desk, panel);
	tag_texts(group, jb_tag_new(desk->arena, JB_ROLE_H2, NULL));
	group->width = width;
	group->height = y + body->height;
	jb_group_place(group, body, 0, y);
	return group;
}

/* What a column holds, at the height it takes. */
static jb_group *stack_within(
	jb_desk *desk, const jb_block *block, double width)
{
	return jb_stack_set(desk, block->kids, block->n_kids, width, 0);
}

/* A given height is that of the box. */
static jb_group *column_set(jb_desk *desk, const jb_block *block, double width)
{
	double height = block->size_pt - jb_box_down(block);
	double reach = block->fit->reach_pt - jb_box_down(block);
	jb_group *group = jb_stack_set(desk, block->kids, block->n_kids, width,
		block->size_pt > 0 ? height : fmax(reach, 0));

	if (block->size_pt <= 0)
		return group;
	group = jb_overflow_settle(
		desk, block, group, width, height, stack_within);
	if (group->height > height + JB_HAIR_PT &&
		block->overflow != JB_OVERFLOW_FIT) { /* which says so itself */
		jb_error(desk->diags, block->pos,
			"the column is %.1f pt too high for its height",
			group->height - height);
		jb_overflow_hint(desk, group, height);
		jb_hint(desk->diags, "shorten its text, or give its styles a "
				     "smaller `fit` or `size`");
		jb_said_of(desk, group);
	}
	group->height = height;
	return group;
}

static jb_group *content_set(jb_desk *desk, const jb_block *block, double width)
{
	switch (block->kind) {
	case JB_BLOCK_PANEL:
		return panel_set(desk, block, width);
	case JB_BLOCK_ROW:
		return row_set(desk, block, width);
	case JB_BLOCK_COLUMN:
		return column_set(desk, block, width);
	case JB_BLOCK_GRID:
		return jb_grid_set(desk, block, width);
	default:
		g_assert_not_reached();
	}
}

/* What is in a place of a given height and side by side has that height. */
static void hand_down(const jb_block *block)
{
	if (block->kind != JB_BLOCK_ROW && block->kind != JB_BLOCK_GRID)
		return;
	for (size_t i = 0; i < block->n_kids; i++)
		block->kids[i]->fit->reach_pt =
			fmax(block->fit->reach_pt - jb_box_down(block), 0);
}

jb_group *jb_container_set(jb_desk *desk, const jb_block *block, double width)
{
	double inner = width - jb_box_across(block);

	if (block->box && inner < jb_desk_style(desk, "body")->size_pt) {
		jb_error(desk->diags, block->pos,
			"its padding takes %.1f pt of the %.1f pt that this "
			"`%s` block has across",
			width - inner, width, block->word);
		inner = width;
	}
	hand_down(block);
	return jb_box_around(
		desk, block, content_set(desk, block, inner), width);
}
