/* toc.c - contents: number, title, leaders, page. */
#include "layout/toc.h"

#include <math.h>
#include <string.h>

#include "chart/parts.h"
#include "layout/items.h"

/* Room for a page is that of the widest label of three digits or so; leaders
 * are dots so far apart. */
static const char widest_label[] = "888";
static const double leader_gap_em = 0.5, leader_step_pt = 4, dot_pt = 0.9;
static const double least_leader = 12;

struct toc {
	jb_desk *desk;
	const jb_block *block;
	double width, number, page;
	double line_pt;
	jb_tag *list;
};

/* Dots on a grid of their own, so that they stand under each other. */
static void put_leader(
	const struct toc *t, jb_group *group, double x0, double x1, double y)
{
	double from = ceil(x0 / leader_step_pt) * leader_step_pt;
	jb_item *item;

	if (x1 - from < least_leader)
		return;
	item = jb_put_line(t->desk, group, from, y,
		from + floor((x1 - from) / leader_step_pt) * leader_step_pt + 1,
		y, jb_desk_ink(t->desk, "text45"), dot_pt, false);
	item->u.path.dash_on = 0.01;
	item->u.path.dash_off = leader_step_pt - 0.01;
	item->u.path.cap = JB_CAP_ROUND;
	item->pos = t->block->pos;
}

/* Where the page will stand: nothing that is drawn. */
static void await(const struct toc *t, jb_group *group, const jb_toc_line *line,
	jb_tag *tag, double y)
{
	jb_awaited awaited = {
		.section = line->section,
		.title = line->pos,
		.pos = t->block->pos,
		.style = jb_desk_style(t->desk, "toc_page"),
	};

	jb_item *item = jb_item_new(t->desk->arena, group, JB_ITEM_PATH);

	item->x = t->width;
	item->y = y;
	item->tag = tag;
	item->pos = line->pos;
	if (!t->desk->awaited) {
		t->desk->awaited =
			g_array_new(FALSE, FALSE, sizeof(jb_awaited));
		jb_arena_defer(t->desk->arena, (void (*)(void *))g_array_unref,
			t->desk->awaited);
	}
	g_array_append_val(t->desk->awaited, awaited);
	item->awaited = t->desk->awaited->len;
}

static jb_group *line_set(const struct toc *t, const jb_toc_line *line)
{
	jb_desk *desk = t->desk;
	jb_group *group = jb_group_new(desk->arena), *title;
	const jb_style *style = jb_desk_style(desk, "toc_title");
	jb_tag *tag = jb_tag_new(desk->arena, JB_ROLE_LIST_ITEM, t->list);
	double room = t->width - t->number - t->page, last, end;
	double baseline = jb_style_ascent(desk, style);
	size_t n;

	if (!jb_rich_empty(line->number))
		jb_put_text(desk, group, 0, baseline, JB_ALIGN_START,
			line->number, jb_desk_style(desk, "toc_number"), NULL,
			0);
	title = jb_set_text(desk, line->title, style, NULL, room, &n);
	last = title->height - style->leading_pt + baseline;
	end = t->number;
	for (guint i = 0; i < title->items->len; i++) {
		const jb_item *item = title->items->pdata[i];

		if (item->kind == JB_ITEM_TEXT && fabs(item->y - last) < 1)
			end = fmax(end,
				t->number + item->x + item->u.text.width_pt);
	}
	group->height = title->height + t->line_pt / 4;
	group->baseline = baseline;
	jb_group_place(group, title, t->number, 0);
	jb_group_tag(group, tag);
	put_leader(t, group, end + leader_gap_em * style->size_pt,
		t->width - t->page + leader_gap_em * style->size_pt,
		last - 0.1 * style->size_pt);
	await(t, group, line, tag, last);
	group->width = t->width;
	return group;
}

/* Numbers stand in a column, if there are any. */
static double numbers_width(jb_desk *desk, const jb_block *block)
{
	const jb_style *style = jb_desk_style(desk, "toc_number");
	double width = 0;

	for (size_t i = 0; i < block->n_lines; i++)
		if (!jb_rich_empty(block->lines[i].number))
			width = fmax(width,
				jb_text_width(desk, block->lines[i].number,
					style, 0));
	return width > 0 ? width + style->size_pt : 0;
}

