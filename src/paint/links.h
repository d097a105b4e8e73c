/* links.h - links of a page in cairo's terms, for this room only. */
#ifndef JB_PAINT_LINKS_H
#define JB_PAINT_LINKS_H

#include <cairo.h>

#include "scene/scene.h"

/* Whether a page has any. */
bool jb_links_any(const jb_leaf *leaf);

/* A link annotation (ISO 32000-1 12.5.6.5) over each line of every link of a
 * page.  No element may be open that marks its content. */
void jb_links_put(cairo_t *cr, const jb_leaf *leaf);

#endif
