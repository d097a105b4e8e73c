/* map.c - what a report says of a map: its file or its tiles, its approval. */
#include "model/map-parts.h"

#include <string.h>

#include "model/schema.h"

enum { COLUMNS_MAX = 40 };

/* ---- tiles ---- */

static void add_tile(jb_reading *r, jb_map *map, const jb_node *cell,
	size_t column, size_t row)
{
	for (size_t i = 0; i < map->n; i++)
		if (strcmp(map->regions[i].name, cell->text) == 0) {
			jb_refuse(r, cell, "a second tile “%s”", cell->text);
			jb_also(r->diags, map->regions[i].pos,
				"the first is here");
			map->broken = true;
			return;
		}
	map->regions[map->n++] = (jb_region){.name = cell->text,
		.folded = jb_map_fold(r->arena, cell->text),
		.pos = cell->pos,
		.column = (int)column,
		.row = (int)row};
}

static void read_tiles(jb_reading *r, jb_map *map, const jb_node *rows)
{
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++)
		n += rows->items[i]->n;
	map->tiles = true;
	map->regions = jb_new_array(r->arena, jb_region, n + 1);
	for (size_t i = 0; i < rows->n; i++) {
		const jb_node *row = rows->items[i];

		if (row->n > COLUMNS_MAX || rows->n > COLUMNS_MAX) {
			jb_error(r->diags, row->pos,
				"a tile map has up to %d columns and rows",
				COLUMNS_MAX);
			map->broken = true;
			return;
		}
		for (size_t k = 0; k < row->n; k++)
			if (!jb_node_is_null(row->items[k]))
				add_tile(r, map, row->items[k], k, i);
	}
	if (map->n || map->broken)
		return;
	jb_error(r->diags, rows->pos, "this map has no tile");
	map->broken = true;
}

/* ---- approval ---- */

/* GS(2023)1234号, 京S(2021)023号: letters with an S, a year in brackets, digits
 * and 号. */
static bool is_approval(const char *text)
{
	static const char *const opening[] = {"(", "（", "[", "〔", "【"};
	const char *s = strchr(text, 'S'), *year = NULL, *end;

	for (size_t i = 0; s && !year && i < G_N_ELEMENTS(opening); i++) {
		year = strstr(s, opening[i]);
		if (year)
			year += strlen(opening[i]);
	}
	if (!year || strspn(year, "0123456789") != 4)
		return false;
	end = g_utf8_next_char(year + 4);
	return strspn(end, "0123456789") > 0 &&
	       g_str_has_prefix(end + strspn(end, "0123456789"), "号");
}

static void read_approval(jb_reading *r, jb_map *map, const jb_node *node)
{
	if (!node)
		return;
	map->approval = node->text;
	map->approval_pos = node->pos;
	if (is_approval(node->text)) {
		if (!strstr(node->text, "审图号"))
			map->approval =
				jb_sprintf(r->arena, "审图号：%s", node->text);
		return;
	}
	jb_refuse(r, node, "“%s” is no approval number of a map", node->text);
	jb_hint(r->diags,
		"as it is printed on the map: 审图号：GS(2023)1234号");
	map->broken = true;
}

static bool is_code(const char *text)
{
	return g_ascii_isupper(text[0]) && g_ascii_isupper(text[1]) && !text[2];
}

/* What is stated and what can be seen: one of both is enough. */
static void judge_country(
	jb_reading *r, jb_map *map, const jb_node *node, const jb_node *country)
{
	const char *stated = country ? country->text : "";
	bool degrees = map->projecting != JB_PROJECT_PLANE;
	const jb_region *there = jb_map_in_china(map, degrees);
	jb_pos pos = jb_node_lookup(node, "file")->pos;

	if (country && !is_code(stated)) {
		jb_refuse(r, country, "“%s” is no code of a country", stated);
		jb_hint(r->diags, "two letters of ISO 3166: CN, FR");
		map->broken = true;
		return;
	}
	map->china = there || strcmp(stated, "CN") == 0;
	if (there && country && strcmp(stated, "CN") != 0) {
		jb_refuse(r, country, "this map shows land of China");
		jb_also(r->diags, there->pos, "“%s” lies there", there->name);
		map->broken = true;
	} else if (map->china && !map->approval) {
		jb_error(r->diags, pos,
			"a map of China needs its approval number");
		if (there)
			jb_also(r->diags, there->pos, "“%s” lies there",
				there->name);
		jb_hint(r->diags,
			"`approval: 审图号：GS(2023)1234号`, as it is "
			"printed on the map that these boundaries "
			"are of");
		map->broken = true;
	} else if (!degrees && !country) {
		jb_error(r->diags, pos,
			"`country` is missing: a plane does not say where it "
			"lies");
		jb_hint(r->diags, "two letters of ISO 3166: CN, FR");
		map->broken = true;
	}
}

/* ---- the whole ---- */

/* Keys that only a file has. */
static void refuse_keys(jb_reading *r, jb_map *map, const jb_node *node)
{
	static const char *const keys[] = {
		"name", "country", "approval", "projection"};

	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		if (!jb_node_lookup(node, keys[i]))
			continue;
		jb_refuse(r, jb_node_key(node, keys[i]),
			"“%s” is for a map with a `file`", keys[i]);
		map->broken = true;
	}
}

void jb_map_read(jb_reading *r, jb_map *map, const jb_named *named)
{
	const jb_node *node = named->node;
	const jb_node *file = jb_node_lookup(node, "file");
	const jb_node *tiles = jb_node_lookup(node, "tiles");

	map->id = named->id;
	map->pos = named->pos;
	if (!file == !tiles) {
		jb_error(r->diags, named->pos,
			"a map has a `file` or `tiles`, one of both");
		map->broken = true;
		return;
	}
	if (tiles) {
		refuse_keys(r, map, node);
		read_tiles(r, map, tiles);
		return;
	}
	map->projecting =
		strcmp(jb_schema_text(node, "map", "projection"), "plane") == 0
			? JB_PROJECT_PLANE
			: JB_PROJECT_AUTO;
	read_approval(r, map, jb_node_lookup(node, "approval"));
	if (!jb_map_load(r, map, file, jb_schema_text(node, "map", "name")))
		map->broken = true;
	else
		judge_country(r, map, node, jb_node_lookup(node, "country"));
}
