/* paginate.h - sheets of blocks become the pages of a scene. */
#ifndef JB_LAYOUT_PAGINATE_H
#define JB_LAYOUT_PAGINATE_H

#include "bind/bind.h"
#include "scene/desk.h"

/* Pages beyond this are an error (ecosystem limits). */
#define JB_PAGES_MAX 2000

/* Pours every sheet into pages, then sets the furniture.  What does not fit a
 * page is an error that names the block, the page and by how much. */
void jb_paginate(jb_desk *desk, jb_binding *binding, jb_scene *scene);

#endif
