/* Containers: blocks under each other, side by side, and under a titled rule.
 */
#include "layout/galley.h"

#include <math.h>

jb_group *jb_stack_set(jb_desk *desk, jb_block *const *blocks, size_t n,
	double width)
{
	jb_group *stack = jb_group_new(desk->arena);
	double y = 0;

	stack->width = width;
	for (size_t i = 0; i < n; i++) {
		jb_group *kid = jb_galley_whole(desk, blocks[i], width);

		y += blocks[i]->before_pt;
		if (i == 0) { /* the title's keys, if there is a title */
			stack->baseline = y + kid->baseline;
			stack->keys = kid->keys;
			kid->keys = NULL;
		}
		jb_group_settle(kid, desk->layout->baseline_pt);
		jb_group_place(stack, kid, 0, y);
		y += kid->height;
	}
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

jb_group *jb_row_set(jb_desk *desk, const jb_block *row, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	int columns = desk->layout->columns, at = 0;
	int *spans = jb_new_array(desk->arena, int, row->n_kids);
	double step, gutter = desk->layout->gutter_pt;

	share_columns(row, columns, spans);
	step = jb_column_width(desk, columns, width) + gutter;
	for (size_t i = 0; i < row->n_kids; i++) {
		jb_group *kid = jb_galley_whole(desk, row->kids[i],
			spans[i] * step - gutter);

		if (at + spans[i] > columns) {
			jb_error(desk->diags, row->kids[i]->pos,
				"this row is wider than the %d columns of "
				"the page",
				columns);
			break;
		}
		jb_group_settle(kid, desk->layout->baseline_pt);
		group->height = fmax(group->height, kid->height);
		jb_group_place(group, kid, at * step, 0);
		at += spans[i];
	}
	group->width = width;
	return group;
}

/* Text without a tag gets one; rules stay artifacts. */
static void tag_texts(jb_group *group, jb_tag *tag)
{
	for (guint i = 0; i < group->items->len; i++) {
		jb_item *item = group->items->pdata[i];

		if (item->kind == JB_ITEM_TEXT && !item->tag)
			item->tag = tag;
	}
}

static void put_aside(jb_desk *desk, jb_group *group, double right,
	double base, const jb_rich *aside)
{
	jb_group *own = jb_group_new(desk->arena);

	jb_put_text(desk, own, right, base, JB_ALIGN_END, aside,
		jb_desk_style(desk, "picture_aside"), NULL, 0);
	/* no part of the title that the outline lists */
	jb_group_tag(own, jb_tag_new(desk->arena, JB_ROLE_P, NULL));
	jb_group_place(group, own, 0, 0);
}

double jb_panel_head(jb_desk *desk, jb_group *group, double width, int number,
	const jb_rich *title, const jb_rich *aside, jb_group *body)
{
	const jb_style *style = jb_desk_style(desk, "picture_title");
	double line = desk->layout->baseline_pt;
	double base = jb_style_ascent(desk, style) + 1, x = 0;
	jb_pos pos = jb_rich_empty(title) ? (jb_pos){0} :
					    title->pieces[0].pos;

	jb_put_line(desk, group, 0, 0, width, 0, jb_desk_ink(desk, "text"),
		0.5, false);
	if (number) {
		const jb_rich *mark = jb_rich_plain(desk->arena,
			jb_sprintf(desk->arena, "图%d", number),
			pos);

		x = jb_put_text(desk, group, 0, base, JB_ALIGN_START, mark,
			    jb_desk_style(desk, "picture_number"), NULL, 0) +
			6;
	}
	if (!jb_rich_empty(title))
		x += jb_put_text(desk, group, x, base, JB_ALIGN_START, title,
			style, NULL, 0);
	if (!jb_rich_empty(aside)) {
		const jb_style *small = jb_desk_style(desk, "picture_aside");
		double w = jb_text_width(desk, aside, small, 0);

		/* an aside that would meet the title moves under it */
		if (x + 12 + w > width) {
			base += line;
			line *= 2;
		}
		put_aside(desk, group, width, base, aside);
	}
	if (body->keys && x + 12 + body->keys->width <= width &&
		jb_rich_empty(aside)) {
		jb_group_tag(body->keys,
			jb_tag_new(desk->arena, JB_ROLE_P, NULL));
		jb_group_place(group, body->keys, width,
			base - body->keys->baseline);
		body->keys = NULL;
	}
	jb_group_settle(body, desk->layout->baseline_pt);
	return line;
}

jb_group *jb_panel_set(jb_desk *desk, const jb_block *panel, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	jb_group *body = jb_stack_set(desk, panel->kids, panel->n_kids, width);
	double y = jb_panel_head(desk, group, width, 0, panel->text,
		panel->aside, body);

	tag_texts(group, jb_tag_new(desk->arena, JB_ROLE_H2, NULL));
	group->width = width;
	group->height = y + body->height;
	jb_group_place(group, body, 0, y);
	return group;
}
