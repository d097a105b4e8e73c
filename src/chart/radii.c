/* radii.c - distances as discs about one centre, each radius to scale.
 */
#include "chart/forms.h"

#include <math.h>
#include <stdlib.h>

#include "plot/marks.h"
#include "chart/parts.h"
#include "model/wording.h"

#define RADII_MAX 4

static const double radius_pt = 80, gap_pt = 12, widest_pt = 326, unit_pt = 10;

/* A disc and its callout. */
struct ring {
	const jb_stat *stat;
	jb_callout callout;
	double value;
	double r;      /* 0: no value, no disc */
	double x, y;   /* where its radius meets its edge */
	double line_y; /* its callout stands on */
};

struct rings {
	struct ring ring[RADII_MAX];
	size_t n;
	double words_pt;	  /* widest callout or label */
	double over_pt, under_pt; /* what stands over and under a line */
};

static bool usable(jb_desk *desk, const jb_bound_picture *picture)
{
	const jb_bound_subject *of = &picture->of;
	const jb_figure *first = of->n_stats ? of->stats[0].figure : NULL;
	bool fine = true;

	if (of->n_stats < 2 || of->n_stats > RADII_MAX) {
		jb_error(desk->diags, picture->picture->pos,
			"the form “radii” shows 2 to 4 figures, not %zu",
			of->n_stats);
		return false;
	}
	for (size_t i = 0; i < of->n_stats; i++) {
		const jb_figure *figure = of->stats[i].figure;

		if (g_strcmp0(figure->noun, first->noun) != 0) {
			jb_error(desk->diags, figure->value_pos,
				"radii need one unit: “%s” and “%s” differ",
				first->unit, figure->unit);
			fine = false;
		}
		if (figure->has_value && jb_figure_size(figure) < 0) {
			jb_error(desk->diags, figure->value_pos,
				"a radius cannot be negative");
			fine = false;
		}
	}
	return fine;
}

static int by_value(const void *a, const void *b)
{
	const struct ring *x = a, *y = b;

	if (x->value == y->value)
		return (x->stat > y->stat) - (x->stat < y->stat);
	return x->value > y->value ? 1 : -1;
}

static struct ring ring_new(jb_desk *desk, const jb_bound_picture *picture,
	const jb_stat *stat, double width)
{
	const jb_figure *figure = stat->figure;
	struct ring ring = {
		.stat = stat,
		.callout = jb_callout_of(desk, figure, width >= 200 ? 28 : 20,
			jb_numeral_ink(desk, picture, figure)),
		.value = figure->has_value ? jb_figure_size(figure) : 0,
	};

	ring.callout.unit_max_pt = unit_pt;
	ring.callout.align = JB_ALIGN_END;
	return ring;
}

static void measure(jb_desk *desk, struct rings *rings, double width)
{
	double lines = 0;

	rings->words_pt = 0;
	for (size_t i = 0; i < rings->n; i++) {
		const jb_stat *stat = rings->ring[i].stat;

		rings->words_pt = fmax(rings->words_pt,
			jb_callout_width(desk, &rings->ring[i].callout));
		rings->words_pt = fmax(rings->words_pt,
			fmin(jb_words_width(desk, jb_stat_name(stat), "label"),
				width * 0.36));
	}
	for (size_t i = 0; i < rings->n; i++)
		lines = fmax(lines,
			jb_words_height(desk, rings->words_pt,
				jb_stat_name(rings->ring[i].stat), "label"));
	rings->over_pt = rings->ring[0].callout.size_pt * JB_DIGIT_EM + 4;
	rings->under_pt = lines + 3;
}

/* Callouts one under the other, the first at the centre where there are two:
 * so that its line is its radius.  Each radius leans to its callout. */
static double place(struct rings *rings, double r)
{
	double close = rings->over_pt + rings->under_pt + 8;
	double wide =
		rings->n == 2 ? 0.85 * r : 1.6 * r / (double)(rings->n - 1);
	double pitch = fmax(close, wide);
	double most = rings->ring[rings->n - 1].value;
	double span = pitch * (double)(rings->n - 1);
	double top = rings->n == 2 ? 0 : -span / 2, cy;

	cy = fmax(r, rings->over_pt - top);
	for (size_t i = 0; i < rings->n; i++) {
		struct ring *ring = &rings->ring[i];
		double rise = top + pitch * (double)i, s;

		ring->r = most > 0 ? r * ring->value / most : 0;
		s = ring->r > 0 ? CLAMP(rise / ring->r, -0.9, 0.9) : 0;
		ring->x = r + ring->r * sqrt(1 - s * s);
		ring->y = cy + ring->r * s;
		ring->line_y = cy + rise;
	}
	return cy;
}

