/* Large numerals in rows: cut between rows, which are all equally high.
 */
#include "layout/galley.h"

#include <math.h>

#include "chart/chart.h"
#include "scene/zoom.h"

typedef struct stats {
	size_t rows, at;  /* rows in all, and those that stand already */
	double height_pt; /* of a row */
} stats;

/* Rows from `row` on, at most so many. */
static jb_group *rows_set(jb_galley *galley, size_t row, size_t rows)
{
	jb_desk *desk = galley->desk;
	const jb_block *block = galley->block;
	double zoom = jb_zoom_of(desk);
	size_t first = row * (size_t)block->per_row;
	size_t n = MIN(rows * (size_t)block->per_row, block->n_stats - first);
	jb_group *group = jb_zoom_group(desk->arena,
		jb_chart_stats(jb_zoom_desk(desk, zoom), block->stats + first,
			n, block->per_row, block->size_pt / zoom,
			desk->layout->gutter_pt / zoom, galley->width / zoom),
		zoom);

	jb_group_tag(group, jb_tag_new(desk->arena, JB_ROLE_P, NULL));
	return group;
}

static jb_group *stats_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	stats *s = galley->state;
	size_t left = s->rows - s->at, rows = left;
	jb_group *group;

	if ((double)left * s->height_pt > height + JB_HAIR_PT)
		rows = (size_t)fmax(
			floor((height + JB_HAIR_PT) / s->height_pt), 0);
	if (rows == 0 && left && !page)
		return NULL;
	if (page)
		rows = MAX(rows, MIN(left, 1));
	group = rows_set(galley, s->at, rows);
	s->at += rows;
	*done = s->at == s->rows;
	return group;
}

void jb_stats_pour(jb_galley *galley)
{
	const jb_block *block = galley->block;
	stats *s = jb_new(galley->desk->arena, stats);
	size_t per_row = (size_t)block->per_row;
	jb_diags *said;

	s->rows = (block->n_stats + per_row - 1) / per_row;
	if (s->rows) {
		said = jb_desk_hush(galley->desk);
		s->height_pt =
			rows_set(galley, 0, s->rows)->height / (double)s->rows;
		jb_desk_speak(galley->desk, said);
	}
	galley->state = s;
	galley->state_size = sizeof *s;
	galley->take = stats_take;
}
