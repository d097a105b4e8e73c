/* units.c - things that are counted, each as its icon.
 *
 * One figure: the number at the left, its icons at the right.  Several: their
 * icons in one row, each under its own bracket.
 */
#include "chart/forms.h"

#include <math.h>

#include "chart/crowd.h"
#include "chart/parts.h"

#define GROUPS_MAX 6

static const double narrow_pt = 200, gap_pt = 12;

/* One figure of several: its icons and the callout under them. */
struct band {
	const jb_stat *stat;
	jb_crowd crowd;
	double x, width; /* of the icons */
	double words_x, words_pt;
};

struct bands {
	struct band band[GROUPS_MAX];
	size_t n;
	double scale, size_pt, pitch_pt;
	const char *icon;
};

/* --- words --- */

static double key_put(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, const jb_crowd *crowd, double scale,
	double y, double width)
{
	const char *key = jb_crowd_key(desk->arena, crowd, scale);

	if (!key)
		return 0;
	return jb_part_text(desk, group, 0, y, width,
		jb_part_words(desk, key, NULL, picture->picture->pos), "small",
		JB_TEXT_START);
}

/* Label, where the title does not say it, and gloss. */
static double words_put(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, const jb_stat *stat, double y,
	double width)
{
	unsigned first = group->items->len;
	double used = jb_part_text(desk, group, 0, y, width,
		jb_part_label(desk, picture, stat), "label_strong",
		JB_TEXT_START);

	used += jb_part_text(desk, group, 0, y + used, width, stat->gloss,
		"small", JB_TEXT_START);
	jb_part_claim(group, first, stat->figure, stat->figure->pos);
	return used;
}

/* --- the hero over the icons --- */

static const jb_stat *hero_stat(
	jb_desk *desk, const jb_bound_picture *picture)
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
	double size = jb_part_step(desk, stat->figure, 48, 14, width);
	double base = y + jb_part_snap(desk, JB_DIGIT_EM * size);
	double used;
	unsigned first = group->items->len;

	jb_part_callout(desk, group, 0, base, JB_ALIGN_START, stat->figure,
		size, 14, jb_part_ink(desk, picture, stat->figure));
	used = jb_part_text(desk, group, 0, base + 6, width,
		stat->gloss ? stat->gloss : stat->label, "small",
		JB_TEXT_START);
	jb_part_claim(group, first, stat->figure, stat->figure->pos);
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
	height = jb_crowd_height(&grid);
	jb_crowd_put(desk, group, crowd, &grid, x, fmax(base - height, 0));
	return fmax(base, height);
}

static double icons_under(jb_desk *desk, jb_group *group,
	const jb_crowd *crowd, double y, double width)
{
	jb_crowd_grid grid;

	if (as_roads(crowd, width)) {
		jb_crowd_roads(desk, group, crowd, 0, y, width, 40);
		return 40;
	}
	grid = jb_crowd_fit(jb_crowd_places(crowd), width, 56, 22);
	jb_crowd_put(desk, group, crowd, &grid, 0, y);
	return jb_crowd_height(&grid);
}

static double one_put(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, const jb_stat *stat, double y,
	double width)
{
	const jb_figure *figure = stat->figure;
	double scale = jb_crowd_scale(&figure, 1);
	const jb_crowd crowd = jb_crowd_new(
		desk, figure, picture->picture->icon, scale);
	bool narrow = width < narrow_pt;
	bool many = jb_crowd_places(&crowd) > 20;
	double size = jb_part_step(desk, figure,
		narrow ? 54 : many ? 66 : 88, 14,
		narrow ? width : fmin(width * 0.48, 160));
	double left = jb_part_callout_width(desk, figure, size, 14) + gap_pt;
	double cap = figure->has_value ? JB_DIGIT_EM * size : 17;
	double base = jb_part_snap(desk, cap), under;
	jb_group *own = jb_group_new(desk->arena);

	if (width > 400) /* column 3 of six */
		left = fmax(left, 172);
	jb_part_callout(desk, own, 0, base, JB_ALIGN_START, figure, size, 14,
		jb_part_ink(desk, picture, figure));
	under = base;
	if (!narrow && crowd.n)
		under = icons_beside(desk, own, &crowd, left, base, cap,
			width - left);
	under += 8;
	under += words_put(desk, own, picture, stat, under, width);
	if (narrow && crowd.n) {
		under = jb_part_snap(desk, under + 4);
		under += icons_under(desk, own, &crowd, under, width) + 6;
	}
	under += key_put(desk, own, picture, &crowd, scale, under, width);
	jb_group_place(group, own, 0, y);
	return under;
}

