/* map-file.c - GeoJSON (RFC 7946): areas and lines with names.  The first fault
 * ends the reading of a file. */
#include "model/map-parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "yaml/json.h"

enum { REGIONS_MAX = 5000, LISTED_MAX = 12 };

typedef struct loading {
	jb_reading *r;
	jb_map *map;
	const char *property; /* that has the names */
	jb_region *region;    /* that is read */
	size_t room;	      /* of its rings */
	bool named;	      /* some region has it */
} loading;

static bool fail(loading *l, jb_pos pos, const char *what, const char *hint)
{
	jb_error(l->r->diags, pos, "%s", what);
	jb_kind(l->r->diags, "the file is no map of GeoJSON");
	if (hint)
		jb_hint(l->r->diags, "%s", hint);
	return false;
}

/* ---- points ---- */

/* One of a position's numbers, which has no more than `most`. */
static bool read_number(
	loading *l, const jb_node *node, double most, double *value)
{
	bool plane = l->map->projecting == JB_PROJECT_PLANE;
	char *end;

	if (node->kind != JB_SCALAR ||
		(node->type != JB_FLOAT && node->type != JB_INT))
		return fail(l, node->pos,
			jb_tr("a position is two numbers: [116.4, 39.9]"),
			NULL);
	*value = g_ascii_strtod(node->text, &end);
	if (*end == '\0' && (plane ? fabs(*value) < 1e9 : fabs(*value) <= most))
		return true;
	jb_error(l->r->diags, node->pos, "“%s” is no number of degrees here",
		node->text);
	jb_hint(l->r->diags,
		"GeoJSON writes longitude, then latitude; lengths on a plane "
		"need `projection: plane`");
	return false;
}

static bool read_position(loading *l, const jb_node *node, double *point)
{
	if (node->kind != JB_SEQUENCE || node->n < 2)
		return fail(l, node->pos,
			jb_tr("a position is two numbers: [116.4, 39.9]"),
			NULL);
	return read_number(l, node->items[0], 180, &point[0]) &&
	       read_number(l, node->items[1], 90, &point[1]);
}

static jb_ring *ring_new(loading *l)
{
	jb_region *region = l->region;

	if (region->n_rings == l->room) {
		jb_ring *rings;

		l->room = MAX(4, 2 * l->room);
		rings = jb_new_array(l->r->arena, jb_ring, l->room);
		if (region->n_rings)
			memcpy(rings, region->rings,
				region->n_rings * sizeof(*rings));
		region->rings = rings;
	}
	return &region->rings[region->n_rings++];
}

/* A list of positions; an area's last is its first. */
static bool read_line(loading *l, const jb_node *list, bool hole, bool line)
{
	jb_ring *ring = ring_new(l);

	*ring = (jb_ring){.hole = hole, .line = line};
	if (list->kind != JB_SEQUENCE)
		return fail(l, list->pos,
			jb_tr("a list of positions is missing"), NULL);
	ring->points = jb_new_array(l->r->arena, double, 2 * list->n + 2);
	for (size_t i = 0; i < list->n; i++)
		if (!read_position(l, list->items[i], &ring->points[2 * i]))
			return false;
	ring->n = list->n;
	if (!line && ring->n > 1 &&
		memcmp(ring->points, &ring->points[2 * (ring->n - 1)],
			2 * sizeof(double)) == 0)
		ring->n--;
	if (ring->n < (line ? 2u : 3u))
		return fail(l, list->pos,
			jb_tr("too few positions for a shape"), NULL);
	return true;
}

/* ---- shapes ---- */

static bool read_polygon(loading *l, const jb_node *list)
{
	for (size_t i = 0; i < list->n; i++)
		if (!read_line(l, list->items[i], i > 0, false))
			return false;
	return true;
}

static bool read_open(loading *l, const jb_node *list)
{
	return read_line(l, list, false, true);
}

static bool read_each(loading *l, const jb_node *list,
	bool (*read)(loading *l, const jb_node *list))
{
	for (size_t i = 0; i < list->n; i++) {
		if (list->items[i]->kind != JB_SEQUENCE)
			return fail(l, list->items[i]->pos,
				jb_tr("a list of positions is missing"), NULL);
		if (!read(l, list->items[i]))
			return false;
	}
	return true;
}

static const char *text_of(const jb_node *map, const char *key)
{
	const jb_node *node = map && map->kind == JB_MAPPING
				      ? jb_node_lookup(map, key)
				      : NULL;

	return node && node->kind == JB_SCALAR && node->type != JB_NULL
		       ? node->text
		       : "";
}

