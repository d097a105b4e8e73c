/* mixed.c - letters and digits among Han: on which side they want a gap, and
 * which spaces belong to a number.
 */
#include "text/classes.h"

static bool is_west(const jb_char *ch)
{
	return ch->cls == JB_WEST;
}

/* Whether the letters from `ch` on, or up to it (step -1), have one more
 * solidus: /usr/local is a path, but 元/kg is no word of its own. */
static bool is_path(const jb_char *ch, size_t n, int step)
{
	for (size_t i = 1; i < n; i++) {
		ch += step;
		if (!is_west(ch))
			return false;
		if (ch->c == '/')
			return true;
	}
	return false;
}

static bool stands_apart(
	const jb_char *ch, size_t n, int step, const char *brackets)
{
	if (!is_west(ch))
		return false;
	if (jb_char_wants_gap(ch->c))
		return true;
	if (n < 2 || !is_west(ch + step))
		return false;
	return jb_char_in(ch->c, brackets) ||
	       (ch->c == '/' && is_path(ch, n, step));
}

bool jb_chars_stand_off_left(const jb_char *ch, size_t n)
{
	return stands_apart(ch, n, 1, "([{“‘«");
}

bool jb_chars_stand_off_right(const jb_char *ch, size_t n)
{
	for (; n > 1 && jb_char_follows(ch->c); n--)
		ch--;
	return stands_apart(ch, n, -1, ")]}”’»");
}

/* Numbers */

/* Spaces that may be typed between thousands; others mean something else. */
static bool is_group_space(gunichar c)
{
	return c == ' ' || c == 0xa0 || c == 0x2009 || c == 0x202f;
}

static size_t digits_from(const jb_char *chars, size_t n, size_t from)
{
	size_t i = from;

	while (i < n && is_west(&chars[i]) && g_ascii_isdigit((int)chars[i].c))
		i++;
	return i - from;
}

/* Where the number that starts at i ends: one to three digits, then groups of
 * exactly three.  `i` itself when it is no such number: in a list as 10 100
 * 1000 the next group has another length. */
static size_t end_of_groups(const jb_char *chars, size_t n, size_t i)
{
	size_t first = digits_from(chars, n, i), at = i + first;

	if (first < 1 || first > 3)
		return i;
	while (at + 1 < n && is_group_space(chars[at].c)) {
		size_t digits = digits_from(chars, n, at + 1);
		if (!digits)
			break;
		if (digits != 3)
			return i;
		at += 4;
	}
	return at;
}

void jb_chars_group(jb_char *chars, size_t n)
{
	for (size_t i = 0, end; i < n; i = end) {
		end = i + 1;
		if (chars[i].c > '9' || !g_ascii_isdigit((int)chars[i].c))
			continue;
		size_t run = i + MAX(digits_from(chars, n, i), 1);
		bool inside = i > 0 && is_west(&chars[i - 1]) &&
			      g_unichar_isalpha(chars[i - 1].c);
		if (!inside)
			end = end_of_groups(chars, n, i);
		for (size_t k = i; k < end; k++)
			if (is_group_space(chars[k].c)) {
				chars[k].cls = JB_SPACE;
				chars[k].group = true;
			}
		end = MAX(end, run);
	}
}
