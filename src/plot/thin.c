/* thin.c - of thousands of values in a line those that change its look: in each
 * column of a point's width the first, the lowest, the highest and the last
 * (Jugel and others, M4, 2014).  A note says how many.
 */
#include "plot/plan.h"

#include <math.h>

#include "model/wording.h"

static const double column_pt = 1;
enum { FIRST, LOWEST, HIGHEST, LAST, KEPT };

/* What is not there yet and what is pointed at is never left out. */
static bool is_plain(const jb_plot *plot, const jb_cell *cell)
{
	return jb_cell_has(cell) && !jb_is_ahead(cell->stat->figure->status) &&
	       cell->stat->figure != plot->picture->picture->hero;
}

static void thin_column(
	const jb_plot *plot, jb_cell *cells, size_t from, size_t to)
{
	jb_cell *kept[KEPT] = {NULL};

	for (jb_cell *cell = &cells[from]; cell < &cells[to]; cell++) {
		if (!is_plain(plot, cell))
			continue;
		cell->thin = true;
		if (!kept[FIRST])
			kept[FIRST] = kept[LOWEST] = kept[HIGHEST] = cell;
		if (cell->value < kept[LOWEST]->value)
			kept[LOWEST] = cell;
		if (cell->value > kept[HIGHEST]->value)
			kept[HIGHEST] = cell;
		kept[LAST] = cell;
	}
	for (int i = 0; i < KEPT && kept[FIRST]; i++)
		kept[i]->thin = false;
}

/* Values, and how many of them are drawn. */
static void thin_run(
	jb_plot *plot, jb_cell *cells, size_t *values, size_t *drawn)
{
	size_t n = plot->frame.n_slots, from = 0;

	for (size_t i = 1; i <= n; i++)
		/* a value that is missing ends a line, and so a column */
		if (i == n || jb_cell_missing(&cells[i]) ||
			floor(jb_slot_at(&plot->x, i) / column_pt) !=
				floor(jb_slot_at(&plot->x, from) / column_pt)) {
			thin_column(plot, cells, from, i);
			from = i;
		}
	for (size_t i = 0; i < n; i++) {
		*values += jb_cell_has(&cells[i]);
		*drawn += jb_cell_has(&cells[i]) && !cells[i].thin;
	}
}

void jb_thin(jb_plot *plot)
{
	size_t values = 0, drawn = 0;
	double columns = (plot->right - plot->left) / column_pt;

	if ((double)plot->frame.n_slots <= KEPT * columns)
		return;
	for (size_t i = 0; i < plot->spec->n; i++)
		for (size_t r = 0; r < plot->frame.n_runs; r++)
			if (plot->spec->layers[i].geom == JB_GEOM_LINE &&
				jb_layer_shows(plot, &plot->spec->layers[i], r))
				thin_run(plot, plot->frame.runs[r].cells,
					&values, &drawn);
	if (drawn < values)
		jb_note_add(plot,
			jb_sprintf(plot->desk->arena,
				"共%zu个值，每%.1f毫米内画出最先、最低、最高和"
				"最后的，共%zu个",
				values, column_pt * 25.4 / 72, drawn),
			NULL);
}
