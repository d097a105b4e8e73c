/* bands.c - several figures as icons: in one row, each under its own bracket,
 * or one above the other where a row is too short.
 */
#include "chart/bands.h"

#include <math.h>

#include "chart/parts.h"

static const double gap_pt = 12, name_gap = 2, number_pt = 20, unit_pt = 8.5;

/* One figure of several: its icons and the callout under them. */
struct band {
	const jb_stat *stat;
	jb_crowd crowd;
	jb_callout callout;
	double x, width; /* of the icons */
	double words_x, words_pt;
};

struct bands {
	struct band band[JB_BANDS_MAX];
	size_t n;
	double size_pt, pitch_pt; /* of the icons of one row */
};

/* The callout and its name behind it. */
static double words_width(jb_desk *desk, const struct band *band)
{
	return jb_callout_width(desk, &band->callout) + name_gap +
	       jb_words_width(desk, jb_stat_name(band->stat), "label");
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
		band->words_pt = words_width(desk, band);
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

static void band_words(jb_desk *desk, jb_group *group, const struct band *band,
	double x, double baseline)
{
	guint from = group->items->len;

	x += jb_put_callout(desk, group, x, baseline, &band->callout);
	jb_put_label(desk, group, x + name_gap, baseline, JB_ALIGN_START,
		jb_stat_name(band->stat), "label", NULL);
	jb_claim(group, from, band->stat->figure);
}

static double row_put(
	jb_desk *desk, jb_group *group, const struct bands *bands, double y)
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
		guint from = group->items->len;

		jb_crowd_put(desk, group, &band->crowd, &grid, band->x, y);
		if (band->width > 0)
			jb_put_line(desk, group, band->x, rule,
				band->x + band->width, rule,
				jb_desk_ink(desk, "primary"), 0.75, false);
		jb_claim(group, from, band->stat->figure);
		band_words(desk, group, band, band->words_x, base);
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
	jb_crowd_grid grid = common_grid(bands, width), own;
	double top = y;

	for (size_t i = 0; i < bands->n; i++) {
		const struct band *band = &bands->band[i];

		if (words_width(desk, band) <= width) {
			band_words(desk, group, band, 0, y + 16);
			y += 24;
		} else {
			jb_put_callout(desk, group, 0, y + 16, &band->callout);
			y += 20 +
			     jb_crowd_words(desk, group, picture, band->stat,
				     y + 20, width) +
			     4;
		}
		if (!jb_crowd_places(&band->crowd))
			continue;
		own = jb_crowd_turn(&band->crowd, grid);
		jb_crowd_put(desk, group, &band->crowd, &own, 0, y);
		y += jb_crowd_height(&own) + 12;
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
			crowd->ink = jb_desk_ink(
				desk, i % 2 ? "primary65" : "primary38");
	}
}

double jb_bands_put(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, double y, double width)
{
	const jb_figure *figures[JB_BANDS_MAX];
	struct bands bands = {.n = picture->of.n_stats};
	const jb_crowd *odd = &bands.band[0].crowd;
	double used, scale;

	for (size_t i = 0; i < bands.n; i++)
		figures[i] = picture->of.stats[i].figure;
	scale = jb_crowd_scale(figures, bands.n);
	for (size_t i = 0; i < bands.n; i++) {
		struct band *band = &bands.band[i];

		band->stat = &picture->of.stats[i];
		band->callout = jb_callout_of(desk, figures[i], number_pt,
			jb_numeral_ink(desk, picture, figures[i]));
		band->callout.unit_max_pt = unit_pt;
		band->crowd = jb_crowd_new(
			desk, figures[i], picture->picture->icon, scale);
		if (band->crowd.part)
			odd = &band->crowd;
	}
	tell_apart(desk, &bands);
	used = row_fits(desk, &bands, width)
		       ? row_put(desk, group, &bands, y)
		       : stack_put(desk, group, picture, &bands, y, width);
	return used + jb_crowd_key_put(desk, group, picture, odd, scale,
			      y + used, width);
}
