/* decor.h - what stands beside a line's text, for this room only. */
#ifndef JB_SCENE_DECOR_H
#define JB_SCENE_DECOR_H

#include "scene/scene.h"

/* The line's dots, lines and strokes as paths: never text, so that what is
 * copied is the text alone.  (x, y) is where jb_line_put() puts the line. */
void jb_decor_put(jb_arena *arena, jb_group *group, const jb_line *line,
	double x, double y);

#endif
