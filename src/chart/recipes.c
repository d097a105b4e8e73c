/* recipes.c - the forms whose places no scale gives, as data for plot/. */
#include "chart/forms.h"

#include "model/recipe.h"

static const jb_spec recipes[] = {
	[JB_PIE] = {.places = "pie"},
	[JB_DONUT] = {.places = "donut"},
	[JB_SUNBURST] = {.places = "sunburst"},
	[JB_TREEMAP] = {.places = "treemap"},
	[JB_SCATTER] = {.places = "scatter"},
	[JB_BUBBLE] = {.places = "bubble"},
	[JB_CIRCLES] = {.places = "circles"},
	[JB_FUNNEL] = {.places = "funnel"},
	[JB_RADAR] = {.places = "radar"},
	[JB_TILES] = {.places = "tiles"},
	[JB_SANKEY] = {.places = "sankey"},
	[JB_TREE] = {.places = "tree"},
	[JB_CHOROPLETH] = {.places = "choropleth"},
	[JB_GANTT] = {.places = "gantt"},
	[JB_HEAT] = {.places = "heat"},
	[JB_DAYS] = {.places = "days"},
};

const jb_spec *jb_form_spec(const jb_picture *picture)
{
	jb_form form = picture->form;

	if (picture->recipe)
		return &picture->recipe->spec;
	return form < G_N_ELEMENTS(recipes) && recipes[form].places
		       ? &recipes[form]
		       : NULL;
}
