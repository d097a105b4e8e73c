/* tabular.c - a table of the report is poured into pages: cut between rows,
 * never behind a heading, and never so that one row stands alone. */
#include "layout/galley.h"

#include "chart/tabular.h"

enum { ALONE = 2 }; /* as many rows stay together at both ends */

typedef struct pouring {
	jb_tabular *table;
	size_t n, at;
} pouring;

static bool may_end(const pouring *p, size_t to, bool force)
{
	if (to == p->n)
		return true;
	if (!force && (to < p->at + ALONE || to + ALONE > p->n))
		return false;
	return jb_tabular_cut(p->table, to, force);
}

/* The last row up to which all fits; `at` when there is none. */
static size_t last_that_fits(const pouring *p, double height, bool force)
{
	size_t best = p->at;

	for (size_t to = p->at + 1; to <= p->n; to++) {
		if (jb_tabular_height(p->table, p->at, to) >
			height + JB_HAIR_PT)
			break;
		if (may_end(p, to, force))
			best = to;
	}
	return best;
}

static jb_group *tabular_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	pouring *p = galley->state;
	size_t from = p->at, to = last_that_fits(p, height, false);
	jb_group *group;

	if (to == from && page)
		to = last_that_fits(p, height, true);
	if (to == from && page)
		to = p->n;
	if (to == from && from < p->n)
		return NULL;
	group = jb_tabular_take(p->table, from, to);
	p->at = to;
	*done = to == p->n;
	return group;
}

void jb_tabular_pour(jb_galley *galley)
{
	const jb_bound_table *table = galley->block->table;
	pouring *p = jb_new(galley->desk->arena, pouring);

	p->table = jb_tabular_new(galley->desk, table, galley->width);
	p->n = table->n_rows;
	galley->state = p;
	galley->state_size = sizeof *p;
	galley->take = tabular_take;
}
