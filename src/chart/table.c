/* table.c - a table of the report as a picture. */
#include "chart/forms.h"

#include "chart/parts.h"
#include "chart/tabular.h"

jb_group *jb_form_table(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	const jb_bound_table *table = picture->of.table;
	jb_group *group;

	if (!table || !table->n_columns) {
		group = jb_group_new(desk->arena);
		group->width = width;
		return group;
	}
	group = jb_tabular_take(
		jb_tabular_new(desk, table, width), 0, table->n_rows);
	group->height = jb_snap(desk, group->height);
	return group;
}
