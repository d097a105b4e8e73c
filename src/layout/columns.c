/* columns.c - columns between two blocks that span: filled one after the other,
 * and, where they do not fill the page, as high as they must be.
 */
#include "layout/flow.h"

#include <math.h>

/* Columns of a height each, from y on. */
typedef struct columns {
	double y;
	double height[JB_FLOW_COLUMNS];
	/* after they were poured */
	double end[JB_FLOW_COLUMNS]; /* of what stands in each */
	double used;		     /* of all */
	bool any;		     /* something stands in them */
	jb_chain chain;		     /* at their end */
} columns;

/* One column. */
typedef struct column {
	int c;
	double top, bottom, y;
	bool whole;	 /* no other will be higher */
	GPtrArray *feet; /* jb_group */
} column;

static double line_of(const jb_flow *f)
{
	return f->p->desk->layout->baseline_pt;
}

static column open_column(const jb_flow *f, const columns *s, int c)
{
	column o = {.c = c};

	o.top = jb_grid_up(f->p->desk, fmax(s->y, f->top[c]), true);
	o.bottom = fmin(f->bottom[c], s->y + s->height[c]);
	o.y = o.top;
	o.whole = o.top <= 0 && o.bottom >= jb_page_reach(f->p) - JB_HAIR_PT;
	return o;
}

/* Notes at the column's foot. */
static void close_column(jb_flow *f, columns *s, column *o)
{
	double y = o->bottom;

	if (o->y <= o->top && !o->feet)
		return; /* nothing stands in it */
	s->end[o->c] = o->feet ? o->bottom : o->y;
	for (guint i = 0; o->feet && i < o->feet->len; i++) {
		jb_group *foot = o->feet->pdata[i];

		jb_flow_put(f, foot, o->c * f->step, y, NULL);
		y += foot->height;
		s->end[o->c] = y;
	}
	s->used += s->end[o->c] - o->top;
	if (o->feet)
		g_ptr_array_unref(o->feet);
}

static void put_block(jb_flow *f, column *o, jb_group *group, double y)
{
	jb_galley *galley = f->galley;
	double height = group->height;

	if (galley->foot) {
		if (!o->feet)
			o->feet = g_ptr_array_new();
		g_ptr_array_add(o->feet, galley->foot);
		o->bottom -= galley->foot->height;
		galley->foot = NULL;
	}
	jb_flow_put(f, group, o->c * f->step, y, galley);
	o->y = y + height;
}

/* As much of the next block as the column takes; false when that is nothing.
 */
static bool take_block(jb_flow *f, column *o, bool *done)
{
	const jb_block *block = f->sheet->blocks[f->at];
	bool fresh = !f->galley, top = o->y <= o->top;
	jb_galley_mark *before;
	jb_group *group;
	double y;

	if (fresh) {
		f->galley = jb_galley_open(f->p->desk, block, f->width);
		f->galley->flows = true;
	}
	before = jb_galley_save(f->galley);
	y = jb_grid_up(f->p->desk, o->y + (top ? 0 : jb_flow_before(f, block)),
		f->galley->on_grid);
	group = jb_galley_take(f->galley, o->bottom - y, top && o->whole, done);
	if (group && !*done && fresh && block->keep_whole &&
		!(top && o->whole)) {
		jb_galley_restore(f->galley, before);
		group = NULL;
	}
	if (group)
		put_block(f, o, group, y);
	return group != NULL;
}

/* Why the column ends before the next block; JB_STOP_FULL: it does not, and
 * *next says whether the block begins another column. */
static jb_stop look_ahead(jb_flow *f, const column *o, bool *next)
{
	const jb_block *block = jb_flow_next(f);

	*next = false;
	if (!block)
		return JB_STOP_END;
	if (f->galley)
		return JB_STOP_FULL;
	if (jb_flow_spans(f, block))
		return JB_STOP_SPAN;
	if (block->breaks == JB_BREAK_FLOATS && f->waiting->len > 0 &&
		f->placed->len > 0)
		return JB_STOP_PAGE;
	if (f->broken || block->breaks == JB_BREAK_NONE)
		return JB_STOP_FULL;
	if (block->breaks == JB_BREAK_PAGE && f->placed->len > 0)
		return JB_STOP_PAGE;
	*next = block->breaks == JB_BREAK_COLUMN && o->y > o->top;
	f->broken = *next;
	return JB_STOP_FULL;
}

/* The blocks of a chain move on together, unless they fill a whole column. */
static void move_chain(jb_flow *f, column *o, const jb_chain *chain, double y)
{
	if (!chain->on || (chain->first && o->whole))
		return;
	jb_flow_restore(f, &chain->from);
	o->y = y;
}

