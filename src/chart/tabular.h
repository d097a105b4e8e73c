/* tabular.h - a table of the report: set once, then taken row by row.
 *
 * Columns are as wide as their contents, what is left is shared; where there is
 * less room, words break.  Numbers of a column stand on their decimal point.
 * Lengths in points; everything belongs to the desk's arena.
 */
#ifndef JB_CHART_TABULAR_H
#define JB_CHART_TABULAR_H

#include "bind/block.h"
#include "scene/desk.h"

typedef struct jb_tabular jb_tabular;

/* An error, and columns that are too narrow, where there is no room at all. */
jb_tabular *jb_tabular_new(
	jb_desk *desk, const jb_bound_table *table, double width);

/* The height of rows from..to with what stands over and under them there:
 * title and head over row 0, the continued head over others, the notes under
 * the last. */
double jb_tabular_height(const jb_tabular *t, size_t from, size_t to);

/* May a page end before this row?  Never within a merged cell; unless `force`
 * neither behind a heading, nor before a total or a 其中. */
bool jb_tabular_cut(const jb_tabular *t, size_t row, bool force);

/* These rows with all that belongs to them.  Rows are taken once. */
jb_group *jb_tabular_take(jb_tabular *t, size_t from, size_t to);

#endif
