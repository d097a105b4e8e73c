/* lists.c - items one under the other with hanging markers, and steps. */
#include <math.h>

#include "chart/marker.h"
#include "chart/parts.h"
#include "layout/items.h"

/* Between a marker and its words, of the size of the words; between two items,
 * of a line of the grid. */
static const double marker_gap_em = 0.6, item_gap_lines = 0.375;

static jb_marker_of marker_of(
	jb_desk *desk, const jb_block *block, size_t i, const char *style)
{
	return (jb_marker_of){
		.marker = block->marker,
		.number = i + 1,
		.icon = block->items[i].icon,
		.style = jb_desk_style(desk, style),
		.pos = block->items[i].pos,
	};
}

static double widest(jb_desk *desk, const jb_block *block, const char *style)
{
	double width = 0;

	for (size_t i = 0; i < block->n_items; i++) {
		jb_marker_of of = marker_of(desk, block, i, style);

		width = fmax(width, jb_marker_width(desk, &of));
	}
	return width;
}

/* Name, date and detail one under the other; returns their height. */
static double put_words(jb_desk *desk, jb_group *group,
	const jb_bound_item *item, double x, double y, double width,
	const char *const styles[2])
{
	double top = y;

	y += jb_put_words(desk, group, x, y, width, item->name, styles[0]);
	y += jb_put_words(desk, group, x, y, width, item->when, "date");
	y += jb_put_words(desk, group, x, y, width, item->detail, styles[1]);
	return y - top;
}

static jb_group *item_set(jb_desk *desk, const jb_block *block, size_t i,
	double lead, double width, jb_tag *list)
{
	static const char *const styles[] = {"list_name", "list_detail"};
	jb_group *group = jb_group_new(desk->arena);
	const jb_style *name = jb_desk_style(desk, styles[0]);
	jb_marker_of of = marker_of(desk, block, i, "list_marker");
	double height, gap = item_gap_lines * desk->layout->baseline_pt;
	double room = lead > 0 ? lead - marker_gap_em * name->size_pt : 0;
	double x = block->marker == JB_MARKER_NUMBER
			   ? room - jb_marker_width(desk, &of)
			   : 0;

	jb_marker_put(desk, group, &of, x, jb_style_ascent(desk, name));
	height = put_words(
		desk, group, &block->items[i], lead, 0, width - lead, styles);
	jb_claim_at(group, 0, block->items[i].pos);
	jb_group_tag(group, jb_tag_new(desk->arena, JB_ROLE_LIST_ITEM, list));
	group->width = width;
	group->height = height + gap;
	return group;
}

void jb_list_pour(jb_galley *galley)
{
	jb_desk *desk = galley->desk;
	const jb_block *block = galley->block;
	double width = jb_column_width(desk, block->columns, galley->width);
	double lead = widest(desk, block, "list_marker");
	jb_tag *list = jb_tag_new(desk->arena, JB_ROLE_LIST, NULL);
	jb_group **each =
		jb_new_array(desk->arena, jb_group *, block->n_items + 1);

	if (lead > 0)
		lead += marker_gap_em *
			jb_desk_style(desk, "list_name")->size_pt;
	for (size_t i = 0; i < block->n_items; i++)
		each[i] = item_set(desk, block, i, lead, width, list);
	jb_items_pour(
		galley, each, block->n_items, block->columns, JB_ITEMS_STEP_PT);
}

/* ---- steps ---- */

/* What the steps of a block share. */
struct steps {
	jb_desk *desk;
	const jb_block *block;
	jb_group *group;
	jb_tag *list;
	double marker;	 /* width of the widest */
	double baseline; /* of markers, under a step's top */
	double words;	 /* top of the words under it; when upright, x */
	double line_pt;
};

static const char *const step_styles[] = {"step_name", "step_detail"};

static void claim_step(const struct steps *s, guint from, size_t i)
{
	jb_tag *tag = jb_tag_new(s->desk->arena, JB_ROLE_LIST_ITEM, s->list);

	jb_claim_at(s->group, from, s->block->items[i].pos);
	for (; from < s->group->items->len; from++) {
		jb_item *item = s->group->items->pdata[from];

		if (item->kind == JB_ITEM_TEXT || item->beside)
			item->tag = tag;
	}
}

/* From a marker to the next: a hairline with an open head. */
static void put_way(const struct steps *s, double x0, double x1, double y)
{
	const jb_ink *ink = jb_desk_ink(s->desk, "text45");
	double head = 3;

	if (x1 - x0 < 3 * head)
		return;
	jb_put_line(s->desk, s->group, x0, y, x1, y, ink, 0.75, false);
	jb_put_line(s->desk, s->group, x1 - head, y - head * 0.8, x1, y, ink,
		0.75, false);
	jb_put_line(s->desk, s->group, x1 - head, y + head * 0.8, x1, y, ink,
		0.75, false);
}

