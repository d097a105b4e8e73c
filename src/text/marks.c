/* marks.c - one table for each region.
 */
#include "text/marks.h"

#include "text/classes.h"

typedef enum { OPEN, CLOSE, COMMA, COLON, STOP, ASK, MID, KINDS } kind;

/* GB/T 15834-2011 5.1: every mark stands at one side of its em and has half of
 * it at a line's end (5.1.10); · takes half an em (5.1.8).
 * clreq #punctuation-adjustment: blanks may go altogether, last those of 。？！
 */
static const jb_mark china[KINDS] = {
	[OPEN] = {.before = .5, .step = JB_STEP_BRACKET},
	[CLOSE] = {.after = .5, .step = JB_STEP_BRACKET},
	[COMMA] = {.after = .5, .step = JB_STEP_COMMA},
	[COLON] = {.after = .5, .step = JB_STEP_COMMA},
	[STOP] = {.after = .5, .step = JB_STEP_STOP},
	[ASK] = {.after = .5, .step = JB_STEP_STOP},
	[MID] = {.step = JB_STEP_DOT},
};

/* clreq #positioning-of-punctuation-marks: in Taiwan and Hong Kong ，。、：；
 * stand in the middle of their em, with a quarter blank on either side; ？！
 * fill theirs and give way only to another mark. */
static const jb_mark taiwan[KINDS] = {
	[OPEN] = {.before = .5, .step = JB_STEP_BRACKET},
	[CLOSE] = {.after = .5, .step = JB_STEP_BRACKET},
	[COMMA] = {.before = .25, .after = .25, .step = JB_STEP_COMMA},
	[COLON] = {.before = .25, .after = .25, .step = JB_STEP_COMMA},
	[STOP] = {.before = .25, .after = .25, .step = JB_STEP_STOP},
	[ASK] = {.inner = .25},
	[MID] = {.before = .25, .after = .25, .step = JB_STEP_DOT},
};

/* jlreq 3.1.2: brackets, commas and full stops are half an em with half an em
 * of space; middle dots, colons and semicolons have a quarter on either side;
 * ？！ fill their em.  jlreq 3.8.3: colons give all, brackets and commas down
 * to a quarter, full stops nothing; ・ gives way to other marks only. */
static const jb_mark japan[KINDS] = {
	[OPEN] = {.before = .5, .least = .25, .step = JB_STEP_BRACKET},
	[CLOSE] = {.after = .5, .least = .25, .step = JB_STEP_BRACKET},
	[COMMA] = {.after = .5, .least = .25, .step = JB_STEP_COMMA},
	[COLON] = {.before = .25, .after = .25, .step = JB_STEP_DOT},
	[STOP] = {.after = .5, .least = .5},
	[ASK] = {0},
	[MID] = {.before = .25,
		.after = .25,
		.inner = .25,
		.step = JB_STEP_DOT},
};

/* klreq 3.1: Korean marks are those of letters; brackets are half an em, for
 * the spaces between words part enough; · is as wide as it is drawn. */
static const jb_mark korea[KINDS] = {
	[OPEN] = {.before = .5, .tight = true},
	[CLOSE] = {.after = .5, .tight = true},
	[COMMA] = {.after = .5, .step = JB_STEP_COMMA},
	[COLON] = {.before = .25, .after = .25, .step = JB_STEP_COMMA},
	[STOP] = {.after = .5, .step = JB_STEP_STOP},
	[ASK] = {.before = .25, .after = .25, .step = JB_STEP_STOP},
	[MID] = {0},
};

static kind kind_of(unsigned cls, gunichar c)
{
	switch (cls) {
	case JB_OPEN:
		return OPEN;
	case JB_CLOSE:
		return CLOSE;
	case JB_COMMA:
		return c == 0xff1a || c == 0xff1b ? COLON : COMMA;
	case JB_STOP:
		return c == 0xff01 || c == 0xff1f ? ASK : STOP;
	case JB_MID:
		return MID;
	default:
		return KINDS;
	}
}

const jb_mark *jb_mark_of(jb_region region, unsigned cls, gunichar c)
{
	static const jb_mark *const tables[JB_REGIONS] = {
		china, taiwan, taiwan, japan, korea};
	kind k = kind_of(cls, c);

	return k == KINDS ? NULL : &tables[region][k];
}
