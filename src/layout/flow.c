/* flow.c - blocks through the columns of pages.
 *
 * A page is poured from its top: blocks that span, and columns between them.
 * Everything can be poured again from a mark, so floats, balanced columns and
 * blocks that are kept together are found by trying.
 */
#include "layout/flow.h"

#include <math.h>
#include <string.h>

#include "base/messages.h"

jb_flow_mark jb_flow_save(const jb_flow *f)
{
	jb_flow_mark m = {
		.at = f->at,
		.galley = f->galley,
		.broken = f->broken,
		.opened = f->opened,
		.placed = f->placed->len,
		.waiting = f->waiting->len,
		.threads = f->p->desk->threads,
		.said = jb_diags_here(f->p->desk->diags),
	};

	if (f->galley)
		m.state = jb_galley_save(f->galley);
	memcpy(m.top, f->top, sizeof m.top);
	memcpy(m.bottom, f->bottom, sizeof m.bottom);
	memcpy(m.air, f->air, sizeof m.air);
	return m;
}

void jb_flow_restore(jb_flow *f, const jb_flow_mark *m)
{
	f->at = m->at;
	f->galley = m->galley;
	if (m->galley)
		jb_galley_restore(m->galley, m->state);
	f->broken = m->broken;
	f->opened = m->opened;
	memcpy(f->top, m->top, sizeof m->top);
	memcpy(f->bottom, m->bottom, sizeof m->bottom);
	memcpy(f->air, m->air, sizeof m->air);
	g_array_set_size(f->placed, m->placed);
	g_array_set_size(f->waiting, m->waiting);
	f->p->desk->threads = m->threads;
	jb_diags_back(f->p->desk->diags, m->said);
}

void jb_flow_put(jb_flow *f, jb_group *group, double x, double y,
	const jb_galley *galley)
{
	jb_placed placed = {group, x, y, galley};

	g_array_append_val(f->placed, placed);
}

void jb_chain_add(jb_chain *chain, const jb_flow_mark *from,
	const jb_block *block, bool done, bool first)
{
	if (!block->keep_next || !done) {
		chain->on = false;
	} else if (!chain->on) {
		chain->on = true;
		chain->first = first;
		chain->from = *from;
	}
}

const jb_block *jb_flow_next(const jb_flow *f)
{
	return f->at < f->sheet->n ? f->sheet->blocks[f->at] : NULL;
}

bool jb_flow_spans(const jb_flow *f, const jb_block *block)
{
	return f->n > 1 && block->span > 1 && !block->floats;
}

/* ---- blocks that span ---- */

/* Under a block over some of the columns, these begin lower. */
static void end_span(jb_flow *f, int n, double top, double bottom, double *y)
{
	jb_floats_top(f, top);
	if (n == f->n)
		*y = bottom;
	else
		*y = top;
	for (int c = 0; c < f->n; c++)
		if (c < n || f->top[c] < top) {
			f->top[c] = c < n ? bottom : top;
			f->air[c] = 0;
		}
}

double jb_flow_before(const jb_flow *f, const jb_block *block)
{
	return block->before_pt * fmin(f->p->desk->slack, 1);
}

/* Under a float, its own blank and the block's space are one, the larger. */
static double span_top(const jb_flow *f, const jb_block *block, int n, double y)
{
	double before = f->placed->len ? jb_flow_before(f, block) : 0;
	double top = y + before;

	for (int c = 0; c < n; c++)
		top = fmax(top, f->top[c] + fmax(before - f->air[c], 0));
	return top;
}

static void put_feet(jb_flow *f, double *limit)
{
	jb_group *foot = f->galley->foot;

	if (!foot)
		return;
	*limit -= foot->height;
	for (int c = 0; c < f->n; c++)
		f->bottom[c] = fmin(f->bottom[c], *limit);
	jb_flow_put(f, foot, 0, *limit, NULL);
	f->galley->foot = NULL;
}

