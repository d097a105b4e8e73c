/* plain.c - the yardstick of `make bench`: the same words, set the plain way.
 *
 *	plain FONTS.CONF OUT.pdf < text
 *
 * One pango layout a paragraph, on A4 pages of cairo's PDF surface, with the
 * same fonts: what a program costs that draws no picture, squeezes no mark and
 * checks nothing.
 */
#include <stdio.h>

#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <cairo-pdf.h>

static const double page_w = 595.28, page_h = 841.89, margin = 64;

static PangoContext *context_new(const char *conf)
{
	FcConfig *config = FcConfigCreate();
	PangoFontMap *map =
		pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);

	if (!FcConfigParseAndLoad(config, (const FcChar8 *)conf, FcTrue) ||
		!FcConfigBuildFonts(config))
		g_error("%s: cannot be read", conf);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
	return pango_font_map_create_context(map);
}

static PangoLayout *layout_new(PangoContext *context, const char *text)
{
	PangoLayout *layout = pango_layout_new(context);
	PangoFontDescription *font =
		pango_font_description_from_string("Noto Serif CJK SC 10");

	pango_layout_set_font_description(layout, font);
	pango_layout_set_width(
		layout, (int)((page_w - 2 * margin) * PANGO_SCALE));
	pango_layout_set_justify(layout, TRUE);
	pango_layout_set_text(layout, text, -1);
	pango_font_description_free(font);
	return layout;
}

int main(int argc, char **argv)
{
	cairo_surface_t *surface;
	cairo_t *cr;
	PangoContext *context;
	char line[65536];
	double y = margin;

	if (argc != 3)
		return 2;
	surface = cairo_pdf_surface_create(argv[2], page_w, page_h);
	cr = cairo_create(surface);
	context = context_new(argv[1]);
	while (fgets(line, sizeof line, stdin)) {
		PangoLayout *layout = layout_new(context, g_strchomp(line));
		int height;

		pango_layout_get_pixel_size(layout, NULL, &height);
		if (y + height > page_h - margin) {
			cairo_show_page(cr);
			y = margin;
		}
		cairo_move_to(cr, margin, y);
		pango_cairo_show_layout(cr, layout);
		y += height;
		g_object_unref(layout);
	}
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	return 0;
}