static bool read_shape(loading *l, const jb_node *shape, jb_pos pos)
{
	const char *type = text_of(shape, "type");
	const jb_node *list = shape && shape->kind == JB_MAPPING
				      ? jb_node_lookup(shape, "coordinates")
				      : NULL;

	if (!list || list->kind != JB_SEQUENCE)
		return fail(l, shape ? shape->pos : pos,
			jb_tr("a shape with `type` and `coordinates` is "
			      "missing"),
			NULL);
	if (strcmp(type, "Polygon") == 0)
		return read_polygon(l, list);
	if (strcmp(type, "MultiPolygon") == 0)
		return read_each(l, list, read_polygon);
	if (strcmp(type, "LineString") == 0)
		return read_open(l, list);
	if (strcmp(type, "MultiLineString") == 0)
		return read_each(l, list, read_open);
	jb_error(
		l->r->diags, shape->pos, "a map has no place for a “%s”", type);
	jb_hint(l->r->diags, "it is made of Polygon and MultiPolygon, and of "
			     "lines that have no figures");
	return false;
}

static bool read_feature(loading *l, const jb_node *node)
{
	const jb_node *properties;

	l->region = &l->map->regions[l->map->n++];
	l->room = 0;
	if (strcmp(text_of(node, "type"), "Feature") != 0)
		return fail(l, node->pos, jb_tr("a `Feature` is missing here"),
			NULL);
	properties = jb_node_lookup(node, "properties");
	l->region->name = text_of(properties, l->property);
	l->region->folded = jb_map_fold(l->r->arena, l->region->name);
	l->region->pos = node->pos;
	if (properties && *l->region->name) {
		l->region->pos = jb_node_lookup(properties, l->property)->pos;
		l->named = true;
	}
	return read_shape(l, jb_node_lookup(node, "geometry"), node->pos);
}

/* ---- the file ---- */

/* Older files say in which system of coordinates they are. */
static bool is_in_degrees(loading *l, const jb_node *root)
{
	const jb_node *crs = jb_node_lookup(root, "crs");
	const jb_node *of = crs && crs->kind == JB_MAPPING
				    ? jb_node_lookup(crs, "properties")
				    : NULL;
	const char *name = text_of(of, "name");

	if (!*name || l->map->projecting == JB_PROJECT_PLANE ||
		g_str_has_suffix(name, "CRS84") ||
		g_str_has_suffix(name, ":4326") ||
		g_str_has_suffix(name, ":4490"))
		return true;
	jb_error(l->r->diags, crs->pos,
		"the positions of this map are in “%s”, not in degrees", name);
	jb_hint(l->r->diags, "`projection: plane` draws them as they are");
	return false;
}

static const jb_node *features_of(loading *l, const jb_node *root)
{
	const jb_node *list;

	if (strcmp(text_of(root, "type"), "Topology") == 0) {
		fail(l, root->pos, jb_tr("this is TopoJSON"),
			jb_tr("save the map as GeoJSON"));
		return NULL;
	}
	list = root->kind == JB_MAPPING ? jb_node_lookup(root, "features")
					: NULL;
	if (strcmp(text_of(root, "type"), "FeatureCollection") != 0 || !list ||
		list->kind != JB_SEQUENCE || list->n == 0) {
		fail(l, root->pos, jb_tr("a `FeatureCollection` is missing"),
			jb_tr("each of its features has a name among its "
			      "`properties`, and a shape"));
		return NULL;
	}
	if (list->n <= REGIONS_MAX)
		return list;
	jb_error(l->r->diags, list->pos, "a map has up to %d areas, not %zu",
		REGIONS_MAX, list->n);
	return NULL;
}

/* No region has a name there: what may be meant. */
static bool refuse_property(
	loading *l, const jb_node *features, const jb_node *file)
{
	const jb_node *first = jb_node_lookup(features->items[0], "properties");
	g_autoptr(GPtrArray) keys = g_ptr_array_new();
	g_autofree char *joined = NULL;

	for (size_t i = 0; first && first->kind == JB_MAPPING && i < first->n &&
			   i < LISTED_MAX;
		i++)
		g_ptr_array_add(keys, (char *)first->pairs[i].key->text);
	g_ptr_array_add(keys, NULL);
	joined = g_strjoinv("”, “", (char **)keys->pdata);
	jb_refuse(l->r, file, "no area of this map has a “%s”", l->property);
	if (*joined)
		jb_hint(l->r->diags,
			"`name` says which property is the name: “%s”", joined);
	return false;
}

bool jb_map_load(
	jb_reading *r, jb_map *map, const jb_node *file, const char *property)
{
	loading l = {.r = r, .map = map, .property = property};
	const char *why;
	const jb_source *src = jb_read_beside(r, file, &why);
	const jb_node *root =
		src ? jb_json_read(r->arena, r->diags, src) : NULL;
	const jb_node *features = root ? features_of(&l, root) : NULL;

	if (why)
		jb_refuse(r, file, "the map cannot be read: %s", why);
	if (!features || !is_in_degrees(&l, root))
		return false;
	map->regions = jb_new_array(r->arena, jb_region, features->n);
	for (size_t i = 0; i < features->n; i++) {
		const jb_node *node = features->items[i];

		if (node->kind != JB_MAPPING)
			return fail(&l, node->pos,
				jb_tr("a `Feature` is missing here"), NULL);
		if (!read_feature(&l, node))
			return false;
	}
	return l.named || refuse_property(&l, features, file);
}
