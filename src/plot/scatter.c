/* scatter.c - values against values: a point for each name that has both, and
 * its name where there is room.
 *
 * The first series lies along the x axis, the second along the y axis, the
 * third is the area of bubbles.
 */
#include "plot/places.h"

#include <math.h>
#include <stdlib.h>

#include "model/wording.h"
#include "plot/marks.h"
#include "plot/occupy.h"
#include "plot/ticks.h"

static const double shape = 0.62, height_least = 110, height_most = 250;
static const double dot_pt = 2.4, cloud_dot_pt = 1.2, bubble_most = 22,
		    bubble_share = 0.075;
static const double tick_gap = 5, tick_line = 11, title_line = 13, inset = 6;
/* So many names can be read; a cloud of more says so. */
enum { NAMED_MOST = 150, CLOUD = 2000 };

struct point {
	size_t slot;
	double x, y, r;
	double rank; /* the first are named first */
	int key;     /* 0: named, or not at all */
};

struct cloud {
	jb_plot *plot;
	jb_axis axes[2]; /* x, y */
	struct point *points;
	size_t n;
	jb_occupied *taken;
	int n_keys;
	bool bubbles;
};

/* ---- axes ---- */

static const jb_cell *cell_of(const struct cloud *c, size_t run, size_t slot)
{
	return &c->plot->frame.runs[run].cells[slot];
}

static bool is_whole(const jb_run_of *run, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (jb_cell_has(&run->cells[i]) &&
			run->cells[i].stat->figure->value.exponent < 0)
			return false;
	return true;
}

static jb_measure measure_of(const struct cloud *c, size_t r)
{
	const jb_frame *frame = &c->plot->frame;
	GPtrArray *figures = g_ptr_array_new();
	jb_measure measure;

	for (size_t i = 0; i < frame->n_slots; i++)
		if (cell_of(c, r, i)->stat)
			g_ptr_array_add(figures,
				(void *)cell_of(c, r, i)->stat->figure);
	measure = jb_measure_of(c->plot->desk->arena,
		(const jb_figure *const *)figures->pdata, figures->len);
	g_ptr_array_free(figures, TRUE);
	return measure;
}

/* From zero where that is near; else the axis begins where values do. */
static void set_axis(struct cloud *c, size_t r)
{
	jb_axis *axis = &c->axes[r];
	double lo = INFINITY, hi = -INFINITY;

	axis->measure = axis->said = measure_of(c, r);
	axis->unit = pow(10, axis->measure.power);
	for (size_t i = 0; i < c->n; i++) {
		double v = cell_of(c, r, c->points[i].slot)->value / axis->unit;

		lo = fmin(lo, v);
		hi = fmax(hi, v);
	}
	if (lo >= hi || (lo > 0 && lo < 0.5 * hi) ||
		(hi < 0 && hi > 0.5 * lo)) {
		lo = fmin(lo, 0);
		hi = fmax(hi, 0);
	}
	if (lo >= hi)
		hi = lo + 1;
	axis->n_ticks = jb_ticks(lo, hi, r == 0 && c->plot->width < 180 ? 4 : 5,
		is_whole(&c->plot->frame.runs[r], c->plot->frame.n_slots) &&
			hi - lo > 3,
		axis->ticks);
	axis->step = axis->ticks[1] - axis->ticks[0];
	axis->lo = axis->ticks[0] * axis->unit;
	axis->hi = axis->ticks[axis->n_ticks - 1] * axis->unit;
}

static const char *tick_text(const struct cloud *c, size_t r, size_t i)
{
	return jb_tick_text(
		c->plot->desk->arena, c->axes[r].ticks[i], c->axes[r].step);
}

/* 人均收入（万元） */
static const jb_rich *title_of(
	const struct cloud *c, size_t r, const char *unit)
{
	const jb_run_of *run = &c->plot->frame.runs[r];
	jb_arena *arena = c->plot->desk->arena;
	const char *name =
		jb_rich_empty(run->name) ? "" : jb_rich_text(arena, run->name);

	return jb_rich_plain(arena,
		*unit ? jb_sprintf(arena, "%s（%s）", name, unit) : name,
		run->any->value_pos);
}

