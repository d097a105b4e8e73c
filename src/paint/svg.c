/* svg.c - one page as SVG: for the screen, and to be drawn on further. */
#include "paint/draw.h"

#include <cairo-svg.h>

bool jb_paint_svg(jb_painter *painter, const jb_scene *scene, size_t page,
	GByteArray *out, GError **error)
{
	g_assert(page < scene->leaves->len);
	const jb_leaf *leaf = g_ptr_array_index(scene->leaves, page);
	unsigned before = out->len;
	jb_draw draw;

	jb_draw_open(&draw, painter, scene,
		cairo_svg_surface_create_for_stream(jb_draw_write, out,
			leaf->group->width, leaf->group->height));
	draw.pass = JB_PASS_LIGHT;
	jb_draw_leaf(&draw, leaf);
	if (jb_draw_close(&draw, error))
		return true;
	g_byte_array_set_size(out, before);
	return false;
}
