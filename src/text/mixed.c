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

static bool is_digit(const jb_char *ch)
{
	return is_west(ch) && ch->c < 0x80 && g_ascii_isdigit((char)ch->c);
}

static size_t digits_from(const jb_char *chars, size_t n, size_t from)
{
	size_t i = from;

	while (i < n && is_digit(&chars[i]))
		i++;
	return i - from;
}

#define GROUPS_MOST 5 /* behind the first digits: a longer row is a list */

/* Where the row of digits and single spaces that starts at i ends; *number says
 * whether it is one number: one to three digits, then groups of exactly three.
 * In a list as 10 100 1000 some group has another length. */
static size_t end_of_row(const jb_char *chars, size_t n, size_t i, bool *number)
{
	size_t first = digits_from(chars, n, i), at = i + first, groups = 0;

	*number = first <= 3;
	while (at + 1 < n && is_group_space(chars[at].c)) {
		size_t digits = digits_from(chars, n, at + 1);
		if (!digits)
			break;
		*number = *number && digits == 3 && ++groups <= GROUPS_MOST;
		at += 1 + digits;
	}
	return at;
}

void jb_chars_group(jb_char *chars, size_t n)
{
	for (size_t i = 0, end; i < n; i = end) {
		bool number, word = i > 0 && is_west(&chars[i - 1]) &&
				    g_unichar_isalpha(chars[i - 1].c);

		end = i + 1;
		if (!is_digit(&chars[i]))
			continue;
		end = end_of_row(chars, n, i, &number);
		if (!number || word)
			continue;
		for (size_t k = i; k < end; k++)
			if (!is_digit(&chars[k])) {
				chars[k].cls = JB_SPACE;
				chars[k].group = true;
			}
	}
}
