/* items.h - things that stand one under the other in columns, none of them
 * cut: notes, items of a list, lines of contents.
 */
#ifndef JB_LAYOUT_ITEMS_H
#define JB_LAYOUT_ITEMS_H

#include "layout/galley.h"

/* For things that stand on no grid. */
#define JB_ITEMS_STEP_PT 1.0

/* Pours n groups into the columns of a galley, down the first, then the next,
 * so that the highest column is lowest, by so many points.  Each is as high as
 * the room it takes. */
void jb_items_pour(jb_galley *galley, jb_group **each, size_t n, int columns,
	double step_pt);

#endif
