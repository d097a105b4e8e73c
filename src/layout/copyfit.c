/* copyfit.c - trials of a text, one after the other, and the best of them.
 */
#include "layout/copyfit.h"

#include <math.h>

#define SHORT_LINE 0.25 /* of the measure */

enum { STEPS = 20 }; /* each way */

/* Styles of a trial; fonts are known by the style's address, so they stay. */
typedef struct trial {
	jb_style *first;  /* of the first paragraph */
	jb_style *others; /* no drop cap */
} trial;

/* What is wrong with a trial, the worst first. */
typedef struct badness {
	size_t over;	/* lines beyond the frame */
	size_t missing; /* lines that the frame's last row lacks */
	size_t shorts;	/* paragraphs that end in a short line */
	int far;	/* steps from the style's own */
} badness;

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
	if (a->shorts != b->shorts)
		return a->shorts < b->shorts;
	return a->far < b->far;
}

static double between(double own, double least, double most, int step)
{
	double limit = step < 0 ? least : most;

	return own + (limit - own) * abs(step) / STEPS;
}

static void set_step(const trial *t, const jb_style *style, int step)
{
	const jb_copyfit_limits *limits = &style->copyfit;

	t->first->size_pt = t->others->size_pt = between(style->size_pt,
		limits->size_least_pt, limits->size_most_pt, step);
	t->first->tracking_em = t->others->tracking_em =
		between(style->tracking_em, limits->tracking_least_em,
			limits->tracking_most_em, step);
}

/* Where the text of a line ends. */
static double line_end(const jb_group *box)
{
	double end = 0;

	for (guint i = 0; i < box->items->len; i++) {
		const jb_item *item = box->items->pdata[i];

		if (item->line)
			end = fmax(end, item->line->x + item->line->width_pt);
	}
	return end;
}

/* The lines of all paragraphs, and how many end in a short one. */
static size_t count_lines(jb_desk *desk, const trial *t,
	const jb_copyfit_job *job, size_t *shorts)
{
	size_t all = 0, n;

	for (size_t i = 0; i < job->n; i++) {
		jb_group **lines = jb_set_lines(desk, job->paragraphs[i],
			i ? t->others : t->first, NULL, job->measure_pt, &n);

		all += n;
		if (n > 1 &&
			line_end(lines[n - 1]) < SHORT_LINE * job->measure_pt)
			++*shorts;
	}
	return all;
}

static badness try_step(jb_desk *desk, const trial *t, const jb_style *style,
	const jb_copyfit_job *job, int step)
{
	badness bad = {.far = abs(step)};
	size_t columns = (size_t)job->columns, lines, rows, least;

	set_step(t, style, step);
	lines = count_lines(desk, t, job, &bad.shorts);
	if (job->height_pt <= 0)
		return bad;
	rows = (size_t)floor((job->height_pt + 0.01) / style->leading_pt);
	least = rows > 0 ? (rows - 1) * columns + 1 : 0;
	bad.over = lines > rows * columns ? lines - rows * columns : 0;
	bad.missing = lines < least ? least - lines : 0;
	return bad;
}

const jb_style *jb_copyfit(
	jb_desk *desk, const jb_style *style, const jb_copyfit_job *job)
{
	jb_diags *diags = desk->diags;
	const trial t = {
		jb_new(desk->arena, jb_style), jb_new(desk->arena, jb_style)};
	badness best, bad;
	int chosen = 0;

	if (!style->copyfit.on)
		return style;
	*t.first = *t.others = *style;
	t.others->drop = 0;
	desk->diags = jb_diags_new(desk->arena); /* trials say nothing */
	best = try_step(desk, &t, style, job, 0);
	for (int i = 2; i < 2 * STEPS + 2; i++) {
		int step = i % 2 ? -(i / 2) : i / 2;

		if (!best.over && !best.missing && !best.shorts)
			break; /* nothing else is changed less */
		bad = try_step(desk, &t, style, job, step);
		if (!better(&bad, &best))
			continue;
		best = bad;
		chosen = step;
	}
	desk->diags = diags;
	set_step(&t, style, chosen);
	return t.first;
}
