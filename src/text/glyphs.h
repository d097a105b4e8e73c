/* glyphs.h - what HarfBuzz is asked, and answers that are remembered.
 */
#ifndef JB_TEXT_GLYPHS_H
#define JB_TEXT_GLYPHS_H

#include <stdbool.h>
#include <stdint.h>
#include <hb.h>

#include "text/classes.h"
#include "text/face.h"
#include "text/region.h"

/* How a row of characters is shaped. */
typedef struct jb_how {
	hb_script_t script; /* Latin: letters, with their own features */
	hb_language_t lang;
	hb_direction_t direction;
	bool cell; /* digits of half an em, for a cell of several */
} jb_how;

/* Shapes the characters of a buffer. */
void jb_glyphs_shape(jb_face *face, hb_buffer_t *buffer, const jb_how *how);

/* The glyph of a character of a horizontal line that is drawn alike wherever
 * it stands: Han, kana, syllables, marks that are not shared. */
typedef struct jb_plain {
	uint32_t glyph;
	double advance; /* em of the face */
} jb_plain;

/* Looks it up, shaping it when it is first asked for; the buffer is a place to
 * work.  False when it takes more than one glyph, or one that is moved. */
bool jb_glyphs_plain(jb_face *face, gunichar c, jb_region region,
	hb_buffer_t *buffer, jb_plain *plain);

/* Whether a character of this class may be asked for above. */
static inline bool jb_class_is_plain(unsigned cls)
{
	return cls <= JB_STOP || cls == JB_SMALL || cls == JB_WIDE ||
	       cls == JB_HANGUL;
}

#endif
