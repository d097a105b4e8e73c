/* clock.c - a time as a part of one turn of the hand.
 *
 * The sector is in proportion; 以内 is drawn as its limit in the accent ink.
 */
#include "chart/forms.h"

#include <math.h>
#include <string.h>

#include "plot/marks.h"
#include "chart/parts.h"
#include "model/wording.h"

static const double numeral_pt = 66, words_pt = 14, gap_pt = 12;
/* A smaller numeral has its unit under it, where that makes it larger. */
static const double tall_pt = 48;

/* What one turn is, in the units of the noun. */
struct dial {
	const char *noun;
	double turn;
	const char *said; /* where it does not go without saying, or NULL */
};

static const struct dial dials[] = {
	{"分钟", 60, NULL},
	{"小时", 24, "一圈为二十四小时"},
	{"秒", 60, "一圈为一分钟"},
};

static const struct dial *dial_of(jb_desk *desk, const jb_figure *figure)
{
	const struct dial *dial = NULL;
	double value = figure->has_value ? jb_figure_size(figure) : 0;

	for (size_t i = 0; i < G_N_ELEMENTS(dials); i++)
		if (g_strcmp0(dials[i].noun, figure->noun) == 0)
			dial = &dials[i];
	if (!dial) {
		jb_error(desk->diags, figure->value_pos,
			"a clock cannot show the unit “%s”", figure->unit);
		jb_hint(desk->diags, "it shows 分钟, 小时 or 秒");
		return NULL;
	}
	if (value < 0 || value > dial->turn) {
		jb_error(desk->diags, figure->value_pos,
			"%s does not fit one turn of a clock",
			jb_wording_text(desk->arena, figure));
		jb_hint(desk->diags, "use the form “stats” or “bars”");
		return NULL;
	}
	return dial;
}

/* --- the face --- */

static void ray(jb_desk *desk, jb_group *group, double c, double from,
	double to, double angle, const jb_ink *ink, double width_pt)
{
	double dx = sin(angle), dy = -cos(angle);

	jb_put_line(desk, group, c + from * dx, c + from * dy, c + to * dx,
		c + to * dy, ink, width_pt, false);
}

static void sector(jb_desk *desk, jb_group *group, double c, double r,
	double angle, const jb_figure *figure)
{
	const jb_ink *primary = jb_desk_ink(desk, "primary");

	if (angle <= 0)
		return;
	if (jb_is_ahead(figure->status))
		jb_put_hatched_sector(desk, group, c, c, r, angle);
	else
		jb_put_sector(desk, group, c, c, r, 0, angle,
			jb_desk_ink(desk, "primary38"));
	ray(desk, group, c, 0, r, 0, primary, 1.25);
}

/* A limit is accented; what is simply so is not. */
static const jb_ink *hand_ink(const jb_desk *desk, const jb_figure *figure)
{
	bool limit = figure->bound == JB_AT_MOST || figure->bound == JB_UNDER ||
		     figure->status == JB_TARGET;

	return jb_desk_ink(desk, limit ? "accent" : "primary");
}

/* A dial of radius r with its centre at r, r. */
static void face(jb_desk *desk, jb_group *group, double r,
	const struct dial *dial, const jb_figure *figure)
{
	const jb_ink *primary = jb_desk_ink(desk, "primary");
	const jb_ink *hand = hand_ink(desk, figure);
	double angle = 2 * G_PI * jb_figure_size(figure) / dial->turn;
	guint from = group->items->len;

	sector(desk, group, r, r - 8, angle, figure);
	for (int i = 0; i < 12; i++)
		ray(desk, group, r, i % 3 ? r - 6 : r - 9, r, i * G_PI / 6,
			primary, 0.75);
	jb_put_circle(desk, group, r, r, r - 0.625, NULL, primary, 1.25);
	ray(desk, group, r, 0, r - 8, angle, hand, 2.25);
	jb_put_circle(desk, group, r, r, 3.2, hand, NULL, 0);
	jb_claim(group, from, figure);
}

/* --- the words --- */

static double words_put(jb_desk *desk, jb_group *group, double x, double y,
	const jb_figure *figure)
{
	const jb_wording wording = jb_wording_of(desk->arena, figure);
	const jb_ink *ink = jb_desk_ink(desk, "text");

	x += jb_put_text(desk, group, x, y, JB_ALIGN_START,
		jb_figure_words(desk, wording.unit, figure),
		jb_desk_style(desk, "unit"), ink, words_pt);
	return jb_put_text(desk, group, x, y, JB_ALIGN_START,
		jb_figure_words(desk, wording.after, figure),
		jb_desk_style(desk, "qualifier"), ink, words_pt);
}

