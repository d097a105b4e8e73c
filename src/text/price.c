/* price.c - what a line costs, as far as the eye is concerned.
 *
 * Marks give their blanks in the order of clreq #line-adjustment, and the
 * sooner they give the less it costs; a little from every comma is cheap, all
 * of it is dear, for beside full ones it shows.  Characters drawn apart are
 * dearer still, and grow so with the third power: .02 em goes unseen, .2 hurts.
 *
 * What the rules bar is for lines that would run over otherwise, so it costs
 * more than any looseness and less than running over.
 */
#include "text/break.h"

#include <math.h>

#define PRICE_OVER 1e7 /* and more; nothing else costs as much */
#define PRICE_MAX 9e6
#define PRICE_SHORT 2e6 /* nothing can fill it */
#define PRICE_LOOSE 1e6 /* two words, edge to edge */
#define PRICE_TOLD 1e5	/* more, for a line that is told as loose */
#define CONVEX 2.5	/* a blank taken whole, to its first part */
#define STEEP 2		/* more, for the last part of it */
#define STEEP_FROM .5	/* from here on */
#define EPSILON 1e-6

/* The last part of a blank: a mark without any, beside one that has its half em
 * in the next line, shows. */
static double steepness(double part)
{
	double last = fmax(0, part - STEEP_FROM) / (1 - STEEP_FROM);

	return STEEP * last * last;
}

/* What closing the slack costs, in the order of the steps. */
static double shrink_price(
	const jb_sums *line, double need, double em, jb_fit *fit)
{
	static const double price[JB_STEPS] = {0, 0, 1, 1.5, 2, 4, 8, 14};
	double cost = 0;

	for (int i = 1; i < JB_STEPS && need > 0; i++) {
		if (line->shrink[i] <= 0)
			continue;
		double used = fmin(need, line->shrink[i]);
		double part = used / line->shrink[i];
		cost += price[i] * used / em *
			(1 + CONVEX * part * part + steepness(part));
		need -= used;
	}
	if (need <= EPSILON * em)
		return cost;
	*fit = JB_FIT_OVER;
	return PRICE_OVER * (1 + need / em);
}

static double loose_price(double share)
{
	double x = share / .028;

	return 40 * x * x * x +
	       (share > JB_LOOSE_EM + EPSILON ? PRICE_TOLD : 0);
}

/* Letters of an address, where they stand farther apart than all others may. */
static double letters_price(jb_apart apart, double em)
{
	double more = apart.letters / em - JB_LETTERS_EM;

	return more > EPSILON ? loose_price(2 * more) : 0;
}

static double stretch_price(
	const jb_sums *line, double need, uint32_t gaps, double em, jb_fit *fit)
{
	static const double price[JB_STRETCHES] = {0, 3, 6};
	double cost = 0;

	for (int i = 1; i < JB_STRETCHES; i++) {
		double used = fmin(need, line->stretch[i]);
		cost += price[i] * used / em;
		need -= used;
	}
	if (need <= EPSILON * em)
		return cost;
	jb_apart apart = jb_draw_apart(line, gaps, need, em);
	double share = fmax(apart.open, apart.letters) / em;
	if (share > JB_LOOSE_EM + EPSILON)
		*fit = JB_FIT_LOOSE;
	if (isinf(share))
		cost += PRICE_SHORT * (1 + need / em);
	else
		cost += fmin(loose_price(share) + letters_price(apart, em),
			PRICE_LOOSE * (1 + share));
	return fmin(cost, PRICE_MAX);
}

double jb_line_price(const jb_para *para, const jb_sums *line, double measure,
	uint32_t gaps, bool last, jb_fit *fit)
{
	double em = para->em, slack = measure - line->width;

	*fit = JB_FIT_FINE;
	if (para->setting->align == JB_ALIGN_JUSTIFY) {
		if (slack < 0 && slack >= -JB_FLUSH_EM * em)
			return 0;
		if (slack < 0)
			return shrink_price(line, -slack, em, fit);
		return last ? 0 : stretch_price(line, slack, gaps, em, fit);
	}
	if (slack >= -JB_FLUSH_EM * em)
		return last ? 0
			    : fmin(3 * slack * slack / (em * em), PRICE_MAX);
	*fit = JB_FIT_OVER;
	return PRICE_OVER * (1 - slack / em);
}

double jb_relax_price(unsigned relax)
{
	switch (relax) {
	case JB_RELAX_STRICT:
		return 9.2e6;
	case JB_RELAX_MARKS:
		return 9.5e6;
	case JB_RELAX_RULES:
		return 9.8e6;
	default:
		return 0;
	}
}
