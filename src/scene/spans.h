/* spans.h - what a piece's look means in type, for this room only. */
#ifndef JB_SCENE_SPANS_H
#define JB_SCENE_SPANS_H

#include "scene/desk.h"

/* One span for each piece of a text in a style at a size; ink NULL: the
 * style's.
 *
 * strong: the family's next weight that is at least 700 and 200 more than the
 *	text's, or else its heaviest.
 * display: the layout's style “display” if it has one, never larger than the
 *	leading, so that the lines stay where they are; else strong and accent.
 * note: 3/5 of the size, raised, and never at a line's start. */
jb_span *jb_spans_new(jb_desk *desk, const jb_rich *rich, const jb_style *style,
	const jb_ink *ink, double size_pt);

/* How many em of the first span are one em of the text. */
double jb_spans_em(const jb_span *spans, const jb_rich *rich, double size_pt);

#endif
