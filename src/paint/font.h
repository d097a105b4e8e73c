/* font.h - font files for cairo, for this room only. */
#ifndef JB_PAINT_FONT_H
#define JB_PAINT_FONT_H

#include <cairo.h>

#include "paint/paint.h"

/* Lent; the same for all faces of one file and index.  NULL with *error when
 * the file cannot be opened. */
cairo_font_face_t *jb_painter_face(
	jb_painter *painter, const jb_face *face, GError **error);

#endif
