/* overflow.h - what happens to a block in one piece that is too high. */
#ifndef JB_LAYOUT_OVERFLOW_H
#define JB_LAYOUT_OVERFLOW_H

#include "layout/galley.h"

typedef jb_group *jb_overflow_setter(
	jb_desk *desk, const jb_block *block, double width);

/* The group of a block, `limit` high at most if its `overflow` can see to that:
 * set smaller, down to its limits (an error if they do not do), or cut off,
 * with a warning that says what is lost.  With `overflow: error` it stays as
 * it is, and the caller says so. */
jb_group *jb_overflow_settle(jb_desk *desk, const jb_block *block,
	jb_group *group, double width, double limit, jb_overflow_setter *set);

/* A hint under the newest message: how many lines of a group stand below a
 * height, and with which words they begin; none if it is no text. */
void jb_overflow_hint(jb_desk *desk, const jb_group *group, double limit);

#endif
