/* paint.h - the scene on paper: PDF, PNG and SVG.
 *
 * Decides nothing: every place, colour and order is the scene's.  Colours are
 * the inks' screen colours; the press makes ink of them.  The page is the
 * trimmed page, what stands beyond it is cut off.  The same scene gives the
 * same bytes.
 *
 * Paths are filled by the nonzero rule.  A number that is not finite or beyond
 * 1e6 pt is our fault: nothing is given then, for cairo 1.16 hangs on some.
 */
#ifndef JB_PAINT_PAINT_H
#define JB_PAINT_PAINT_H

#include <stdbool.h>
#include <stddef.h>
#include <glib.h>

#include "base/diag.h"
#include "scene/scene.h"

#define JB_PAINT_ERROR (jb_paint_error_quark())
GQuark jb_paint_error_quark(void);

typedef enum {
	JB_PAINT_NUMBER, /* a number that cannot be drawn: our fault */
	JB_PAINT_FONT,	 /* a font file that cannot be opened */
	JB_PAINT_IMAGE,	 /* an image that cannot be unpacked */
	JB_PAINT_SIZE,	 /* a page of too many pixels */
	JB_PAINT_CAIRO,	 /* what cairo says */
} jb_paint_error;

/* Holds the opened faces: open once, use for many scenes, in one thread. */
typedef struct jb_painter jb_painter;
jb_painter *jb_painter_open(void);
void jb_painter_close(jb_painter *painter);

/* Opens the images of a scene for all its pages; what cannot be unpacked is an
 * error at the line of YAML that shows it.  SVG art is drawn once by a child
 * process, within 5 seconds and 512 MiB. */
void jb_paint_open_images(jb_arena *arena, jb_diags *diags, jb_scene *scene);

/* All append to `out`; when they fail, `out` is as it was.  Images have at
 * most 64 million pixels, and so have pages. */

/* With metadata, outline and structure tags; dates are the scene's, or the
 * epoch. */
bool jb_paint_pdf(jb_painter *painter, const jb_scene *scene, GByteArray *out,
	GError **error);

/* Page from 0; opaque, on white. */
bool jb_paint_png(jb_painter *painter, const jb_scene *scene, size_t page,
	double dpi, GByteArray *out, GError **error);

bool jb_paint_svg(jb_painter *painter, const jb_scene *scene, size_t page,
	GByteArray *out, GError **error);

#endif
