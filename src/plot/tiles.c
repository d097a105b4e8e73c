/* tiles.c - the regions of a country as tiles of one size, near where they lie:
 * shades by class, name and value in each.  No boundaries are drawn.
 */
#include "plot/places.h"

#include <math.h>
#include <string.h>

#include "model/wording.h"
#include "plot/classes.h"
#include "plot/marks.h"

static const double tile_most = 50, gap_pt = 2, legend_gap = 6;
enum { COLUMNS = 9, ROWS = 7 };

/* Chosen so that neighbours lie side by side where they can. */
static const struct tile {
	const char *name, *brief;
	int x, y;
} tiles[] = {
	{"黑龙江", "黑", 8, 0},
	{"新疆", "新", 0, 1},
	{"内蒙古", "蒙", 5, 1},
	{"北京", "京", 6, 1},
	{"辽宁", "辽", 7, 1},
	{"吉林", "吉", 8, 1},
	{"青海", "青", 1, 2},
	{"甘肃", "甘", 2, 2},
	{"宁夏", "宁", 3, 2},
	{"陕西", "陕", 4, 2},
	{"山西", "晋", 5, 2},
	{"河北", "冀", 6, 2},
	{"天津", "津", 7, 2},
	{"西藏", "藏", 1, 3},
	{"四川", "川", 2, 3},
	{"重庆", "渝", 3, 3},
	{"湖北", "鄂", 4, 3},
	{"河南", "豫", 5, 3},
	{"山东", "鲁", 6, 3},
	{"江苏", "苏", 7, 3},
	{"云南", "滇", 2, 4},
	{"贵州", "黔", 3, 4},
	{"湖南", "湘", 4, 4},
	{"江西", "赣", 5, 4},
	{"安徽", "皖", 6, 4},
	{"浙江", "浙", 7, 4},
	{"上海", "沪", 8, 4},
	{"广西", "桂", 4, 5},
	{"广东", "粤", 5, 5},
	{"福建", "闽", 6, 5},
	{"台湾", "台", 8, 5},
	{"海南", "琼", 4, 6},
	{"澳门", "澳", 5, 6},
	{"香港", "港", 6, 6},
};

struct tile_map {
	jb_plot *plot;
	const jb_stat *stats[G_N_ELEMENTS(tiles)];
	jb_classes classes;
	double side, top;
	bool brief; /* names in one character, values below */
};

static const jb_rich *name_of(const jb_stat *stat)
{
	return jb_rich_empty(stat->short_label) ? stat->label
						: stat->short_label;
}

static bool place(struct tile_map *map, const jb_stat *stat)
{
	jb_desk *desk = map->plot->desk;
	const char *name = jb_rich_text(desk->arena, name_of(stat));

	for (size_t i = 0; i < G_N_ELEMENTS(tiles); i++) {
		if (!g_str_has_prefix(name, tiles[i].name))
			continue;
		if (map->stats[i]) {
			jb_error(desk->diags, stat->figure->pos,
				"“%s” has two figures", tiles[i].name);
			return false;
		}
		map->stats[i] = stat;
		return true;
	}
	jb_error(desk->diags, stat->figure->pos,
		"“%s” is no region of this tile map", name);
	jb_hint(desk->diags,
		"figures are named after the provinces, as in 四川 or 四川省");
	return false;
}

static bool read(struct tile_map *map)
{
	const jb_bound_subject *of = &map->plot->picture->of;
	bool fine = true;

	for (size_t i = 0; i < of->n_stats; i++)
		fine = place(map, &of->stats[i]) && fine;
	map->classes = jb_classes_of(map->plot);
	return fine;
}

static double put_legend(struct tile_map *map)
{
	bool empty = false;

	for (size_t i = 0; i < G_N_ELEMENTS(tiles); i++)
		empty = empty || !map->stats[i];
	if (empty)
		jb_note_add(map->plot, "无底色的没有数据", NULL);
	return jb_classes_legend(map->plot, &map->classes) + legend_gap;
}