static double numeral_width(
	jb_desk *desk, const jb_figure *figure, double size_pt)
{
	const jb_wording wording = jb_wording_of(desk->arena, figure);
	double width = jb_text_width(desk,
		jb_figure_words(desk, wording.number, figure),
		jb_desk_style(desk, "numeral"), size_pt);

	if (wording.before[0])
		width += words_pt * (double)g_utf8_strlen(wording.before, -1) +
			 0.07 * size_pt;
	return width;
}

/* The numeral, its unit under it: for columns too narrow for one line. */
static double tall_callout(jb_desk *desk, jb_group *group, double x,
	double baseline, double room, const jb_figure *figure,
	const jb_ink *ink)
{
	static const double steps[] = {66, 54, 48, 40, 36};
	const jb_wording wording = jb_wording_of(desk->arena, figure);
	double size = steps[0], at = x;

	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
		size = steps[i];
		if (numeral_width(desk, figure, size) <= room)
			break;
	}
	if (wording.before[0])
		at += jb_put_text(desk, group, x, baseline, JB_ALIGN_START,
			      jb_figure_words(desk, wording.before, figure),
			      jb_desk_style(desk, "qualifier"),
			      jb_desk_ink(desk, "text"), words_pt) +
		      0.07 * size;
	jb_put_text(desk, group, at, baseline, JB_ALIGN_START,
		jb_figure_words(desk, wording.number, figure),
		jb_desk_style(desk, "numeral"), ink, size);
	words_put(desk, group, x, baseline + words_pt + 4, figure);
	return baseline + words_pt + 8;
}

/* Callout, gloss and scale at x; returns where they end. */
static double say(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, const struct dial *dial, double x,
	double baseline, double room, double most_pt)
{
	const jb_stat *stat = &picture->of.stats[0];
	const jb_figure *figure = stat->figure, *hero = picture->picture->hero;
	const jb_ink *ink = hero ? jb_numeral_ink(desk, picture, figure)
				 : hand_ink(desk, figure);
	jb_callout callout = jb_callout_of(desk, figure, 0, ink);
	guint from = group->items->len;
	double y;

	jb_callout_fit(desk, &callout, most_pt, room);
	if (!figure->has_value || callout.size_pt >= tall_pt ||
		numeral_width(desk, figure, 36) > room) {
		jb_put_callout(desk, group, x, baseline, &callout);
		y = baseline + 8;
	} else {
		y = tall_callout(desk, group, x, baseline, room, figure, ink);
	}
	y += jb_put_words(desk, group, x, y, room,
		jb_unsaid_label(desk, picture, stat), "label_strong");
	y += jb_put_words(desk, group, x, y, room,
		jb_unsaid_gloss(desk, picture, stat), "small");
	jb_claim(group, from, figure);
	if (dial && dial->said)
		y += jb_put_words(desk, group, x, y, room,
			jb_rich_plain(
				desk->arena, dial->said, picture->picture->pos),
			"small");
	return y;
}

/* The largest dial that leaves room for the numeral beside it; 0: none. */
static double radius_beside(
	jb_desk *desk, const jb_figure *figure, double width)
{
	double need = fmax(numeral_width(desk, figure, 40), 60);

	for (double r = 80; r >= 64; r -= 8)
		if (2 * r + gap_pt + need <= width)
			return r;
	return 0;
}

jb_group *jb_form_clock(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	const struct dial *dial;
	const jb_figure *figure;
	double r, y;

	group->width = width;
	if (picture->of.n_stats != 1) {
		jb_error(desk->diags, picture->picture->pos,
			"the form “clock” shows one figure, not %zu",
			picture->of.n_stats);
		return group;
	}
	figure = picture->of.stats[0].figure;
	dial = dial_of(desk, figure);
	if (!dial)
		return group;
	if (!figure->has_value) {
		y = say(desk, group, picture, NULL, 0, 24, width, 48);
		group->height = jb_snap(desk, y);
		return group;
	}
	r = radius_beside(desk, figure, width);
	if (r > 0) {
		face(desk, group, r, dial, figure);
		y = say(desk, group, picture, dial, 2 * r + gap_pt, r - 14,
			width - 2 * r - gap_pt, numeral_pt);
	} else {
		r = fmin(64, floor(width / 2));
		face(desk, group, r, dial, figure);
		y = say(desk, group, picture, dial, 0, 2 * r + 48, width, 48);
	}
	group->height = jb_snap(desk, fmax(2 * r, y));
	return group;
}
