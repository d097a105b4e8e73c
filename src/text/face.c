/* face.c - one font file, mapped when it is first asked for a glyph. */
#include "text/face.h"

#include <hb-ot.h>

hb_font_t *jb_face_open(jb_face *face)
{
	if (face->hb)
		return face->hb;
	/* mapped, not read: a CJK collection is 26 MB */
	hb_blob_t *blob = hb_blob_create_from_file(face->file);
	hb_face_t *hb_face = hb_face_create(blob, (unsigned)face->index);
	face->upem = hb_face_get_upem(hb_face);
	face->hb = hb_font_create(hb_face);
	hb_ot_font_set_funcs(face->hb);
	hb_font_set_scale(face->hb, (int)face->upem, (int)face->upem);
	hb_font_make_immutable(face->hb);
	hb_face_destroy(hb_face);
	hb_blob_destroy(blob);
	return face->hb;
}

void jb_face_close(jb_face *face)
{
	for (int i = 0; i < JB_REGIONS; i++)
		jb_pages_free(face->plain[i]);
	hb_font_destroy(face->hb);
	g_strfreev(face->families);
	g_free(face->family);
	g_free(face->file);
	g_free(face);
}

hb_codepoint_t jb_face_glyph(jb_face *face, gunichar c)
{
	hb_codepoint_t glyph = 0;

	if (!hb_font_get_nominal_glyph(jb_face_open(face), c, &glyph))
		return 0;
	return glyph;
}

jb_face *jb_faces_find(const jb_faces *faces, gunichar c)
{
	for (size_t i = 0; i < faces->n; i++)
		if (jb_face_glyph(faces->v[i], c))
			return faces->v[i];
	return NULL;
}

bool jb_face_named(const jb_face *face, const char *family)
{
	return g_strv_contains((const char *const *)face->families, family);
}

bool jb_face_is_fallback(const jb_face *face)
{
	return face->fallback;
}

const char *jb_face_family(const jb_face *face)
{
	return face->family;
}

int jb_face_weight(const jb_face *face)
{
	return face->weight;
}

const char *jb_face_file(const jb_face *face)
{
	return face->file;
}

int jb_face_index(const jb_face *face)
{
	return face->index;
}