static jb_stop pour_column(jb_flow *f, columns *s, column *o)
{
	double chain_y = o->y;
	bool done = true, next;

	s->chain.on = false;
	for (;;) {
		jb_stop stop = look_ahead(f, o, &next);
		jb_flow_mark before;
		bool first = o->y <= o->top;
		double y = o->y;

		if (stop != JB_STOP_FULL || next)
			return stop;
		if (!f->galley && jb_flow_next(f)->floats) {
			if (!jb_float_meet(f, o->c))
				return JB_STOP_AGAIN;
			continue;
		}
		before = jb_flow_save(f);
		if (!take_block(f, o, &done)) {
			jb_flow_restore(f, &before); /* it has not begun */
			move_chain(f, o, &s->chain, chain_y);
			return JB_STOP_FULL;
		}
		if (!s->chain.on)
			chain_y = y;
		jb_chain_add(&s->chain, &before, f->sheet->blocks[f->at], done,
			first);
		s->any = true;
		if (!done)
			return JB_STOP_FULL;
		f->at++;
		f->galley = NULL;
		f->broken = false;
	}
}

static jb_stop pour(jb_flow *f, columns *s)
{
	jb_stop stop = JB_STOP_FULL;

	s->used = 0;
	s->any = false;
	for (int c = 0; c < f->n; c++)
		s->end[c] = s->y;
	for (int c = 0; c < f->n && stop == JB_STOP_FULL; c++) {
		column o = open_column(f, s, c);

		if (o.bottom - o.top < line_of(f) - JB_HAIR_PT && !o.whole)
			continue;
		stop = pour_column(f, s, &o);
		close_column(f, s, &o);
	}
	return stop;
}

/* ---- as high as must be ---- */

/* Do columns of these heights hold all that the first ones did? */
static bool try_heights(
	jb_flow *f, const jb_flow_mark *from, columns *s, size_t goal)
{
	jb_flow_restore(f, from);
	return pour(f, s) != JB_STOP_FULL && f->at == goal && !f->galley;
}

static void set_heights(columns *s, int n, int high, double height, double less)
{
	for (int c = 0; c < n; c++)
		s->height[c] = c < high ? height : height - less;
}

/* No columns are lower than this. */
static double least_height(const jb_flow *f, const columns *s)
{
	double low = 0, high = f->p->height - s->y;

	while (high - low > line_of(f) / 2) {
		double h = (low + high) / 2, room = 0;

		for (int c = 0; c < f->n; c++)
			room += fmax(s->y + h - fmax(s->y, f->top[c]), 0);
		*(room < s->used ? &low : &high) = h;
	}
	return jb_grid_up(f->p->desk, s->y + low, true) - s->y - line_of(f);
}

/* The least height that does, and then as many columns as may be a line
 * shorter, from the last one on. */
static void balance(jb_flow *f, const jb_flow_mark *from, columns *s)
{
	double most = jb_page_reach(f->p) - s->y, line = line_of(f);
	double h = fmax(least_height(f, s), line);
	size_t goal = f->at;
	int high = f->n;

	for (;; h += line) {
		set_heights(s, f->n, f->n, fmin(h, most), 0);
		if (try_heights(f, from, s, goal) || h >= most)
			break;
	}
	for (int n = 1; n < f->n && high == f->n; n++) {
		set_heights(s, f->n, n, h, line);
		if (try_heights(f, from, s, goal))
			high = n;
	}
	set_heights(s, f->n, high, fmin(h, most), line);
	try_heights(f, from, s, goal);
}

/* ---- lines between them ---- */

static void put_rules(jb_flow *f, const columns *s)
{
	jb_desk *desk = f->p->desk;
	double rise = jb_style_em_top(desk, jb_desk_style(desk, "body"));

	for (int c = 1; c < f->n && f->sheet->rule_ink; c++) {
		double top = fmax(s->y, fmax(f->top[c - 1], f->top[c]));
		double foot = fmax(s->end[c - 1], s->end[c]);
		jb_group *group = jb_group_new(desk->arena);

		top = jb_grid_up(desk, top, true) + rise;
		if (s->end[c] <= top)
			continue;
		jb_put_line(desk, group, 0, 0, 0, foot - rise - top,
			jb_desk_ink(desk, f->sheet->rule_ink),
			f->sheet->rule_pt, false)
			->pos = f->sheet->pos;
		jb_flow_put(f, group, c * f->step - desk->layout->gutter_pt / 2,
			top, NULL);
	}
}

jb_stop jb_columns_pour(jb_flow *f, double *y)
{
	columns s = {.y = jb_grid_up(f->p->desk, *y, true)};
	jb_flow_mark from = jb_flow_save(f);
	jb_stop stop;

	set_heights(&s, f->n, f->n, INFINITY, 0);
	stop = pour(f, &s);
	if (stop == JB_STOP_AGAIN)
		return stop;
	if (stop != JB_STOP_FULL && s.any && f->n > 1 &&
		(f->sheet->balance || stop == JB_STOP_SPAN))
		balance(f, &from, &s);
	put_rules(f, &s);
	for (int c = 0; c < f->n; c++)
		*y = fmax(*y, s.end[c]);
	return stop;
}