static void put_small(struct cloud *c, double x, double baseline,
	jb_align align, const jb_rich *rich)
{
	jb_put_text(c->plot->desk, c->plot->group, x, baseline, align, rich,
		jb_desk_style(c->plot->desk, JB_PLOT_SMALL), NULL, 0);
}

static double scale_to(const jb_axis *axis, size_t tick)
{
	return jb_linear_at(&axis->scale, axis->ticks[tick] * axis->unit);
}

static void put_grid(struct cloud *c)
{
	jb_plot *plot = c->plot;
	const jb_ink *ink = jb_desk_ink(plot->desk, "text20");
	jb_pos pos = plot->picture->picture->pos;

	for (size_t i = 0; i < c->axes[0].n_ticks; i++) {
		double x = scale_to(&c->axes[0], i);

		jb_put_line(plot->desk, plot->group, x, plot->top, x,
			plot->bottom, ink, 0.35, false);
		put_small(c, x, plot->bottom + tick_line - 2, JB_ALIGN_CENTER,
			jb_rich_plain(
				plot->desk->arena, tick_text(c, 0, i), pos));
	}
	for (size_t i = 0; i < c->axes[1].n_ticks; i++) {
		double y = scale_to(&c->axes[1], i);

		jb_put_line(plot->desk, plot->group, plot->left, y, plot->right,
			y, ink, 0.35, false);
		put_small(c, plot->left - tick_gap, y + 2.7, JB_ALIGN_END,
			jb_rich_plain(
				plot->desk->arena, tick_text(c, 1, i), pos));
	}
	put_small(c, 0, plot->top - 7, JB_ALIGN_START,
		title_of(c, 1, c->axes[1].measure.unit));
	put_small(c, plot->right, plot->bottom + tick_line + title_line - 3,
		JB_ALIGN_END, title_of(c, 0, c->axes[0].measure.unit));
}

static double widest_tick(struct cloud *c)
{
	double widest = 0;

	for (size_t i = 0; i < c->axes[1].n_ticks; i++)
		widest =
			fmax(widest, jb_plain_width(c->plot, tick_text(c, 1, i),
					     JB_PLOT_SMALL));
	return widest;
}

/* ---- points ---- */

/* The largest bubble of the picture, in value. */
static double largest(const struct cloud *c)
{
	double most = 0;

	for (size_t i = 0; c->bubbles && i < c->n; i++)
		most = fmax(most, cell_of(c, 2, c->points[i].slot)->value);
	return most;
}

/* Names that lack a value are words under the picture. */
static void collect(struct cloud *c)
{
	jb_plot *plot = c->plot;
	jb_arena *arena = plot->desk->arena;

	c->points = jb_new_array(arena, struct point, plot->frame.n_slots);
	for (size_t i = 0; i < plot->frame.n_slots; i++) {
		size_t lacks = plot->frame.n_runs;

		for (size_t r = plot->frame.n_runs; r-- > 0;)
			if (!jb_cell_has(cell_of(c, r, i)))
				lacks = r;
		if (lacks == plot->frame.n_runs) {
			c->points[c->n++] = (struct point){.slot = i};
			continue;
		}
		const jb_stat *stat = cell_of(c, lacks, i)->stat;

		jb_note_add(plot,
			jb_sprintf(arena, "%s没有画：%s%s",
				jb_slot_text(arena, &plot->frame, i),
				jb_rich_text(arena, title_of(c, lacks, "")),
				stat ? jb_wording_text(arena, stat->figure)
				     : "没有数据"),
			stat ? stat->figure : NULL);
	}
}

static int by_rank(const void *a, const void *b)
{
	const struct point *p = a, *q = b;

	if (p->rank != q->rank)
		return p->rank > q->rank ? -1 : 1;
	return p->slot < q->slot ? -1 : 1;
}

static bool is_hero(const struct cloud *c, const struct point *p)
{
	for (size_t r = 0; r < c->plot->frame.n_runs; r++)
		if (c->plot->picture->picture->hero &&
			cell_of(c, r, p->slot)->stat->figure ==
				c->plot->picture->picture->hero)
			return true;
	return false;
}

