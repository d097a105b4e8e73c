/* icons.h - icons drawn: in pictures with a look, and among words. */
#ifndef JB_SCENE_ICONS_H
#define JB_SCENE_ICONS_H

#include "scene/desk.h"

/* How real the thing is that an icon stands for. */
typedef enum {
	JB_ICON_LINE,	 /* there: strokes */
	JB_ICON_HATCHED, /* planned: its body hatched */
	JB_ICON_DASHED,	 /* an extension of what is there: dashed strokes */
} jb_icon_look;

/* The icon's live area (20 of 24 units) is a square of live_pt at x, y.  False
 * when there is no such icon. */
bool jb_icon_put(jb_desk *desk, jb_group *group, const char *name, double x,
	double y, double live_pt, const jb_ink *ink, jb_icon_look look);

/* The same in plain strokes, for who has no desk; NULL when there is no such
 * icon. */
jb_item *jb_icon_draw(jb_arena *arena, jb_group *group, const char *name,
	double x, double y, double live_pt, const jb_ink *ink);

#endif
