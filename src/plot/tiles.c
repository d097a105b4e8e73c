/* tiles.c - regions as tiles of one size, near where they lie: shades by class,
 * name and value in each.  No boundaries are drawn.
 *
 * They are the provinces of China, or the tiles of one of the report's maps.
 */
#include "plot/places.h"

#include <math.h>
#include <string.h>

#include "model/map.h"
#include "model/wording.h"
#include "plot/classes.h"
#include "plot/marks.h"

static const double tile_most = 50, gap_pt = 2, legend_gap = 6;

/* Chosen so that neighbours lie side by side where they can. */
static const struct province {
	const char *name, *brief;
	int x, y;
} provinces[] = {
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

struct tile {
	const char *name, *brief; /* brief: NULL where it has none */
	int x, y;
	jb_pos pos;
	const jb_stat *stat; /* or NULL */
	jb_part *part;	     /* of its figure */
};

struct tile_map {
	jb_plot *plot;
	const jb_map *map; /* of the report, or NULL */
	struct tile *tiles;
	size_t n;
	int columns, rows;
	jb_classes classes;
	double side, top;
	bool brief; /* names and values do not fit their tiles */
};

/* ---- whose tile ---- */

static void take_tiles(struct tile_map *map)
{
	jb_plot *plot = map->plot;

	map->map = plot->picture->picture->map;
	map->n = map->map ? map->map->n : G_N_ELEMENTS(provinces);
	map->tiles = jb_new_array(plot->desk->arena, struct tile, map->n);
	for (size_t i = 0; i < map->n; i++) {
		struct tile *tile = &map->tiles[i];
		const jb_region *r = map->map ? &map->map->regions[i] : NULL;

		if (r)
			*tile = (struct tile){.name = r->name,
				.x = r->column,
				.y = r->row,
				.pos = r->pos};
		else
			*tile = (struct tile){.name = provinces[i].name,
				.brief = provinces[i].brief,
				.x = provinces[i].x,
				.y = provinces[i].y,
				.pos = plot->picture->picture->pos};
		map->columns = MAX(map->columns, tile->x + 1);
		map->rows = MAX(map->rows, tile->y + 1);
	}
}

static struct tile *find_tile(struct tile_map *map, const char *name)
{
	const jb_region *found, *second;

	if (map->map) {
		found = jb_map_find(map->map, name, &second);
		return found && !second ? &map->tiles[found - map->map->regions]
					: NULL;
	}
	for (size_t i = 0; i < map->n; i++)
		if (g_str_has_prefix(name, map->tiles[i].name))
			return &map->tiles[i];
	return NULL;
}

static bool refuse_name(
	struct tile_map *map, const jb_stat *stat, const char *name)
{
	jb_desk *desk = map->plot->desk;
	const char *near =
		map->map ? jb_map_nearest(desk->arena, map->map, name) : NULL;

	jb_error(desk->diags, stat->figure->pos,
		"“%s” is no region of this tile map", name);
	if (near)
		jb_hint(desk->diags, "did you mean “%s”?", near);
	else if (map->map)
		jb_hint(desk->diags,
			"figures are named as the map names its areas");
	else
		jb_hint(desk->diags, "figures are named after the provinces, "
				     "as in 四川 or 四川省; other tiles are a "
				     "map of the report");
	return false;
}

static bool place(struct tile_map *map, const jb_stat *stat)
{
	jb_desk *desk = map->plot->desk;
	const char *name = jb_rich_text(desk->arena, jb_stat_name(stat));
	struct tile *tile = find_tile(map, name);

	if (!tile)
		return refuse_name(map, stat, name);
	if (tile->stat) {
		jb_error(desk->diags, stat->figure->pos, "“%s” has two figures",
			tile->name);
		return false;
	}
	tile->stat = stat;
	tile->part = jb_new(desk->arena, jb_part);
	tile->part->name =
		jb_rich_plain(desk->arena, tile->name, stat->figure->value_pos);
	tile->part->figure = stat->figure;
	tile->part->pos = stat->figure->value_pos;
	return true;
}

static bool read(struct tile_map *map)
{
	const jb_bound_subject *of = &map->plot->picture->of;
	bool fine = true;

	take_tiles(map);
	for (size_t i = 0; i < of->n_stats; i++)
		fine = place(map, &of->stats[i]) && fine;
	map->classes = jb_classes_of(map->plot);
	return fine;
}

static double put_legend(struct tile_map *map)
{
	bool empty = false;

	for (size_t i = 0; i < map->n; i++)
		empty = empty || !map->tiles[i].stat;
	if (empty)
		jb_note_empty(map->plot);
	return jb_classes_legend(map->plot, &map->classes) + legend_gap;
}

/* ---- tiles ---- */

static const char *value_text(const struct tile_map *map, const jb_stat *stat)
{
	return jb_measured_text(
		map->plot->desk->arena, stat->figure, &map->classes.measure);
}

static double wide(const struct tile_map *map, const char *text)
{
	jb_plot *plot = map->plot;

	return jb_word_width(plot,
		jb_words_of(plot, text, NULL, plot->picture->picture->pos));
}

/* All names and values fit their tiles. */
static bool fits(const struct tile_map *map)
{
	double room = map->side - gap_pt - 3;

	for (size_t i = 0; i < map->n; i++) {
		const struct tile *tile = &map->tiles[i];

		if (wide(map, tile->name) > room ||
			(tile->stat &&
				wide(map, value_text(map, tile->stat)) > room))
			return false;
	}
	return 2 * jb_word_height(map->plot) <= map->side - gap_pt - 2;
}

/* In one line: a short name, a number, or all of a name without a value. */
static void put_word(const struct tile_map *map, const struct tile *tile,
	double cx, double cy, const jb_ink *ink)
{
	jb_plot *plot = map->plot;
	const char *text = map->brief ? tile->brief : tile->name;

	if (!text && tile->stat)
		text = jb_sprintf(plot->desk->arena, "%d",
			jb_keys_take(plot, tile->part));
	if (text)
		jb_word_put(plot, cx, cy, JB_ALIGN_CENTER,
			jb_words_of(plot, text, NULL, tile->pos), ink);
}

static void put_words(const struct tile_map *map, const struct tile *tile,
	double cx, double cy, const jb_ink *ink)
{
	jb_plot *plot = map->plot;
	double half = jb_word_height(plot) / 2;

	if (map->brief || !tile->stat) {
		put_word(map, tile, cx, cy, ink);
		return;
	}
	jb_word_put(
		plot, cx, cy - half, JB_ALIGN_CENTER, tile->part->name, ink);
	jb_word_put(plot, cx, cy + half, JB_ALIGN_CENTER,
		jb_words_of(plot, value_text(map, tile->stat),
			tile->part->figure, tile->part->pos),
		ink);
}

/* Names and values that do not stand in tiles. */
static void add_remark(const struct tile_map *map, const struct tile *tile)
{
	const jb_figure *f = tile->part->figure;

	if (map->brief ? !tile->brief : f->has_value)
		return;
	jb_note_add(map->plot,
		jb_sprintf(map->plot->desk->arena, "%s%s%s",
			map->brief ? tile->brief : "",
			map->brief ? " " : tile->name,
			value_text(map, tile->stat)),
		f);
}

/* How wide its words are, and how high. */
static double words_size(
	const struct tile_map *map, const struct tile *tile, double *high)
{
	double line = jb_word_height(map->plot);

	*high = map->brief || !tile->stat ? line : 2 * line;
	if (map->brief)
		return tile->brief ? wide(map, tile->brief) : line;
	return fmax(wide(map, tile->name),
		tile->stat ? wide(map, value_text(map, tile->stat)) : 0);
}

static const jb_ink *words_ink(const struct tile_map *map,
	const struct tile *tile, double cx, double cy)
{
	double h, w = words_size(map, tile, &h);

	return jb_class_ground(map->plot, &map->classes,
		tile->stat ? tile->stat->figure : NULL,
		&(jb_area){cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2});
}

static void put_tile(
	const struct tile_map *map, const struct tile *tile, double left)
{
	jb_plot *plot = map->plot;
	const jb_figure *f = tile->stat ? tile->stat->figure : NULL;
	double side = map->side - gap_pt;
	double x = left + map->side * tile->x;
	double y = map->top + map->side * tile->y;
	double cx = x + side / 2, cy = y + side / 2;
	guint from = plot->group->items->len;

	jb_class_field(
		plot, &map->classes, f, &(jb_area){x, y, x + side, y + side});
	put_words(map, tile, cx, cy, words_ink(map, tile, cx, cy));
	if (!f) {
		jb_claim_at(plot->group, from, tile->pos);
		return;
	}
	jb_claim(plot->group, from, f);
	add_remark(map, tile);
}

void jb_tiles_put(jb_plot *plot)
{
	struct tile_map map = {.plot = plot};
	jb_part **parts;
	size_t n = 0;
	double left;

	if (!read(&map))
		return;
	map.side = fmin(tile_most, (plot->width + gap_pt) / map.columns);
	map.brief = !fits(&map);
	map.top = put_legend(&map);
	left = (plot->width - map.columns * map.side + gap_pt) / 2;
	parts = jb_new_array(plot->desk->arena, jb_part *, map.n);
	jb_keys_begin(plot);
	for (size_t i = 0; i < map.n; i++) {
		put_tile(&map, &map.tiles[i], left);
		if (map.tiles[i].stat)
			parts[n++] = map.tiles[i].part;
	}
	plot->group->height = map.top + map.rows * map.side - gap_pt;
	jb_keys_put(plot, parts, n, 0);
}
