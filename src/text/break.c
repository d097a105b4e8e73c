/* break.c - total fit: the cheapest way to cut a whole segment into lines.
 *
 * Knuth and Plass's idea with Chinese prices: squeezing a comma costs little,
 * drawing characters apart is dear, and a last line of one character (孤字) is
 * nearly forbidden.  One table over the places where a line may end.
 */
#include "text/break.h"

#include <math.h>

#define COST_OVERFULL 1e7 /* and more; nothing else costs as much */
#define COST_MAX 9e6
#define COST_RUNT 4e6	    /* the last line has one character */
#define COST_SHORT 400	    /* it has two */
#define COST_SHORT_LINE 2e6 /* nothing can fill it */
#define COST_LOOSE_LINE 1e6 /* two words, edge to edge */
#define COST_RESORT 3000    /* a word is cut */
#define EPSILON 1e-6

typedef struct state {
	double cost;
	uint32_t from; /* index of the place before */
	bool over;     /* some line on the way is overfull */
} state;

typedef struct breaker {
	const jb_para *para;
	jb_segment seg;
	double indent;
	double least; /* lines shorter than this are rarely candidates */
	jb_sums *sums;
	uint32_t *places; /* atoms before which a line may start */
	uint32_t n;	  /* places[0] = seg.from, places[n-1] = seg.to */
	state *best;
} breaker;

static bool is_ragged(const jb_para *para)
{
	return para->setting->align != JB_ALIGN_JUSTIFY;
}

/* What closing the slack costs, in the order of the steps; < 0: shrink. */
static double shrink_cost(const jb_sums *line, double need, double em)
{
	static const double price[JB_STEPS] = {0, 0, 1, 1.5, 2, 6, 12, 14};
	double cost = 0;

	for (int i = 1; i < JB_STEPS && need > 0; i++) {
		double used = fmin(need, line->shrink[i]);
		cost += price[i] * used / em;
		need -= used;
	}
	return need > EPSILON * em ? COST_OVERFULL * (1 + need / em) : cost;
}

/* Characters drawn apart by so many em: .02 goes unseen, .2 hurts. */
static double loose_price(double share)
{
	double x = share / .06;

	return 40 * x * x * x;
}

static double stretch_cost(
	const jb_sums *line, double need, uint32_t gaps, double em)
{
	static const double price[JB_STRETCHES] = {0, 10, 25};
	double cost = 0;

	for (int i = 1; i < JB_STRETCHES; i++) {
		double used = fmin(need, line->stretch[i]);
		cost += price[i] * used / em;
		need -= used;
	}
	if (need <= EPSILON * em)
		return cost;
	double share = jb_open_share(line, gaps, need, em);
	if (isinf(share))
		cost += COST_SHORT_LINE * (1 + need / em);
	else
		cost += fmin(loose_price(share / em),
			COST_LOOSE_LINE * (1 + share / em));
	return fmin(cost, COST_MAX);
}

static double line_cost(const breaker *b, const jb_sums *line, double measure,
	uint32_t gaps, bool last)
{
	double em = b->para->em, slack = measure - line->width;

	if (is_ragged(b->para)) {
		if (slack < -.001 * em)
			return COST_OVERFULL * (1 - slack / em);
		return last ? 0 : fmin(3 * slack * slack / (em * em), COST_MAX);
	}
	if (slack < 0)
		return shrink_cost(line, -slack, em);
	return last ? 0 : stretch_cost(line, slack, gaps, em);
}

/* 孤字: characters that count, not marks. */
static unsigned count_letters(const jb_para *para, uint32_t from, uint32_t to)
{
	unsigned n = 0;

	for (uint32_t i = from; i < to && n < 3; i++) {
		const jb_atom *atom = jb_para_atom(para, i);
		if (jb_class_is_han(atom->cls) || atom->cls == JB_WIDE ||
			g_unichar_isalnum(jb_atom_first(para, atom)->c))
			n++;
	}
	return n;
}

