/* break.c - total fit: the cheapest way to cut a whole segment into lines.
 *
 * Knuth and Plass's idea with Chinese prices (price.c): one table over the
 * places where a line may end.  Where the first lines of a paragraph have
 * measures of their own (a drop cap, an indent), the table has a row for each
 * of them, and one for all lines that follow.
 *
 * At first a line may end where the rules allow it.  Only if that leaves a
 * loose line are words and long tokens cut, and only if one runs over is a rule
 * given up, the least one first.
 */
#include "text/break.h"

#include <math.h>
#include <string.h>

#define COST_RUNT 4e6	     /* the last line has one character */
#define COST_SHORT 400	     /* it has two */
#define COST_HYPHENS 400     /* two lines with a hyphen in a row */
#define COST_LAST_HYPHEN 200 /* before the last line */

/* The cheapest way to a place. */
typedef struct state {
	double cost;
	uint32_t from; /* index of the place before */
	uint8_t row;   /* its row */
	uint8_t fit;   /* the worst jb_fit on the way */
	bool hang;     /* the mark before the place hangs */
} state;

typedef struct breaker {
	const jb_para *para;
	jb_segment seg;
	size_t line;	  /* how many lines the paragraph has before */
	uint32_t rows;	  /* lines with measures of their own, and one */
	double *measures; /* by row */
	uint32_t *tops;	  /* by row: the last place reached */
	uint32_t *fulls;  /* by row: the last start of a line full enough */
	jb_sums *sums;
	uint32_t *places; /* atoms before which a line may start */
	uint32_t n;	  /* places[0] = seg.from, places[n-1] = seg.to */
	bool all;	  /* emptier lines are candidates too */
	state *best;	  /* [row * n + place] */
} breaker;

static state *best_at(const breaker *b, uint32_t row, uint32_t place)
{
	return &b->best[(size_t)row * b->n + place];
}

static const jb_gap *gap_before(const breaker *b, uint32_t place)
{
	return &jb_para_atom(b->para, b->places[place] - 1)->gap;
}

/* What is no mark: a line of ★★★ or 😀😀 does not stand alone. */
static bool counts(const jb_para *para, const jb_atom *atom)
{
	gunichar c = jb_atom_first(para, atom)->c;

	switch (g_unichar_type(c)) {
	case G_UNICODE_OTHER_SYMBOL:
	case G_UNICODE_MATH_SYMBOL:
		return true;
	default:
		return jb_class_is_han(atom->cls) || atom->cls == JB_WIDE ||
		       g_unichar_isalnum(c);
	}
}

unsigned jb_count_letters(const jb_para *para, uint32_t from, uint32_t to)
{
	unsigned n = 0;

	for (uint32_t i = from; i < to && n < 3; i++)
		n += counts(para, jb_para_atom(para, i));
	return n;
}

/* 孤字: a last line of one character. */
static double runt_price(const breaker *b, uint32_t i, jb_fit *fit)
{
	unsigned n = jb_count_letters(b->para, b->places[i], b->seg.to);

	if (n < 2 && *fit < JB_FIT_LOOSE)
		*fit = JB_FIT_LOOSE;
	return n < 2 ? COST_RUNT : n < 3 ? COST_SHORT : 0;
}

static double end_price(const breaker *b, uint32_t i, uint32_t j)
{
	const jb_gap *gap = gap_before(b, j);
	double cost = gap->penalty + jb_relax_price(gap->relax);

	if (gap->hyphen > 0 && i > 0 && gap_before(b, i)->hyphen > 0)
		cost += COST_HYPHENS;
	return cost;
}

static double last_price(const breaker *b, uint32_t i, jb_fit *fit)
{
	double cost = i > 0 ? runt_price(b, i, fit) : 0;

	if (i > 0 && gap_before(b, i)->hyphen > 0)
		cost += COST_LAST_HYPHEN;
	return cost;
}

