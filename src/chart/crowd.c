/* crowd.c - isotype: one icon one thing, or one icon ten, never a larger icon.
 *
 * Neurath's rule: a larger quantity is more signs, not bigger ones.
 */
#include "chart/crowd.h"

#include <math.h>

#include "plot/marks.h"
#include "chart/parts.h"
#include "model/wording.h"

static const double least_pt = 11, row_em = 1.22, pitch_em = 1.15;

double jb_crowd_scale(const jb_figure *const *figures, size_t n)
{
	double most = 0, scale = 1;

	for (size_t i = 0; i < n; i++)
		if (figures[i]->has_value)
			most = fmax(most, jb_figure_size(figures[i]));
	while (most / scale > JB_CROWD_MAX)
		scale *= 10;
	return scale;
}

jb_crowd jb_crowd_new(const jb_desk *desk, const jb_figure *figure,
	const char *icon, double scale)
{
	bool target = figure->status == JB_TARGET;
	jb_crowd crowd = {
		.figure = figure,
		.icon = icon,
		.ink = jb_desk_ink(desk, target ? "accent" : "primary"),
		.look = jb_is_planned(figure) ? JB_ICON_HATCHED : JB_ICON_LINE,
	};
	double icons;

	if (!figure->has_value)
		return crowd;
	icons = fmax(jb_figure_size(figure), 0) / scale;
	crowd.n = (int)ceil(icons - 1e-9);
	crowd.part = icons < crowd.n - 1e-9;
	crowd.more = figure->bound == JB_OVER && !crowd.part;
	crowd.open = figure->bound == JB_AT_LEAST;
	return crowd;
}

int jb_crowd_places(const jb_crowd *crowd)
{
	return crowd->n + crowd->more + crowd->open;
}

/* --- the grid --- */

/* Rows count in fives if asked: they are read at a glance. */
static jb_crowd_grid grid_of(int places, double room, double size, bool fives)
{
	jb_crowd_grid grid = {.size_pt = size, .row_pt = row_em * size};

	grid.per = MAX(
		(int)floor((room - size) / (pitch_em * size) + 1e-6) + 1, 1);
	if (fives && places > grid.per && grid.per > 5)
		grid.per -= grid.per % 5;
	grid.per = MIN(grid.per, MAX(places, 1));
	grid.rows = (places + grid.per - 1) / grid.per;
	grid.pitch_pt = pitch_em * size;
	if (grid.per > 1)
		grid.pitch_pt =
			fmin((room - size) / (grid.per - 1), 1.4 * size);
	return grid;
}

double jb_crowd_height(const jb_crowd_grid *grid)
{
	if (!grid->rows)
		return 0;
	return (grid->rows - 1) * grid->row_pt + grid->size_pt;
}

jb_crowd_grid jb_crowd_fit(
	int places, double room, double height, double most_pt)
{
	jb_crowd_grid grid;

	for (double size = most_pt; size >= least_pt; size -= 0.5) {
		grid = grid_of(places, room, size, true);
		if (jb_crowd_height(&grid) <= height)
			return grid;
	}
	return grid_of(places, room, least_pt, false);
}

jb_crowd_grid jb_crowd_turn(const jb_crowd *crowd, jb_crowd_grid grid)
{
	int places = jb_crowd_places(crowd), icons = places - crowd->open;

	if (crowd->open && icons && grid.per > 1 && icons % grid.per == 0)
		grid.per -= icons == grid.per && grid.per > 5 ? 5 : 1;
	grid.rows = (places + grid.per - 1) / grid.per;
	return grid;
}

/* --- drawing --- */

static void arrow(jb_desk *desk, jb_group *group, double x, double y, double w)
{
	const jb_ink *accent = desk->accent;

	jb_put_line(desk, group, x, y, x + w, y, accent, 1.25, true);
	jb_put_line(
		desk, group, x + w - 4, y - 4, x + w, y, accent, 1.25, false);
	jb_put_line(
		desk, group, x + w - 4, y + 4, x + w, y, accent, 1.25, false);
}

static bool is_light(const jb_crowd *crowd, int i)
{
	return i >= crowd->n || (crowd->part && i == crowd->n - 1);
}

