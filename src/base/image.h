/* image.h - what an image file says of itself, before anybody unpacks it: its
 * kind, its size, which way up it is, whether it is whole.
 *
 * Read by hand: PNG (ISO/IEC 15948), JPEG (ITU T.81), WebP (RFC 9649), SVG.
 * What passes here may still hold pixels that cannot be unpacked; paint/ says
 * so then.
 */
#ifndef JB_BASE_IMAGE_H
#define JB_BASE_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Larger images are refused. */
#define JB_PIXELS_MAX (64u << 20)
#define JB_IMAGE_SIDE_MAX 32767

typedef enum {
	JB_IMAGE_PNG,
	JB_IMAGE_JPEG,
	JB_IMAGE_WEBP,
	JB_IMAGE_SVG,
} jb_image_format;

typedef struct jb_image_info {
	jb_image_format format;
	double width, height;	 /* upright; pixels, of SVG 1/96 inch */
	uint32_t file_w, file_h; /* pixels as the file has them; SVG: 0 */
	int turn;		 /* Exif orientation, 1 to 8; 1 is upright */
	int channels;		 /* of a JPEG: 1 grey, 3 colour, 4 CMYK */
	bool inverted; /* a CMYK JPEG of Adobe's kind: 255 is no ink */
} jb_image_info;

/* "PNG", "JPEG", "WebP", "SVG" */
const char *jb_image_format_name(jb_image_format format);

/* The format that a file's name promises by its suffix; false for none. */
bool jb_image_named(const char *file, jb_image_format *format);

/* Looks at a file's bytes.  NULL when all is well and *info is filled; else
 * what is wrong, to be said after the file's name: "is cut off: …". */
const char *jb_image_look(
	jb_arena *arena, const void *data, size_t len, jb_image_info *info);

/* The same for one format whose first bytes have been seen (image-*.c). */
const char *jb_image_look_png(jb_arena *arena, const unsigned char *data,
	size_t len, jb_image_info *info);
const char *jb_image_look_jpeg(jb_arena *arena, const unsigned char *data,
	size_t len, jb_image_info *info);
const char *jb_image_look_webp(jb_arena *arena, const unsigned char *data,
	size_t len, jb_image_info *info);
const char *jb_image_look_svg(jb_arena *arena, const unsigned char *data,
	size_t len, jb_image_info *info);

/* NULL, or that a size is nothing or too much. */
const char *jb_image_judge_size(
	jb_arena *arena, uint32_t width, uint32_t height);

#endif
