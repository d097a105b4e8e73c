/* recipes.c - the forms that stand on scales, as data for plot/. */
#include "chart/forms.h"

#include "plot/spec.h"

static const jb_spec recipes[] = {
	[JB_PIE] = {.coord = JB_COORD_POLAR, .places = "pie"},
	[JB_DONUT] = {.coord = JB_COORD_POLAR, .places = "donut"},
	[JB_SUNBURST] = {.coord = JB_COORD_POLAR, .places = "sunburst"},
	[JB_TREEMAP] = {.places = "treemap"},
	[JB_SCATTER] = {.places = "scatter"},
	[JB_BUBBLE] = {.places = "bubble"},
	[JB_COLUMN] = {{{JB_GEOM_RECT}}, 1},
	[JB_LINES] = {{{JB_GEOM_LINE}}, 1},
	[JB_AREA] = {{{JB_GEOM_AREA, JB_ARRANGE_STACK}}, 1},
	[JB_STACKED] = {{{JB_GEOM_RECT, JB_ARRANGE_STACK}}, 1},
	[JB_GROUPED] = {{{JB_GEOM_RECT, JB_ARRANGE_DODGE}}, 1},
	[JB_COMBO] = {{{JB_GEOM_RECT, JB_ARRANGE_DODGE, .last = -2},
			      {JB_GEOM_LINE, .first = -1, .right = true}},
		2},
};

const jb_spec *jb_recipe(jb_form form)
{
	const jb_spec *spec =
		form < G_N_ELEMENTS(recipes) ? &recipes[form] : NULL;

	return spec && (spec->n || spec->places) ? spec : NULL;
}
