/* units.c - things that are counted, each as its icon.
 *
 * One figure: the number at the left, its icons at the right.  Several: their
 * icons in one row, each under its own bracket.
 */
#include "chart/forms.h"

#include <math.h>

#include "base/icons.h"
#include "chart/bands.h"
#include "plot/marks.h"
#include "chart/parts.h"
#include "chart/rows.h"

static const double narrow_pt = 200, gap_pt = 12;

/* --- the hero over the icons --- */

static const jb_stat *hero_stat(jb_desk *desk, const jb_bound_picture *picture)
{
	const jb_figure *hero = picture->picture->hero;
	jb_stat *stat;

	if (!hero)
		return NULL;
	for (size_t i = 0; i < picture->of.n_stats; i++)
		if (picture->of.stats[i].figure == hero)
			return NULL; /* stands in its place, in accent */
	for (size_t i = 0; i < picture->more.n_stats; i++)
		if (picture->more.stats[i].figure == hero)
			return &picture->more.stats[i];
	stat = jb_new(desk->arena, jb_stat);
	stat->figure = hero;
	return stat;
}

/* A figure with its words under it, on top of the picture. */
static double stat_put(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, const jb_stat *stat, double y,
	double width)
{
	jb_callout callout = jb_callout_of(desk, stat->figure, 48,
		jb_numeral_ink(desk, picture, stat->figure));
	guint from = group->items->len;
	double base, used;

	jb_callout_fit(desk, &callout, 48, width);
	base = y + jb_snap(desk, JB_DIGIT_EM * callout.size_pt);
	jb_put_callout(desk, group, 0, base, &callout);
	/* a number never stands without what it counts */
	used = jb_put_words(
		desk, group, 0, base + 6, width, jb_stat_name(stat), "label");
	jb_claim(group, from, stat->figure);
	return base + 6 + used - y;
}

/* --- one figure --- */

static bool as_roads(const jb_crowd *crowd, double room)
{
	int places = jb_crowd_places(crowd);

	return g_strcmp0(crowd->icon, "road") == 0 && places > 0 &&
	       room / places >= 9;
}

/* Icons beside the number: on its baseline, or as deep as they need. */
static double icons_beside(jb_desk *desk, jb_group *group,
	const jb_crowd *crowd, double x, double base, double cap, double room)
{
	jb_crowd_grid grid;
	double height;

	if (as_roads(crowd, room)) {
		jb_crowd_roads(desk, group, crowd, x, 0, room, base);
		return base;
	}
	grid = jb_crowd_fit(jb_crowd_places(crowd), room, fmax(cap, 64),
		room > 200 ? 28 : 22);
	grid = jb_crowd_turn(crowd, grid);
	height = jb_crowd_height(&grid);
	jb_crowd_put(desk, group, crowd, &grid, x, fmax(base - height, 0));
	return fmax(base, height);
}

static double icons_under(jb_desk *desk, jb_group *group, const jb_crowd *crowd,
	double y, double width)
{
	jb_crowd_grid grid;

	if (as_roads(crowd, width)) {
		jb_crowd_roads(desk, group, crowd, 0, y, width, 40);
		return 40;
	}
	grid = jb_crowd_fit(jb_crowd_places(crowd), width, 56, 22);
	grid = jb_crowd_turn(crowd, grid);
	jb_crowd_put(desk, group, crowd, &grid, 0, y);
	return jb_crowd_height(&grid);
}

/* The number of one figure, as large as it may be. */
static jb_callout number_of(jb_desk *desk, const jb_bound_picture *picture,
	const jb_figure *figure, int places, double width)
{
	jb_callout callout = jb_callout_of(
		desk, figure, 0, jb_numeral_ink(desk, picture, figure));

	if (width < narrow_pt)
		jb_callout_fit(desk, &callout, 54, width);
	else
		jb_callout_fit(desk, &callout, places > 20 ? 66 : 88,
			fmin(width * 0.48, 160));
	return callout;
}

static double one_put(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, const jb_stat *stat, double y,
	double width)
{
	const jb_figure *figure = stat->figure;
	double scale = jb_crowd_scale(&figure, 1);
	const jb_crowd crowd =
		jb_crowd_new(desk, figure, picture->picture->icon, scale);
	const jb_callout callout = number_of(
		desk, picture, figure, jb_crowd_places(&crowd), width);
	double cap = jb_callout_height(&callout), base = jb_snap(desk, cap);
	bool narrow = width < narrow_pt;
	jb_group *own = jb_group_new(desk->arena);
	double under = base, left;

	left = jb_put_callout(desk, own, 0, base, &callout) + gap_pt;
	if (width > 400) /* column 3 of six */
		left = fmax(left, 172);
	if (!narrow && crowd.n)
		under = icons_beside(
			desk, own, &crowd, left, base, cap, width - left);
	under += 8;
	under += jb_crowd_words(desk, own, picture, stat, under, width);
	if (narrow && crowd.n) {
		under = jb_snap(desk, under + 4);
		under += icons_under(desk, own, &crowd, under, width) + 6;
	}
	under += jb_crowd_key_put(
		desk, own, picture, &crowd, scale, under, width);
	jb_group_place(group, own, 0, y);
	return under;
}

/* --- the form --- */

static bool usable(jb_desk *desk, const jb_bound_picture *picture)
{
	const jb_picture *spec = picture->picture;
	bool fine = true;

	if (!picture->of.n_stats || picture->of.n_stats > JB_BANDS_MAX) {
		jb_error(desk->diags, spec->pos,
			"the form “units” shows 1 to %d figures, not %zu",
			JB_BANDS_MAX, picture->of.n_stats);
		fine = false;
	}
	if (!spec->icon) {
		jb_error(desk->diags, spec->pos,
			"the form “units” needs an icon");
		jb_hint(desk->diags, "“jianbao list icons” names them all");
		fine = false;
	} else if (!jb_icon_known(desk->diags, spec->icon, spec->icon_pos)) {
		fine = false;
	}
	for (size_t i = 0; i < picture->of.n_stats; i++) {
		const jb_figure *figure = picture->of.stats[i].figure;

		if (!figure->has_value || figure->value.mantissa >= 0)
			continue;
		jb_error(desk->diags, figure->value_pos,
			"a count of icons cannot be negative");
		fine = false;
	}
	return fine;
}

jb_group *jb_form_units(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	const jb_stat *hero;
	double y = 0;

	group->width = width;
	if (!usable(desk, picture))
		return group;
	hero = hero_stat(desk, picture);
	if (hero)
		y = jb_snap(desk,
			stat_put(desk, group, picture, hero, y, width) + 8);
	if (picture->of.n_stats == 1)
		y += one_put(
			desk, group, picture, &picture->of.stats[0], y, width);
	else
		y += jb_bands_put(desk, group, picture, y, width);
	for (size_t i = 0; i < picture->more.n_stats; i++) {
		if (&picture->more.stats[i] == hero)
			continue;
		y = jb_snap(desk, y + 8);
		y += stat_put(desk, group, picture, &picture->more.stats[i], y,
			width);
	}
	if (picture->more.n_items) {
		y = jb_snap(desk, y + 8);
		jb_put_hairline(
			desk, group, 0, width, y, picture->picture->pos);
		y += jb_put_rows(desk, group, y, width, picture->more.items,
			picture->more.n_items);
	}
	group->height = jb_snap(desk, y);
	return group;
}
