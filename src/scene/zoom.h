/* zoom.h - pictures in proportion to their words: a picture is drawn for
 * labels of 8 pt and shown as much larger as the layout's labels are.
 *
 * So bars, gaps, rules and numerals of a chart follow the layout's style
 * `label`, and each chart knows one size only.
 */
#ifndef JB_SCENE_ZOOM_H
#define JB_SCENE_ZOOM_H

#include "scene/desk.h"

/* How much larger the layout's labels are than 8 pt; 1 where it has none. */
double jb_zoom_of(const jb_desk *desk);

/* The same, or what is given instead of it, if that is not 0. */
double jb_zoom_or(const jb_desk *desk, double given);

/* A desk whose styles and grid are so much smaller; what is drawn on it, in
 * a width as much smaller, is then enlarged.  The desk itself for a zoom of 1.
 * Lives as long as the arena, but is for one picture: what changes from page to
 * page is that of `desk` now. */
jb_desk *jb_zoom_desk(jb_desk *desk, double zoom);

/* The group and all that is in it, so many times as large: lines keep their
 * breaks, so nothing is composed anew.  Returns the group. */
jb_group *jb_zoom_group(jb_arena *arena, jb_group *group, double zoom);

#endif
