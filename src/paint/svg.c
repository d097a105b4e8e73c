/* svg.c - one page as SVG: for the screen, and to be drawn on further. */
#include "paint/draw.h"

#include <cairo-svg.h>

bool jb_paint_svg(jb_painter *painter, const jb_scene *scene, size_t page,
	GByteArray *out, GError **error)
{
	unsigned before = out->len;
	jb_draw draw;

	g_assert(page < scene->leaves->len);
	jb_draw_open(&draw, painter,
		cairo_svg_surface_create_for_stream(
			jb_draw_write, out, scene->width_pt, scene->height_pt));
	jb_draw_leaf(&draw, g_ptr_array_index(scene->leaves, page));
	if (jb_draw_close(&draw, error))
		return true;
	g_byte_array_set_size(out, before);
	return false;
}
