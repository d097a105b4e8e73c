/* copyfit.c - trials of a text, one after the other, and the best of them.
 */
#include "layout/copyfit.h"

#include <math.h>

#define SHORT_LINE 0.25 /* of the measure */

/* Gaps that are wider by less than this look the same (em): in the loosest
 * line, and on average. */
#define WORST_SEEN 0.02
#define MEAN_SEEN 0.01

enum { STEPS = 20 }; /* each way */

/* Styles of a trial; fonts are known by the style's address, so they stay. */
typedef struct trial {
	jb_style *first;  /* of the first paragraph */
	jb_style *others; /* no drop cap */
} trial;

/* What is tried: both as far from the style's own as their limits let them. */
typedef struct attempt {
	double size_pt, tracking_em;
	double far; /* of the way to the farther limit */
} attempt;

/* What is wrong with a trial, the worst first. */
typedef struct badness {
	size_t over;	/* lines beyond the frame */
	size_t missing; /* lines that the frame's last row lacks */
	unsigned worst; /* the loosest line, by WORST_SEEN */
	unsigned mean;	/* all that are spread, by MEAN_SEEN */
	size_t shorts;	/* paragraphs that end in a short line */
	double far;
} badness;

/* The lines of a trial. */
typedef struct tally {
	size_t lines, shorts, spread;
	double worst, sum; /* em, of those that are spread */
} tally;

bool jb_copyfit_asked(const jb_block *block)
{
	return (block->kind == JB_BLOCK_TEXT ||
		       block->kind == JB_BLOCK_HEADING ||
		       block->kind == JB_BLOCK_PROSE) &&
	       block->style && block->style->copyfit.on;
}

static bool better(const badness *a, const badness *b)
{
	if (a->over != b->over)
		return a->over < b->over;
	if (a->missing != b->missing)
		return a->missing < b->missing;
	if (a->worst != b->worst)
		return a->worst < b->worst;
	if (a->mean != b->mean)
		return a->mean < b->mean;
	if (a->shorts != b->shorts)
		return a->shorts < b->shorts;
	return a->far < b->far;
}

/* ---- what is tried ---- */

static double limit(double least, double most, bool more)
{
	return more ? most : least;
}

/* How far a value is from its own, of the way to its limit. */
static double way(double value, double own, double least, double most)
{
	double all = limit(least, most, value > own) - own;

	return all == 0 ? 0 : (value - own) / all;
}

/* Both go as many steps to their limits. */
static attempt attempt_together(const jb_style *style, int step)
{
	const jb_copyfit_limits *l = &style->copyfit;
	double size = limit(l->size_least_pt, l->size_most_pt, step > 0);
	double tracking =
		limit(l->tracking_least_em, l->tracking_most_em, step > 0);
	double part = (double)abs(step) / STEPS;

	return (attempt){
		style->size_pt + (size - style->size_pt) * part,
		style->tracking_em + (tracking - style->tracking_em) * part,
		part,
	};
}

/* Another tracking for the size: so many whole characters, as many as come
 * nearest, are as long as the measure; the last has no tracking after it.
 * False when that tracking is not within the limits. */
static bool make_whole(const jb_style *style, double measure, attempt *a)
{
	const jb_copyfit_limits *l = &style->copyfit;
	double all = measure / a->size_pt, n = round(all);

	if (n < 2)
		return false;
	a->tracking_em = (all - n) / (n - 1);
	if (a->tracking_em < l->tracking_least_em ||
		a->tracking_em > l->tracking_most_em)
		return false;
	a->far = fmax(way(a->size_pt, style->size_pt, l->size_least_pt,
			      l->size_most_pt),
		way(a->tracking_em, style->tracking_em, l->tracking_least_em,
			l->tracking_most_em));
	return true;
}

static void set_attempt(const trial *t, const attempt *a)
{
	t->first->size_pt = t->others->size_pt = a->size_pt;
	t->first->tracking_em = t->others->tracking_em = a->tracking_em;
}

/* ---- how it looks ---- */

/* Takes a line into account; returns where its text ends. */
static double look_at(const jb_group *box, tally *all)
{
	double end = 0;

	for (guint i = 0; i < box->items->len; i++) {
		const jb_item *item = box->items->pdata[i];
		const jb_line *line = item->line;

		if (!line)
			continue;
		end = fmax(end, line->x + line->width_pt);
		if (!line->justified || line->last)
			continue;
		all->spread++;
		all->worst = fmax(all->worst, line->stretch_em);
		all->sum += fmax(line->stretch_em, 0);
	}
	return end;
}

static tally count_lines(
	jb_desk *desk, const trial *t, const jb_copyfit_job *job)
{
	tally all = {0};

	for (size_t i = 0; i < job->n; i++) {
		double end = INFINITY;
		size_t n;
		jb_group **lines = jb_set_lines(desk, job->paragraphs[i],
			i ? t->others : t->first, NULL, job->measure_pt, &n);

		for (size_t k = 0; k < n; k++)
			end = look_at(lines[k], &all);
		all.lines += n;
		all.shorts += n > 1 && end < SHORT_LINE * job->measure_pt;
	}
	return all;
}

static badness try_it(jb_desk *desk, const trial *t, const jb_style *style,
	const jb_copyfit_job *job, const attempt *a)
{
	size_t columns = (size_t)job->columns, rows, least;
	badness bad = {.far = a->far};
	tally all;

	set_attempt(t, a);
	all = count_lines(desk, t, job);
	bad.worst = (unsigned)(all.worst / WORST_SEEN);
	bad.mean = (unsigned)(all.sum / (double)MAX(all.spread, 1) / MEAN_SEEN);
	bad.shorts = all.shorts;
	if (job->height_pt <= 0)
		return bad;
	rows = (size_t)floor((job->height_pt + 0.01) / style->leading_pt);
	least = rows > 0 ? (rows - 1) * columns + 1 : 0;
	bad.over = all.lines > rows * columns ? all.lines - rows * columns : 0;
	bad.missing = all.lines < least ? least - all.lines : 0;
	return bad;
}

/* The best of what is tried, the style's own first. */
static attempt search(jb_desk *desk, const trial *t, const jb_style *style,
	const jb_copyfit_job *job)
{
	attempt chosen = {style->size_pt, style->tracking_em, 0};
	badness best = try_it(desk, t, style, job, &chosen);

	/* a step up, a step down; each together, then whole */
	for (int i = 3; i < 4 * STEPS + 4; i++) {
		int step = i % 4 < 2 ? i / 4 : -(i / 4);
		attempt a = attempt_together(style, step);
		badness bad;

		if (!best.over && !best.missing && !best.worst && !best.mean &&
			!best.shorts && a.far >= best.far)
			break; /* nothing else is changed less */
		if (i % 2 && !make_whole(style, job->measure_pt, &a))
			continue;
		bad = try_it(desk, t, style, job, &a);
		if (!better(&bad, &best))
			continue;
		best = bad;
		chosen = a;
	}
	return chosen;
}

const jb_style *jb_copyfit(
	jb_desk *desk, const jb_style *style, const jb_copyfit_job *job)
{
	jb_diags *diags;
	const trial t = {
		jb_new(desk->arena, jb_style), jb_new(desk->arena, jb_style)};
	attempt chosen;

	if (!style->copyfit.on)
		return style;
	*t.first = *t.others = *style;
	t.others->drop = 0;
	diags = jb_desk_hush(desk);
	chosen = search(desk, &t, style, job);
	jb_desk_speak(desk, diags);
	set_attempt(&t, &chosen);
	return t.first;
}
