/* prose-ends.c - where the columns of prose end.
 *
 * Columns of a page end within a line of each other; what does not fit runs on.
 * No column starts with the last line of a paragraph or ends with the first of
 * a longer one (CLREQ, widows and orphans) if that can be; if not, a first line
 * may stand at a column's foot, else a last one at a column's top, but never at
 * the end of a page, unless only that saves another.
 */
#include "layout/prose-parts.h"

/* Of a column's end within a paragraph; two first lines are better than one
 * last one, three are not. */
enum { FIRST_AT_FOOT = 2, LAST_AT_TOP = 5, NEVER = 1 << 20 };

/* May a page end before line i, and a column without harm? */
bool jb_prose_may_break(const jb_prose *p, size_t i)
{
	if (i == 0 || i >= p->n)
		return true;
	if (p->lines[i].held)
		return false;
	if (p->lines[i].last && !p->lines[i].first)
		return false;
	return !(p->lines[i - 1].first && !p->lines[i - 1].last);
}

/* What a column's end before line i costs, on a page that goes on in the next
 * column.  A first line at a column's foot is the lesser evil, the last one at
 * a column's top the greater; two lines are never parted. */
static unsigned hurt(const jb_prose *p, size_t i)
{
	bool first, last;

	if (jb_prose_may_break(p, i))
		return 0;
	first = p->lines[i - 1].first && !p->lines[i - 1].last;
	last = p->lines[i].last && !p->lines[i].first;
	if (p->lines[i].held || (first && last))
		return NEVER;
	return first ? FIRST_AT_FOOT : LAST_AT_TOP;
}

/* What is asked of columns. */
typedef struct asked {
	size_t least, most; /* lines in each */
	bool all;	    /* that is left must fit */
	bool harm;	    /* may be done to paragraphs within the page */
} asked;

/* A search for their ends; the last column ends with the prose, or where a page
 * may. */
typedef struct search {
	const jb_prose *p;
	asked want;
	size_t n;	 /* lines that may stand in them */
	unsigned *costs; /* by column and start: of it and those after it */
	size_t *ends;	 /* where the column ends for that */
} search;

static unsigned *cost_of(const search *s, int column, size_t start)
{
	return &s->costs[(size_t)column * (s->n + 1) + start];
}

/* What it costs to end a column at `end`, with all that follows. */
static unsigned cost_with(const search *s, int column, size_t start, size_t end)
{
	const jb_prose *p = s->p;
	bool last = column + 1 == p->columns;
	unsigned own = hurt(p, p->at + end), rest;

	if (end == start && end < s->n)
		return NEVER; /* an empty column, and more after it */
	if (last)
		return (s->want.all && end < s->n) || own ? NEVER : 0;
	if (own && !s->want.harm)
		return NEVER;
	rest = *cost_of(s, column + 1, end);
	return own == NEVER || rest == NEVER ? NEVER : own + rest;
}

/* The cheapest end of a column, the longest of them. */
static void choose_end(search *s, int column, size_t start)
{
	size_t most = MIN(start + s->want.most, s->n);
	size_t least = MIN(start + s->want.least, s->n);
	unsigned *best = cost_of(s, column, start);

	*best = NEVER;
	for (size_t end = most + 1; end-- > least;) {
		unsigned cost = cost_with(s, column, start, end);

		if (cost >= *best)
			continue;
		*best = cost;
		s->ends[(size_t)column * (s->n + 1) + start] = end;
	}
}

/* Where the columns end so that paragraphs are broken least badly; false when
 * there is no way that is allowed. */
static bool find_ends(const jb_prose *p, asked want, size_t *cuts)
{
	size_t left = p->n - p->at, columns = (size_t)p->columns, i = 0;
	size_t n = want.all ? left : MIN(left, want.most * columns);
	size_t cells = columns * (n + 1);
	g_autofree unsigned *costs = g_new(unsigned, cells);
	g_autofree size_t *ends = g_new(size_t, cells);
	search s = {p, want, n, costs, ends};

	for (int c = p->columns - 1; c >= 0; c--)
		for (size_t start = 0; start <= n; start++)
			choose_end(&s, c, start);
	if (*cost_of(&s, 0, 0) == NEVER)
		return false;
	for (size_t c = 0; c < columns; c++) {
		i = ends[c * (n + 1) + i];
		cuts[c] = p->at + i;
	}
	return true;
}

/* Columns of so many lines, cut anywhere but beside a drop cap; false when that
 * does not do. */
static bool cut_anywhere(const jb_prose *p, size_t rows, size_t *cuts)
{
	size_t i = p->at;

	for (int c = 0; c < p->columns; c++) {
		size_t cut = MIN(i + rows, p->n);

		while (cut > i && cut < p->n && p->lines[cut].held)
			cut--;
		cuts[c] = i = cut;
	}
	return i == p->n;
}

/* Where the columns end when all that is left fits; false when it does not.
 * They end within a line of each other; where a paragraph of two lines or a
 * drop cap forbids that, within two lines, or four; where only that saves a
 * page, anything is parted. */
bool jb_prose_balance(const jb_prose *p, size_t most_rows, size_t *cuts)
{
	size_t columns = (size_t)p->columns, left = p->n - p->at;
	size_t rows = (left + columns - 1) / columns, least = left / columns;

	if (rows > most_rows)
		return false;
	for (size_t more = 0; more <= 2; more++) {
		const asked want = {
			.least = least > more ? least - more : 0,
			.most = MIN(rows + more, most_rows),
			.all = true,
			.harm = more == 0,
		};

		if (find_ends(p, want, cuts))
			return true;
	}
	return cut_anywhere(p, rows, cuts);
}

/* Full columns, within a line of each other if that can be; else each is cut
 * where a page may be cut. */
void jb_prose_fill(const jb_prose *p, size_t rows, size_t *cuts)
{
	const asked even = {rows - 1, rows, .harm = true};
	size_t i = p->at;

	if (rows > 1 && find_ends(p, even, cuts))
		return;
	for (int c = 0; c < p->columns; c++) {
		size_t cut = MIN(i + rows, p->n);

		while (cut > i + 1 && !jb_prose_may_break(p, cut))
			cut--;
		cuts[c] = i = cut;
	}
}
