/* table.c - a table of the report: heads, rows of words and figures, hairlines.
 *
 * Columns take the width their widest cell needs; what is left is shared out,
 * what is missing is taken from the widest, whose cells then break.  A column
 * of figures stands flush right, so that their units meet.
 */
#include "chart/forms.h"

#include <math.h>

#include "chart/marks.h"
#include "chart/parts.h"

static const double gap_pt = 14, pad_pt = 3, narrow_pt = 28;

struct grid {
	const jb_bound_table *table;
	double *x, *width; /* of the columns */
	bool *numeric;
};

static const jb_rich *cell(const struct grid *grid, size_t row, size_t column)
{
	return grid->table->cells[row * grid->table->n_columns + column];
}

/* A figure and nothing else. */
static bool is_number(const jb_rich *rich)
{
	return !jb_rich_empty(rich) && rich->n == 1 && rich->pieces[0].figure;
}

static void measure_column(jb_desk *desk, struct grid *grid, size_t c)
{
	double width =
		jb_words_width(desk, grid->table->heads[c], "table_head");

	grid->numeric[c] = grid->table->n_rows > 0;
	for (size_t i = 0; i < grid->table->n_rows; i++) {
		const jb_rich *rich = cell(grid, i, c);

		width = fmax(width, jb_words_width(desk, rich, "table_cell"));
		grid->numeric[c] = grid->numeric[c] && is_number(rich);
	}
	grid->width[c] = width + 0.01;
}

/* Takes `over` from the widest columns, a little at a time. */
static void narrow(struct grid *grid, double over)
{
	for (int rounds = 0; over > 0 && rounds < 1000; rounds++) {
		size_t widest = 0;

		for (size_t c = 1; c < grid->table->n_columns; c++)
			if (grid->width[c] > grid->width[widest])
				widest = c;
		if (grid->width[widest] <= narrow_pt)
			return;
		grid->width[widest] -= fmin(over, 4);
		over -= fmin(over, 4);
	}
}

static void place_columns(struct grid *grid, double width)
{
	size_t n = grid->table->n_columns;
	double used = gap_pt * (double)(n - 1), x = 0, more;

	for (size_t c = 0; c < n; c++)
		used += grid->width[c];
	narrow(grid, used - width);
	more = n > 1 ? fmax(0, width - used) / (double)(n - 1) : 0;
	for (size_t c = 0; c < n; c++) {
		grid->x[c] = x;
		x += grid->width[c] + gap_pt + more;
	}
}

static struct grid grid_new(
	jb_desk *desk, const jb_bound_table *table, double width)
{
	struct grid grid = {
		.table = table,
		.x = jb_new_array(desk->arena, double, table->n_columns),
		.width = jb_new_array(desk->arena, double, table->n_columns),
		.numeric = jb_new_array(desk->arena, bool, table->n_columns),
	};

	for (size_t c = 0; c < table->n_columns; c++)
		measure_column(desk, &grid, c);
	place_columns(&grid, width);
	return grid;
}

/* One row at y; returns its height. */
static double row_put(jb_desk *desk, jb_group *group, const struct grid *grid,
	const jb_rich *const *cells, const char *style, double y)
{
	double height = 0;

	for (size_t c = 0; c < grid->table->n_columns; c++)
		height = fmax(height,
			jb_put_words_as(desk, group, grid->x[c], y + pad_pt / 2,
				grid->width[c], cells[c], style,
				grid->numeric[c] ? JB_TEXT_END : JB_TEXT_START,
				NULL));
	return height + pad_pt;
}

jb_group *jb_form_table(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	const jb_bound_table *table = picture->of.table;
	jb_group *group = jb_group_new(desk->arena);
	jb_pos pos = picture->picture->pos;
	struct grid grid;
	double y;

	group->width = width;
	if (!table || !table->n_columns)
		return group;
	grid = grid_new(desk, table, width);
	y = row_put(desk, group, &grid, table->heads, "table_head", 0);
	jb_put_line(desk, group, 0, y, width, y, jb_desk_ink(desk, "text"), 0.5,
		false);
	for (size_t i = 0; i < table->n_rows; i++) {
		y += row_put(desk, group, &grid,
			&table->cells[i * table->n_columns], "table_cell", y);
		jb_put_hairline(desk, group, 0, width, y, pos);
	}
	group->height = jb_snap(desk, y);
	return group;
}