void jb_toc_pour(jb_galley *galley)
{
	jb_desk *desk = galley->desk;
	const jb_block *block = galley->block;
	struct toc t = {
		.desk = desk,
		.block = block,
		.width = jb_column_width(desk, block->columns, galley->width),
		.number = numbers_width(desk, block),
		.line_pt = desk->layout->baseline_pt,
		.list = jb_tag_new(desk->arena, JB_ROLE_LIST, NULL),
	};
	jb_group **each =
		jb_new_array(desk->arena, jb_group *, block->n_lines + 1);
	const jb_style *page = jb_desk_style(desk, "toc_page");

	t.page = jb_text_width(desk,
			 jb_rich_plain(desk->arena, widest_label, block->pos),
			 page, 0) +
		 page->size_pt;
	for (size_t i = 0; i < block->n_lines; i++)
		each[i] = line_set(&t, &block->lines[i]);
	jb_items_pour(
		galley, each, block->n_lines, block->columns, JB_ITEMS_STEP_PT);
}

/* ---- when all pages are known ---- */

static bool is_heading(const jb_item *item)
{
	return item->kind == JB_ITEM_TEXT && item->tag &&
	       (item->tag->role == JB_ROLE_H1 ||
		       item->tag->role == JB_ROLE_H2 ||
		       item->tag->role == JB_ROLE_H3);
}

static bool same_place(jb_pos a, jb_pos b)
{
	return a.src == b.src && a.line == b.line && a.col == b.col;
}

/* Where the heading of a section stands, or its story begins; from 1, 0: on no
 * page. */
static guint find_page(const jb_scene *scene, const jb_awaited *awaited,
	const jb_section *const *sections, double *y)
{
	for (guint i = 0; i < scene->leaves->len; i++) {
		const jb_leaf *leaf = scene->leaves->pdata[i];

		for (guint k = 0; k < leaf->group->items->len; k++) {
			const jb_item *item = leaf->group->items->pdata[k];

			if (!is_heading(item) ||
				!same_place(item->pos, awaited->title))
				continue;
			*y = fmax(item->y - 1.5 * item->u.text.size_pt, 0);
			return i + 1;
		}
	}
	*y = 0;
	for (guint i = 0; i < scene->leaves->len; i++)
		if (sections[i] == awaited->section)
			return i + 1;
	return 0;
}

/* The label takes the place of the item that waited. */
static void put_label(jb_desk *desk, jb_leaf *leaf, guint at,
	const jb_awaited *awaited, const jb_leaf *to, guint page, double y)
{
	jb_item *waiting = leaf->group->items->pdata[at];
	jb_group *words = jb_group_new(desk->arena);

	jb_put_text(desk, words, waiting->x, waiting->y, JB_ALIGN_END,
		jb_rich_plain(desk->arena, to->label, waiting->pos),
		awaited->style, NULL, 0);
	g_ptr_array_remove_index(leaf->group->items, at);
	for (guint i = 0; i < words->items->len; i++) {
		jb_item *item = words->items->pdata[i];

		item->tag = waiting->tag;
		if (item->kind == JB_ITEM_TEXT)
			item->u.text.link = jb_sprintf(desk->arena,
				"#page=%u&y=%d", page, (int)floor(y));
		g_ptr_array_insert(leaf->group->items, (gint)(at + i), item);
	}
}

static void fill_leaf(jb_desk *desk, jb_scene *scene, jb_leaf *leaf,
	const jb_section *const *sections)
{
	for (guint k = 0; k < leaf->group->items->len; k++) {
		const jb_item *item = leaf->group->items->pdata[k];
		const jb_awaited *one;
		double y;
		guint page;

		if (!item->awaited)
			continue;
		one = &g_array_index(
			desk->awaited, jb_awaited, item->awaited - 1);
		page = find_page(scene, one, sections, &y);
		if (page) {
			put_label(desk, leaf, k, one,
				scene->leaves->pdata[page - 1], page, y);
			continue;
		}
		jb_error(desk->diags, one->pos,
			"no page has the section “%s” of these contents",
			one->section->id);
		jb_hint(desk->diags,
			"pages with `each: stories`, or a `section` block");
	}
}

void jb_toc_fill(
	jb_desk *desk, jb_scene *scene, const jb_section *const *sections)
{
	for (guint i = 0; desk->awaited && i < scene->leaves->len; i++)
		fill_leaf(desk, scene, scene->leaves->pdata[i], sections);
}
