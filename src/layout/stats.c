/* Large numerals in rows: cut between rows, which are all equally high.
 */
#include "layout/galley.h"

#include <math.h>

#include "chart/chart.h"
#include "scene/zoom.h"

typedef struct stats {
	size_t at; /* figures that stand already */
} stats;

/* Rows as even as can be: six in rows of four are three and three. */
static size_t even(size_t n, size_t most)
{
	size_t rows = (n + most - 1) / most;

	return rows ? (n + rows - 1) / rows : 1;
}

/* Some of the figures, so many in a row. */
static jb_group *rows_set(
	jb_galley *galley, size_t first, size_t n, size_t per_row)
{
	jb_desk *desk = galley->desk;
	const jb_block *block = galley->block;
	double zoom = jb_zoom_of(desk);
	jb_group *group = jb_zoom_group(desk->arena,
		jb_chart_stats(jb_zoom_desk(desk, zoom), block->stats + first,
			n, (int)per_row, block->size_pt / zoom,
			desk->layout->gutter_pt / zoom, galley->width / zoom),
		zoom);

	jb_group_tag(group, jb_tag_new(desk->arena, JB_ROLE_P, NULL));
	return group;
}

static double height_of(
	jb_galley *galley, size_t first, size_t n, size_t per_row)
{
	jb_diags *said = jb_desk_hush(galley->desk);
	double height = rows_set(galley, first, n, per_row)->height;

	jb_desk_speak(galley->desk, said);
	return height;
}

/* How many of those that are left stand in rows no higher than that.  The last
 * row may be lower than the others. */
static size_t count_within(
	jb_galley *galley, size_t left, size_t per_row, double height)
{
	const stats *s = galley->state;
	size_t rows = (left + per_row - 1) / per_row, n;
	double all = height_of(galley, s->at, left, per_row);

	height += JB_HAIR_PT;
	if (all <= height)
		return left;
	rows = MIN(rows - 1, (size_t)fmax(height * (double)rows / all + 1, 1));
	for (; rows > 0; rows--) {
		n = rows * per_row;
		if (height_of(galley, s->at, n, per_row) <= height)
			return n;
	}
	return 0;
}

/* All that is left if it fits, in even rows; else full ones. */
static jb_group *stats_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	const jb_block *block = galley->block;
	stats *s = galley->state;
	size_t most = (size_t)block->per_row, left = block->n_stats - s->at;
	size_t per_row = even(left, most), n = left;
	jb_group *group;

	if (left)
		n = count_within(galley, left, per_row, height);
	if (n < left) {
		per_row = most;
		n = count_within(galley, left, per_row, height);
	}
	if (n == 0 && left && !page)
		return NULL;
	if (n == 0)
		n = MIN(left, per_row);
	group = rows_set(galley, s->at, n, per_row);
	s->at += n;
	*done = s->at == block->n_stats;
	return group;
}

void jb_stats_pour(jb_galley *galley)
{
	galley->state = jb_new(galley->desk->arena, stats);
	galley->state_size = sizeof(stats);
	galley->take = stats_take;
}
