/* boxes.c - the bones of a page: what `jianbao trace --boxes` shows. */
#include "layout/boxes.h"

#include <math.h>
#include <string.h>

/* Colours for a screen: cyan for what the layout's page says, as on a
 * drawing board; a colour each for blocks that hold others and those that do
 * not. */
static const jb_ink GRID_INK = {.c = 40, .r = 0.55, .g = 0.82, .b = 0.95};
static const jb_ink AREA_INK = {.c = 90, .m = 20, .r = 0, .g = 0.55, .b = 0.8};
static const jb_ink BLOCK_INK = {.m = 90, .y = 20, .r = 0.85, .g = 0, .b = 0.5};
static const jb_ink HOLDER_INK = {.m = 50, .y = 95, .r = 0.9, .g = 0.5, .b = 0};

#define HAIR_PT 0.25
#define FRAME_PT 0.6
#define LABEL_PT 5.0

static void draw_grid(jb_desk *desk, jb_group *page, double left)
{
	const jb_layout *l = desk->layout;
	double width = l->width_pt - l->inner_pt - l->outer_pt;
	double height = page->height - l->top_pt - l->bottom_pt;
	double column = (width - (l->columns - 1) * l->gutter_pt) / l->columns;
	double y = l->ascent_pt;

	for (; y <= height; y += l->baseline_pt)
		jb_put_line(desk, page, left, l->top_pt + y, left + width,
			l->top_pt + y, &GRID_INK, HAIR_PT, false);
	for (int i = 0; i < l->columns; i++)
		jb_put_frame(desk, page, left + i * (column + l->gutter_pt),
			l->top_pt, column, height, &GRID_INK, HAIR_PT, false);
	jb_put_frame(desk, page, left, l->top_pt, width, height, &AREA_INK,
		FRAME_PT, false);
}

static bool holds_others(const char *kind)
{
	static const char *const holders[] = {
		"row", "column", "grid", "panel", NULL};

	return g_strv_contains(holders, kind);
}

/* Blocks that fill one another have their labels side by side. */
static double label_place(const char *kind)
{
	if (!holds_others(kind))
		return 0;
	return strcmp(kind, "column") && strcmp(kind, "panel") ? 1 : 0.5;
}

/* Its word and line, on the outline's upper edge, on paper. */
static void draw_label(
	jb_desk *desk, jb_group *page, const jb_outline *box, const jb_ink *ink)
{
	const jb_style *style = jb_desk_style(desk, "label");
	const jb_rich *text = jb_rich_plain(desk->arena,
		jb_sprintf(desk->arena, "%s %u", box->kind, box->pos.line),
		box->pos);
	double width = jb_text_width(desk, text, style, LABEL_PT);
	double spare = box->width - width - 2;
	double x = box->x + 1 + spare * label_place(box->kind);

	jb_put_rect(desk, page, x - 1, box->y - LABEL_PT / 2, width + 2,
		LABEL_PT + 1, jb_desk_ink(desk, "paper"));
	jb_put_text(desk, page, x, box->y + LABEL_PT / 2, JB_ALIGN_START, text,
		style, ink, LABEL_PT);
}

static void draw_outlines(jb_desk *desk, jb_group *page)
{
	const GPtrArray *outlines = page->outlines;

	for (guint i = 0; outlines && i < outlines->len; i++) {
		const jb_outline *box = outlines->pdata[i];
		const jb_ink *ink =
			holds_others(box->kind) ? &HOLDER_INK : &BLOCK_INK;

		jb_put_frame(desk, page, box->x, box->y, box->width,
			box->height, ink, FRAME_PT, holds_others(box->kind));
		draw_label(desk, page, box, ink);
	}
}

void jb_boxes_draw(jb_desk *desk, jb_scene *scene)
{
	const jb_layout *l = desk->layout;

	for (guint i = 0; i < scene->leaves->len; i++) {
		jb_leaf *leaf = scene->leaves->pdata[i];
		bool left = l->two_sided && i % 2 == 1;
		guint first = leaf->group->items->len;

		draw_grid(desk, leaf->group, left ? l->outer_pt : l->inner_pt);
		draw_outlines(desk, leaf->group);
		/* no part of what is read */
		for (; first < leaf->group->items->len; first++)
			((jb_item *)leaf->group->items->pdata[first])->tag =
				NULL;
	}
}
