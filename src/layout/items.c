/* Things in columns; none is cut. */
#include "layout/items.h"

#include <math.h>

typedef struct items {
	jb_group **each;
	size_t n, at;
	int columns;
	double step_pt;
} items;

/* Items from `at` for each column so that the highest column is lowest: the
 * least height at which they still fit. */
static bool fits(const items *s, double height, size_t *cuts)
{
	size_t i = s->at;

	for (int c = 0; c < s->columns; c++) {
		double y = 0;

		while (i < s->n &&
			y + s->each[i]->height <= height + JB_HAIR_PT)
			y += s->each[i++]->height;
		cuts[c] = i;
	}
	return i == s->n;
}

static jb_group *items_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	items *s = galley->state;
	jb_desk *desk = galley->desk;
	int columns = s->columns;
	size_t *cuts = jb_new_array(desk->arena, size_t, columns), i = s->at;
	double least = s->step_pt;

	while (!fits(s, least, cuts) &&
		least + s->step_pt <= height + JB_HAIR_PT)
		least += s->step_pt;
	if (cuts[columns - 1] == s->at && s->n > s->at) {
		if (!page)
			return NULL;
		cuts[columns - 1] = s->at + 1;
	}
	jb_group *group = jb_group_new(desk->arena);
	for (int c = 0; c < columns; c++) {
		double y = 0;

		for (; i < cuts[c]; i++) {
			jb_galley_put(galley, group, s->each[i],
				jb_column_x(desk, columns, galley->width, c),
				y);
			y += s->each[i]->height;
		}
		group->height = fmax(group->height, y);
	}
	s->at = i;
	group->width = galley->width;
	*done = s->at >= s->n;
	return group;
}

void jb_items_pour(jb_galley *galley, jb_group **each, size_t n, int columns,
	double step_pt)
{
	items *s = jb_new(galley->desk->arena, items);

	*s = (items){each, n, 0, columns, step_pt};
	galley->state = s;
	galley->state_size = sizeof *s;
	galley->take = items_take;
}
