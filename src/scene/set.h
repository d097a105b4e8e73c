/* set.h - setting one line, for this room only. */
#ifndef JB_SCENE_SET_H
#define JB_SCENE_SET_H

#include "scene/desk.h"

/* Text composed as one line; line breaks typed into it become spaces.  ink
 * NULL and size_pt 0: the style's. */
const jb_lines *jb_line_compose(jb_desk *desk, const jb_rich *rich,
	const jb_style *style, const jb_ink *ink, double size_pt);

/* Puts the runs of a line at x on the baseline y.  With `optical`, a line that
 * begins with a large digit moves left until its stem, not the white beside
 * it, stands at x.  A vertical line hangs from y along the centre line x. */
void jb_line_put(jb_arena *arena, jb_group *group, const jb_line *line,
	double x, double y, bool optical);

#endif