/* In the look of its status; `fill` for solid ones. */
static void disc(jb_desk *desk, jb_group *group, double cx, double cy,
	const struct ring *ring, const jb_ink *fill)
{
	const jb_figure *figure = ring->stat->figure;
	const jb_ink *paper = jb_desk_ink(desk, "paper");
	guint from = group->items->len;

	if (ring->r <= 0)
		return;
	if (jb_is_planned(figure)) {
		jb_put_circle(desk, group, cx, cy, ring->r, paper,
			jb_desk_ink(desk, "primary"), 0.75);
		jb_put_hatched_sector(desk, group, cx, cy, ring->r, 2 * G_PI);
	} else if (jb_is_target(figure)) {
		jb_put_circle(
			desk, group, cx, cy, ring->r, paper, desk->accent, 1.5);
	} else {
		jb_put_circle(desk, group, cx, cy, ring->r, fill,
			jb_desk_ink(desk, "text45"), 0.5);
	}
	jb_claim(group, from, figure);
}

/* From the centre to the edge, and on to the callout as a hairline. */
static void leader(jb_desk *desk, jb_group *group, double cx, double cy,
	const struct ring *ring, double knee, double right)
{
	const jb_ink *grey = jb_desk_ink(desk, "text45");
	double from = fabs(ring->line_y - ring->y) < 0.01 ? ring->x : knee;

	jb_put_line(desk, group, from, ring->line_y, right, ring->line_y, grey,
		0.5, false);
	if (ring->r <= 0)
		return;
	if (from > ring->x)
		jb_put_line(desk, group, ring->x, ring->y, knee, ring->line_y,
			grey, 0.5, false);
	jb_put_line(desk, group, cx, cy, ring->x, ring->y,
		jb_desk_ink(desk, "text"), 1, false);
}

static void put_words(jb_desk *desk, jb_group *group, const struct rings *rings,
	const struct ring *ring, double right)
{
	jb_put_callout(desk, group, right, ring->line_y - 4, &ring->callout);
	jb_put_words_as(desk, group, right - rings->words_pt, ring->line_y + 3,
		rings->words_pt, jb_stat_name(ring->stat), "label", JB_TEXT_END,
		NULL);
}

static void draw(
	jb_desk *desk, jb_group *group, struct rings *rings, double right)
{
	static const char *const fills[RADII_MAX][RADII_MAX] = {
		{"primary38"},
		{"primary38", "primary6"},
		{"primary38", "primary16", "primary6"},
		{"primary65", "primary38", "primary16", "primary6"},
	};
	double room = right - rings->words_pt - gap_pt;
	double r = fmin(radius_pt, floor(room / 2));
	double cy = place(rings, r);

	for (size_t i = rings->n; i-- > 0;)
		disc(desk, group, r, cy, &rings->ring[i],
			jb_desk_ink(desk, fills[rings->n - 1][i]));
	for (size_t i = 0; i < rings->n; i++) {
		const struct ring *ring = &rings->ring[i];
		guint from = group->items->len;

		leader(desk, group, r, cy, ring, 2 * r + gap_pt / 2, right);
		put_words(desk, group, rings, ring, right);
		jb_claim(group, from, ring->stat->figure);
	}
	jb_put_circle(
		desk, group, r, cy, 2.4, jb_desk_ink(desk, "text"), NULL, 0);
	group->height =
		jb_snap(desk, fmax(cy + r, rings->ring[rings->n - 1].line_y +
						   rings->under_pt));
}

jb_group *jb_form_radii(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	struct rings rings = {.n = picture->of.n_stats};

	group->width = width;
	if (!usable(desk, picture))
		return group;
	width = fmin(width, widest_pt);
	for (size_t i = 0; i < rings.n; i++)
		rings.ring[i] =
			ring_new(desk, picture, &picture->of.stats[i], width);
	qsort(rings.ring, rings.n, sizeof(rings.ring[0]), by_value);
	measure(desk, &rings, width);
	draw(desk, group, &rings, width);
	return group;
}
