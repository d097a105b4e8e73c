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

static jb_order order_of(const jb_char *ch)
{
	return ch->cls == JB_WEST && is_latin_sign(ch->c) ? JB_ORDER_LATIN
							  : JB_ORDER_HAN;
}

jb_face *jb_face_pick(const jb_font *font, const jb_char *ch)
{
	/* the stack remembers: that changes nothing that can be seen */
	return jb_font_find((jb_font *)font, ch->c, order_of(ch));
}

static bool has_all(jb_face *face, const gunichar *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!jb_char_is_ignorable(text[i]) &&
			!jb_face_glyph(face, text[i]))
			return false;
	return true;
}

static bool has_cluster(jb_face *face, const gunichar *text, size_t n)
{
	if (has_all(face, text, n))
		return true;
	g_autofree char *utf8 = g_ucs4_to_utf8(text, (long)n, NULL, NULL, NULL);
	g_autofree char *whole =
		utf8 ? g_utf8_normalize(utf8, -1, G_NORMALIZE_NFC) : NULL;
	if (!whole)
		return false;
	long count;
	g_autofree gunichar *nfc = g_utf8_to_ucs4_fast(whole, -1, &count);
	return has_all(face, nfc, (size_t)count);
}

static jb_face *find_cluster(
	const jb_faces *faces, const gunichar *text, size_t n)
{
	for (size_t i = 0; i < faces->n; i++)
		if (has_cluster(faces->v[i], text, n))
			return faces->v[i];
	return NULL;
}

jb_face *jb_face_pick_all(const jb_font *font, const jb_char *ch, uint32_t n)
{
	jb_face *first = jb_face_pick(font, ch), *face = NULL;

	if (n == 1 || !first)
		return first;
	g_autofree gunichar *text = g_new(gunichar, n);
	for (uint32_t i = 0; i < n; i++)
		text[i] = ch[i].c;
	if (has_cluster(first, text, n))
		return first;
	if (order_of(ch) == JB_ORDER_LATIN)
		face = find_cluster(&font->latin, text, n);
	if (!face)
		face = find_cluster(&font->main, text, n);
	if (!face)
		face = find_cluster(&font->rest, text, n);
	return face ? face : first;
}