static double runt_cost(const jb_para *para, uint32_t from, uint32_t to)
{
	unsigned n = count_letters(para, from, to);

	return n < 2 ? COST_RUNT : n < 3 ? COST_SHORT : 0;
}

static double measure_at(const breaker *b, uint32_t from)
{
	return b->para->setting->measure_pt -
	       (from == b->seg.from ? b->indent : 0);
}

/* (1 + cost + penalty)², as in TeX: one bad line is worse than two fair ones.
 */
static double demerit(const breaker *b, uint32_t from, uint32_t to, bool *over)
{
	jb_sums line = jb_sums_line(b->para, b->sums, b->seg, from, to);
	bool last = to == b->seg.to;
	double cost =
		line_cost(b, &line, measure_at(b, from), to - from - 1, last);

	*over = cost >= COST_OVERFULL;
	if (!last) {
		const jb_gap *gap = &jb_para_atom(b->para, to - 1)->gap;
		cost += gap->penalty;
		if (gap->permit == JB_BREAK_RESORT)
			cost += COST_RESORT;
	} else if (from != b->seg.from) {
		cost += runt_cost(b->para, from, to);
	}
	return (1 + cost) * (1 + cost);
}

static void find_places(breaker *b, int permit)
{
	b->n = 0;
	b->places[b->n++] = b->seg.from;
	for (uint32_t i = b->seg.from; i + 1 < b->seg.to; i++)
		if (jb_para_atom(b->para, i)->gap.permit <= permit)
			b->places[b->n++] = i + 1;
	b->places[b->n++] = b->seg.to;
}

/* A line so empty is no candidate where a fuller one ends at the same place. */
static bool is_empty(const breaker *b, uint32_t i, uint32_t j)
{
	double width = b->sums[b->places[j] - b->seg.from].width -
		       b->sums[b->places[i] - b->seg.from].width;

	return width < b->least;
}

/* Lines that end at place j, shortest first, until they no longer fit; the
 * shortest counts even if it does not. */
static void reach(breaker *b, uint32_t j, bool empty)
{
	b->best[j].cost = INFINITY;
	for (uint32_t i = j; i-- > 0;) {
		bool over;
		if (!empty && is_empty(b, i, j))
			continue;
		double cost = b->best[i].cost +
			      demerit(b, b->places[i], b->places[j], &over);
		if (over && i + 1 < j)
			break;
		if (cost < b->best[j].cost)
			b->best[j] = (state){cost, i, over || b->best[i].over};
		if (over)
			break;
	}
}

static bool solve(breaker *b, int permit)
{
	find_places(b, permit);
	b->best[0] = (state){0, 0, false};
	for (uint32_t j = 1; j < b->n; j++) {
		reach(b, j, j + 1 == b->n);
		if (isinf(b->best[j].cost))
			reach(b, j, true);
	}
	return !b->best[b->n - 1].over;
}

static void collect(const breaker *b, GArray *cuts)
{
	unsigned at = cuts->len;

	for (uint32_t j = b->n - 1; j > 0; j = b->best[j].from) {
		uint32_t from = b->places[b->best[j].from];
		jb_cut cut = {from, b->places[j], measure_at(b, from),
			b->places[j] == b->seg.to};
		g_array_insert_val(cuts, at, cut);
	}
}

void jb_break_total(
	const jb_para *para, jb_segment seg, double indent, GArray *cuts)
{
	uint32_t n = seg.to - seg.from;
	double measure = para->setting->measure_pt;
	breaker b = {
		.para = para,
		.seg = seg,
		.indent = indent,
		.least = fmin(.7 * measure, measure - 3 * para->em),
		.sums = jb_sums_new(para, seg),
		.places = g_new(uint32_t, n + 1),
		.best = g_new0(state, n + 1),
	};

	/* words are cut only where nothing else fits */
	if (!solve(&b, JB_BREAK_FREE))
		solve(&b, JB_BREAK_RESORT);
	collect(&b, cuts);
	g_free(b.sums);
	g_free(b.places);
	g_free(b.best);
}
