/* marks.h - the blanks of full-width marks, by region.
 *
 * A full-width mark takes an em of which half is ink.  Where the ink stands,
 * and how much of the blank may go, is what regions differ in.
 */
#ifndef JB_TEXT_MARKS_H
#define JB_TEXT_MARKS_H

#include <stdbool.h>
#include <stdint.h>
#include <glib.h>

#include "text/region.h"

/* Steps in which a line gives space: clreq #line-adjustment, jlreq 3.8.3. */
enum {
	JB_STEP_WORD = 2,
	JB_STEP_DOT,
	JB_STEP_BRACKET,
	JB_STEP_COMMA,
	JB_STEP_LATIN,
	JB_STEP_STOP
};

/* All in em. */
typedef struct jb_mark {
	double before, after; /* blanks of the glyph outside of its body */
	double least;	      /* what stays of each within a line */
	double inner;	      /* blank on either side inside of the body that
			       * another mark may take: of rigid cells */
	uint8_t step;	      /* JB_STEP_*: when the blank gives way */
	bool tight;	      /* blanks are never set, though the glyph has
			       * them */
} jb_mark;

/* What a character of a class (jb_class) is as a mark of a region; NULL when
 * it is none. */
const jb_mark *jb_mark_of(jb_region region, unsigned cls, gunichar c);

#endif
