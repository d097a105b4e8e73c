/* choropleth.c - areas of a map, the darker the more: name and value in each
 * where there is room, else a number and both below.
 */
#include "plot/places.h"

#include <math.h>
#include <stdlib.h>

#include "model/wording.h"
#include "plot/classes.h"
#include "plot/land.h"
#include "plot/marks.h"

static const double height_most = 330, legend_gap = 8;
static const double edge_pt = 0.5, light_pt = 0.35, seen = 1.5;
enum { NAMED_MOST = 150 }; /* so many names can be read */

struct area {
	const jb_region *region;
	const jb_stat *stat; /* or NULL */
	const jb_land *land;
	jb_part *part;
};

struct choropleth {
	jb_plot *plot;
	const jb_map *map;
	jb_projection projection;
	jb_classes classes;
	struct area *areas; /* of the map's regions */
	size_t n_shown;
	jb_land lines; /* of all regions */
	jb_occupied *taken;
};

/* ---- whose figure ---- */

static const jb_rich *name_of(const jb_stat *stat)
{
	return jb_rich_empty(stat->short_label) ? stat->label
						: stat->short_label;
}

static bool refuse_name(
	const struct choropleth *c, const jb_stat *stat, const char *name)
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

static bool refuse_second(const struct choropleth *c, const jb_stat *stat,
	const jb_region *one, const jb_region *other)
{
	jb_diags *diags = c->plot->desk->diags;

	jb_error(diags, stat->figure->pos,
		"“%s” may be “%s” or “%s” of the map",
		jb_rich_text(c->plot->desk->arena, name_of(stat)), one->name,
		other->name);
	jb_also(diags, one->pos, "one stands here");
	jb_also(diags, other->pos, "the other stands here");
	return false;
}

static jb_part *part_of(jb_arena *arena, const jb_stat *stat)
{
	jb_part *part = jb_new(arena, jb_part);

	part->name = name_of(stat);
	part->figure = stat->figure;
	part->pos = stat->figure->value_pos;
	return part;
}

