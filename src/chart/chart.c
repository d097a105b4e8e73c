/* chart.c - from a picture's form to the function that draws it.
 */
#include "chart/chart.h"

#include "chart/forms.h"
#include "chart/parts.h"

typedef jb_group *form(
	jb_desk *desk, const jb_bound_picture *picture, double width);

static form *const forms[] = {
	[JB_SQUARES] = jb_form_squares,
	[JB_CHANGE] = jb_form_change,
	[JB_TRANCHES] = jb_form_tranches,
	[JB_QUOTE] = jb_form_quote,
	[JB_RANGE] = jb_form_range,
	[JB_UNITS] = jb_form_units,
	[JB_CLOCK] = jb_form_clock,
	[JB_LIST] = jb_form_list,
	[JB_ROADMAP] = jb_form_roadmap,
	[JB_WAFFLE] = jb_form_waffle,
	[JB_RADII] = jb_form_radii,
	[JB_DATES] = jb_form_dates,
	[JB_STATS] = jb_form_stats,
	[JB_BARS] = jb_form_bars,
	[JB_TABLE] = jb_form_table,
};

jb_group *jb_chart_draw(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	jb_group *group;

	g_assert(picture->picture->form < G_N_ELEMENTS(forms));
	group = forms[picture->picture->form](desk, picture, width);
	/* axes and keys show no thing in particular: they are the picture's */
	jb_claim_at(group, 0, picture->picture->pos);
	if (group->keys)
		jb_claim_at(group->keys, 0, picture->picture->pos);
	return group;
}
