/* links.c - runs that lead somewhere: one rectangle for each line of a link.
 *
 * The rectangle is said, not left to cairo, which would take the ink's: a line
 * of a link is one area from the top of its em boxes to their foot.
 */
#include "paint/links.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* From the baseline, of the em box (CJK faces: 0.88 over it); half an em at
 * both sides of a centre line. */
static const double over_em = 0.88, under_em = 0.12, beside_em = 0.5;

typedef struct rect {
	double x0, y0, x1, y1;
} rect;

typedef struct link_area {
	const char *uri; /* NULL: none is open */
	rect rect;
	double across; /* where its line is */
	bool vertical;
} link_area;

static rect run_rect(const jb_item *item, bool vertical)
{
	const jb_run *run = &item->u.text;
	double em = run->size_pt, x = item->x, y = item->y;

	if (vertical)
		return (rect){x - beside_em * em, y, x + beside_em * em,
			y + run->width_pt};
	return (rect){
		x, y - over_em * em, x + run->width_pt, y + under_em * em};
}

/* The open area is whole.  Whole points, outwards: cairo reads numbers by the
 * locale. */
static void end_area(jb_links *links, link_area *area)
{
	const rect *r = &area->rect;
	int x = (int)floor(r->x0), y = (int)floor(r->y0), w, h;
	unsigned page, top;

	if (!area->uri)
		return;
	w = (int)ceil(r->x1) - x;
	h = (int)ceil(r->y1) - y;
	if (sscanf(area->uri, "#page=%u&y=%u", &page, &top) == 2) {
		g_ptr_array_add(links->areas,
			g_strdup_printf("rect=[%d %d %d %d] page=%u pos=[0 %u]",
				x, y, w, h, page, top));
		area->uri = NULL;
		return;
	}
	/* addresses hold no quotes: see model/markup-span.c */
	g_ptr_array_add(
		links->areas, g_strdup_printf("rect=[%d %d %d %d] uri='%s'", x,
				      y, w, h, area->uri));
	area->uri = NULL;
}

static bool same_line(const link_area *area, const jb_item *item)
{
	double across = area->vertical ? item->x : item->y;

	return area->uri && strcmp(area->uri, item->u.text.link) == 0 &&
	       fabs(across - area->across) < item->u.text.size_pt / 2;
}

static void add(
	jb_links *links, link_area *area, const jb_item *item, bool vertical)
{
	rect r = run_rect(item, vertical);

	if (vertical == area->vertical && same_line(area, item)) {
		area->rect = (rect){fmin(area->rect.x0, r.x0),
			fmin(area->rect.y0, r.y0), fmax(area->rect.x1, r.x1),
			fmax(area->rect.y1, r.y1)};
		return;
	}
	end_area(links, area);
	*area = (link_area){
		.uri = item->u.text.link,
		.rect = r,
		.across = vertical ? item->x : item->y,
		.vertical = vertical,
	};
}

void jb_links_open(jb_links *links, const jb_leaf *leaf)
{
	unsigned n = leaf->group->items->len;
	link_area area = {.uri = NULL};
	bool vertical = false;

	links->area_of = g_new(int, n);
	links->areas = g_ptr_array_new_with_free_func(g_free);
	for (unsigned i = 0; i < n; i++) {
		const jb_item *item = g_ptr_array_index(leaf->group->items, i);
		bool leads = item->kind == JB_ITEM_TEXT && item->u.text.link;

		if (item->line)
			vertical = item->line->vertical;
		if (leads)
			add(links, &area, item, vertical);
		else
			end_area(links, &area);
		links->area_of[i] = leads ? (int)links->areas->len : -1;
	}
	end_area(links, &area);
}

void jb_links_close(jb_links *links)
{
	g_free(links->area_of);
	g_ptr_array_unref(links->areas);
}

const char *jb_links_at(const jb_links *links, unsigned i)
{
	int area = links->area_of[i];

	return area < 0 ? NULL : g_ptr_array_index(links->areas, area);
}
