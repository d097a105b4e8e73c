/* stat.c - one figure with all that is said of it. */
#include "chart/stat.h"

#include <math.h>

#include "chart/chart.h"
#include "chart/parts.h"
#include "chart/spark.h"

/* Distances, for numerals from usual_least to usual_most pt. */
static const double usual_least = 36, usual_most = 66;
static const double label_gap = 6, under_gap = 4, change_gap = 3;
static const double unit_most = 14; /* of units and words beside a numeral */
static const double spark_least = 48, spark_most = 120, spark_gap = 12;
static const double bar_pt = 4, arrow_em = 0.62, arrow_gap_em = 0.35;

double jb_stat_distance(double distance_pt, double size_pt)
{
	if (size_pt < usual_least)
		return distance_pt * size_pt / usual_least;
	if (size_pt > usual_most)
		return distance_pt * size_pt / usual_most;
	return distance_pt;
}

jb_callout jb_stat_callout(
	jb_desk *desk, const jb_stat_piece *piece, double *width)
{
	double most = piece->size_pt;
	jb_callout callout =
		jb_callout_of(desk, piece->stat->figure, most, piece->ink);

	callout.unit_max_pt =
		fmax(unit_most, jb_stat_distance(unit_most, most));
	*width = jb_callout_width(desk, &callout);
	if (*width > piece->width_pt)
		*width = jb_callout_fit(desk, &callout, most, piece->width_pt);
	return callout;
}

double jb_stat_baseline(double label_pt, double size_pt)
{
	double gap = label_pt > 0 ? jb_stat_distance(label_gap, size_pt) : 0;

	return label_pt + gap + JB_DIGIT_EM * size_pt;
}

double jb_stat_label_height(jb_desk *desk, const jb_stat_piece *piece)
{
	return jb_words_height(
		desk, piece->width_pt, piece->label, "stat_label");
}

/* ---- change ---- */

/* Rises and falls have an arrow before their words, and words after it. */
static double arrow_room(jb_desk *desk, const jb_stat *stat)
{
	return stat->way ? (arrow_em + arrow_gap_em) *
				   jb_desk_style(desk, "stat_change")->size_pt
			 : 0;
}

static bool shows_change(const jb_stat_piece *piece)
{
	return piece->change && !jb_rich_empty(piece->stat->change);
}

static double change_height(jb_desk *desk, const jb_stat_piece *piece)
{
	double room = piece->width_pt - arrow_room(desk, piece->stat);

	if (!shows_change(piece))
		return 0;
	return jb_words_height(desk, room, piece->stat->change, "stat_change") +
	       change_gap;
}

/* Its foot stands on the baseline for a rise, its point for a fall. */
static void put_arrow(jb_desk *desk, jb_group *group, double x, double y,
	double em, int way, const jb_ink *ink)
{
	double w = arrow_em * em, h = 0.86 * w;
	double tip = way > 0 ? y - h : y, foot = way > 0 ? y : y - h;
	jb_item *item = jb_item_new(desk->arena, group, JB_ITEM_PATH);
	jb_step *steps = jb_new_array(desk->arena, jb_step, 4);

	steps[0] = (jb_step){JB_MOVE, {0, foot}};
	steps[1] = (jb_step){JB_LINE, {w, foot}};
	steps[2] = (jb_step){JB_LINE, {w / 2, tip}};
	steps[3] = (jb_step){.op = JB_CLOSE};
	item->x = x;
	item->u.path = (jb_path){.steps = steps, .n = 4, .fill = ink};
}

static double put_change(jb_desk *desk, jb_group *group,
	const jb_stat_piece *piece, double x, double y)
{
	const jb_stat *stat = piece->stat;
	const jb_style *style = jb_desk_style(desk, "stat_change");
	const jb_ink *ink = jb_desk_sign(desk, stat->way, stat->figure->good);
	double room = arrow_room(desk, stat);

	if (!shows_change(piece))
		return 0;
	y += change_gap;
	if (stat->way)
		put_arrow(desk, group, x,
			y + jb_style_ascent(desk, style) - 0.1 * style->size_pt,
			style->size_pt, stat->way, ink);
	jb_put_words_as(desk, group, x + room, y, piece->width_pt - room,
		stat->change, "stat_change", JB_TEXT_START, ink);
	return change_height(desk, piece);
}

/* ---- trend and share ---- */

