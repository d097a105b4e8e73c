/* beside.h - prose in the columns of the page, with blocks over its last
 * columns: for containers and mosaics. */
#ifndef JB_LAYOUT_BESIDE_H
#define JB_LAYOUT_BESIDE_H

#include "layout/galley.h"

/* Is the block prose whose columns are those of the page? */
bool jb_beside_asked(const jb_block *block);

/* How many columns of the page a width holds, at least one. */
int jb_columns_within(const jb_desk *desk, double width);

/* Lanes of blocks beside prose, at most. */
enum { JB_LANES_MAX = 8 };

/* What the block holds, in the arena; of pictures each by itself, so that each
 * finds its lane. */
jb_block **jb_beside_parts(jb_desk *desk, const jb_block *block, size_t *n);

/* How many lanes could be filled. */
size_t jb_beside_items(const jb_block *block);

/* May what stands beside it take so many columns? */
bool jb_beside_may(const jb_block *block, int columns);

/* Pours it in one piece, block->fit->reach_pt high or as high as it must be,
 * with block->fit->beside_span columns for what stands beside.  How well it is
 * filled at the least is then in block->fit; with block->fit->looking that is
 * all, and nothing is drawn. */
void jb_beside_pour(jb_galley *galley);

#endif
