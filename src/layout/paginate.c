/* Pages: sheets are poured block by block; furniture comes last, when the
 * number of pages is known; headings become the outline.
 */
#include "layout/paginate.h"

#include <math.h>

#include "layout/label.h"
#include "layout/overflow.h"
#include "layout/pager.h"
#include "layout/said.h"
#include "layout/thread.h"
#include "layout/toc.h"

jb_group *jb_page_group(const jb_pager *p)
{
	return g_array_index(p->pages, jb_paged, p->pages->len - 1).leaf->group;
}

/* Pages of even number lie on the left of an opening. */
bool jb_is_left(const jb_layout *layout, guint number)
{
	return layout->two_sided && number % 2 == 0;
}

double jb_area_x(const jb_layout *layout, bool left)
{
	return left ? layout->outer_pt : layout->inner_pt;
}

/* What stands on a page and has room to spare moves down by whole lines, until
 * two fifths of the room are above it: the middle that eyes see. */
static void centre(jb_pager *p)
{
	static const double above = 0.4;
	double line = p->desk->layout->baseline_pt;
	double down = floor(above * (p->height - p->y) / line) * line;
	GPtrArray *items = jb_page_group(p)->items;
	jb_group *moved;

	if (!p->sheet->middle || p->desk->layout->free_height || p->hung ||
		p->feet->len || down <= 0)
		return;
	moved = jb_group_new(p->desk->arena);
	for (guint i = 0; i < items->len; i++)
		g_ptr_array_add(moved->items, items->pdata[i]);
	g_ptr_array_set_size(items, 0);
	jb_group_place(jb_page_group(p), moved, 0, down);
}

/* Notes stand at the foot of the page, in the order of their prose.  A page of
 * free height ends under them. */
void jb_page_end(jb_pager *p)
{
	const jb_layout *layout = p->desk->layout;
	double y = layout->free_height ? p->y : p->height;

	if (!p->open)
		return;
	p->open = false;
	centre(p);
	for (guint i = 0; i < p->feet->len; i++) {
		jb_group *foot = p->feet->pdata[i];
		double height = foot->height;

		jb_group_place(
			jb_page_group(p), foot, p->x, layout->top_pt + y);
		y += height;
	}
	g_ptr_array_set_size(p->feet, 0);
	if (layout->free_height)
		jb_page_group(p)->height = fmax(
			JB_PAGE_MIN_PT, layout->top_pt + y + layout->bottom_pt);
}

void jb_page_new(jb_pager *p, bool first)
{
	const jb_layout *layout = p->desk->layout;
	guint number = p->pages->len + 1;
	jb_paged page = {
		.leaf = jb_leaf_new(p->desk->arena, p->scene,
			jb_sprintf(p->desk->arena, "%u", number)),
		.sheet = p->sheet,
		.first = first,
	};

	jb_page_end(p);
	g_array_append_val(p->pages, page);
	p->x = jb_area_x(layout, jb_is_left(layout, number));
	p->width = layout->width_pt - layout->inner_pt - layout->outer_pt;
	p->height = layout->height_pt - layout->top_pt - layout->bottom_pt;
	p->y = p->hung = 0;
	p->empty = true;
	p->open = true;
}

void jb_page_check(jb_pager *p, const jb_galley *galley, const jb_group *group,
	double bottom)
{
	const jb_block *block = galley->block;
	double over = bottom - p->height;

	if (over <= JB_HAIR_PT || block->overflow == JB_OVERFLOW_FIT)
		return; /* what is fitted has said so itself */
	if (galley->culprit.src)
		jb_error(p->desk->diags, galley->culprit,
			"this picture does not fit page %u: %.1f pt too high",
			p->pages->len, over);
	else
		jb_error(p->desk->diags, block->pos,
			"this `%s` block does not fit page %u: %.1f pt too "
			"high",
			block->word, p->pages->len, over);
	jb_overflow_hint(p->desk, group, group->height - over);
	jb_hint(p->desk->diags,
		"shorten it, or show fewer things in it on this page");
}