/* One way to set the line between two places. */
typedef struct choice {
	double demerit;
	jb_fit fit;
	bool hang;
} choice;

static double slack_price(
	const breaker *b, uint32_t i, uint32_t j, double measure, jb_fit *fit)
{
	uint32_t from = b->places[i], to = b->places[j];
	jb_sums line;

	jb_sums_line(b->para, b->sums, b->seg, from, to, measure, &line);
	return jb_line_price(
		b->para, &line, measure, to - from - 1, j + 1 == b->n, fit);
}

/* The price of the slack, with the last mark outside if that is cheaper. */
static double fill_price(
	const breaker *b, uint32_t row, uint32_t i, uint32_t j, choice *way)
{
	double measure = b->measures[row];
	double price = slack_price(b, i, j, measure, &way->fit);
	double hang = jb_line_hang_end(b->para, b->places[i], b->places[j]);

	way->hang = false;
	if (hang > 0 && price > 0) {
		jb_fit fit;
		double outside = slack_price(b, i, j, measure + hang, &fit);
		if (outside < price) {
			*way = (choice){.fit = fit, .hang = true};
			return outside;
		}
	}
	return price;
}

/* (1 + price)², as in TeX: one bad line is worse than two fair ones. */
static choice weigh(const breaker *b, uint32_t row, uint32_t i, uint32_t j)
{
	choice way;
	double price = fill_price(b, row, i, j, &way);

	if (j + 1 < b->n)
		price += end_price(b, i, j);
	else
		price += last_price(b, i, &way.fit);
	way.demerit = (1 + price) * (1 + price);
	return way;
}

/* A line so empty is no candidate where a fuller one ends at the same place. */
static bool is_empty(const breaker *b, uint32_t row, uint32_t i, uint32_t j)
{
	double width = b->sums[b->places[j] - b->seg.from].width -
		       b->sums[b->places[i] - b->seg.from].width;
	double measure = b->measures[row];

	return width < .7 * measure && width < measure - 3 * b->para->em;
}

/* The last place that gives a line to j which is full enough, or 0. */
static uint32_t find_full(breaker *b, uint32_t row, uint32_t j)
{
	uint32_t i = b->fulls[row];

	while (i + 1 < j && !is_empty(b, row, i + 1, j))
		i++;
	return b->fulls[row] = i;
}

/* Lines that end at place j and start in a row, shortest first, until they no
 * longer fit; the shortest counts even if it does not. */
static void reach(breaker *b, uint32_t row, uint32_t j, bool all)
{
	uint32_t next = row + 1 < b->rows ? row + 1 : row;
	state *to = best_at(b, next, j);

	uint32_t last = MIN(j - 1, b->tops[row]);

	if (!all)
		last = MIN(last, find_full(b, row, j));
	for (uint32_t i = last + 1; i-- > 0;) {
		const state *from = best_at(b, row, i);
		if (!all && is_empty(b, row, i, j))
			break;
		choice way = weigh(b, row, i, j);
		bool over = way.fit == JB_FIT_OVER;
		if (over && i + 1 < j)
			break;
		double cost = from->cost + way.demerit;
		if (cost < to->cost)
			*to = (state){cost, i, (uint8_t)row,
				(uint8_t)MAX((jb_fit)from->fit, way.fit),
				way.hang};
		if (over)
			break;
	}
	if (!isinf(to->cost))
		b->tops[next] = j;
}

static void reach_from_all(breaker *b, uint32_t j, bool all)
{
	for (uint32_t row = 0; row < b->rows; row++)
		reach(b, row, j, all);
}

static bool is_reached(const breaker *b, uint32_t j)
{
	for (uint32_t row = 0; row < b->rows; row++)
		if (!isinf(best_at(b, row, j)->cost))
			return true;
	return false;
}

