/* run.h - set text: glyphs at their places, and the characters they stand for.
 */
#ifndef JB_TEXT_RUN_H
#define JB_TEXT_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <glib.h>

#include "base/ink.h"
#include "base/source.h"
#include "text/font.h"

typedef struct jb_glyph {
	uint32_t id;
	double x, y; /* pt from the run's origin; y grows downwards */
} jb_glyph;

/* `bytes` of the text and `glyphs` of the run belong together; in order, and
 * together they cover both completely. */
typedef struct jb_cluster {
	int bytes, glyphs;
} jb_cluster;

/* How a run stands in its line (UAX #50).  A horizontal line has only
 * JB_TURN_NONE.  In a vertical line, which goes down along its centre line,
 * JB_TURN_NONE is upright: glyph places are page offsets from the run's
 * origin, and a row of digits in one cell (tate-chu-yoko) is such a run too;
 * JB_TURN_RIGHT is a horizontal run turned by 90° clockwise about its origin:
 * glyph places are those before the turn. */
typedef enum { JB_TURN_NONE, JB_TURN_RIGHT } jb_turn;

/* One face, size, ink and origin.  The origin of the run is on the baseline,
 * in a vertical line on the centre line; width_pt is its extent along the
 * line, from x of the run. */
typedef struct jb_run {
	const jb_face *face;
	double size_pt;
	const jb_ink *ink;
	double x, width_pt; /* along the line, from its frame's start */
	double rise_pt;	    /* above the baseline; right of the centre line */
	jb_turn turn;
	double condense;  /* glyphs this much of their width; 0: as drawn */
	const char *link; /* URI it leads to, or NULL */
	int note;	  /* number of the note whose mark it is, or 0 */
	jb_glyph *glyphs;
	size_t n_glyphs;
	jb_cluster *clusters;
	size_t n_clusters;
	const char *text; /* UTF-8, what copying gives */
	size_t len;
	jb_pos pos;	    /* of its first character in the YAML */
	const char *figure; /* id of the figure it renders, or NULL */
} jb_run;

/* What is drawn beside a line's text and is no text: never copied. */
typedef enum {
	JB_DECOR_DOT,	 /* emphasis dot (着重号), centred at x0 */
	JB_DECOR_RULE,	 /* proper-noun line (专名号), from x0 to x1 */
	JB_DECOR_WAVE,	 /* book-title line (书名号), from x0 to x1 */
	JB_DECOR_STRIKE, /* through the middle, from x0 to x1 */
	JB_DECOR_BOX,	 /* in place of a character that no face has */
	JB_DECOR_ICON,	 /* in place of a word's em, from x0 to x1 */
} jb_decor_kind;

typedef struct jb_decor {
	jb_decor_kind kind;
	double x0, x1; /* along the line, from its frame's start */
	double y;      /* below the baseline; left of the centre line */
	double em;     /* size of the text it belongs to, pt */
	const jb_ink *ink;
	jb_pos pos;
	gunichar c; /* JB_DECOR_BOX: which character */
	const char *icon; /* JB_DECOR_ICON: its name */
} jb_decor;

/* What a line had to give up to fit; when, docs/typography.md says. */
enum {
	JB_RELAX_TOKEN = 1 << 0,  /* cut inside an address or a long token */
	JB_RELAX_WORD = 1 << 1,	  /* cut inside a word, without its rules */
	JB_RELAX_UNIT = 1 << 2,	  /* a number apart from its unit */
	JB_RELAX_STRICT = 1 << 3, /* a rule above the basic level */
	JB_RELAX_MARKS = 1 << 4,  /* the third of three marks in a row */
	JB_RELAX_RULES = 1 << 5,  /* a mark where the rules bar it */
};

/* One line.  Runs stand in reading order. */
typedef struct jb_line {
	jb_run *runs;
	size_t n_runs;
	jb_run *over; /* ruby: runs beside the text, same coordinates */
	size_t n_over;
	jb_decor *decors;
	size_t n_decors;
	double x;	   /* of the first ink-bearing box, from the frame */
	double width_pt;   /* set width: from x to the end */
	double stretch_em; /* worst gap added (+) or taken (-), in em */
	bool vertical;
	bool last;   /* ends its paragraph */
	bool hyphen; /* ends with one that is not in the text */

	/* For the composition report. */
	bool justified;	   /* both edges were asked for */
	double loose_em;   /* widest gap beyond what its own rule allows */
	double off_em;	   /* end beyond its measure (+) or short of it (-) */
	unsigned relaxed;  /* JB_RELAX_* */
	unsigned letters;  /* in a last line: how many characters that count,
			    * 3 for three and more; the first line: 3 */
	const char *quote; /* its first characters, for messages */
	jb_pos pos;	   /* of the span that it starts in */
	unsigned span;	   /* which of the paragraph's that is */
	unsigned place;	   /* how many of that span's characters precede it */
} jb_line;

#endif