/* By the short name, else by the label. */
static bool find_area(struct choropleth *c, const jb_stat *stat)
{
	jb_arena *arena = c->plot->desk->arena;
	const jb_region *second, *region;
	const char *name = jb_rich_text(arena, name_of(stat));
	struct area *area;

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

static bool read(struct choropleth *c)
{
	const jb_bound_subject *of = &c->plot->picture->of;
	bool fine = true;

	c->areas = jb_new_array(c->plot->desk->arena, struct area, c->map->n);
	for (size_t i = 0; i < c->map->n; i++)
		c->areas[i].region = &c->map->regions[i];
	for (size_t i = 0; i < of->n_stats; i++)
		fine = find_area(c, &of->stats[i]) && fine;
	return fine;
}

/* ---- areas ---- */

static const jb_ink *ink_of(const struct choropleth *c, const struct area *area)
{
	const jb_figure *f = area->stat ? area->stat->figure : NULL;

	return f && f->has_value ? jb_class_shade(c->plot, &c->classes,
					   jb_class_at(&c->classes, f))
				 : NULL;
}

/* Borders are white; where the ink is nearly so, grey. */
static bool is_light(const struct choropleth *c, const jb_ink *ink)
{
	return jb_ink_contrast(jb_desk_ink(c->plot->desk, "paper"), ink) < seen;
}

static void put_status(
	const struct choropleth *c, const struct area *area, jb_item *item)
{
	for (size_t i = 0; i < area->land->n; i++) {
		const jb_ring *ring = &area->land->rings[i];

		if (!ring->line && !ring->hole)
			jb_class_status(c->plot, item, area->stat->figure,
				ring->points, ring->n);
	}
}

static void put_area(const struct choropleth *c, const struct area *area)
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

static void put_lines(const struct choropleth *c, const struct area *area)
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
static int round_of(const struct choropleth *c, const struct area *area)
{
	const jb_ink *ink = ink_of(c, area);

	if (!ink)
		return 0;
	if (jb_is_target(area->stat->figure))
		return 3;
	return is_light(c, ink) ? 2 : 1;
}

static void put_areas(const struct choropleth *c)
{
	for (int round = 0; round <= 3; round++)
		for (size_t i = 0; i < c->map->n; i++)
			if (round_of(c, &c->areas[i]) == round)
				put_area(c, &c->areas[i]);
	for (size_t i = 0; i < c->map->n; i++)
		put_lines(c, &c->areas[i]);
}

/* ---- words ---- */

static const jb_ink *words_ink(
	const struct choropleth *c, const struct area *area)
{
	const jb_figure *f = area->stat->figure;

	return f->has_value ? jb_class_words(c->plot, &c->classes, f)
			    : jb_desk_ink(c->plot->desk, "text");
}

static void put_ground(struct choropleth *c, jb_point at, double w, double h)
{
	jb_put_rect(c->plot->desk, c->plot->group, at.x - w / 2 - 1,
		at.y - h / 2, w + 2, h, jb_desk_ink(c->plot->desk, "paper"));
}

/* Name over value, and the box they take. */
struct label {
	const jb_rich *name, *value;
	double wide, high;
};

static struct label label_of(struct choropleth *c, const struct area *area)
{
	jb_plot *plot = c->plot;
	const jb_figure *f = area->stat->figure;
	struct label label = {.name = area->part->name};

	label.value = jb_words_of(plot,
		jb_measured_text(plot->desk->arena, f, &c->classes.measure), f,
		f->value_pos);
	label.wide = fmax(jb_word_width(plot, label.name),
		jb_word_width(plot, label.value));
	label.high = 2 * jb_word_height(plot) - 2;
	return label;
}

static void put_label(struct choropleth *c, const struct label *label,
	jb_point at, const jb_ink *ink)
{
	double half = jb_word_height(c->plot) / 2 - 0.5;

	jb_word_put(
		c->plot, at.x, at.y - half, JB_ALIGN_CENTER, label->name, ink);
	jb_word_put(
		c->plot, at.x, at.y + half, JB_ALIGN_CENTER, label->value, ink);
}

/* As far from borders as there is room; false where there is none. */
static bool put_both(struct choropleth *c, const struct area *area)
{
	static const double pads[] = {8, 4, 1.5};
	struct label label = label_of(c, area);
	const jb_ink *ink = words_ink(c, area);
	jb_point at;

	for (size_t i = 0; i < G_N_ELEMENTS(pads); i++) {
		if (!jb_land_room(area->land, &c->lines,
			    label.wide + 2 * pads[i], label.high + 2 * pads[i],
			    &at))
			continue;
		if (!ink)
			put_ground(c, at, label.wide, label.high);
		put_label(c, &label, at, ink);
		return true;
	}
	return false;
}

static const jb_rich *next_number(struct choropleth *c, const struct area *area)
{
	return jb_words_of(c->plot,
		jb_sprintf(c->plot->desk->arena, "%d", c->plot->n_keys + 1),
		NULL, area->part->pos);
}

static bool put_number(struct choropleth *c, const struct area *area)
{
	jb_plot *plot = c->plot;
	const jb_rich *number = next_number(c, area);
	const jb_ink *ink = words_ink(c, area);
	double wide = jb_word_width(plot, number);
	double high = jb_desk_style(plot->desk, JB_PLOT_LABEL)->size_pt * 0.8;
	jb_point at;

	if (!jb_land_room(area->land, &c->lines, wide + 1, high + 1, &at))
		return false;
	jb_keys_take(plot, area->part);
	if (!ink)
		put_ground(c, at, wide, high + 1);
	jb_word_put(plot, at.x, at.y, JB_ALIGN_CENTER, number, ink);
	return true;
}

/* A free place for a box beside the area, off all others, and a line to it
 * where it is not near; false where there is none. */
static bool find_beside(struct choropleth *c, const struct area *area,
	double most, double wide, double high, jb_point *middle)
{
	static const double steps[] = {0, 4, 8, 14, 20, 28};
	jb_plot *plot = c->plot;
	jb_area box = area->land->main;
	jb_point at = area->land->centre;
	double r = fmin(box.x1 - box.x0, box.y1 - box.y0) / 2, x, y;

	if (!(area->land->size > 0))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(steps) && steps[i] <= most; i++) {
		if (!jb_place_beside(c->taken, at.x, at.y, r + steps[i], wide,
			    high, &x, &y))
			continue;
		jb_occupy_rect(c->taken, x, y, wide, high);
		if (steps[i] > 0)
			jb_put_line(plot->desk, plot->group, at.x, at.y,
				fmin(fmax(at.x, x - 1), x + wide + 1),
				fmin(fmax(at.y, y), y + high),
				jb_desk_ink(plot->desk, "text70"), light_pt,
				false);
		*middle = (jb_point){x + wide / 2, y + high / 2};
		return true;
	}
	return false;
}