/* The hero, then large bubbles, then what stands far from the middle. */
static void rank(struct cloud *c)
{
	double most = largest(c), mx = 0, my = 0;

	for (size_t i = 0; i < c->n; i++) {
		mx += c->points[i].x / (double)c->n;
		my += c->points[i].y / (double)c->n;
	}
	for (size_t i = 0; i < c->n; i++) {
		struct point *p = &c->points[i];

		p->rank = c->bubbles && most > 0
				  ? cell_of(c, 2, p->slot)->value / most
				  : hypot(p->x - mx, p->y - my);
		if (is_hero(c, p))
			p->rank = INFINITY;
	}
	qsort(c->points, c->n, sizeof(*c->points), by_rank);
}

/* Of thousands, one in each dot's room is enough. */
static bool is_cloud(const struct cloud *c)
{
	return c->n > CLOUD && !c->bubbles;
}

static void set_places(struct cloud *c)
{
	double most = largest(c);
	double wide = fmin(bubble_most, bubble_share * c->plot->width);

	for (size_t i = 0; i < c->n; i++) {
		struct point *p = &c->points[i];

		p->x = jb_linear_at(
			&c->axes[0].scale, cell_of(c, 0, p->slot)->value);
		p->y = jb_linear_at(
			&c->axes[1].scale, cell_of(c, 1, p->slot)->value);
		p->r = is_cloud(c)   ? cloud_dot_pt
		       : !c->bubbles ? dot_pt
		       : most > 0 ? wide * sqrt(cell_of(c, 2, p->slot)->value /
						   most)
				  : 0;
	}
}

/* Solid what there is, an outline what is planned or a target. */
static void put_point(struct cloud *c, const struct point *p)
{
	jb_desk *desk = c->plot->desk;
	const jb_figure *figure =
		cell_of(c, c->bubbles ? 2 : 1, p->slot)->stat->figure;
	bool ahead = false, hero = is_hero(c, p);
	const jb_ink *ink = hero ? desk->accent : jb_desk_ink(desk, "primary");
	guint from = c->plot->group->items->len;

	for (size_t r = 0; r < c->plot->frame.n_runs; r++)
		ahead = ahead ||
			jb_is_ahead(
				cell_of(c, r, p->slot)->stat->figure->status);
	if (p->r <= 0)
		return;
	if (ahead)
		jb_put_circle(desk, c->plot->group, p->x, p->y, p->r,
			jb_desk_ink(desk, "paper"), ink, 1);
	else
		jb_put_circle(desk, c->plot->group, p->x, p->y, p->r,
			c->bubbles && !hero ? jb_desk_ink(desk, "primary38")
					    : ink,
			is_cloud(c) ? NULL : jb_desk_ink(desk, "paper"),
			is_cloud(c) ? 0 : 0.75);
	jb_claim(c->plot->group, from, figure);
}

/* At an end of an axis of values: never left out. */
static bool is_end(const struct point *p, const double ends[4])
{
	return p->x == ends[0] || p->x == ends[1] || p->y == ends[2] ||
	       p->y == ends[3];
}

static void ends_of(const struct cloud *c, double ends[4])
{
	const struct point *p = c->points;

	ends[0] = ends[1] = p->x;
	ends[2] = ends[3] = p->y;
	for (size_t i = 1; i < c->n; i++) {
		ends[0] = fmin(ends[0], p[i].x);
		ends[1] = fmax(ends[1], p[i].x);
		ends[2] = fmin(ends[2], p[i].y);
		ends[3] = fmax(ends[3], p[i].y);
	}
}

/* Is one of a cloud drawn there already?  Takes the place if not. */
static bool is_seen(jb_occupied *seen, const struct point *p)
{
	double half = cloud_dot_pt / 2;
	bool taken = !jb_is_free(seen, p->x - 0.1, p->y - 0.1, 0.2, 0.2);

	if (!taken)
		jb_occupy_rect(
			seen, p->x - half, p->y - half, 2 * half, 2 * half);
	return taken;
}

/* The largest lie under the others.  Of thousands that cover each other one is
 * enough. */
