/* set.h - a filled line becomes runs of placed glyphs. */
#ifndef JB_TEXT_SET_H
#define JB_TEXT_SET_H

#include "text/break.h"

/* Sets the atoms of a cut with x as the left edge of the first body and
 * extra[i] added to the gap behind the i-th atom (NULL: natural gaps). */
void jb_line_set(jb_arena *arena, const jb_para *para, const jb_cut *cut,
	double x, const double *extra, jb_line *line);

#endif