void jb_crowd_put(jb_desk *desk, jb_group *group, const jb_crowd *crowd,
	const jb_crowd_grid *grid, double x, double y)
{
	int icons = crowd->n + crowd->more, places = jb_crowd_places(crowd);
	const jb_ink *light = jb_desk_ink(desk, "primary38");
	guint from = group->items->len;

	for (int i = 0; i < places; i++) {
		double left = x + i % grid->per * grid->pitch_pt;
		double top = y + (double)(i / grid->per) * grid->row_pt;

		if (i < icons)
			jb_icon_put(desk, group, crowd->icon, left, top,
				grid->size_pt,
				is_light(crowd, i) ? light : crowd->ink,
				crowd->look);
		else
			arrow(desk, group, left, top + grid->size_pt / 2,
				grid->size_pt);
	}
	jb_claim(group, from, crowd->figure);
}

static void strip(jb_desk *desk, jb_group *group, const jb_crowd *crowd,
	double x, double y, double w, double h, bool light)
{
	const double corners[] = {x, y, x + w, y, x + w, y + h, x, y + h};
	double mid = x + w / 2, dash = h / 11;
	const jb_ink *line = crowd->ink;

	if (crowd->look != JB_ICON_LINE || crowd->figure->status == JB_TARGET) {
		if (crowd->look == JB_ICON_HATCHED)
			jb_put_hatch(
				desk, group, corners, 4, crowd->ink, 0.7, 2.6);
		jb_put_frame(desk, group, x + 0.375, y + 0.375, w - 0.75,
			h - 0.75, crowd->ink, 0.75,
			crowd->look == JB_ICON_DASHED);
		if (crowd->look == JB_ICON_HATCHED)
			return;
	} else {
		jb_put_rect(desk, group, x, y, w, h,
			light ? jb_desk_ink(desk, "primary38") : crowd->ink);
		line = jb_desk_ink(desk, "paper");
	}
	for (int i = 0; i < 5; i++)
		jb_put_line(desk, group, mid, y + (2 * i + 1) * dash, mid,
			y + (2 * i + 2) * dash, line, 0.9, false);
}

void jb_crowd_roads(jb_desk *desk, jb_group *group, const jb_crowd *crowd,
	double x, double y, double width, double height)
{
	int icons = crowd->n + crowd->more, places = jb_crowd_places(crowd);
	double strip_pt = fmin(14, width / places * 0.76);
	double pitch = places > 1 ? (width - strip_pt) / (places - 1) : 0;
	guint from = group->items->len;

	pitch = fmin(pitch, 2 * strip_pt);
	for (int i = 0; i < icons; i++)
		strip(desk, group, crowd, x + i * pitch, y, strip_pt, height,
			is_light(crowd, i));
	if (crowd->open)
		arrow(desk, group, x + icons * pitch, y + height / 2, strip_pt);
	jb_claim(group, from, crowd->figure);
}

/* --- words --- */

/* NULL where one icon is one thing. */
static const char *key_of(jb_arena *arena, const jb_crowd *crowd, double scale)
{
	static const char *const words[] = {"一", "十", "一百", "一千", "一万",
		"十万", "一百万", "一千万", "一亿", "十亿", "一百亿", "一千亿",
		"一万亿"};
	size_t power = (size_t)(log10(scale) + 0.5);
	const char *noun = crowd->figure->noun ? crowd->figure->noun : "";

	if (power >= G_N_ELEMENTS(words) || (!power && !crowd->part))
		return NULL;
	return jb_sprintf(arena, "一个图标代表%s%s%s", words[power], noun,
		crowd->part ? "，浅色的不足此数" : "");
}

double jb_crowd_key_put(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, const jb_crowd *crowd, double scale,
	double y, double width)
{
	const char *key = key_of(desk->arena, crowd, scale);

	if (!key)
		return 0;
	return jb_put_words(desk, group, 0, y, width,
		jb_rich_plain(desk->arena, key, picture->picture->pos),
		"small");
}

double jb_crowd_words(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, const jb_stat *stat, double y,
	double width)
{
	guint from = group->items->len;
	double used = jb_put_words(desk, group, 0, y, width,
		jb_unsaid_label(desk, picture, stat), "label_strong");

	used += jb_put_words(desk, group, 0, y + used, width,
		jb_unsaid_gloss(desk, picture, stat), "small");
	jb_claim(group, from, stat->figure);
	return used;
}
