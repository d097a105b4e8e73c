/* images.h - the images of a scene, opened once, for this room only. */
#ifndef JB_PAINT_IMAGES_H
#define JB_PAINT_IMAGES_H

#include <cairo.h>

#include "paint/paint.h"

/* Which files the target takes as they are. */
typedef enum {
	JB_PASS_NONE,  /* pixels are wanted */
	JB_PASS_LIGHT, /* JPEG but for CMYK */
	JB_PASS_ALL,   /* JPEG */
} jb_pass;

/* By their bytes: scenes show the same ones at many places. */
typedef struct jb_images jb_images;

jb_images *jb_images_open(void);
void jb_images_close(jb_images *images);

/* Opens it; a JPEG is gone through once, and its pixels wait until somebody
 * wants them.  False with *error. */
bool jb_images_try(jb_images *images, const jb_image *image, GError **error);

/* Draws the whole image, upright, one unit for each pixel (SVG: each 1/96
 * inch), at the context's origin.  False with *error. */
bool jb_images_draw(jb_images *images, const jb_image *image, cairo_t *cr,
	jb_pass pass, GError **error);

/* --- the kinds, each behind its library's door --- */

/* A surface of the file's pixels, not turned; NULL with *error. */
cairo_surface_t *jb_png_open(const jb_image *image, GError **error);
cairo_surface_t *jb_jpeg_open(const jb_image *image, GError **error);
cairo_surface_t *jb_webp_open(const jb_image *image, GError **error);

/* Whether a JPEG could be unpacked, at less cost. */
bool jb_jpeg_check(const jb_image *image, GError **error);

/* SVG art, which is drawn anew each time; NULL with *error. */
typedef struct jb_art jb_art;
jb_art *jb_art_open(const jb_image *image, GError **error);
bool jb_art_draw(
	jb_art *art, const jb_image *image, cairo_t *cr, GError **error);
void jb_art_close(jb_art *art);

/* An image surface of a size, or NULL with *error. */
cairo_surface_t *jb_pixels_new(
	const jb_image *image, bool alpha, GError **error);

/* A row of such a surface from bytes red, green, blue, alpha. */
void jb_pixels_put(
	cairo_surface_t *surface, uint32_t row, const unsigned char *rgba);

/* “%s” cannot be read as WebP: … */
void jb_image_refuse(const jb_image *image, const char *why, GError **error);

#endif