/* --- several figures --- */

static double callout_width(jb_desk *desk, const jb_stat *stat)
{
	const jb_rich *label = stat->short_label ? stat->short_label
						 : stat->label;

	return jb_part_callout_width(desk, stat->figure, 20, 8.5) + 2 +
	       jb_part_width(desk, label, "label");
}

/* Callouts begin under their icons; each gives way to the one before it, and
 * all of them to the right edge.  False when there is no room. */
static bool words_fit(struct bands *bands, double width)
{
	double least = 0, most = width;

	for (size_t i = 0; i < bands->n; i++) {
		struct band *band = &bands->band[i];

		band->words_x = fmax(band->x, least);
		least = band->words_x + band->words_pt + gap_pt;
	}
	for (size_t i = bands->n; i-- > 0;) {
		struct band *band = &bands->band[i];

		band->words_x = fmin(band->words_x, most - band->words_pt);
		most = band->words_x - gap_pt;
	}
	return bands->band[0].words_x >= 0;
}

/* All icons in one row; false when they would be too small. */
static bool row_fits(jb_desk *desk, struct bands *bands, double width)
{
	int places = 0;
	double x = 0;

	for (size_t i = 0; i < bands->n; i++)
		places += jb_crowd_places(&bands->band[i].crowd);
	bands->pitch_pt = fmin(width / MAX(places, 1), 26);
	bands->size_pt = fmin(bands->pitch_pt * 0.86, 20);
	if (bands->size_pt < 11)
		return false;
	for (size_t i = 0; i < bands->n; i++) {
		struct band *band = &bands->band[i];
		int n = jb_crowd_places(&band->crowd);

		band->x = x;
		band->width = n * bands->pitch_pt -
			      (bands->pitch_pt - bands->size_pt);
		band->words_pt = callout_width(desk, band->stat);
		x += n * bands->pitch_pt;
	}
	/* the last icon ends at the edge, the gaps share what that leaves */
	if (places > 1 && x >= width - 1e-6) {
		double grow = (width - bands->size_pt) / (places - 1) /
			      bands->pitch_pt;

		bands->pitch_pt *= grow;
		for (size_t i = 0; i < bands->n; i++) {
			struct band *band = &bands->band[i];

			band->x *= grow;
			band->width = (band->width - bands->size_pt) * grow +
				      bands->size_pt;
		}
	}
	return words_fit(bands, width);
}

static void band_words(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, const struct band *band, double x,
	double base)
{
	const jb_stat *stat = band->stat;
	unsigned first = group->items->len;

	x += jb_part_callout(desk, group, x, base, JB_ALIGN_START,
		stat->figure, 20, 8.5,
		jb_part_ink(desk, picture, stat->figure));
	jb_put_text(desk, group, x + 2, base, JB_ALIGN_START,
		stat->short_label ? stat->short_label : stat->label,
		jb_desk_style(desk, "label"), NULL, 0);
	jb_part_claim(group, first, stat->figure, stat->figure->pos);
}

static double row_put(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, const struct bands *bands, double y)
{
	double rule = y + bands->size_pt + 6, base = rule + 20;

	for (size_t i = 0; i < bands->n; i++) {
		const struct band *band = &bands->band[i];
		const jb_crowd_grid grid = {
			.per = MAX(jb_crowd_places(&band->crowd), 1),
			.rows = 1,
			.size_pt = bands->size_pt,
			.pitch_pt = bands->pitch_pt,
		};
		unsigned first = group->items->len;

		jb_crowd_put(desk, group, &band->crowd, &grid, band->x, y);
		if (band->width > 0)
			jb_put_line(desk, group, band->x, rule,
				band->x + band->width, rule,
				jb_desk_ink(desk, "primary"), 0.75, false);
		jb_part_claim(group, first, band->stat->figure,
			band->stat->figure->value_pos);
		band_words(desk, group, picture, band, band->words_x, base);
	}
	return base + 4 - y;
}

/* The same icon has the same size wherever it stands. */
static jb_crowd_grid common_grid(const struct bands *bands, double width)
{
	int places = 1;

	for (size_t i = 0; i < bands->n; i++)
		places = MAX(places, jb_crowd_places(&bands->band[i].crowd));
	return jb_crowd_fit(places, width, 44, 16);
}