/* Puts a group at its place on the page; y is where it may begin. */
static void put(jb_pager *p, const jb_galley *galley, jb_group *group, double y,
	bool last)
{
	const jb_layout *layout = p->desk->layout;
	const jb_block *block = galley->block;

	if (block->bottom && last && !p->empty && !layout->free_height) {
		p->spare = p->height - group->height - y;
		p->hung = group->height;
		if (p->spare <= block->within_pt)
			y = fmax(y, p->height - group->height);
	}
	jb_page_check(p, galley, group, y + group->height);
	p->last = y;
	p->y = y + group->height;
	jb_group_place(jb_page_group(p), group, p->x, layout->top_pt + y);
	p->empty = false;
}

/* Notes wait for the end of the page, and what comes after has so much less
 * room. */
static void put_with_foot(
	jb_pager *p, jb_galley *galley, jb_group *group, double y, bool last)
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
static double space_before(const jb_pager *p, const jb_block *block)
{
	double slack = p->desk->slack;
	double more =
		p->desk->growth * (block->before_most_pt - block->before_pt);

	if (p->empty)
		return 0;
	if (block->kind == JB_BLOCK_PICTURES)
		return block->before_pt + more;
	return block->before_pt * fmin(slack, 1) + more;
}

/* How far the page reaches for more.  Where its height is free, what is too
 * high even alone has a page as high as it: that is no overflow. */
double jb_page_reach(const jb_pager *p)
{
	const jb_layout *layout = p->desk->layout;

	return p->height - (layout->height_pt - layout->max_height_pt);
}

/* As much of a galley as the page takes; false when something is left. */
static bool pour_page(jb_pager *p, jb_galley *galley)
{
	const jb_block *block = galley->block;
	double y = jb_grid_up(
		p->desk, p->y + space_before(p, block), galley->on_grid);
	bool done = false;
	jb_group *group =
		jb_galley_take(galley, jb_page_reach(p) - y, p->empty, &done);

	g_assert(group || !p->empty);
	if (group)
		put_with_foot(p, galley, group, y, done);
	return done;
}

static jb_galley *open_block(const jb_pager *p, size_t i)
{
	if (p->accents)
		p->desk->accent = p->accents[i];
	return jb_galley_open(p->desk, p->sheet->blocks[i], p->width);
}

static bool prose_follows(const jb_sheet *sheet, size_t i)
{
	return sheet->blocks[i]->kind != JB_BLOCK_PROSE && i + 1 < sheet->n &&
	       sheet->blocks[i + 1]->kind == JB_BLOCK_PROSE;
}

/* Headings at the foot of a page, which go with what follows them. */
typedef struct heads {
	bool on;
	guint first; /* of their items on the page */
	double y;
} heads;

/* What was poured last: is it one of them? */
static void note_head(
	const jb_pager *p, heads *h, const jb_block *block, guint before)
{
	bool any = jb_page_group(p)->items->len > before;

	if (!block->keep_next || !any)
		h->on = h->on && !any;
	else if (!h->on)
		*h = (heads){before > 0, before, p->last};
}

/* A new page, with the headings that nothing follows on this one. */
static void turn_page(jb_pager *p, heads *h)
{
	GPtrArray *from = jb_page_group(p)->items;
	jb_group *moved = jb_group_new(p->desk->arena);
	double x = p->x, y = p->y - h->y;

	for (guint i = h->first; h->on && i < from->len; i++)
		g_ptr_array_add(moved->items, from->pdata[i]);
	if (h->on)
		g_ptr_array_set_size(from, (gint)h->first);
	if (h->on)
		p->y = h->y;
	jb_page_new(p, false);
	if (h->on) {
		jb_group_place(jb_page_group(p), moved, p->x - x, -h->y);
		p->y = y;
		p->empty = false;
	}
	h->on = false;
}

static bool pour_noted(jb_pager *p, jb_galley *galley, heads *h)
{
	guint before = jb_page_group(p)->items->len;
	bool done = pour_page(p, galley);

	note_head(p, h, galley->block, before);
	return done;
}

/* Pours the blocks of a sheet.  When one runs on to the next page and prose
 * follows it, the prose fills the rest of this page first: no page stays half
 * empty because a picture was too high for it. */