static bool put_both_beside(struct choropleth *c, const struct area *area)
{
	struct label label = label_of(c, area);
	jb_point at;

	if (!find_beside(c, area, 8, label.wide, label.high, &at))
		return false;
	put_label(c, &label, at, NULL);
	return true;
}

static bool put_number_beside(struct choropleth *c, const struct area *area)
{
	const jb_rich *number = next_number(c, area);
	double high = jb_desk_style(c->plot->desk, JB_PLOT_LABEL)->size_pt;
	jb_point at;

	if (!find_beside(c, area, INFINITY, jb_word_width(c->plot, number),
		    high, &at))
		return false;
	jb_keys_take(c->plot, area->part);
	jb_word_put(c->plot, at.x, at.y, JB_ALIGN_CENTER, number, NULL);
	return true;
}

static int by_size(const void *a, const void *b)
{
	const struct area *p = *(struct area *const *)a;
	const struct area *q = *(struct area *const *)b;

	if (p->land->size != q->land->size)
		return p->land->size > q->land->size ? -1 : 1;
	return p < q ? -1 : 1;
}

static void put_words(struct choropleth *c)
{
	jb_plot *plot = c->plot;
	jb_arena *arena = plot->desk->arena;
	struct area **order = jb_new_array(arena, struct area *, c->map->n);
	jb_part **parts = jb_new_array(arena, jb_part *, c->map->n);
	size_t n = 0;

	for (size_t i = 0; i < c->map->n; i++)
		if (c->areas[i].stat)
			order[n++] = &c->areas[i];
	qsort(order, n, sizeof(*order), by_size);
	jb_keys_begin(plot);
	for (size_t i = 0; i < n; i++) {
		guint from = plot->group->items->len;

		parts[i] = order[i]->part;
		if (!put_both(c, order[i]) && !put_both_beside(c, order[i]) &&
			!put_number(c, order[i]) &&
			!put_number_beside(c, order[i]))
			jb_part_remark(plot, order[i]->part);
		jb_part_claim(plot, from, order[i]->part);
	}
	jb_keys_put(plot, parts, n, 0);
}

/* ---- the whole ---- */

/* What lies where: areas, and the lines that words keep off. */
static void take_lands(struct choropleth *c, const jb_land *lands)
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

static void add_remarks(struct choropleth *c)
{
	jb_plot *plot = c->plot;
	const char *projection =
		jb_projection_text(plot->desk->arena, &c->projection);
	size_t named = 0;

	for (size_t i = 0; i < c->map->n; i++)
		named += *c->map->regions[i].name != '\0';
	if (c->n_shown < named)
		jb_note_add(plot, "无底色的没有数据", NULL);
	if (c->n_shown > NAMED_MOST)
		jb_note_add(plot, "放不下的数值未标出", NULL);
	if (projection)
		jb_note_add(plot, projection, NULL);
	if (c->map->approval)
		jb_note_add(plot, c->map->approval, NULL);
}

static double put_legend(struct choropleth *c)
{
	jb_plot *plot = c->plot;
	double high = jb_classes_legend(plot, &c->classes);

	return high > 0 ? high + legend_gap : 0;
}

void jb_choropleth_put(jb_plot *plot)
{
	struct choropleth c = {
		.plot = plot, .map = plot->picture->picture->map};
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
		put_words(&c);
	add_remarks(&c);
}
