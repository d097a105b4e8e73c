/* decor.h - what stands beside the text of a line: dots, lines, ruby. */
#ifndef JB_TEXT_DECOR_H
#define JB_TEXT_DECOR_H

#include "text/break.h"
#include "text/para.h"

/* Two line marks that touch end this far from each other, in em (clreq
 * #proper-noun-mark: neighbours must be seen to be two, at most 1/8 em). */
#define JB_MARK_APART .125

/* Makes line->decors and line->over of a set line.  x is where its first atom
 * starts, extra what jb_fill() gave to its gaps, or NULL. */
void jb_line_decorate(jb_arena *arena, const jb_para *para, const jb_cut *cut,
	double x, const double *extra, jb_line *line);

#endif
