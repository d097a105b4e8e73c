/* choropleth-words.c - name and value in each area where there is room, or
 * beside it over the sea; else a number, and both below.
 */
#include "plot/choropleth.h"

#include <math.h>
#include <stdlib.h>

#include "model/wording.h"
#include "plot/marks.h"

static const double line_pt = 0.35;

static const jb_ink *words_ink(const jb_choropleth *c, const jb_map_area *area)
{
	const jb_figure *f = area->stat->figure;

	return f->has_value ? jb_class_words(c->plot, &c->classes, f)
			    : jb_desk_ink(c->plot->desk, "text");
}

static void put_ground(jb_choropleth *c, jb_point at, double w, double h)
{
	jb_put_rect(c->plot->desk, c->plot->group, at.x - w / 2 - 1,
		at.y - h / 2, w + 2, h, jb_desk_ink(c->plot->desk, "paper"));
}

/* Name over value, and the box they take. */
struct label {
	const jb_rich *name, *value;
	double wide, high;
};

static struct label label_of(jb_choropleth *c, const jb_map_area *area)
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

static void put_label(jb_choropleth *c, const struct label *label, jb_point at,
	const jb_ink *ink)
{
	double half = jb_word_height(c->plot) / 2 - 0.5;

	jb_word_put(
		c->plot, at.x, at.y - half, JB_ALIGN_CENTER, label->name, ink);
	jb_word_put(
		c->plot, at.x, at.y + half, JB_ALIGN_CENTER, label->value, ink);
}

/* As far from borders as there is room; false where there is none. */
static bool put_both(jb_choropleth *c, const jb_map_area *area)
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

static const jb_rich *next_number(jb_choropleth *c, const jb_map_area *area)
{
	return jb_words_of(c->plot,
		jb_sprintf(c->plot->desk->arena, "%d", c->plot->n_keys + 1),
		NULL, area->part->pos);
}

static bool put_number(jb_choropleth *c, const jb_map_area *area)
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
static bool find_beside(jb_choropleth *c, const jb_map_area *area, double most,
	double wide, double high, jb_point *middle)
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
				jb_desk_ink(plot->desk, "text70"), line_pt,
				false);
		*middle = (jb_point){x + wide / 2, y + high / 2};
		return true;
	}
	return false;
}

static bool put_both_beside(jb_choropleth *c, const jb_map_area *area)
{
	struct label label = label_of(c, area);
	jb_point at;

	if (!find_beside(c, area, 8, label.wide, label.high, &at))
		return false;
	put_label(c, &label, at, NULL);
	return true;
}

static bool put_number_beside(jb_choropleth *c, const jb_map_area *area)
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
	const jb_map_area *p = *(jb_map_area *const *)a;
	const jb_map_area *q = *(jb_map_area *const *)b;

	if (p->land->size != q->land->size)
		return p->land->size > q->land->size ? -1 : 1;
	return p < q ? -1 : 1;
}

void jb_choropleth_words(jb_choropleth *c)
{
	jb_plot *plot = c->plot;
	jb_arena *arena = plot->desk->arena;
	jb_map_area **order = jb_new_array(arena, jb_map_area *, c->map->n);
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
