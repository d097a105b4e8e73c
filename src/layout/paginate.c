/* Pages: sheets are poured block by block; furniture comes last, when the
 * number of pages is known; headings become the outline.
 */
#include "layout/paginate.h"

#include <math.h>

#include "layout/galley.h"
#include "layout/label.h"

typedef struct paged {
	jb_leaf *leaf;
	const jb_sheet *sheet;
	bool first, last; /* page of the sheet; one page is only the first */
} paged;

typedef struct pager {
	jb_desk *desk;
	jb_scene *scene;
	GArray *pages; /* paged */
	const jb_sheet *sheet;
	double x;	      /* of the type area, from the page's left edge */
	double width, height; /* of the type area */
	double y;	      /* where the next block may stand */
	bool empty;	      /* nothing stands on the page yet */
	bool open;	      /* the last page takes more */
	double spare;	      /* room left above what hangs at the foot */
	double hung;	      /* and how high that is */
	GPtrArray *feet; /* jb_group: notes for the foot of this page; room for
			  * them is no part of `height` */
} pager;

static jb_group *page_group(const pager *p)
{
	return g_array_index(p->pages, paged, p->pages->len - 1).leaf->group;
}

/* Pages of even number lie on the left of an opening. */
static bool is_left(const jb_layout *layout, guint number)
{
	return layout->two_sided && number % 2 == 0;
}

static double area_x(const jb_layout *layout, bool left)
{
	return left ? layout->outer_pt : layout->inner_pt;
}

/* Notes stand at the foot of the page, in the order of their prose.  A page of
 * free height ends under them. */
static void end_page(pager *p)
{
	const jb_layout *layout = p->desk->layout;
	double y = layout->free_height ? p->y : p->height;

	if (!p->open)
		return;
	p->open = false;
	for (guint i = 0; i < p->feet->len; i++) {
		jb_group *foot = p->feet->pdata[i];
		double height = foot->height;

		jb_group_place(page_group(p), foot, p->x, layout->top_pt + y);
		y += height;
	}
	g_ptr_array_set_size(p->feet, 0);
	if (layout->free_height)
		page_group(p)->height = fmax(
			JB_PAGE_MIN_PT, layout->top_pt + y + layout->bottom_pt);
}

static void new_page(pager *p, bool first)
{
	const jb_layout *layout = p->desk->layout;
	guint number = p->pages->len + 1;
	paged page = {
		.leaf = jb_leaf_new(p->desk->arena, p->scene,
			jb_sprintf(p->desk->arena, "%u", number)),
		.sheet = p->sheet,
		.first = first,
	};

	end_page(p);
	g_array_append_val(p->pages, page);
	p->x = area_x(layout, is_left(layout, number));
	p->width = layout->width_pt - layout->inner_pt - layout->outer_pt;
	p->height = layout->height_pt - layout->top_pt - layout->bottom_pt;
	p->y = 0;
	p->empty = true;
	p->open = true;
}

static void check_overflow(pager *p, const jb_galley *galley, double bottom)
{
	const jb_block *block = galley->block;
	double over = bottom - p->height;

	if (over <= JB_HAIR_PT)
		return;
	if (galley->culprit.src)
		jb_error(p->desk->diags, galley->culprit,
			"this picture does not fit page %u: %.1f pt too high",
			p->pages->len, over);
	else
		jb_error(p->desk->diags, block->pos,
			"this `%s` block does not fit page %u: %.1f pt too "
			"high",
			jb_block_word(block->kind), p->pages->len, over);
	jb_hint(p->desk->diags,
		"shorten it, or show fewer things in it on this page");
}

/* Puts a group at its place on the page; y is where it may begin. */
static void put(
	pager *p, const jb_galley *galley, jb_group *group, double y, bool last)
{
	const jb_layout *layout = p->desk->layout;
	const jb_block *block = galley->block;

	if (block->bottom && last && !p->empty && !layout->free_height) {
		p->spare = p->height - group->height - y;
		p->hung = group->height;
		y = fmax(y, p->height - group->height);
	}
	check_overflow(p, galley, y + group->height);
	p->y = y + group->height;
	jb_group_place(page_group(p), group, p->x, layout->top_pt + y);
	p->empty = false;
}

/* Notes wait for the end of the page, and what comes after has so much less
 * room. */
static void put_with_foot(
	pager *p, jb_galley *galley, jb_group *group, double y, bool last)
{
	if (galley->foot) {
		p->height -= galley->foot->height;
		g_ptr_array_add(p->feet, galley->foot);
	}
	galley->foot = NULL;
	put(p, galley, group, y, last);
}

/* The space above a block.  Slack moves pictures apart and prose away from
 * them; heads keep their place, so that all stories begin on one line. */
