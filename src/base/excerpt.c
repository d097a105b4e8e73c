/* excerpt.c - what a terminal may be shown of a text nobody has checked. */
#include "base/excerpt.h"

#include <string.h>

enum { SHOWN_CELLS = 100, REACH = 120, PIECES = 2 * REACH + 1 };

/* One character as it will be printed. */
typedef struct piece {
	char text[16];
	int cells;
} piece;

typedef struct strip {
	piece at[PIECES];
	int n;
	int caret; /* the piece at the place, may be n: after the end */
	bool cut_left, cut_right;
} strip;

/* Characters that move the cursor, turn the direction or hide. */
static bool is_treacherous(gunichar c)
{
	return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C ||
	       c == 0x200B || c == 0x200E || c == 0x200F ||
	       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
	       c == 0xFEFF;
}

/* A byte that starts no character counts as one. */
static const char *next(const char *p, const char *end, gunichar *c)
{
	*c = *p ? g_utf8_get_char_validated(p, end - p) : 0;
	if (*c < (gunichar)-2)
		return *p ? g_utf8_next_char(p) : p + 1;
	*c = 0xFFFD;
	return p + 1;
}

static piece show(gunichar c)
{
	piece out = {.cells = 1};

	if (is_treacherous(c)) {
		out.cells =
			g_snprintf(out.text, sizeof(out.text), "<U+%04X>", c);
	} else {
		g_unichar_to_utf8(c, out.text);
		out.cells = jb_char_width(c);
	}
	return out;
}

void jb_excerpt_escape(GString *out, const char *text)
{
	const char *end = text + strlen(text);
	gunichar c;

	while (text < end) {
		text = next(text, end, &c);
		g_string_append(out, show(c).text);
	}
}

/* The characters around a column; only these, for a line may be megabytes. */
static void take_strip(strip *s, const char *p, const char *end, unsigned col)
{
	unsigned first = col > REACH ? col - REACH : 1;
	gunichar c;

	memset(s, 0, sizeof(*s));
	for (unsigned i = 1; i < first && p < end; i++)
		p = next(p, end, &c);
	s->cut_left = first > 1;
	while (p < end && s->n < PIECES) {
		p = next(p, end, &c);
		s->at[s->n++] = c == '\t' ? (piece){" ", 1} : show(c);
	}
	s->cut_right = p < end;
	s->caret = CLAMP((int)(col - first), 0, s->n);
}

static int cells_between(const strip *s, int from, int to)
{
	int cells = 0;

	for (int i = from; i < to; i++)
		cells += s->at[i].cells;
	return cells;
}

/* Which pieces are shown: all, or as many cells left of the place as right. */
static void choose_window(strip *s, int *from, int *to)
{
	int cells = 0;

	*from = 0;
	*to = s->n;
	if (cells_between(s, 0, s->n) <= SHOWN_CELLS)
		return;
	for (*from = s->caret; *from > 0; --*from) {
		cells += s->at[*from - 1].cells;
		if (cells > SHOWN_CELLS / 2)
			break;
	}
	cells = cells_between(s, *from, s->caret);
	for (*to = s->caret; *to < s->n; ++*to) {
		cells += s->at[*to].cells;
		if (cells > SHOWN_CELLS)
			break;
	}
	s->cut_left |= *from > 0;
	s->cut_right |= *to < s->n;
}

static void append_repeated(GString *out, char c, int n)
{
	for (int i = 0; i < n; i++)
		g_string_append_c(out, c);
}

void jb_excerpt_append(GString *out, jb_pos pos, unsigned span)
{
	const char *line;
	int from, to, last;
	size_t len;
	strip s;

	if (!pos.src || pos.line == 0 || pos.line > pos.src->n_lines)
		return;
	line = jb_source_line(pos.src, pos.line, &len);
	take_strip(&s, line, line + len, pos.col);
	choose_window(&s, &from, &to);

	g_string_append(out, s.cut_left ? "    …" : "    ");
	for (int i = from; i < to; i++)
		g_string_append(out, s.at[i].text);
	g_string_append(out, s.cut_right ? "…\n" : "\n");

	last = MIN((unsigned)(to - s.caret), span) + s.caret;
	append_repeated(
		out, ' ', 4 + s.cut_left + cells_between(&s, from, s.caret));
	g_string_append_c(out, '^');
	append_repeated(out, '~', cells_between(&s, s.caret, last) - 1);
	g_string_append_c(out, '\n');
}
