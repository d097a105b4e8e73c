/* png.c - one page as PNG: opaque, on white.
 */
#include "paint/draw.h"

#include <math.h>

/* cairo's image surfaces end here. */
#define SIDE_MAX 32767

static cairo_surface_t *paper_new(
	const jb_leaf *leaf, double scale, GError **error)
{
	double width = ceil(leaf->group->width * scale - 1e-6);
	double height = ceil(leaf->group->height * scale - 1e-6);

	if (width >= 1 && height >= 1 && width <= SIDE_MAX &&
		height <= SIDE_MAX && width * height <= JB_PIXELS_MAX)
		return cairo_image_surface_create(
			CAIRO_FORMAT_RGB24, (int)width, (int)height);
	g_set_error(error, JB_PAINT_ERROR, JB_PAINT_SIZE,
		"a page of so many pixels cannot be drawn (at most %u million)",
		JB_PIXELS_MAX >> 20);
	return NULL;
}

bool jb_paint_png(jb_painter *painter, const jb_scene *scene, size_t page,
	double dpi, GByteArray *out, GError **error)
{
	g_assert(page < scene->leaves->len);
	const jb_leaf *leaf = g_ptr_array_index(scene->leaves, page);
	double scale = dpi / 72;
	cairo_surface_t *surface = paper_new(leaf, scale, error);
	unsigned before = out->len;
	jb_draw draw;

	if (!surface)
		return false;
	jb_draw_open(&draw, painter, scene, surface);
	/* cairo puts glyphs on whole pixels; outlines stand where they are */
	draw.outlines = true;
	cairo_set_source_rgb(draw.cr, 1, 1, 1);
	cairo_paint(draw.cr);
	cairo_scale(draw.cr, scale, scale);
	jb_draw_leaf(&draw, leaf);
	if (jb_draw_check(&draw, NULL))
		cairo_surface_write_to_png_stream(surface, jb_draw_write, out);
	if (jb_draw_close(&draw, error))
		return true;
	g_byte_array_set_size(out, before);
	return false;
}
