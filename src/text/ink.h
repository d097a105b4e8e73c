/* ink.h - what glyphs cover with ink, for whoever asks whether things touch. */
#ifndef JB_TEXT_INK_H
#define JB_TEXT_INK_H

#include "text/run.h"

/* A box on the page, pt; y grows downwards. */
typedef struct jb_ink_box {
	double x0, y0, x1, y1;
} jb_ink_box;

/* The ink of the i-th glyph of a run whose origin is at (0, 0); a blank has an
 * empty box.  Turned runs: after the turn. */
jb_ink_box jb_glyph_ink(const jb_run *run, size_t i);

static inline bool jb_ink_empty(const jb_ink_box *box)
{
	return box->x1 <= box->x0 || box->y1 <= box->y0;
}

#endif