static void put_points(struct cloud *c)
{
	double ends[4];
	jb_plot *plot = c->plot;
	jb_occupied *seen = jb_occupied_new(plot->desk->arena, plot->left,
		plot->top, plot->right - plot->left, plot->bottom - plot->top);
	size_t hidden = 0;

	ends_of(c, ends);
	for (size_t i = 0; i < c->n; i++) {
		const struct point *p = &c->points[i];

		if (c->n <= NAMED_MOST) /* names keep off it */
			jb_occupy_disc(c->taken, p->x, p->y, p->r + 0.5);
		if (is_cloud(c) && is_seen(seen, p) && !is_end(p, ends))
			hidden++;
		else
			put_point(c, p);
	}
	if (hidden)
		jb_note_add(plot,
			jb_sprintf(plot->desk->arena,
				"共%zu个点，其中%zu个与别的点重合", c->n,
				hidden),
			NULL);
}

/* ---- names ---- */

static bool put_words(struct cloud *c, const struct point *p, const char *text,
	const jb_figure *figure)
{
	jb_plot *plot = c->plot;
	double w = jb_plain_width(plot, text, JB_PLOT_LABEL), x, y;
	double h = jb_word_height(plot);
	guint from = plot->group->items->len;

	if (!jb_place_beside(c->taken, p->x, p->y, p->r, w, h, &x, &y))
		return false;
	jb_word_put(plot, x, y + h / 2, JB_ALIGN_START,
		jb_words_of(plot, text, NULL, figure->value_pos),
		is_hero(c, p) ? plot->desk->accent : NULL);
	jb_claim(plot->group, from, figure);
	jb_occupy_rect(c->taken, x - 1, y, w + 2, h);
	return true;
}

/* Smaller ones lie on it, larger ones under it. */
static bool is_bare(const struct cloud *c, const struct point *p, double w)
{
	double reach = hypot(w, jb_word_height(c->plot)) / 2;

	if (!c->bubbles || reach > p->r)
		return false;
	for (const struct point *q = p + 1; q < c->points + c->n; q++)
		if (hypot(q->x - p->x, q->y - p->y) < q->r + reach)
			return false;
	return true;
}

/* In the bubble's middle. */
static bool put_within(struct cloud *c, const struct point *p, const char *text,
	const jb_figure *figure)
{
	jb_plot *plot = c->plot;
	guint from = plot->group->items->len;
	const jb_ink *ground = is_hero(c, p)
				       ? plot->desk->accent
				       : jb_desk_ink(plot->desk, "primary38");
	const jb_ink *ink = jb_ink_on(plot->desk, ground);

	if (!ink || !is_bare(c, p, jb_plain_width(plot, text, JB_PLOT_LABEL)))
		return false;
	jb_word_put(plot, p->x, p->y, JB_ALIGN_CENTER,
		jb_words_of(plot, text, NULL, figure->value_pos), ink);
	jb_claim(plot->group, from, figure);
	return true;
}

static bool put_somewhere(struct cloud *c, const struct point *p,
	const char *text, const jb_figure *figure)
{
	return put_within(c, p, text, figure) || put_words(c, p, text, figure);
}

/* Its name, else a number whose name stands below, else both below. */
static void name(struct cloud *c, struct point *p)
{
	jb_plot *plot = c->plot;
	jb_arena *arena = plot->desk->arena;
	const jb_figure *y = cell_of(c, 1, p->slot)->stat->figure;
	const jb_figure *x = cell_of(c, 0, p->slot)->stat->figure;
	const char *text = jb_slot_text(arena, &plot->frame, p->slot);

	if (put_somewhere(c, p, text, y))
		return;
	if (put_somewhere(c, p, jb_sprintf(arena, "%d", c->n_keys + 1), y)) {
		jb_note_add(
			plot, jb_sprintf(arena, "%d %s", ++c->n_keys, text), y);
		return;
	}
	jb_note_add(plot,
		jb_sprintf(arena, "%s（%s，%s）在别的点中间", text,
			jb_wording_text(arena, x), jb_wording_text(arena, y)),
		y);
}

static void put_names(struct cloud *c)
{
	if (c->n > NAMED_MOST) {
		jb_note_add(c->plot,
			jb_sprintf(c->plot->desk->arena,
				"共%zu个点，不一一标名", c->n),
			NULL);
		return;
	}
	for (size_t i = 0; i < c->n; i++)
		name(c, &c->points[i]);
}