/* Each figure with its own rows of icons: the number above them. */
static double stack_put(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, const struct bands *bands, double y,
	double width)
{
	jb_crowd_grid grid = common_grid(bands, width);
	double top = y;

	for (size_t i = 0; i < bands->n; i++) {
		const struct band *band = &bands->band[i];
		int places = jb_crowd_places(&band->crowd);

		if (callout_width(desk, band->stat) <= width) {
			band_words(desk, group, picture, band, 0, y + 16);
			y += 24;
		} else {
			jb_part_callout(desk, group, 0, y + 16, JB_ALIGN_START,
				band->stat->figure, 20, 8.5,
				jb_part_ink(desk, picture,
					band->stat->figure));
			y += 20 + words_put(desk, group, picture, band->stat,
					   y + 20, width) + 4;
		}
		if (!places)
			continue;
		grid.rows = (places + grid.per - 1) / grid.per;
		jb_crowd_put(desk, group, &band->crowd, &grid, 0, y);
		y += jb_crowd_height(&grid) + 12;
	}
	return y - top;
}

/* Planned after planned would look the same: the second is an extension and
 * has dashed strokes, any further ones a lighter ink. */
static void tell_apart(const jb_desk *desk, struct bands *bands)
{
	for (size_t i = 1; i < bands->n; i++) {
		jb_crowd *crowd = &bands->band[i].crowd;
		const jb_crowd *before = &bands->band[i - 1].crowd;

		if (crowd->figure->status != before->figure->status)
			continue;
		if (before->look == JB_ICON_HATCHED)
			crowd->look = JB_ICON_DASHED;
		else
			crowd->ink = jb_desk_ink(desk,
				i % 2 ? "primary65" : "primary38");
	}
}

static double several_put(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, double y, double width)
{
	const jb_figure *figures[GROUPS_MAX];
	struct bands bands = {
		.n = picture->of.n_stats,
		.icon = picture->picture->icon,
	};
	const jb_crowd *odd = &bands.band[0].crowd;
	double used;

	for (size_t i = 0; i < bands.n; i++)
		figures[i] = picture->of.stats[i].figure;
	bands.scale = jb_crowd_scale(figures, bands.n);
	for (size_t i = 0; i < bands.n; i++) {
		struct band *band = &bands.band[i];

		band->stat = &picture->of.stats[i];
		band->crowd = jb_crowd_new(
			desk, figures[i], bands.icon, bands.scale);
		if (band->crowd.part)
			odd = &band->crowd;
	}
	tell_apart(desk, &bands);
	used = row_fits(desk, &bands, width)
		       ? row_put(desk, group, picture, &bands, y)
		       : stack_put(desk, group, picture, &bands, y, width);
	return used + key_put(desk, group, picture, odd, bands.scale,
			      y + used, width);
}

/* --- the form --- */

static bool usable(jb_desk *desk, const jb_bound_picture *picture)
{
	const jb_picture *spec = picture->picture;
	bool fine = true;

	if (!picture->of.n_stats || picture->of.n_stats > GROUPS_MAX) {
		jb_error(desk->diags, spec->pos,
			"the form “units” shows 1 to %d figures, not %zu",
			GROUPS_MAX, picture->of.n_stats);
		fine = false;
	}
	if (!spec->icon) {
		jb_error(desk->diags, spec->pos,
			"the form “units” needs an icon");
		jb_hint(desk->diags, "“jianbao list icons” names them all");
		fine = false;
	} else if (!jb_icon_known(desk, spec->icon, spec->pos)) {
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
		y = jb_part_snap(desk, stat_put(desk, group, picture, hero, y,
						width) + 8);
	if (picture->of.n_stats == 1)
		y += one_put(desk, group, picture, &picture->of.stats[0], y,
			width);
	else
		y += several_put(desk, group, picture, y, width);
	for (size_t i = 0; i < picture->more.n_stats; i++) {
		if (&picture->more.stats[i] == hero)
			continue;
		y = jb_part_snap(desk, y + 8);
		y += stat_put(desk, group, picture, &picture->more.stats[i], y,
			width);
	}
	if (picture->more.n_items) {
		y = jb_part_snap(desk, y + 8);
		jb_part_hairline(desk, group, 0, width, y,
			picture->picture->pos);
		y += jb_part_rows(desk, group, y, width, picture->more.items,
			picture->more.n_items);
	}
	group->height = jb_part_snap(desk, y);
	return group;
}
