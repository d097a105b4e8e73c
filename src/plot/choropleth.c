/* choropleth.c - areas of a map, the darker the more: name and value in each
 * where there is room, else a number and both below.
 */
#include "plot/choropleth.h"

#include "plot/marks.h"

static const double height_most = 330, legend_gap = 8;
static const double edge_pt = 0.5, light_pt = 0.35, seen = 1.5;
enum { NAMED_MOST = 150 }; /* so many names can be read */

/* ---- whose figure ---- */

static bool refuse_name(
	const jb_choropleth *c, const jb_stat *stat, const char *name)
{
	jb_diags *diags = c->plot->desk->diags;
	const char *near = jb_map_nearest(c->plot->desk->arena, c->map, name);

	jb_error(diags, stat->figure->pos, "“%s” is no area of the map “%s”",
		name, c->map->id);
	if (near)
		jb_hint(diags, "did you mean “%s”?", near);
	else
		jb_hint(diags, "figures are named as the map names its areas");
	return false;
}

static bool refuse_second(const jb_choropleth *c, const jb_stat *stat,
	const jb_region *one, const jb_region *other)
{
	jb_diags *diags = c->plot->desk->diags;

	jb_error(diags, stat->figure->pos,
		"“%s” may be “%s” or “%s” of the map",
		jb_rich_text(c->plot->desk->arena, jb_stat_name(stat)),
		one->name, other->name);
	jb_also(diags, one->pos, "one stands here");
	jb_also(diags, other->pos, "the other stands here");
	return false;
}

static jb_part *part_of(jb_arena *arena, const jb_stat *stat)
{
	jb_part *part = jb_new(arena, jb_part);

	part->name = jb_stat_name(stat);
	part->figure = stat->figure;
	part->pos = stat->figure->value_pos;
	return part;
}

/* By the short name, else by the label. */
static bool find_area(jb_choropleth *c, const jb_stat *stat)
{
	jb_arena *arena = c->plot->desk->arena;
	const jb_region *second, *region;
	const char *name = jb_rich_text(arena, jb_stat_name(stat));
	jb_map_area *area;

	region = jb_map_find(c->map, name, &second);
	if (!region && !jb_rich_empty(stat->label))
		region = jb_map_find(
			c->map, jb_rich_text(arena, stat->label), &second);
	if (!region)
		return refuse_name(c, stat, name);
	if (second)
		return refuse_second(c, stat, region, second);
	area = &c->areas[region - c->map->regions];
	if (area->stat) {
		jb_error(c->plot->desk->diags, stat->figure->pos,
			"“%s” has two figures", region->name);
		return false;
	}
	area->stat = stat;
	area->part = part_of(arena, stat);
	c->n_shown++;
	return true;
}

static bool read(jb_choropleth *c)
{
	const jb_bound_subject *of = &c->plot->picture->of;
	bool fine = true;

	c->areas = jb_new_array(c->plot->desk->arena, jb_map_area, c->map->n);
	for (size_t i = 0; i < c->map->n; i++)
		c->areas[i].region = &c->map->regions[i];
	for (size_t i = 0; i < of->n_stats; i++)
		fine = find_area(c, &of->stats[i]) && fine;
	return fine;
}

/* ---- areas ---- */

static const jb_ink *ink_of(const jb_choropleth *c, const jb_map_area *area)
{
	const jb_figure *f = area->stat ? area->stat->figure : NULL;

	return f && f->has_value ? jb_class_shade(c->plot, &c->classes,
					   jb_class_at(&c->classes, f))
				 : NULL;
}

/* Borders are white; where the ink is nearly so, grey. */
static bool is_light(const jb_choropleth *c, const jb_ink *ink)
{
	return jb_ink_contrast(jb_desk_ink(c->plot->desk, "paper"), ink) < seen;
}

static void put_status(
	const jb_choropleth *c, const jb_map_area *area, jb_item *item)
{
	for (size_t i = 0; i < area->land->n; i++) {
		const jb_ring *ring = &area->land->rings[i];

		if (!ring->line && !ring->hole)
			jb_class_status(c->plot, item, area->stat->figure,
				ring->points, ring->n);
	}
}

