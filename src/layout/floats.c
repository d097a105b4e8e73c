/* floats.c - blocks that go to the top or bottom of the page they come to.
 *
 * A page that meets a float is poured again with it; if what the float was met
 * behind is then no longer on the page, the float waits for the next one.  None
 * overtakes another.
 */
#include "layout/flow.h"

#include <math.h>

enum { LINES_BESIDE = 4 }; /* a page with floats and text has so many */

static const jb_block *block_of(const jb_flow *f, size_t i)
{
	return f->sheet->blocks[i];
}

static int span_of(const jb_flow *f, const jb_block *block)
{
	return CLAMP(block->span, 1, f->n);
}

static double gap_of(const jb_flow *f)
{
	return f->p->desk->layout->baseline_pt;
}

static jb_group *group_of(jb_flow *f, size_t i)
{
	int n = span_of(f, block_of(f, i));

	if (!f->floats[i]) {
		f->floats[i] = jb_galley_whole(f->p->desk, block_of(f, i),
			n * f->step - f->p->desk->layout->gutter_pt);
		jb_group_settle(f->floats[i], f->p->desk->layout->baseline_pt);
	}
	return f->floats[i];
}

/* Where columns from `column` on begin and end at the latest. */
static double lowest_top(const jb_flow *f, int column, int n)
{
	double y = 0;

	for (int c = column; c < column + n; c++)
		y = fmax(y, f->top[c]);
	return y;
}

static double highest_bottom(const jb_flow *f, int column, int n)
{
	double y = INFINITY;

	for (int c = column; c < column + n; c++)
		y = fmin(y, f->bottom[c]);
	return y;
}

/* The height of the page's floats, in the columns of one that may come. */
static double taken(jb_flow *f, int column, int n)
{
	double most = 0;

	for (int c = column; c < column + n; c++) {
		double all = 0;

		for (guint i = 0; i < f->floated->len; i++) {
			const jb_floated *d =
				&g_array_index(f->floated, jb_floated, i);
			int own = span_of(f, block_of(f, d->block));

			if (c >= d->column && c < d->column + own)
				all += group_of(f, d->block)->height +
				       gap_of(f);
		}
		most = fmax(most, all);
	}
	return most;
}

/* Is there room for one more, with some lines of text or alone? */
static bool has_room(jb_flow *f, size_t i, int column, double head)
{
	double height = group_of(f, i)->height;
	double room = f->p->height - head -
		      taken(f, column, span_of(f, block_of(f, i)));

	if (f->at < f->sheet->n)
		height += (1 + LINES_BESIDE) * gap_of(f);
	return height <= room + JB_HAIR_PT;
}

static void take(jb_flow *f, size_t i, int column)
{
	jb_floated d = {i, column};

	g_array_append_val(f->floated, d);
}

static bool is_taken(const jb_flow *f, size_t i)
{
	for (guint k = 0; k < f->floated->len; k++)
		if (g_array_index(f->floated, jb_floated, k).block == i)
			return true;
	return false;
}

/* The emptiest columns from `from` on that have room for a float under a head
 * that spans, the first of such; -1: none. */
static int emptiest(jb_flow *f, size_t i, int from, double head)
{
	int n = span_of(f, block_of(f, i)), best = -1;

	for (int c = from; c + n <= f->n; c++)
		if (has_room(f, i, c, head) &&
			(best < 0 ||
				taken(f, c, n) < taken(f, best, n) - gap_of(f)))
			best = c;
	return best;
}

bool jb_float_meet(jb_flow *f, int column)
{
	size_t i = f->at;
	int first = MIN(column, f->n - span_of(f, block_of(f, i)));
	double head = f->opened ? f->head : lowest_top(f, 0, f->n);

	if (is_taken(f, i)) {
		f->at++;
		return true;
	}
	if (i < f->denied && f->waiting->len == 0 &&
		!f->p->desk->layout->free_height) {
		first = emptiest(f, i, first, head);
		if (first >= 0) {
			take(f, i, first);
			return false;
		}
	}
	f->denied = MIN(f->denied, i);
	g_array_append_val(f->waiting, i);
	f->at++;
	return true;
}

void jb_floats_begin(jb_flow *f)
{
	guint n = 0;

	for (; n < f->waiting->len; n++) {
		size_t i = g_array_index(f->waiting, size_t, n);

		int column = emptiest(f, i, 0, 0);

		if (column < 0 && f->floated->len > 0)
			break;
		take(f, i, MAX(column, 0));
	}
	if (n)
		g_array_remove_range(f->waiting, 0, n);
}

bool jb_floats_fit(jb_flow *f, double y)
{
	double most = f->p->height + gap_of(f) + JB_HAIR_PT;

	for (int c = 0; c < f->n; c++)
		if ((f->opened ? f->head : y) + taken(f, c, 1) > most)
			return false;
	return true;
}

static void put(jb_flow *f, const jb_floated *d, double y)
{
	jb_galley *own = jb_new(f->p->desk->arena, jb_galley);

	own->desk = f->p->desk;
	own->block = block_of(f, d->block);
	jb_flow_put(f, jb_group_copy(f->p->desk->arena, group_of(f, d->block)),
		d->column * f->step, y, own);
}

/* From the foot up, the last one first. */
void jb_floats_bottom(jb_flow *f)
{
	for (guint i = f->floated->len; i-- > 0;) {
		const jb_floated *d = &g_array_index(f->floated, jb_floated, i);
		const jb_block *block = block_of(f, d->block);
		int n = span_of(f, block);
		double y;

		if (block->floats != JB_FLOAT_BOTTOM)
			continue;
		y = highest_bottom(f, d->column, n) -
		    group_of(f, d->block)->height;
		put(f, d, y);
		for (int c = d->column; c < d->column + n; c++)
			f->bottom[c] = y - gap_of(f);
	}
}

void jb_floats_top(jb_flow *f, double y)
{
	if (f->opened)
		return;
	f->opened = true;
	f->head = y;
	for (int c = 0; c < f->n; c++)
		f->top[c] = fmax(f->top[c], y);
	for (guint i = 0; i < f->floated->len; i++) {
		const jb_floated *d = &g_array_index(f->floated, jb_floated, i);
		const jb_block *block = block_of(f, d->block);
		int n = span_of(f, block);

		if (block->floats != JB_FLOAT_TOP)
			continue;
		y = jb_grid_up(f->p->desk, lowest_top(f, d->column, n), false);
		put(f, d, y);
		y += group_of(f, d->block)->height + gap_of(f);
		for (int c = d->column; c < d->column + n; c++) {
			f->top[c] = y;
			f->air[c] = gap_of(f);
		}
	}
}
