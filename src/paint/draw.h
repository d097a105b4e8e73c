/* draw.h - items of a scene with cairo, for this room only. */
#ifndef JB_PAINT_DRAW_H
#define JB_PAINT_DRAW_H

#include <cairo.h>

#include "paint/images.h"

typedef struct jb_draw {
	jb_painter *painter;
	cairo_t *cr;
	bool outlines; /* text as filled outlines */
	jb_pass pass;  /* image files that the target takes */
	jb_images *images;
	bool own_images; /* not the scene's */
	GError *error;	 /* the first, or NULL */
} jb_draw;

/* Takes over the surface. */
void jb_draw_open(jb_draw *draw, jb_painter *painter, const jb_scene *scene,
	cairo_surface_t *surface);

void jb_draw_item(jb_draw *draw, const jb_item *item);
void jb_draw_leaf(jb_draw *draw, const jb_leaf *leaf);

/* False with *error when anything has failed so far: asked once a page. */
bool jb_draw_check(jb_draw *draw, GError **error);

/* Finishes the surface (writing out what cairo held back) and lets all go;
 * false with *error when that or anything before it failed. */
bool jb_draw_close(jb_draw *draw, GError **error);

/* cairo's way to write; closure is a GByteArray. */
cairo_status_t jb_draw_write(
	void *closure, const unsigned char *data, unsigned len);

#endif
