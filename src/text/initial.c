/* initial.c - the characters that a drop cap takes from its paragraph. */
#include "text/initial.h"

#include "text/classes.h"

static bool is_opening(gunichar c)
{
	return jb_char_class(c) == JB_OPEN || jb_char_in(c, "“‘");
}

/* Variation selectors and combining marks. */
static bool is_following(gunichar c)
{
	return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef) ||
	       g_unichar_ismark(c);
}

/* Small kana and 々, which belong to the character before them. */
static bool is_small(gunichar c)
{
	return jb_char_class(c) == JB_SMALL;
}

/* What no text consists of: marks that may not start a line (clreq
 * #prohibition-rules-for-line-start-end). */
static bool is_mark(gunichar c)
{
	switch (jb_char_class(c)) {
	case JB_CLOSE:
	case JB_COMMA:
	case JB_STOP:
	case JB_MID:
	case JB_CONN:
	case JB_SUFFIX:
		return true;
	default:
		return jb_char_in(c, "”’·");
	}
}

static bool is_letter(gunichar c)
{
	return jb_char_class(c) == JB_WEST && g_unichar_isalpha(c);
}

static const char *skip(const char *at, bool (*is)(gunichar))
{
	while (*at && is(g_utf8_get_char(at)))
		at = g_utf8_next_char(at);
	return at;
}

jb_initial_text jb_initial_of(const char *text)
{
	const char *at = skip(text, is_opening);
	gunichar c = *at ? g_utf8_get_char(at) : 0;
	jb_initial_text initial = {0};

	initial.opening = (size_t)(at - text);
	initial.letter = c && is_letter(c);
	if (!c || !(initial.letter || jb_class_is_han(jb_char_class(c))))
		return (jb_initial_text){0};
	at = skip(g_utf8_next_char(at), is_following);
	if (initial.letter)
		initial.word = *at && is_letter(g_utf8_get_char(at));
	else
		at = skip(at, is_small);
	if (*skip(at, is_mark))
		initial.len = (size_t)(at - text);
	return initial;
}