/* ---- tiles ---- */

static const char *value_text(const struct tile_map *map, const jb_stat *stat)
{
	return jb_measured_text(
		map->plot->desk->arena, stat->figure, &map->classes.measure);
}

/* All names and values fit their tiles. */
static bool fits(const struct tile_map *map)
{
	jb_plot *plot = map->plot;

	for (size_t i = 0; i < G_N_ELEMENTS(tiles); i++) {
		jb_pos pos = plot->picture->picture->pos;
		double room = map->side - gap_pt - 3;

		if (jb_word_width(plot,
			    jb_words_of(plot, tiles[i].name, NULL, pos)) > room)
			return false;
		if (map->stats[i] &&
			jb_word_width(
				plot, jb_words_of(plot,
					      value_text(map, map->stats[i]),
					      NULL, pos)) > room)
			return false;
	}
	return 2 * jb_word_height(plot) <= map->side - gap_pt - 2;
}

static void put_words(const struct tile_map *map, size_t i, double cx,
	double cy, const jb_ink *ink)
{
	jb_plot *plot = map->plot;
	const jb_stat *stat = map->stats[i];
	double half = jb_word_height(plot) / 2;
	jb_pos pos =
		stat ? stat->figure->value_pos : plot->picture->picture->pos;

	if (map->brief || !stat) {
		jb_word_put(plot, cx, cy, JB_ALIGN_CENTER,
			jb_words_of(plot,
				map->brief ? tiles[i].brief : tiles[i].name,
				NULL, pos),
			ink);
		return;
	}
	jb_word_put(plot, cx, cy - half, JB_ALIGN_CENTER,
		jb_words_of(plot, tiles[i].name, NULL, pos), ink);
	jb_word_put(plot, cx, cy + half, JB_ALIGN_CENTER,
		jb_words_of(plot, value_text(map, stat), stat->figure, pos),
		ink);
}

static void put_tile(const struct tile_map *map, size_t i, double left)
{
	jb_plot *plot = map->plot;
	const jb_stat *stat = map->stats[i];
	const jb_figure *f = stat ? stat->figure : NULL;
	double side = map->side - gap_pt;
	double x = left + map->side * tiles[i].x;
	double y = map->top + map->side * tiles[i].y;
	const jb_ink *ink = f && f->has_value
				    ? jb_class_shade(plot, &map->classes,
					      jb_class_at(&map->classes, f))
				    : NULL;
	guint from = plot->group->items->len;

	if (ink)
		jb_put_rect(plot->desk, plot->group, x, y, side, side, ink);
	else
		jb_put_frame(plot->desk, plot->group, x + 0.25, y + 0.25,
			side - 0.5, side - 0.5,
			jb_desk_ink(plot->desk, "text45"), 0.5, f != NULL);
	put_words(map, i, x + side / 2, y + side / 2,
		ink ? jb_ink_on(plot->desk, ink)
		    : jb_desk_ink(plot->desk, "text70"));
	if (f)
		jb_claim(plot->group, from, f);
	if (f && (map->brief || !f->has_value))
		jb_note_add(plot,
			jb_sprintf(plot->desk->arena, "%s%s%s",
				map->brief ? tiles[i].brief : "",
				map->brief ? " " : tiles[i].name,
				value_text(map, stat)),
			f);
}

void jb_tiles_put(jb_plot *plot)
{
	struct tile_map map = {.plot = plot};
	double left;

	if (!read(&map))
		return;
	map.side = fmin(tile_most, (plot->width + gap_pt) / COLUMNS);
	map.brief = !fits(&map);
	map.top = put_legend(&map);
	left = (plot->width - COLUMNS * map.side + gap_pt) / 2;
	for (size_t i = 0; i < G_N_ELEMENTS(tiles); i++)
		put_tile(&map, i, left);
	plot->group->height = map.top + ROWS * map.side - gap_pt;
}