static double space_before(const pager *p, const jb_block *block)
{
	double slack = p->desk->slack;

	if (p->empty)
		return 0;
	if (block->kind == JB_BLOCK_PICTURES)
		return block->before_pt;
	return block->before_pt * fmin(slack, 1);
}

/* How far the page reaches for more.  Where its height is free, what is too
 * high even alone has a page as high as it: that is no overflow. */
static double reach(const pager *p)
{
	const jb_layout *layout = p->desk->layout;

	return p->height - (layout->height_pt - layout->max_height_pt);
}

/* As much of a galley as the page takes; false when something is left. */
static bool pour_page(pager *p, jb_galley *galley)
{
	const jb_block *block = galley->block;
	double y = jb_grid_up(
		p->desk, p->y + space_before(p, block), galley->on_grid);
	bool done = false;
	jb_group *group = jb_galley_take(galley, reach(p) - y, p->empty, &done);

	g_assert(group || !p->empty);
	if (group)
		put_with_foot(p, galley, group, y, done);
	return done;
}

static jb_galley *open_block(const pager *p, size_t i)
{
	return jb_galley_open(p->desk, p->sheet->blocks[i], p->width);
}

static bool prose_follows(const jb_sheet *sheet, size_t i)
{
	return sheet->blocks[i]->kind != JB_BLOCK_PROSE && i + 1 < sheet->n &&
	       sheet->blocks[i + 1]->kind == JB_BLOCK_PROSE;
}

/* Pours the blocks of a sheet.  When one runs on to the next page and prose
 * follows it, the prose fills the rest of this page first: no page stays half
 * empty because a picture was too high for it. */
static void pour_blocks(pager *p)
{
	jb_galley *waiting = NULL; /* prose that has begun already */

	for (size_t i = 0; i < p->sheet->n; i++) {
		jb_galley *galley = waiting ? waiting : open_block(p, i);
		bool begun = false; /* the prose that follows, if any */

		waiting = NULL;
		while (!pour_page(p, galley) && p->pages->len <= JB_PAGES_MAX) {
			if (!begun && prose_follows(p->sheet, i)) {
				begun = true;
				waiting = open_block(p, i + 1);
			}
			if (waiting && pour_page(p, waiting))
				waiting = NULL;
			new_page(p, false);
		}
		if (begun && !waiting)
			i++; /* all of it stands already */
	}
}

static guint pour_at(pager *p, double slack)
{
	guint before = p->pages->len;

	p->desk->slack = slack;
	p->spare = p->hung = 0;
	new_page(p, true);
	pour_blocks(p);
	end_page(p);
	p->desk->slack = 1;
	if (p->pages->len > before + 1)
		g_array_index(p->pages, paged, p->pages->len - 1).last = true;
	return p->pages->len - before;
}

static void take_back(pager *p, guint pages)
{
	guint left = p->pages->len - pages;

	g_array_set_size(p->pages, left);
	g_ptr_array_set_size(p->scene->leaves, (gint)left);
}

/* Tries spaces, widest first, until the sheet takes no more than `most` pages
 * and what hangs at the foot is as high as before: prose that lost a line to
 * wider spaces would break badly.  The last try stands either way. */
static void pour_widest(
	pager *p, guint pages, const double *slacks, size_t n, guint most)
{
	double hung = p->hung;

	for (size_t i = 0; i < n; i++) {
		take_back(p, pages);
		pages = pour_at(p, slacks[i]);
		if (pages <= most && (most > 1 || p->hung == hung))
			return;
	}
}

/* The spaces between blocks give way before a page is added, and take what a
 * page has to spare: no holes above prose that hangs at the foot. */
static void pour_sheet(pager *p)
{
	static const double tight[] = {0.75, 0.5, 0.375};
	static const double wide[] = {1.75, 1.375, 1};
	unsigned errors = jb_diags_errors(p->desk->diags);
	guint pages = pour_at(p, 1), least;

	if (jb_diags_errors(p->desk->diags) > errors)
		return; /* said once is enough */
	if (pages == 1 && p->spare > 1.5 * p->desk->layout->baseline_pt) {
		pour_widest(p, pages, wide, G_N_ELEMENTS(wide), 1);
	} else if (pages > 1) {
		take_back(p, pages);
		least = pour_at(p, tight[G_N_ELEMENTS(tight) - 1]);
		if (least < pages)
			pour_widest(
				p, least, tight, G_N_ELEMENTS(tight), least);
		else {
			take_back(p, least);
			pour_at(p, 1);
		}
	}
}

/* A little above a heading's baseline, or its top if it is vertical. */
static double mark_height(const jb_item *item)
{
	bool down = item->line && item->line->vertical;

	return fmax(item->y - (down ? .5 : 1.5) * item->u.text.size_pt, 0);
}

