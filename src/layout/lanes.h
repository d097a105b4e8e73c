/* lanes.h - blocks in lanes side by side, on the columns of the page, so that
 * together they are as low as can be.
 */
#ifndef JB_LAYOUT_LANES_H
#define JB_LAYOUT_LANES_H

#include "layout/galley.h"

/* The block's `lanes` in a container or mosaic, block->fit->reach_pt high if
 * that is more than they need: pictures of lower lanes grow, then blocks move
 * apart.  How well the least height is filled is then in block->fit; with
 * block->fit->looking that is all, and nothing is drawn. */
jb_group *jb_lanes_set(jb_desk *desk, const jb_block *block, double width);

#endif
