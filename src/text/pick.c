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
	bool latin = ch->cls == JB_WEST && is_latin_sign(ch->c);

	/* the stack remembers: that changes nothing that can be seen */
	return jb_font_find(
		(jb_font *)font, ch->c, latin ? JB_ORDER_LATIN : JB_ORDER_HAN);
}
