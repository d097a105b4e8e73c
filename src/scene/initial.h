/* initial.h - a drop cap: a paragraph's first character over several lines.
 * For this room only. */
#ifndef JB_SCENE_INITIAL_H
#define JB_SCENE_INITIAL_H

#include "scene/desk.h"

/* The box of a first line, which it is drawn in, is the style's leading high;
 * in a vertical style as wide. */
typedef struct jb_initial {
	const jb_rich *text; /* what is set large */
	const jb_rich *rest; /* the paragraph without it */
	unsigned lines;	     /* how many it stands over */
	const jb_line *line;
	double x, y;	 /* where jb_line_put() puts it in that box */
	double inset_pt; /* how much shorter those lines are */
} jb_initial;

/* Takes the initial of a paragraph whose style has `drop`: the first Han
 * character or letter and an opening mark before it.  False when there is none
 * to take: the paragraph begins with a digit, a figure, ruby or a note, or is
 * too narrow for it. */
bool jb_initial_take(jb_desk *desk, const jb_rich *rich, const jb_style *style,
	const jb_ink *ink, const jb_setting *setting, jb_initial *initial);

#endif
