/* source-text.c - a source text folded once, and searched in linear time. */
#define _GNU_SOURCE /* memmem */
#include "model/source-text.h"

#include <string.h>

/* What counts of a character: 0 for nothing. */
static gunichar fold_char(gunichar c)
{
	if (g_unichar_isspace(c) || c == 0xFEFF)
		return 0;
	if (c >= 0xFF01 && c <= 0xFF5E) /* ！ to ～: ASCII, full width */
		return c - 0xFF01 + '!';
	switch (c) {
	case 0x201C:
	case 0x201D:
		return '"';
	case 0x2018:
	case 0x2019:
		return '\'';
	case 0x2212: /* the minus we write */
		return '-';
	default:
		return c;
	}
}

/* Folding never lengthens, so `out` has room with len + 1 bytes.  Gives the
 * folded length; origin may be NULL. */
static size_t fold(const char *s, size_t len, char *out, unsigned *origin)
{
	const char *end = s + len;
	size_t n = 0;

	for (const char *p = s; p < end; p = g_utf8_next_char(p)) {
		gunichar c = fold_char(g_utf8_get_char(p));
		int bytes = c ? g_unichar_to_utf8(c, out + n) : 0;

		for (int i = 0; origin && i < bytes; i++)
			origin[n + (size_t)i] = (unsigned)(p - s);
		n += (size_t)bytes;
	}
	out[n] = '\0';
	if (origin)
		origin[n] = (unsigned)len;
	return n;
}

jb_source_text *jb_source_text_new(jb_arena *arena, const jb_source *src)
{
	jb_source_text *text = jb_new(arena, jb_source_text);
	char *folded = jb_arena_alloc(arena, src->len + 1);
	unsigned *origin = jb_new_array(arena, unsigned, src->len + 1);

	text->src = src;
	text->len = fold(src->text, src->len, folded, origin);
	text->text = folded;
	text->origin = origin;
	return text;
}

char *jb_fold(jb_arena *arena, const char *words)
{
	size_t len = strlen(words);
	char *out = jb_arena_alloc(arena, len + 1);

	fold(words, len, out, NULL);
	return out;
}

static bool is_digit(const jb_source_text *text, size_t at)
{
	return at < text->len && g_ascii_isdigit(text->text[at]);
}

/* The source has the characters before and at an offset side by side. */
static bool is_tight(const jb_source_text *text, size_t at)
{
	const char *s = text->src->text;

	return at > 0 && at < text->len &&
	       g_utf8_next_char(s + text->origin[at - 1]) ==
		       s + text->origin[at];
}

/* A point or thousands comma (，is none) with digits on both sides. */
static bool is_mark(const jb_source_text *text, size_t at)
{
	char c = at < text->len ? text->src->text[text->origin[at]] : '\0';

	return (c == '.' || c == ',') && at > 0 && is_digit(text, at - 1) &&
	       is_tight(text, at) && is_digit(text, at + 1) &&
	       is_tight(text, at + 1);
}

/* An edge at this offset would cut a numeral in two. */
static bool cuts_numeral(const jb_source_text *text, size_t at)
{
	if (!is_tight(text, at))
		return false;
	return (is_digit(text, at - 1) && is_digit(text, at)) ||
	       is_mark(text, at) || is_mark(text, at - 1);
}

size_t jb_source_text_next(
	const jb_source_text *text, const char *words, size_t from, size_t to)
{
	size_t n = strlen(words);
	size_t end = MIN(text->len, to + n - 1); /* of the last match */

	while (from < to && from + n <= end) {
		const char *hit =
			memmem(text->text + from, end - from, words, n);
		size_t at;

		if (!hit)
			break;
		at = (size_t)(hit - text->text);
		if (!cuts_numeral(text, at) && !cuts_numeral(text, at + n))
			return at;
		from = at + 1;
	}
	return JB_NOWHERE;
}

/* If the text has a beginning it has every shorter one: halve the doubt, once
 * it does not have the whole.  Not strstr: that is quadratic on some machines.
 */
size_t jb_source_text_prefix(
	const jb_source_text *text, const char *words, size_t *at)
{
	size_t has = 0, lacks = strlen(words) + 1;
	size_t n = lacks - 1;

	*at = 0;
	while (has + 1 < lacks) {
		const char *hit = memmem(text->text, text->len, words, n);

		if (hit) {
			has = n;
			*at = (size_t)(hit - text->text);
		} else {
			lacks = n;
		}
		n = has + (lacks - has) / 2;
	}
	while (((unsigned char)words[has] & 0xC0) == 0x80)
		has--;
	return has;
}

unsigned jb_source_text_line(const jb_source_text *text, size_t at)
{
	const jb_source *src = text->src;
	unsigned byte = text->origin[at];
	unsigned low = 0, high = src->n_lines;

	while (low + 1 < high) {
		unsigned middle = low + (high - low) / 2;

		if (src->lines[middle] <= byte)
			low = middle;
		else
			high = middle;
	}
	return low + 1;
}

size_t jb_source_text_start(const jb_source_text *text, unsigned line)
{
	const jb_source *src = text->src;
	size_t low = 0, high = text->len;

	if (line > src->n_lines)
		return text->len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (text->origin[middle] < src->lines[line - 1])
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

char *jb_source_text_quote(
	jb_arena *arena, const jb_source_text *text, size_t from, size_t to)
{
	const char *s = text->src->text;
	const char *end = s + text->origin[to];
	g_autoptr(GString) out = g_string_new(NULL);

	for (const char *p = s + text->origin[from]; p < end;
		p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (fold_char(c))
			g_string_append_unichar(out, c);
	}
	return jb_strdup(arena, out->str);
}
