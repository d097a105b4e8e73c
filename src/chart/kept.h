/* kept.h - what a picture looks like, so that pages that are poured again do
 * not draw it again: for this room only.
 *
 * A look is known by the picture, its width, the layout (each zoom has one of
 * its own) and the section's ink.
 */
#ifndef JB_CHART_KEPT_H
#define JB_CHART_KEPT_H

#include "bind/block.h"
#include "scene/desk.h"

/* A copy of what was kept, which the caller may place and change; or NULL. */
jb_group *jb_kept_look(
	jb_desk *desk, const jb_bound_picture *picture, double width);

/* Keeps a copy. */
void jb_keep_look(jb_desk *desk, const jb_bound_picture *picture, double width,
	const jb_group *group);

/* Where its words for who cannot see it are kept: NULL there at first. */
const char **jb_kept_alt(jb_desk *desk, const jb_bound_picture *picture);

#endif
