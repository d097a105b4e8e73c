/* pick.c - which face of a stack draws a character. */
#include "text/para.h"

/* Signs that the Latin face draws when its language is spoken. */
static bool is_latin_sign(gunichar c)
{
	return (c >= 0x20 && c <= 0xb6) || (c >= 0xb8 && c <= 0xff) ||
	       c == 0x2013 || c == 0x2212 || c == 0x2264 || c == 0x2265 ||
	       (c < 0x2000 && g_unichar_isalpha(c)) ||
	       jb_char_class(c) == JB_SHARED;
}

jb_face *jb_face_pick(const jb_font *font, const jb_char *ch)
{
	jb_face *face = NULL;

	if (ch->cls == JB_WEST && is_latin_sign(ch->c))
		face = jb_faces_find(&font->latin, ch->c);
	if (!face)
		face = jb_faces_find(&font->main, ch->c);
	if (!face)
		face = jb_faces_find(&font->latin, ch->c);
	return face;
}
