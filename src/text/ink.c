/* ink.c - the ink boxes of glyphs, as their font says. */
#include "text/ink.h"

#include <hb.h>

#include "text/face.h"

jb_ink_box jb_glyph_ink(const jb_run *run, size_t i)
{
	const jb_glyph *glyph = &run->glyphs[i];
	jb_face *face = (jb_face *)run->face; /* opens its file, no more */
	hb_glyph_extents_t ink = {0};

	if (!hb_font_get_glyph_extents(jb_face_open(face), glyph->id, &ink))
		return (jb_ink_box){0};
	double high = run->size_pt / face->upem;
	double wide = high * (run->condense > 0 ? run->condense : 1);
	double x0 = glyph->x + ink.x_bearing * wide;
	double y0 = glyph->y - ink.y_bearing * high;
	jb_ink_box box = {
		x0, y0, x0 + ink.width * wide, y0 - ink.height * high};

	if (run->turn == JB_TURN_RIGHT)
		return (jb_ink_box){-box.y1, box.x0, -box.y0, box.x1};
	return box;
}
