/* shape.h - what a field may be besides a rectangle.
 */
#ifndef JB_LAYOUT_SHAPE_H
#define JB_LAYOUT_SHAPE_H

#include "bind/block.h"
#include "scene/desk.h"

/* Puts it into the middle of a place, as large as that lets it be. */
jb_item *jb_shape_put(jb_desk *desk, jb_group *group, jb_shape shape,
	double width, double height, const jb_ink *ink);

#endif