/* A block over several columns; false when it does not fit. */
static bool pour_span(jb_flow *f, double *y, bool *done)
{
	const jb_block *block = f->sheet->blocks[f->at];
	int n = MIN(block->span, f->n);
	bool first = f->placed->len == 0, fresh = !f->galley;
	double top = span_top(f, block, n, *y), limit = jb_page_reach(f->p);
	jb_galley_mark *before;
	jb_group *group;
	double bottom;

	for (int c = 0; c < n; c++)
		limit = fmin(limit, f->bottom[c]);
	if (fresh) {
		f->galley = jb_galley_open(f->p->desk, block,
			n * f->step - f->p->desk->layout->gutter_pt);
		f->galley->flows = true;
	}
	before = jb_galley_save(f->galley);
	top = jb_grid_up(f->p->desk, top, f->galley->on_grid);
	group = jb_galley_take(f->galley, limit - top, first, done);
	if (group && !*done && fresh && block->keep_whole && !first) {
		jb_galley_restore(f->galley, before);
		group = NULL;
	}
	if (!group)
		return false;
	put_feet(f, &limit);
	if (block->bottom && *done && !first &&
		!f->p->desk->layout->free_height)
		top = fmax(top, limit - group->height);
	bottom = top + group->height;
	jb_flow_put(f, group, 0, top, f->galley);
	if (*done) {
		f->at++;
		f->galley = NULL;
		f->broken = false;
	}
	if (!f->opened && n == f->n)
		*y = bottom;
	else
		end_span(f, n, top, bottom, y);
	return true;
}

/* ---- a page ---- */

static bool page_breaks(jb_flow *f, const jb_block *block)
{
	if (!f->galley && block->breaks == JB_BREAK_FLOATS)
		return f->waiting->len > 0 && f->placed->len > 0;
	if (f->galley || f->broken || block->breaks != JB_BREAK_PAGE ||
		f->placed->len == 0)
		return false;
	f->broken = true;
	return true;
}

static void move_chain(jb_flow *f, const jb_chain *chain)
{
	if (chain->on && !chain->first)
		jb_flow_restore(f, &chain->from);
}

/* A space has come to the top of a page on its own, not because it was put
 * there. */
static bool space_falls_away(const jb_flow *f, const jb_block *block)
{
	const jb_pager *p = f->p;

	return block->kind == JB_BLOCK_SPACE && f->placed->len == 0 &&
	       block->breaks != JB_BREAK_PAGE &&
	       !g_array_index(p->pages, jb_paged, p->pages->len - 1).first;
}

/* Blocks that span and columns, until the page is full; false: it must be
 * poured again. */
static bool pour_blocks(jb_flow *f, double *y)
{
	jb_chain chain = {0};
	const jb_block *block;

	while ((block = jb_flow_next(f)) && !page_breaks(f, block)) {
		jb_flow_mark before = jb_flow_save(f);
		bool first = f->placed->len == 0, done = true;
		jb_stop stop;

		if (space_falls_away(f, block)) {
			f->at++;
			continue;
		}
		if (!f->galley && block->floats) {
			size_t waiting = f->waiting->len;

			if (!jb_float_meet(f, 0))
				return false;
			if (f->waiting->len == waiting)
				jb_floats_top(f, *y); /* it is this page's */
			continue;
		}
		if (jb_flow_spans(f, block)) {
			if (!pour_span(f, y, &done)) {
				move_chain(f, &chain);
				return true;
			}
			jb_chain_add(&chain, &before, block, done, first);
			if (!done)
				return true;
			continue;
		}
		jb_floats_top(f, *y);
		stop = jb_columns_pour(f, y);
		if (stop == JB_STOP_AGAIN)
			return false;
		if (f->at == before.at && f->galley == before.galley &&
			!f->galley) {
			move_chain(f, &chain);
			return true;
		}
		chain.on = false;
		if (stop == JB_STOP_FULL)
			return true;
	}
	return true;
}

/* Where a float drifted off the page, the last one waits for the next page;
 * false: there is one. */
static bool check_floats(jb_flow *f)
{
	size_t last;

	if (f->floated->len == 0)
		return true;
	last = g_array_index(f->floated, jb_floated, f->floated->len - 1).block;
	if (last < f->at)
		return true;
	f->denied = MIN(f->denied, last);
	g_array_set_size(f->floated, f->floated->len - 1);
	return false;
}

static void place_all(jb_flow *f)
{
	jb_pager *p = f->p;
	double top = p->desk->layout->top_pt;

	for (guint i = 0; i < f->placed->len; i++) {
		const jb_placed *d = &g_array_index(f->placed, jb_placed, i);
		double bottom = d->y + d->group->height;

		if (d->galley)
			jb_page_check(p, d->galley, d->group, bottom);
		p->y = fmax(p->y, bottom);
		p->empty = false;
		jb_group_place(
			jb_page_group(p), d->group, p->x + d->x, top + d->y);
	}
}

