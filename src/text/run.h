/* run.h - set text: glyphs at their places, and the characters they stand for.
 */
#ifndef JB_TEXT_RUN_H
#define JB_TEXT_RUN_H

#include <stddef.h>
#include <stdint.h>

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

/* One face, size, ink and origin.  The origin of the run is on the baseline;
 * width_pt is its extent in the line, from x of the run. */
typedef struct jb_run {
	const jb_face *face;
	double size_pt;
	const jb_ink *ink;
	double x, width_pt; /* from the line's left edge */
	double rise_pt;	    /* above the line's baseline */
	jb_glyph *glyphs;
	size_t n_glyphs;
	jb_cluster *clusters;
	size_t n_clusters;
	const char *text; /* UTF-8, what copying gives */
	size_t len;
	jb_pos pos;	    /* of its first character in the YAML */
	const char *figure; /* id of the figure it renders, or NULL */
} jb_run;

/* One line.  Runs stand in reading order. */
typedef struct jb_line {
	jb_run *runs;
	size_t n_runs;
	double x;	   /* of the first ink-bearing box, from the frame */
	double width_pt;   /* set width: from x to the end */
	double stretch_em; /* worst gap added (+) or taken (-), in em */
	bool last;	   /* ends its paragraph */
} jb_line;

#endif
