/* chart.c - from a picture's form to the function that draws it.
 */
#include "chart/chart.h"

#include "chart/forms.h"
#include "chart/kept.h"
#include "chart/parts.h"
#include "model/wording.h"
#include "plot/spec.h"

typedef jb_group *draw(
	jb_desk *desk, const jb_bound_picture *picture, double width);

static draw *const forms[] = {
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
	[JB_PICTOGRAM] = jb_form_pictogram,
};

static jb_group *drawn(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	jb_form form = picture->picture->form;
	const jb_spec *spec = jb_form_spec(picture->picture);
	jb_group *group;

	g_assert(spec || form < G_N_ELEMENTS(forms));
	group = spec ? jb_plot_draw(desk, picture, spec, width)
		     : forms[form](desk, picture, width);
	/* axes and keys show no thing in particular: they are the picture's */
	jb_claim_at(group, 0, picture->picture->pos);
	if (group->keys)
		jb_claim_at(group->keys, 0, picture->picture->pos);
	return group;
}

jb_group *jb_chart_draw(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	jb_diags_mark said = jb_diags_here(desk->diags), now;
	jb_group *group = jb_kept_look(desk, picture, width);

	if (group)
		return group;
	group = drawn(desk, picture, width);
	now = jb_diags_here(desk->diags);
	if (now.errors == said.errors && now.warnings == said.warnings)
		jb_keep_look(desk, picture, width, group);
	return group;
}

static char *alt_of(jb_arena *arena, const jb_bound_picture *picture)
{
	GString *alt = g_string_new(NULL);
	const jb_bound_subject *of = &picture->of;
	char *text;

	if (jb_form_spec(picture->picture))
		return jb_plot_alt(arena, picture);
	if (picture->title)
		g_string_append(alt, jb_rich_text(arena, picture->title));
	for (size_t i = 0; i < of->n_stats; i++) {
		const jb_stat *stat = &of->stats[i];

		g_string_append(alt, i == 0 && alt->len ? "："
				     : i > 0		? "，"
							: "");
		g_string_append(alt, jb_rich_text(arena, stat->label));
		g_string_append(alt, jb_wording_text(arena, stat->figure));
	}
	text = jb_strdup(arena, alt->str);
	g_string_free(alt, TRUE);
	return text;
}

const char *jb_chart_alt(jb_desk *desk, const jb_bound_picture *picture)
{
	const char **alt = jb_kept_alt(desk, picture);

	if (!*alt)
		*alt = alt_of(desk->arena, picture);
	return *alt;
}