static void pour_blocks(jb_pager *p)
{
	jb_galley *waiting = NULL; /* prose that has begun already */
	heads h = {0};

	for (size_t i = 0; i < p->sheet->n; i++) {
		jb_galley *galley = waiting ? waiting : open_block(p, i);
		bool begun = false; /* the prose that follows, if any */

		waiting = NULL;
		while (!pour_noted(p, galley, &h) &&
			p->pages->len <= JB_PAGES_MAX) {
			if (!begun && prose_follows(p->sheet, i)) {
				begun = true;
				waiting = open_block(p, i + 1);
			}
			if (waiting && pour_noted(p, waiting, &h))
				waiting = NULL;
			turn_page(p, &h);
		}
		if (begun && !waiting)
			i++; /* all of it stands already */
	}
}

guint jb_page_pour(jb_pager *p, double slack, double growth)
{
	guint before = p->pages->len;

	p->desk->slack = slack;
	p->desk->growth = growth;
	p->desk->threads = p->threads;
	p->spare = 0;
	jb_page_new(p, true);
	pour_blocks(p);
	if (!p->hung)
		p->spare = p->height - p->y;
	jb_page_end(p);
	p->desk->slack = p->desk->growth = 1;
	return p->pages->len - before;
}

/* Labels count on from sheet to sheet, unless one starts anew. */
static void label_pages(const jb_pager *p)
{
	int number = 0;

	for (guint i = 0; i < p->pages->len; i++) {
		const jb_paged *page = &g_array_index(p->pages, jb_paged, i);

		number++;
		if (page->first && page->sheet->start)
			number = page->sheet->start;
		page->leaf->label = jb_page_label(
			p->desk->arena, page->sheet->label, number);
	}
}

/* Contents are filled when all pages have their labels. */
static void fill_contents(const jb_pager *p)
{
	const jb_section **sections = jb_new_array(
		p->desk->arena, const jb_section *, p->pages->len + 1);

	for (guint i = 0; i < p->pages->len; i++)
		sections[i] = g_array_index(p->pages, jb_paged, i)
				      .sheet->section.section;
	jb_toc_fill(p->desk, p->scene, sections);
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

/* Tries to say where threads go on are few: what gains a line may lose it
 * again. */
enum { TRIES = 4 };

static void furnish_all(jb_pager *p, jb_binding *binding)
{
	for (guint i = 0; i < p->pages->len; i++) {
		const jb_paged *page = &g_array_index(p->pages, jb_paged, i);

		p->desk->accent = jb_sheet_accent(p->desk, page->sheet);
		jb_furnish(
			p->desk, binding, page, (int)i + 1, (int)p->pages->len);
		jb_mark_headings(p->desk, page->leaf);
	}
}

static void check_count(const jb_pager *p)
{
	jb_diags *diags = p->desk->diags;
	jb_pos pos = p->desk->layout->pages->pos;

	if (p->pages->len > JB_PAGES_MAX)
		jb_error(diags, pos, "the report needs more than %d pages",
			JB_PAGES_MAX);
	if (p->pages->len > 0 || jb_diags_errors(diags))
		return;
	jb_error(diags, pos, "no page is made of this report");
	jb_hint(diags,
		"a page is made for each thing of its `each`, and if its "
		"`when` holds; one at least needs neither");
}

void jb_paginate(jb_desk *desk, jb_binding *binding, jb_scene *scene)
{
	jb_pager p = {.desk = desk, .scene = scene};
	jb_diags_mark said;
	size_t n;
	jb_sheet *sheets = jb_bind_sheets(binding, &n);

	p.pages = g_array_new(FALSE, FALSE, sizeof(jb_paged));
	p.feet = g_ptr_array_new();
	jb_jumps_open(desk);
	said = jb_diags_here(desk->diags);
	for (int i = 0; i < TRIES; i++) {
		jb_diags_back(desk->diags, said);
		jb_sheets_pour(&p, sheets, n);
		if (jb_jumps_settle(desk, scene))
			break;
	}
	check_count(&p);
	if (desk->layout->free_height)
		scene->height_pt = highest(scene);
	label_pages(&p);
	fill_contents(&p);
	jb_jumps_say(desk, binding, scene);
	furnish_all(&p, binding);
	jb_said_pages(desk, scene);
	jb_threads_check(desk);
	g_array_free(p.pages, TRUE);
	g_ptr_array_unref(p.feet);
}
