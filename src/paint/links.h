/* links.h - links of a page in cairo's terms, for this room only. */
#ifndef JB_PAINT_LINKS_H
#define JB_PAINT_LINKS_H

#include <cairo.h>

#include "scene/scene.h"

/* The areas of a page's links: one for each line of each link (ISO 32000-1
 * 12.5.6.5). */
typedef struct jb_links {
	int *area_of;	  /* by item: number of its area, or -1 */
	GPtrArray *areas; /* char: what cairo is told */
} jb_links;

void jb_links_open(jb_links *links, const jb_leaf *leaf);
void jb_links_close(jb_links *links);

/* What a link element around the i-th item says, the same pointer for all
 * items of an area; NULL for an item that leads nowhere. */
const char *jb_links_at(const jb_links *links, unsigned i);

#endif
