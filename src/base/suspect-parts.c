/* suspect-parts.c - characters by class, and what stands around a place.
 */
#include "base/suspect-parts.h"

/* ---- classes of characters ---- */

bool jb_one_of(gunichar c, const char *set)
{
	return c && g_utf8_strchr(set, -1, c);
}

bool jb_is_han(gunichar c)
{
	return c && g_unichar_get_script(c) == G_UNICODE_SCRIPT_HAN;
}

bool jb_is_kana(gunichar c)
{
	return (c >= 0x3041 && c <= 0x30FF) || (c >= 0xFF66 && c <= 0xFF9F);
}

bool jb_is_pause(gunichar c)
{
	return jb_one_of(c, "，、；：。");
}

bool jb_is_stop(gunichar c)
{
	return jb_one_of(c, "！？");
}

/* Marks that only Chinese has: “ ” ‘ ’ are shared with Latin. */
bool jb_is_wide_mark(gunichar c)
{
	return jb_is_pause(c) || jb_is_stop(c) ||
	       jb_one_of(c, "「」『』（）《》〈〉【】〔〕［］｛｝");
}

bool jb_is_chinese(gunichar c)
{
	return jb_is_han(c) || jb_is_wide_mark(c);
}

bool jb_is_blank(gunichar c)
{
	return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 ||
	       (c >= 0x2000 && c <= 0x200A);
}

bool jb_is_latin(gunichar c)
{
	return g_unichar_isalnum(c) && !jb_is_han(c) && !jb_is_kana(c);
}

bool jb_is_numeral(gunichar c)
{
	return jb_one_of(c, "〇一二三四五六七八九十百千万亿零");
}

/* ---- around a place ---- */

gunichar jb_finder_at(const jb_finder *f, size_t i)
{
	return i < f->n ? f->c[i] : 0; /* (size_t)-1 is before the start */
}

/* The nearest character that is no blank, 0 at an edge. */
gunichar jb_finder_before(const jb_finder *f, size_t i)
{
	while (i > 0 && jb_is_blank(f->c[i - 1]))
		i--;
	return i > 0 ? f->c[i - 1] : 0;
}

gunichar jb_finder_behind(const jb_finder *f, size_t i)
{
	while (i < f->n && jb_is_blank(f->c[i]))
		i++;
	return jb_finder_at(f, i);
}

/* How many of the same stand from i on. */
size_t jb_finder_row(const jb_finder *f, size_t i)
{
	size_t n = 1;

	while (i + n < f->n && f->c[i + n] == f->c[i])
		n++;
	return n;
}

bool jb_finder_touches_han(const jb_finder *f, size_t i, size_t n)
{
	return jb_is_han(jb_finder_at(f, i - 1)) ||
	       jb_is_han(jb_finder_at(f, i + n));
}

void jb_finder_add(jb_finder *f, jb_suspect_kind kind, size_t i, size_t n,
	const char *instead)
{
	jb_suspect s = {.kind = kind,
		.byte = f->byte[i],
		.len = f->byte[i + n] - f->byte[i],
		.instead = instead};

	s.found = jb_strndup(f->arena, f->text + s.byte, s.len);
	g_array_append_val(f->found, s);
}

const char *jb_full_width(gunichar c)
{
	static const char *const pairs[] = {
		",，", ";；", ":：", "?？", "!！", "(（", ")）", "[［", "]］"};

	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
		if ((gunichar)pairs[i][0] == c)
			return pairs[i] + 1;
	return NULL;
}

/* A point after Han, unless it is one of an address: 新浪.com */