/* Side by side; returns the height of the row that begins with step `first`. */
static double put_row(
	const struct steps *s, size_t first, size_t n, double y, double width)
{
	jb_desk *desk = s->desk;
	int per_row = s->block->per_row;
	double cell = jb_column_width(desk, per_row, width), height = 0;
	const jb_style *style = jb_desk_style(desk, "step_number");
	double middle = y + s->baseline - JB_MARKER_MIDDLE_EM * style->size_pt;

	for (size_t k = 0; k < n; k++) {
		jb_marker_of of =
			marker_of(desk, s->block, first + k, "step_number");
		double x = jb_column_x(desk, per_row, width, (int)k);
		double next = x + cell + desk->layout->gutter_pt;
		guint from = s->group->items->len;

		jb_marker_put(desk, s->group, &of, x, y + s->baseline);
		if (first + k + 1 < s->block->n_items && s->marker > 0)
			put_way(s, x + s->marker + 6,
				k + 1 < n ? next - 6 : x + cell, middle);
		height = fmax(height,
			put_words(desk, s->group, &s->block->items[first + k],
				x, y + s->words, cell, step_styles));
		claim_step(s, from, first + k);
	}
	return s->words + height;
}

static double put_across(const struct steps *s, double width)
{
	size_t per_row = (size_t)s->block->per_row;
	double y = 0;

	for (size_t i = 0; i < s->block->n_items; i += per_row) {
		if (i)
			y = jb_grid_up(s->desk, y + s->line_pt / 2, false);
		y += put_row(
			s, i, MIN(per_row, s->block->n_items - i), y, width);
	}
	return y;
}

/* One under the other; a line leads from marker to marker. */
static double put_down(const struct steps *s, double width)
{
	jb_desk *desk = s->desk;
	const jb_style *style = jb_desk_style(desk, "step_number");
	double y = 0, x = s->marker / 2, height;
	double low = s->baseline +
		     (JB_MARKER_DISC_EM - JB_MARKER_MIDDLE_EM) * style->size_pt;

	for (size_t i = 0; i < s->block->n_items; i++) {
		jb_marker_of of = marker_of(desk, s->block, i, "step_number");
		guint from = s->group->items->len;
		double top = y, next;

		jb_marker_put(desk, s->group, &of, 0, y + s->baseline);
		height = put_words(desk, s->group, &s->block->items[i],
			s->words, y, width - s->words, step_styles);
		y += height;
		if (i + 1 < s->block->n_items) {
			next = jb_grid_up(desk, y + s->line_pt / 2, false);
			if (s->marker > 0)
				jb_put_line(desk, s->group, x, top + low + 3, x,
					next + s->baseline -
						(low - s->baseline) -
						2 * JB_MARKER_MIDDLE_EM *
							style->size_pt -
						3,
					jb_desk_ink(desk, "text45"), 0.75,
					false);
			y = next;
		}
		claim_step(s, from, i);
	}
	return y;
}

jb_group *jb_steps_set(jb_desk *desk, const jb_block *block, double width)
{
	const jb_style *number = jb_desk_style(desk, "step_number");
	const jb_style *name = jb_desk_style(desk, step_styles[0]);
	bool disc = block->marker == JB_MARKER_CIRCLE;
	struct steps s = {
		.desk = desk,
		.block = block,
		.group = jb_group_new(desk->arena),
		.list = jb_tag_new(desk->arena, JB_ROLE_LIST, NULL),
		.marker = widest(desk, block, "step_number"),
		.baseline = jb_style_ascent(desk, number),
		.line_pt = desk->layout->baseline_pt,
	};
	double height;

	if (disc) /* it is higher than its line */
		s.baseline = (JB_MARKER_DISC_EM + JB_MARKER_MIDDLE_EM) *
			     number->size_pt;
	if (block->upright) {
		s.baseline = jb_style_ascent(desk, name);
		s.words = s.marker > 0 ? s.marker + 0.8 * name->size_pt : 0;
	} else if (s.marker > 0) {
		s.words = (disc ? 2 * JB_MARKER_DISC_EM * number->size_pt
				: number->leading_pt) +
			  4;
	}
	height = block->upright ? put_down(&s, width) : put_across(&s, width);
	s.group->width = width;
	s.group->height = jb_grid_up(desk, height, false);
	return s.group;
}