static uint32_t best_row(const breaker *b)
{
	uint32_t best = 0;

	for (uint32_t row = 1; row < b->rows; row++)
		if (best_at(b, row, b->n - 1)->cost <
			best_at(b, best, b->n - 1)->cost)
			best = row;
	return best;
}

static bool find_places(breaker *b, int permit)
{
	uint32_t before = b->n;

	b->n = 0;
	b->places[b->n++] = b->seg.from;
	for (uint32_t i = b->seg.from; i + 1 < b->seg.to; i++)
		if (jb_para_atom(b->para, i)->gap.permit <= permit)
			b->places[b->n++] = i + 1;
	b->places[b->n++] = b->seg.to;
	return b->n > before;
}

/* The worst fit of the best way. */
static jb_fit solve(breaker *b)
{
	b->best = g_renew(state, b->best, (size_t)b->rows * b->n);
	for (size_t i = 0; i < (size_t)b->rows * b->n; i++)
		b->best[i] = (state){.cost = INFINITY};
	memset(b->tops, 0, b->rows * sizeof *b->tops);
	memset(b->fulls, 0, b->rows * sizeof *b->fulls);
	best_at(b, 0, 0)->cost = 0;
	for (uint32_t j = 1; j < b->n; j++) {
		reach_from_all(b, j, b->all || j + 1 == b->n);
		if (!is_reached(b, j))
			reach_from_all(b, j, true);
	}
	return (jb_fit)best_at(b, best_row(b), b->n - 1)->fit;
}

static void collect(const breaker *b, GArray *cuts)
{
	unsigned at = cuts->len;
	uint32_t row = best_row(b);

	for (uint32_t j = b->n - 1; j > 0;) {
		const state *best = best_at(b, row, j);
		uint32_t from = b->places[best->from], to = b->places[j];
		jb_cut cut = {from, to, b->measures[best->row],
			best->hang ? jb_line_hang_end(b->para, from, to) : 0,
			to == b->seg.to};
		g_array_append_val(cuts, cut);
		row = best->row;
		j = best->from;
	}
	for (unsigned i = at, k = cuts->len; i + 1 < k; i++) {
		jb_cut *first = &g_array_index(cuts, jb_cut, i);
		jb_cut *last = &g_array_index(cuts, jb_cut, --k);
		jb_cut swap = *first;
		*first = *last;
		*last = swap;
	}
}

/* Rows for the lines that have measures of their own, and one for the rest. */
static void find_rows(breaker *b)
{
	const jb_setting *setting = b->para->setting;
	size_t own = MAX(setting->n_insets, setting->indent_em != 0 ? 1 : 0);

	b->rows = own > b->line ? (uint32_t)(own - b->line) + 1 : 1;
	b->rows = MIN(b->rows, UINT8_MAX);
	b->measures = g_new(double, b->rows);
	b->tops = g_new(uint32_t, b->rows);
	b->fulls = g_new(uint32_t, b->rows);
	for (uint32_t row = 0; row < b->rows; row++)
		b->measures[row] =
			jb_line_measure(setting, b->para->em, b->line + row);
}

void jb_break_total(const jb_para *para, jb_segment seg, GArray *cuts)
{
	breaker b = {
		.para = para,
		.seg = seg,
		.line = cuts->len,
		.sums = jb_sums_new(para, seg),
		.places = g_new(uint32_t, seg.to - seg.from + 1),
	};

	find_rows(&b);
	find_places(&b, JB_BREAK_FREE);
	jb_fit fit = solve(&b);
	if (fit != JB_FIT_FINE && find_places(&b, JB_BREAK_RESORT))
		fit = solve(&b);
	b.all = true;
	if (fit == JB_FIT_OVER && find_places(&b, JB_BREAK_RULES))
		solve(&b);
	collect(&b, cuts);
	g_free(b.measures);
	g_free(b.tops);
	g_free(b.fulls);
	g_free(b.sums);
	g_free(b.places);
	g_free(b.best);
}
