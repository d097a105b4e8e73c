/* transform.c - the steps of a transform, in the order of writing. */
#include "model/transform-parts.h"

#include <string.h>

/* `wide`: works on series side by side. */
static const struct step {
	const char *name;
	bool (*run)(jb_work *w);
	bool wide;
} steps[] = {
	{"filter", jb_step_filter, false},
	{"fold", jb_step_fold, false},
	{"group", jb_step_group, false},
	{"bin", jb_step_bin, false},
	{"sort", jb_step_sort, true},
	{"top", jb_step_top, true},
	{"share", jb_step_share, true},
	{"cumulate", jb_step_cumulate, true},
	{"index", jb_step_index, true},
	{"average", jb_step_average, true},
};

static bool do_step(jb_reading *r, jb_data *data, const jb_pair *pair)
{
	jb_work w = {r, data, pair->value};

	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
		if (strcmp(pair->key->text, steps[i].name) != 0)
			continue;
		if (steps[i].wide && !jb_data_widen(r, data))
			return false;
		return steps[i].run(&w);
	}
	return true;
}

static bool do_steps(jb_reading *r, jb_data *data, const jb_node *map)
{
	for (size_t i = 0; i < map->n; i++)
		if (!do_step(r, data, &map->pairs[i]))
			return false;
	return true;
}

bool jb_data_transform(jb_reading *r, jb_data *data, const jb_node *list)
{
	if (!list)
		return true;
	if (list->kind == JB_MAPPING)
		return do_steps(r, data, list);
	for (size_t i = 0; i < list->n; i++)
		if (!do_steps(r, data, list->items[i]))
			return false;
	return true;
}
