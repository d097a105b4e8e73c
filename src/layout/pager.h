/* pager.h - the page that is being filled: for paginate.c and the files that
 * fill pages with it.
 */
#ifndef JB_LAYOUT_PAGER_H
#define JB_LAYOUT_PAGER_H

#include "bind/bind.h"
#include "layout/galley.h"
#include "layout/paginate.h"

typedef struct jb_paged {
	jb_leaf *leaf;
	const jb_sheet *sheet;
	bool first, last; /* page of the sheet; one page is only the first */
} jb_paged;

typedef struct jb_pager {
	jb_desk *desk;
	jb_scene *scene;
	GArray *pages; /* jb_paged */
	const jb_sheet *sheet;
	double x;	      /* of the type area, from the page's left edge */
	double width, height; /* of the type area */
	double y;	      /* where the next block may stand */
	bool empty;	      /* nothing stands on the page yet */
	bool open;	      /* the last page takes more */
	double last;	      /* where the last one stands */
	double spare;	      /* room left above what hangs at the foot */
	double hung;	      /* and how high that is */
	const struct jb_threads *threads; /* before the sheet */
	const jb_ink **accents; /* by block, of sheets that share a page */
	GPtrArray *feet; /* jb_group: notes for the foot of this page; room for
			  * them is no part of `height` */
} jb_pager;

jb_group *jb_page_group(const jb_pager *pager);

/* Pages of even number lie on the left of an opening. */
bool jb_is_left(const jb_layout *layout, guint number);

/* The left edge of the type area. */
double jb_area_x(const jb_layout *layout, bool left);

/* Begins a page of the sheet; the one before is ended. */
void jb_page_new(jb_pager *pager, bool first);
void jb_page_end(jb_pager *pager);

/* How far the page reaches for more: less than its height where that is free.
 */
double jb_page_reach(const jb_pager *pager);

/* An error if what stands above `bottom` is more than the page holds. */
void jb_page_check(jb_pager *pager, const jb_galley *galley,
	const jb_group *group, double bottom);

/* Pours the sheet without columns; its pages.  `spare` is what its last page has
 * left.  desk.h says what slack and growth are. */
guint jb_page_pour(jb_pager *pager, double slack, double growth);

/* Pours all sheets, each as its spaces and its neighbours let it.  (sheets.c) */
void jb_sheets_pour(jb_pager *pager, const jb_sheet *sheets, size_t n);
const jb_ink *jb_sheet_accent(const jb_desk *desk, const jb_sheet *sheet);

/* Does the sheet need columns, or something that only they have?  (flow.c) */
bool jb_flow_asked(const jb_sheet *sheet);

/* Pours a sheet through the columns of its pages; the first is there. */
void jb_flow_pour(jb_pager *pager);

/* Headings of a page, as outline entries at their height.  (outline.c) */
void jb_mark_headings(jb_desk *desk, jb_leaf *leaf);

/* Sets the furniture of a page under and over its blocks.  (furnish.c) */
void jb_furnish(jb_desk *desk, jb_binding *binding, const jb_paged *page,
	int number, int pages);

#endif