/* Headings of a page, as outline entries at their height. */
static void mark_headings(jb_desk *desk, jb_leaf *leaf)
{
	GPtrArray *items = leaf->group->items;
	const jb_tag *open = NULL;
	jb_mark *mark = NULL;

	for (guint i = 0; i < items->len; i++) {
		const jb_item *item = items->pdata[i];
		const jb_tag *tag = item->tag;

		if (item->beside)
			continue; /* ruby is no part of a heading's words */
		if (!tag || item->kind != JB_ITEM_TEXT ||
			(tag->role != JB_ROLE_H1 && tag->role != JB_ROLE_H2 &&
				tag->role != JB_ROLE_H3)) {
			open = NULL;
			continue;
		}
		if (tag == open) {
			mark->title = jb_sprintf(desk->arena, "%s%s",
				mark->title, item->u.text.text);
			continue;
		}
		open = tag;
		mark = jb_new(desk->arena, jb_mark);
		mark->level = (int)(tag->role - JB_ROLE_H1) + 1;
		mark->title = item->u.text.text;
		mark->y = mark_height(item);
		g_ptr_array_add(leaf->marks, mark);
	}
}

typedef struct rect {
	double x, y, w, h;
} rect;

/* What the edges of a place are measured from. */
static rect place_base(const jb_layout *l, jb_place_of of, const jb_page *page)
{
	double bleed = of == JB_OF_BLEED ? l->bleed_pt : 0;
	double height = page->height_pt;

	if (of == JB_OF_AREA)
		return (rect){area_x(l, page->left), l->top_pt,
			l->width_pt - l->inner_pt - l->outer_pt,
			height - l->top_pt - l->bottom_pt};
	return (rect){
		-bleed, -bleed, l->width_pt + 2 * bleed, height + 2 * bleed};
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
		jb_block_word(block->kind), over);
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
	if (block->kind != JB_BLOCK_FILL && !isnan(place->height) &&
		group->height > place->height + JB_HAIR_PT)
		refuse_furniture(desk, block, group->height - place->height);
	/* furniture is no content: running heads, folios, fields are artifacts
	 * (ISO 14289-1 7.1) */
	for (guint i = 0; i < group->items->len; i++)
		((jb_item *)group->items->pdata[i])->tag = NULL;
	jb_group_place(to, group, x, y);
}

/* Furniture stands under the page's blocks or over them. */
static void furnish(jb_desk *desk, jb_binding *binding, const paged *page,
	int number, int pages)
{
	jb_page here = {
		.number = number,
		.count = pages,
		.label = page->leaf->label,
		.first = page->first,
		.last = page->last,
		.left = is_left(desk->layout, (guint)number),
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

static const jb_ink *sheet_accent(const jb_desk *desk, const jb_sheet *sheet)
{
	return sheet->section.accent
		       ? sheet->section.accent
		       : jb_theme_ink(desk->layout->theme, "accent");
}

/* Labels count on from sheet to sheet, unless one starts anew. */
static void label_pages(const pager *p)
{
	int number = 0;

	for (guint i = 0; i < p->pages->len; i++) {
		const paged *page = &g_array_index(p->pages, paged, i);

		number++;
		if (page->first && page->sheet->start)
			number = page->sheet->start;
		page->leaf->label = jb_page_label(
			p->desk->arena, page->sheet->label, number);
	}
}

static double highest(const jb_scene *scene)
{
	double height = JB_PAGE_MIN_PT;

	for (guint i = 0; i < scene->leaves->len; i++) {
		const jb_leaf *leaf = scene->leaves->pdata[i];

		height = fmax(height, leaf->group->height);
	}
	return height;
}

void jb_paginate(jb_desk *desk, jb_binding *binding, jb_scene *scene)
{
	pager p = {.desk = desk, .scene = scene};
	size_t n;
	jb_sheet *sheets = jb_bind_sheets(binding, &n);

	p.pages = g_array_new(FALSE, FALSE, sizeof(paged));
	p.feet = g_ptr_array_new();
	for (size_t i = 0; i < n; i++) {
		p.sheet = &sheets[i];
		desk->accent = sheet_accent(desk, p.sheet);
		pour_sheet(&p);
	}
	if (p.pages->len > JB_PAGES_MAX)
		jb_error(desk->diags, (jb_pos){0},
			"the report needs more than %d pages", JB_PAGES_MAX);
	if (desk->layout->free_height)
		scene->height_pt = highest(scene);
	label_pages(&p);
	for (guint i = 0; i < p.pages->len; i++) {
		const paged *page = &g_array_index(p.pages, paged, i);

		mark_headings(desk, page->leaf);
		desk->accent = sheet_accent(desk, page->sheet);
		furnish(desk, binding, page, (int)i + 1, (int)p.pages->len);
	}
	g_array_free(p.pages, TRUE);
	g_ptr_array_unref(p.feet);
}
