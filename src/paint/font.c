/* font.c - font files for cairo: each opened once.
 *
 * cairo keeps fonts in caches of its own and drops them when it likes, so an
 * FT_Face must live until cairo lets go of it, and FreeType as long as any
 * FT_Face: both are counted.
 */
#include "paint/font.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

/* Counted by g_rc_box: one for the painter, one for each open face. */
typedef struct freetype {
	FT_Library library;
} freetype;

typedef struct open_face {
	FT_Face face;
	freetype *freetype;
} open_face;

struct jb_painter {
	freetype *freetype;
	GHashTable *faces; /* "index:file" -> cairo_font_face_t */
};

static void freetype_done(void *data)
{
	FT_Done_FreeType(((freetype *)data)->library);
}

static void freetype_unref(freetype *ft)
{
	g_rc_box_release_full(ft, freetype_done);
}

static void open_face_close(void *data)
{
	open_face *open = data;

	FT_Done_Face(open->face);
	freetype_unref(open->freetype);
	g_free(open);
}

jb_painter *jb_painter_open(void)
{
	jb_painter *painter = g_new0(jb_painter, 1);

	painter->freetype = g_rc_box_new0(freetype);
	if (FT_Init_FreeType(&painter->freetype->library))
		g_error("FreeType does not start"); /* only without memory */
	painter->faces = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
		(GDestroyNotify)cairo_font_face_destroy);
	return painter;
}

void jb_painter_close(jb_painter *painter)
{
	if (!painter)
		return;
	g_hash_table_unref(painter->faces);
	freetype_unref(painter->freetype);
	g_free(painter);
}

static cairo_font_face_t *face_new(
	jb_painter *painter, const jb_face *face, GError **error)
{
	static const cairo_user_data_key_t key;
	const char *file = jb_face_file(face);
	cairo_font_face_t *font;
	open_face *open;
	FT_Face ft;

	if (FT_New_Face(painter->freetype->library, file, jb_face_index(face),
		    &ft)) {
		g_set_error(error, JB_PAINT_ERROR, JB_PAINT_FONT,
			"cannot open the font file “%s”", file);
		return NULL;
	}
	open = g_new(open_face, 1);
	open->face = ft;
	open->freetype = g_rc_box_acquire(painter->freetype);
	font = cairo_ft_font_face_create_for_ft_face(ft, FT_LOAD_NO_HINTING);
	if (cairo_font_face_set_user_data(font, &key, open, open_face_close)) {
		g_set_error(error, JB_PAINT_ERROR, JB_PAINT_FONT,
			"cannot use the font file “%s”", file);
		cairo_font_face_destroy(font);
		open_face_close(open);
		return NULL;
	}
	return font;
}

cairo_font_face_t *jb_painter_face(
	jb_painter *painter, const jb_face *face, GError **error)
{
	g_autofree char *key = g_strdup_printf(
		"%d:%s", jb_face_index(face), jb_face_file(face));
	cairo_font_face_t *font = g_hash_table_lookup(painter->faces, key);

	if (font)
		return font;
	font = face_new(painter, face, error);
	if (font)
		g_hash_table_insert(
			painter->faces, g_steal_pointer(&key), font);
	return font;
}
