/* decor.c - dots, lines and strokes beside a line of text become paths.
 *
 * Everything is drawn along the line and across it; in a vertical line along
 * is down the page and across to the left.
 */
#include "scene/decor.h"

#include <math.h>
#include <string.h>

#include "scene/icons.h"
#include "text/beside.h"

/* In em of the text. */
#define WAVE_LONG .4   /* one whole wave, about */
#define BOX_INSIDE .08 /* off the em box */
#define ASCENT .88     /* of the em box, over the baseline */
#define ICON .86       /* live area of an icon */

/* A path that is being drawn from where its decor starts. */
typedef struct pen {
	jb_step *steps;
	size_t n;
	bool vertical;
} pen;

static void put_point(const pen *p, double *to, double along, double across)
{
	to[0] = p->vertical ? -across : along;
	to[1] = p->vertical ? along : across;
}

static void step_to(pen *p, jb_op op, double along, double across)
{
	jb_step *step = &p->steps[p->n++];

	step->op = op;
	put_point(p, step->p, along, across);
}

static void curve_to(pen *p, const double *six)
{
	jb_step *step = &p->steps[p->n++];

	step->op = JB_CURVE;
	for (int i = 0; i < 6; i += 2)
		put_point(p, &step->p[i], six[i], six[i + 1]);
}

static jb_item *item_new(jb_arena *arena, jb_group *group, const jb_decor *d,
	const pen *p, double x, double y)
{
	jb_item *item = jb_item_new(arena, group, JB_ITEM_PATH);

	item->x = x + (p->vertical ? -d->y : d->x0);
	item->y = y + (p->vertical ? d->x0 : d->y);
	item->pos = d->pos;
	item->beside = true;
	item->u.path.steps = p->steps;
	item->u.path.n = p->n;
	return item;
}

/* Four curves, true to 0.03 % of the radius. */
static void draw_dot(pen *p, double r)
{
	const double k = 4 / 3. * (sqrt(2) - 1) * r;

	step_to(p, JB_MOVE, r, 0);
	curve_to(p, (double[]){r, k, k, r, 0, r});
	curve_to(p, (double[]){-k, r, -r, k, -r, 0});
	curve_to(p, (double[]){-r, -k, -k, -r, 0, -r});
	curve_to(p, (double[]){k, -r, r, -k, r, 0});
	step_to(p, JB_CLOSE, 0, 0);
}

static unsigned n_waves(const jb_decor *d)
{
	return (unsigned)fmax(1, round((d->x1 - d->x0) / (WAVE_LONG * d->em)));
}

/* Whole waves from end to end, so that each starts and ends in its middle.
 * The handles give half a sine: steepest at the middle, no corner there. */
static void draw_wave(pen *p, const jb_decor *d)
{
	unsigned n = 2 * n_waves(d);
	double half = (d->x1 - d->x0) / n, h = 4 / 3. * JB_WAVE_HIGH_EM * d->em;

	step_to(p, JB_MOVE, 0, 0);
	for (unsigned i = 0; i < n; i++, h = -h) {
		double x = i * half;

		curve_to(p, (double[]){x + .3642 * half, -h, x + .6358 * half,
				    -h, x + half, 0});
	}
}

static void draw_box(pen *p, const jb_decor *d)
{
	double in = BOX_INSIDE * d->em, far = d->x1 - d->x0 - in;
	double top = (p->vertical ? -.5 : -ASCENT) * d->em + in;
	double foot = top + d->em - 2 * in;

	step_to(p, JB_MOVE, in, top);
	step_to(p, JB_LINE, far, top);
	step_to(p, JB_LINE, far, foot);
	step_to(p, JB_LINE, in, foot);
	step_to(p, JB_CLOSE, 0, 0);
}

static void draw(pen *p, const jb_decor *d)
{
	switch (d->kind) {
	case JB_DECOR_DOT:
		draw_dot(p, JB_DOT_EM * d->em);
		break;
	case JB_DECOR_WAVE:
		draw_wave(p, d);
		break;
	case JB_DECOR_BOX:
		draw_box(p, d);
		break;
	case JB_DECOR_ICON: /* not of one step after another */
		break;
	case JB_DECOR_RULE:
	case JB_DECOR_STRIKE:
		step_to(p, JB_MOVE, 0, 0);
		step_to(p, JB_LINE, d->x1 - d->x0, 0);
		break;
	}
}

/* In the middle of the em box, as large as Han look. */
static void put_icon(jb_arena *arena, jb_group *group, const jb_decor *d,
	bool vertical, double x, double y)
{
	double live = ICON * d->em, in = (d->em - live) / 2;
	jb_item *item;

	if (vertical)
		item = jb_icon_draw(arena, group, d->icon, x - live / 2,
			y + d->x0 + in, live, d->ink);
	else
		item = jb_icon_draw(arena, group, d->icon, x + d->x0 + in,
			y - ASCENT * d->em + in, live, d->ink);
	item->pos = d->pos;
	item->beside = true;
}

static void put_decor(jb_arena *arena, jb_group *group, const jb_decor *d,
	bool vertical, double x, double y)
{
	if (d->kind == JB_DECOR_ICON) {
		put_icon(arena, group, d, vertical, x, y);
		return;
	}
	size_t most = d->kind == JB_DECOR_WAVE ? 2 * n_waves(d) + 1 : 6;
	pen p = {jb_new_array(arena, jb_step, most), 0, vertical};

	draw(&p, d);
	jb_path *path = &item_new(arena, group, d, &p, x, y)->u.path;
	if (d->kind == JB_DECOR_DOT) {
		path->fill = d->ink;
		return;
	}
	path->stroke = d->ink;
	path->width_pt =
		(d->kind == JB_DECOR_WAVE ? JB_WAVE_EM : JB_RULE_EM) * d->em;
}

void jb_decor_put(jb_arena *arena, jb_group *group, const jb_line *line,
	double x, double y)
{
	for (size_t i = 0; i < line->n_decors; i++)
		put_decor(arena, group, &line->decors[i], line->vertical, x, y);
}
