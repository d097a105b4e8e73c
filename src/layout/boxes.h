/* boxes.h - the bones of a page drawn over it, for who writes a layout. */
#ifndef JB_LAYOUT_BOXES_H
#define JB_LAYOUT_BOXES_H

#include "scene/desk.h"

/* Over each page of a scene whose desk noted outlines: the type area, its
 * columns and lines, and each block's outline with its word and its line of
 * YAML. */
void jb_boxes_draw(jb_desk *desk, jb_scene *scene);

#endif