static void begin_page(jb_flow *f)
{
	g_array_set_size(f->placed, 0);
	f->opened = false;
	for (int c = 0; c < f->n; c++) {
		f->top[c] = f->air[c] = 0;
		f->bottom[c] = jb_page_reach(f->p);
	}
}

/* Of a page without an end, floats stand under everything. */
static void free_floats(jb_flow *f, double y)
{
	for (guint i = 0; i < f->waiting->len; i++) {
		size_t at = g_array_index(f->waiting, size_t, i);
		jb_floated d = {at, 0};

		g_array_append_val(f->floated, d);
	}
	g_array_set_size(f->waiting, 0);
	f->opened = false;
	for (guint i = 0; i < f->floated->len; i++)
		f->sheet->blocks[g_array_index(f->floated, jb_floated, i).block]
			->floats = JB_FLOAT_TOP;
	jb_floats_top(f, y + f->p->desk->layout->baseline_pt);
}

/* A head stays above the floats that come from earlier pages. */
static bool opens_story(const jb_flow *f)
{
	const jb_block *block = jb_flow_next(f);

	return block && !f->galley && block->keep_next &&
	       jb_flow_spans(f, block);
}

static void pour_page(jb_flow *f)
{
	jb_flow_mark from;
	double y;
	bool whole, above;

	begin_page(f);
	g_array_set_size(f->floated, 0);
	f->denied = SIZE_MAX;
	jb_floats_begin(f);
	above = f->floated->len > 0 && !opens_story(f);
	from = jb_flow_save(f);
	do {
		y = 0;
		jb_flow_restore(f, &from);
		jb_floats_bottom(f);
		if (above)
			jb_floats_top(f, y);
		whole = pour_blocks(f, &y);
		if (whole && !above && !jb_floats_fit(f, y)) {
			above = true; /* the head leaves too little */
			whole = false;
		}
	} while (!whole || !check_floats(f));
	jb_floats_top(f, y); /* of a page that has no columns */
	if (f->p->desk->layout->free_height && f->waiting->len)
		free_floats(f, y);
	place_all(f);
}

/* Both are for columns only, so they need them. */
bool jb_flow_asked(const jb_sheet *sheet)
{
	if (sheet->columns > 1)
		return true;
	for (size_t i = 0; i < sheet->n; i++)
		if (sheet->blocks[i]->floats || sheet->blocks[i]->breaks ||
			sheet->blocks[i]->keep_whole ||
			(sheet->blocks[i]->keep_next &&
				sheet->blocks[i]->kind != JB_BLOCK_HEADING))
			return true;
	return false;
}

static void check_spans(const jb_flow *f)
{
	for (size_t i = 0; i < f->sheet->n; i++) {
		const jb_block *block = f->sheet->blocks[i];

		if (block->span <= f->n || block->span == JB_SPAN_ALL ||
			f->n == 1)
			continue;
		jb_error(f->p->desk->diags, block->pos,
			"this block spans %d columns, and the page has %d",
			block->span, f->n);
	}
}

void jb_flow_pour(jb_pager *p)
{
	jb_flow f = {
		.p = p,
		.sheet = p->sheet,
		.n = p->sheet->columns,
		.placed = g_array_new(FALSE, FALSE, sizeof(jb_placed)),
		.floated = g_array_new(FALSE, FALSE, sizeof(jb_floated)),
		.waiting = g_array_new(FALSE, FALSE, sizeof(size_t)),
		.floats = jb_new_array(
			p->desk->arena, jb_group *, p->sheet->n + 1),
	};

	f.width = jb_column_width(p->desk, f.n, p->width);
	f.step = f.width + p->desk->layout->gutter_pt;
	check_spans(&f);
	pour_page(&f);
	while ((f.at < f.sheet->n || f.waiting->len) &&
		p->pages->len <= JB_PAGES_MAX) {
		jb_page_new(p, false);
		pour_page(&f);
	}
	g_array_unref(f.placed);
	g_array_unref(f.floated);
	g_array_unref(f.waiting);
}