/* Beside the numeral where there is room, else under it; 0: none. */
static double spark_beside(
	jb_desk *desk, const jb_stat_piece *piece, double *used)
{
	jb_callout callout = jb_stat_callout(desk, piece, used);
	double room = piece->width_pt - *used - spark_gap;

	(void)callout;
	return piece->spark && piece->stat->figure->trend && room >= spark_least
		       ? fmin(room, spark_most)
		       : 0;
}

static double spark_under(jb_desk *desk, const jb_stat_piece *piece)
{
	double used;

	if (!piece->spark || !piece->stat->figure->trend ||
		spark_beside(desk, piece, &used) > 0)
		return 0;
	return fmax(12, 0.4 * piece->size_pt);
}

/* All of the bar is the whole. */
static void put_share(jb_desk *desk, jb_group *group,
	const jb_stat_piece *piece, double x, double y)
{
	const jb_figure *figure = piece->stat->figure;
	double share = jb_decimal_double(figure->value) / 100;

	jb_put_rect(desk, group, x, y, piece->width_pt, bar_pt,
		jb_desk_ink(desk, "primary16"));
	if (share > 0)
		jb_put_rect(desk, group, x, y, share * piece->width_pt, bar_pt,
			piece->ink);
}

/* ---- the whole ---- */

double jb_stat_under_height(jb_desk *desk, const jb_stat_piece *piece)
{
	double gap = jb_stat_distance(under_gap, piece->size_pt);
	double change = change_height(desk, piece);
	double gloss = jb_words_height(
		desk, piece->width_pt, piece->stat->gloss, "stat_gloss");
	double spark = spark_under(desk, piece);
	double height = change + gloss;

	if (piece->bar)
		height += bar_pt + gap;
	if (spark > 0)
		height += spark + gap;
	return height > 0 ? gap + height : 0;
}

static double put_spark(jb_desk *desk, jb_group *group,
	const jb_stat_piece *piece, double x, double y, double baseline)
{
	double used, beside = spark_beside(desk, piece, &used);
	double height = spark_under(desk, piece);
	const jb_series *trend = piece->stat->figure->trend;

	if (beside > 0)
		jb_spark_put(desk, group, trend, x + used + spark_gap,
			baseline - JB_DIGIT_EM * piece->size_pt +
				JB_SPARK_EDGE_PT,
			beside, JB_DIGIT_EM * piece->size_pt);
	if (height <= 0)
		return 0;
	jb_spark_put(desk, group, trend, x, y,
		fmin(piece->width_pt, spark_most), height);
	return height + jb_stat_distance(under_gap, piece->size_pt);
}

void jb_stat_put(jb_desk *desk, jb_group *group, const jb_stat_piece *piece,
	double x, double y, double baseline)
{
	double gap = jb_stat_distance(under_gap, piece->size_pt), used;
	jb_callout callout = jb_stat_callout(desk, piece, &used);
	guint from = group->items->len;

	jb_put_words(
		desk, group, x, y, piece->width_pt, piece->label, "stat_label");
	baseline += y;
	jb_put_callout(desk, group, x, baseline, &callout);
	y = baseline + gap;
	if (piece->bar) {
		put_share(desk, group, piece, x, y + gap / 2);
		y += bar_pt + gap;
	}
	y += put_spark(desk, group, piece, x, y, baseline);
	y += put_change(desk, group, piece, x, y);
	jb_put_words(desk, group, x, y, piece->width_pt, piece->stat->gloss,
		"stat_gloss");
	jb_claim(group, from, piece->stat->figure);
}

jb_group *jb_chart_stat(jb_desk *desk, const jb_block *block, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	jb_stat_piece piece = {
		.stat = block->stats,
		.size_pt = block->size_pt,
		.width_pt = width,
		.ink = jb_desk_ink(desk, "primary"),
		.change = block->change,
		.spark = block->spark,
		.bar = block->bar,
	};
	jb_callout callout;
	double used;

	group->width = width;
	if (!block->n_stats)
		return group;
	piece.label = piece.stat->label;
	callout = jb_stat_callout(desk, &piece, &used);
	piece.size_pt = callout.size_pt;
	group->baseline = jb_stat_baseline(
		jb_stat_label_height(desk, &piece), piece.size_pt);
	jb_stat_put(desk, group, &piece, 0, 0, group->baseline);
	group->height = jb_snap(
		desk, group->baseline + fmax(jb_stat_under_height(desk, &piece),
						0.15 * piece.size_pt));
	return group;
}
