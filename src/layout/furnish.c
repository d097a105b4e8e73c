/* furnish.c - what stands on a page besides its blocks, at fixed places.
 */
#include "layout/pager.h"

#include <math.h>

#include "layout/overflow.h"
#include "layout/said.h"

typedef struct rect {
	double x, y, w, h;
} rect;

/* What the edges of a place are measured from. */
static rect place_base(const jb_layout *l, jb_place_of of, const jb_page *page)
{
	double bleed = of == JB_OF_BLEED ? l->bleed_pt : 0;
	double height = page->height_pt;

	if (of == JB_OF_AREA)
		return (rect){jb_area_x(l, page->left), l->top_pt,
			l->width_pt - l->inner_pt - l->outer_pt,
			height - l->top_pt - l->bottom_pt};
	if (of == JB_OF_SPREAD)
		return (rect){page->left ? 0 : -l->width_pt, 0, 2 * l->width_pt,
			height};
	return (rect){
		-bleed, -bleed, l->width_pt + 2 * bleed, height + 2 * bleed};
}

/* Of a spread, each page shows what reaches it; the rest is cut off with the
 * paper. */
static bool is_here(const jb_layout *l, const jb_place *place, double x,
	const jb_group *group)
{
	return place->of != JB_OF_SPREAD ||
	       (x < l->width_pt + l->bleed_pt &&
		       x + group->width > -l->bleed_pt);
}

static double given(double edge)
{
	return isnan(edge) ? 0 : edge;
}

/* A running head of two lines stands in the rule under it. */
static void refuse_furniture(jb_desk *desk, const jb_block *block, double over)
{
	bool words = !jb_rich_empty(block->text);

	jb_error(desk->diags, words ? block->text->pieces[0].pos : block->pos,
		"the %s is %.1f pt too high for its place on the page",
		block->word, over);
	jb_also(desk->diags, block->pos, "its place");
	if (words)
		jb_hint(desk->diags, "shorten “%s”",
			jb_rich_text(desk->arena, block->text));
}

/* What is measured from inner and outer edges: these change places on a left
 * page, and so do the ends of a text's lines. */
static void mirror(jb_arena *arena, jb_block *block)
{
	jb_place *place = jb_new(arena, jb_place);
	jb_style *style = jb_new(arena, jb_style);

	*place = *block->place;
	place->left = block->place->right;
	place->right = block->place->left;
	block->place = place;
	if (!block->style || (block->style->align != JB_TEXT_START &&
				     block->style->align != JB_TEXT_END))
		return;
	*style = *block->style;
	style->align =
		style->align == JB_TEXT_END ? JB_TEXT_START : JB_TEXT_END;
	block->style = style;
}

/* A heading on every page of a sheet is its heading on the first. */
static bool is_head(const jb_block *block, const jb_page *page)
{
	return block->kind == JB_BLOCK_HEADING && page->first;
}

static void set_furniture(
	jb_desk *desk, jb_group *to, const jb_block *block, const jb_page *page)
{
	const jb_place *place = block->place;
	rect base = place_base(desk->layout, place->of, page);
	double width = !isnan(place->width) ? place->width
					    : base.w - given(place->left) -
						      given(place->right);
	jb_group *group = jb_galley_whole(desk, block, width);
	double x = base.x + given(place->left), y = base.y + given(place->top);

	if (isnan(place->left) && !isnan(place->right))
		x = base.x + base.w - place->right - width;
	if (isnan(place->top) && !isnan(place->bottom))
		y = base.y + base.h - place->bottom - group->height;
	if (block->kind != JB_BLOCK_FILL && !isnan(place->height))
		group = jb_overflow_settle(desk, block, group, width,
			place->height, jb_galley_whole);
	if (block->kind != JB_BLOCK_FILL && !isnan(place->height) &&
		block->overflow != JB_OVERFLOW_FIT &&
		group->height > place->height + JB_HAIR_PT) {
		refuse_furniture(desk, block, group->height - place->height);
		jb_said_of(desk, group);
	}
	if (!is_here(desk->layout, place, x, group))
		return;
	/* furniture is no content: running heads, folios, fields are artifacts
	 * (ISO 14289-1 7.1); but a heading is one where it stands first */
	for (guint i = 0; i < group->items->len && !is_head(block, page); i++)
		((jb_item *)group->items->pdata[i])->tag = NULL;
	jb_group_place(to, group, x, y);
}

/* Furniture stands under the page's blocks or over them. */
void jb_furnish(jb_desk *desk, jb_binding *binding, const jb_paged *page,
	int number, int pages)
{
	jb_page here = {
		.number = number,
		.count = pages,
		.label = page->leaf->label,
		.first = page->first,
		.last = page->last,
		.left = jb_is_left(desk->layout, (guint)number),
		.height_pt = page->leaf->group->height,
	};
	size_t n;
	jb_block **blocks = jb_bind_furniture(binding, page->sheet, &here, &n);
	jb_group *under = jb_group_new(desk->arena);
	jb_group *over = jb_group_new(desk->arena);

	under->width = page->leaf->group->width;
	under->height = page->leaf->group->height;
	for (size_t i = 0; i < n; i++) {
		if (here.left && blocks[i]->place->mirrored)
			mirror(desk->arena, blocks[i]);
		set_furniture(desk, blocks[i]->place->over ? over : under,
			blocks[i], &here);
	}
	jb_group_place(under, page->leaf->group, 0, 0);
	jb_group_place(under, over, 0, 0);
	page->leaf->group = under;
}