static void put_area(const jb_choropleth *c, const jb_map_area *area)
{
	jb_plot *plot = c->plot;
	const jb_ink *ink = ink_of(c, area);
	guint from = plot->group->items->len;
	jb_item *item = jb_land_put(plot->desk, plot->group, area->land, false);
	bool light = !ink || is_light(c, ink);

	if (item) {
		item->u.path.fill = ink;
		item->u.path.stroke =
			jb_desk_ink(plot->desk, light ? "text45" : "paper");
		item->u.path.width_pt = light ? light_pt : edge_pt;
		if (area->stat && !ink)
			item->u.path.dash_on = item->u.path.dash_off = 2;
		if (ink)
			put_status(c, area, item);
	}
	if (area->stat)
		jb_part_claim(plot, from, area->part);
	else
		jb_claim_at(plot->group, from, area->region->pos);
}

static void put_lines(const jb_choropleth *c, const jb_map_area *area)
{
	jb_plot *plot = c->plot;
	jb_item *item = jb_land_put(plot->desk, plot->group, area->land, true);

	if (!item)
		return;
	item->u.path.stroke = jb_desk_ink(plot->desk, "text70");
	item->u.path.width_pt = edge_pt;
	item->pos = area->region->pos;
}

/* Light areas over dark ones and targets over both, so that their edges are
 * whole. */
static int round_of(const jb_choropleth *c, const jb_map_area *area)
{
	const jb_ink *ink = ink_of(c, area);

	if (!ink)
		return 0;
	if (jb_is_target(area->stat->figure))
		return 3;
	return is_light(c, ink) ? 2 : 1;
}

static void put_areas(const jb_choropleth *c)
{
	for (int round = 0; round <= 3; round++)
		for (size_t i = 0; i < c->map->n; i++)
			if (round_of(c, &c->areas[i]) == round)
				put_area(c, &c->areas[i]);
	for (size_t i = 0; i < c->map->n; i++)
		put_lines(c, &c->areas[i]);
}

/* ---- the whole ---- */

/* What lies where: areas, and the lines that words keep off. */
static void take_lands(jb_choropleth *c, const jb_land *lands)
{
	size_t n = 0;

	for (size_t i = 0; i < c->map->n; i++)
		n += lands[i].n;
	c->lines.rings = jb_new_array(c->plot->desk->arena, jb_ring, n + 1);
	for (size_t i = 0; i < c->map->n; i++) {
		c->areas[i].land = &lands[i];
		jb_land_occupy(c->taken, &lands[i]);
		for (size_t k = 0; k < lands[i].n; k++)
			if (lands[i].rings[k].line)
				c->lines.rings[c->lines.n++] =
					lands[i].rings[k];
	}
}

static void add_remarks(jb_choropleth *c)
{
	jb_plot *plot = c->plot;
	const char *projection =
		jb_projection_text(plot->desk->arena, &c->projection);
	size_t named = 0;

	for (size_t i = 0; i < c->map->n; i++)
		named += *c->map->regions[i].name != '\0';
	if (c->n_shown < named)
		jb_note_empty(plot);
	if (c->n_shown > NAMED_MOST)
		jb_note_unsaid(plot);
	if (projection)
		jb_note_add(plot, projection, NULL);
	if (c->map->approval)
		jb_note_add(plot, c->map->approval, NULL);
}

static double put_legend(jb_choropleth *c)
{
	jb_plot *plot = c->plot;
	double high = jb_classes_legend(plot, &c->classes);

	return high > 0 ? high + legend_gap : 0;
}

void jb_choropleth_put(jb_plot *plot)
{
	jb_choropleth c = {.plot = plot, .map = plot->picture->picture->map};
	jb_land *lands;
	double top, bottom;

	if (!read(&c))
		return;
	c.classes = jb_classes_of(plot);
	c.projection = jb_projection_for(c.map);
	top = put_legend(&c);
	lands = jb_lands_new(plot->desk->arena, c.map, &c.projection,
		plot->width, height_most, top, &bottom);
	c.taken = jb_occupied_new(
		plot->desk->arena, 0, top, plot->width, bottom - top);
	take_lands(&c, lands);
	put_areas(&c);
	plot->group->height = bottom;
	if (c.n_shown <= NAMED_MOST)
		jb_choropleth_words(&c);
	add_remarks(&c);
}