/* A bound is words, too: 约, 以上. */
static void note_bounds(struct cloud *c)
{
	jb_arena *arena = c->plot->desk->arena;

	for (size_t i = 0; i < c->n; i++)
		for (size_t r = 0; r < c->plot->frame.n_runs; r++) {
			const jb_figure *f =
				cell_of(c, r, c->points[i].slot)->stat->figure;

			if (f->bound == JB_EXACT && !f->as)
				continue;
			jb_note_add(c->plot,
				jb_sprintf(arena, "%s%s：%s",
					jb_slot_text(arena, &c->plot->frame,
						c->points[i].slot),
					jb_rich_text(arena, title_of(c, r, "")),
					jb_wording_text(arena, f)),
				f);
		}
}

/* What areas are: 圆的面积：人口，最大的是甲1200万人. */
static void note_areas(struct cloud *c)
{
	jb_arena *arena = c->plot->desk->arena;
	const jb_cell *cell;

	if (!c->bubbles || !(largest(c) > 0))
		return;
	cell = NULL;
	for (size_t i = 0; i < c->n; i++)
		if (!cell ||
			cell_of(c, 2, c->points[i].slot)->value > cell->value)
			cell = cell_of(c, 2, c->points[i].slot);
	jb_note_add(c->plot,
		jb_sprintf(arena, "圆的面积是%s，最大的%s",
			jb_rich_text(arena, title_of(c, 2, "")),
			jb_wording_text(arena, cell->stat->figure)),
		cell->stat->figure);
}

/* ---- all ---- */

static void plan(struct cloud *c)
{
	jb_plot *plot = c->plot;
	double edge = c->bubbles ? fmin(bubble_most, bubble_share * plot->width)
				 : inset;

	set_axis(c, 0);
	set_axis(c, 1);
	plot->top = title_line + 5;
	plot->bottom = plot->top +
		       CLAMP(shape * plot->width, height_least, height_most);
	plot->left = widest_tick(c) + tick_gap;
	plot->right = plot->width;
	/* words of the outer ticks and marks at the ends stay inside */
	c->axes[0].scale = (jb_linear){c->axes[0].lo, c->axes[0].hi,
		plot->left + edge,
		plot->right -
			fmax(edge,
				jb_plain_width(plot,
					tick_text(c, 0, c->axes[0].n_ticks - 1),
					JB_PLOT_SMALL) /
					2)};
	c->axes[1].scale = (jb_linear){c->axes[1].lo, c->axes[1].hi,
		plot->bottom - edge, plot->top + edge};
}

static void add_remarks(struct cloud *c)
{
	note_areas(c);
	note_bounds(c);
	for (size_t r = 0; r < 2; r++)
		if (c->axes[r].lo > 0 || c->axes[r].hi < 0)
			jb_note_add(c->plot,
				r == 0 ? "横轴不从零起" : "纵轴不从零起", NULL);
}

static void draw(struct cloud *c)
{
	jb_plot *plot = c->plot;

	plan(c);
	set_places(c);
	rank(c);
	c->taken = jb_occupied_new(plot->desk->arena, plot->left, plot->top,
		plot->right - plot->left, plot->bottom - plot->top);
	put_grid(c);
	put_points(c);
	put_names(c);
	add_remarks(c);
	plot->group->height = plot->bottom + tick_line + title_line;
}

static void put(jb_plot *plot, size_t n_runs)
{
	struct cloud cloud = {.plot = plot, .bubbles = n_runs == 3};

	if (!plot->picture->of.n_stats ||
		!jb_frame_read(plot->desk, &plot->frame, plot->picture))
		return;
	collect(&cloud);
	if (cloud.n) {
		draw(&cloud);
		return;
	}
	jb_error(plot->desk->diags, plot->picture->picture->pos,
		"no name has a value in all %zu series", n_runs);
	jb_hint(plot->desk->diags,
		"points are what stands under the same name, or date, in each");
}

void jb_scatter_put(jb_plot *plot)
{
	put(plot, 2);
}

void jb_bubble_put(jb_plot *plot)
{
	put(plot, 3);
}
