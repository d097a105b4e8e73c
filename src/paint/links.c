/* links.c - runs that lead somewhere: one rectangle for each line of a link.
 *
 * The text itself stands in its paragraph, which cairo marks only as long as no
 * other element is inside; so links are tags of their own, around nothing, with
 * their rectangles said.
 */
#include "paint/links.h"

#include <math.h>
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

/* Whole points, outwards: cairo reads numbers by the locale. */
static void put(cairo_t *cr, const link_area *area)
{
	const rect *r = &area->rect;
	int x = (int)floor(r->x0), y = (int)floor(r->y0);
	g_autofree char *attributes = NULL;

	if (!area->uri)
		return;
	/* addresses hold no quotes: see model/markup-span.c */
	attributes = g_strdup_printf("rect=[%d %d %d %d] uri='%s'", x, y,
		(int)ceil(r->x1) - x, (int)ceil(r->y1) - y, area->uri);
	cairo_tag_begin(cr, CAIRO_TAG_LINK, attributes);
	cairo_tag_end(cr, CAIRO_TAG_LINK);
}

static bool same_line(const link_area *area, const jb_item *item)
{
	double across = area->vertical ? item->x : item->y;

	return area->uri && strcmp(area->uri, item->u.text.link) == 0 &&
	       fabs(across - area->across) < item->u.text.size_pt / 2;
}

static void add(
	cairo_t *cr, link_area *area, const jb_item *item, bool vertical)
{
	rect r = run_rect(item, vertical);

	if (vertical == area->vertical && same_line(area, item)) {
		area->rect = (rect){fmin(area->rect.x0, r.x0),
			fmin(area->rect.y0, r.y0), fmax(area->rect.x1, r.x1),
			fmax(area->rect.y1, r.y1)};
		return;
	}
	put(cr, area);
	*area = (link_area){
		.uri = item->u.text.link,
		.rect = r,
		.across = vertical ? item->x : item->y,
		.vertical = vertical,
	};
}

bool jb_links_any(const jb_leaf *leaf)
{
	for (unsigned i = 0; i < leaf->group->items->len; i++) {
		const jb_item *item = g_ptr_array_index(leaf->group->items, i);

		if (item->kind == JB_ITEM_TEXT && item->u.text.link)
			return true;
	}
	return false;
}

void jb_links_put(cairo_t *cr, const jb_leaf *leaf)
{
	link_area area = {.uri = NULL};
	bool vertical = false;

	for (unsigned i = 0; i < leaf->group->items->len; i++) {
		const jb_item *item = g_ptr_array_index(leaf->group->items, i);

		if (item->kind != JB_ITEM_TEXT)
			continue;
		if (item->line)
			vertical = item->line->vertical;
		if (item->u.text.link) {
			add(cr, &area, item, vertical);
		} else {
			put(cr, &area);
			area.uri = NULL;
		}
	}
	put(cr, &area);
}
