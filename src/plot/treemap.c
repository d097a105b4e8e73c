/* treemap.c - parts as areas in a rectangle, squarified: hundreds of them.
 *
 * A part's name and value stand in its area where they fit; else its number
 * does, and both stand below.
 */
#include "plot/places.h"

#include <math.h>
#include <string.h>

#include "plot/marks.h"

static const double shape = 0.62, height_least = 120, height_most = 300;
static const double pad = 3.5, gap_pt = 1, words_least = 19, key_gap = 4;
enum { GROUPS_MOST = 6, PARTS_MOST = 1000 };

struct treemap {
	jb_plot *plot;
	jb_part *whole;
	jb_part **leaves;
	size_t n;
	bool grouped;
};

static void lay_out(struct treemap *map, jb_part *part)
{
	double *values = g_new0(double, part->n + 1);
	jb_area *areas = g_new0(jb_area, part->n + 1);

	for (size_t i = 0; i < part->n; i++)
		values[i] = fmax(0, part->kids[i]->value);
	jb_squarify(values, part->n, part->at, areas);
	for (size_t i = 0; i < part->n; i++) {
		part->kids[i]->at = areas[i];
		if (part->kids[i]->n)
			lay_out(map, part->kids[i]);
	}
	g_free(values);
	g_free(areas);
}

static jb_shade group_look(const struct treemap *map, size_t branch)
{
	return jb_part_look(map->plot->desk, branch, map->whole->n,
		map->plot->picture->picture->colors);
}

static jb_shade look_of(const struct treemap *map, const jb_part *part)
{
	const jb_plot *plot = map->plot;
	const jb_figure *hero = plot->picture->picture->hero;

	if (hero && hero == part->figure)
		return (jb_shade){plot->desk->accent, JB_PATTERN_NONE};
	if (map->grouped)
		return group_look(map, part->branch);
	return (jb_shade){
		jb_desk_ink(plot->desk, "primary65"), JB_PATTERN_NONE};
}

/* ---- words ---- */

/* Words of Latin letters are not broken. */
static bool breaks(jb_plot *plot, const jb_rich *name)
{
	for (const char *c = jb_rich_text(plot->desk->arena, name); *c; c++)
		if (g_ascii_isalpha(*c) && g_ascii_isalpha(c[1]))
			return false;
	return true;
}

/* Puts name and value into an area, on paper where its ink bears no words;
 * false where they do not fit. */
static bool put_words(
	struct treemap *map, const jb_part *part, const jb_ink *ink)
{
	jb_plot *plot = map->plot;
	double x = part->at.x0 + pad, y = part->at.y0 + pad - 1;
	double room = part->at.x1 - x - pad, high = part->at.y1 - y - pad + 1;
	double name_w = jb_word_width(plot, part->name), name_h, value_w;
	const jb_rich *value = jb_part_words(plot, part, 0);

	if (name_w > room && (room < words_least || !breaks(plot, part->name)))
		return false;
	name_h = jb_lines_put(
		plot, 0, 0, room, part->name, JB_TEXT_START, NULL, false);
	value_w = jb_word_width(plot, value);
	if (value_w > room || name_h + jb_word_height(plot) > high)
		return false;
	if (!ink)
		jb_put_rect(plot->desk, plot->group, x - 1, y,
			fmin(room, fmax(name_w, value_w)) + 2,
			name_h + jb_word_height(plot) + 1,
			jb_desk_ink(plot->desk, "paper"));
	jb_lines_put(plot, x, y, room, part->name, JB_TEXT_START, ink, true);
	jb_word_put(plot, x, y + name_h + jb_word_height(plot) / 2 - 0.5,
		JB_ALIGN_START, value, ink);
	return true;
}

/* Its number, in the middle; false where that does not fit either. */
static bool put_number(struct treemap *map, jb_part *part, const jb_ink *ink)
{
	jb_plot *plot = map->plot;
	const jb_rich *number = jb_words_of(plot,
		jb_sprintf(plot->desk->arena, "%d", plot->n_keys + 1),
		part->figure, part->pos);

	if (jb_word_width(plot, number) > part->at.x1 - part->at.x0 - 2 ||
		jb_desk_style(plot->desk, JB_PLOT_LABEL)->size_pt >
			part->at.y1 - part->at.y0)
		return false;
	jb_keys_take(plot, part);
	if (!ink)
		jb_put_rect(plot->desk, plot->group,
			(part->at.x0 + part->at.x1) / 2 - 5,
			(part->at.y0 + part->at.y1) / 2 - 5, 10, 10,
			jb_desk_ink(plot->desk, "paper"));
	jb_word_put(plot, (part->at.x0 + part->at.x1) / 2,
		(part->at.y0 + part->at.y1) / 2, JB_ALIGN_CENTER, number, ink);
	return true;
}

/* ---- areas ---- */

static void put_leaf(struct treemap *map, jb_part *part)
{
	jb_plot *plot = map->plot;
	jb_area a = part->at;
	double w = a.x1 - a.x0, h = a.y1 - a.y0;
	const double points[] = {
		a.x0, a.y0, a.x1, a.y0, a.x1, a.y1, a.x0, a.y1};
	jb_shade look = look_of(map, part);
	const jb_ink *words;
	bool ahead = part->figure && jb_is_ahead(part->figure->status);
	guint from = plot->group->items->len;
	jb_item *item;

	if (!(part->value > 0))
		return;
	item = jb_put_rect(plot->desk, plot->group, a.x0, a.y0, w, h, look.ink);
	item->u.path.stroke = jb_desk_ink(plot->desk, "paper");
	item->u.path.width_pt = fmin(gap_pt, fmin(w, h) / 4);
	if (!ahead)
		jb_put_look_lines(plot->desk, plot->group, points, 4, look);
	jb_part_status(plot, item, part->figure, points, 4);
	words = ahead || look.pattern ? NULL : jb_ink_on(plot->desk, look.ink);
	if (!put_words(map, part, words) && !put_number(map, part, words))
		jb_part_remark(plot, part);
	jb_part_claim(plot, from, part);
}

/* The groups' inks, over the areas; returns their height. */
static double put_groups(struct treemap *map)
{
	jb_plot *plot = map->plot;
	double high;

	if (!map->grouped)
		return 0;
	for (size_t i = 0; i < map->whole->n; i++) {
		const jb_part *group = map->whole->kids[i];
		const jb_rich *value = jb_part_words(plot, group, 0);
		const jb_rich *words = jb_words_of(plot,
			jb_sprintf(plot->desk->arena, "%s %s",
				jb_rich_text(plot->desk->arena, group->name),
				jb_rich_text(plot->desk->arena, value)),
			group->figure, group->pos);

		plot->legend[plot->n_legend++] = (jb_legend_key){
			JB_LEGEND_RECT, group_look(map, group->branch), words};
	}
	high = jb_legend_put(plot, 0, true) + key_gap;
	plot->n_legend = 0;
	return high;
}

/* Between groups more white than between their parts. */
static void part_groups(struct treemap *map)
{
	jb_plot *plot = map->plot;

	for (size_t i = 0; map->grouped && i < map->whole->n; i++) {
		jb_area a = map->whole->kids[i]->at;

		if (a.x1 > a.x0 && a.y1 > a.y0)
			jb_put_frame(plot->desk, plot->group, a.x0, a.y0,
				a.x1 - a.x0, a.y1 - a.y0,
				jb_desk_ink(plot->desk, "paper"), 2.5, false);
	}
}

static bool usable(jb_plot *plot, const struct treemap *map)
{
	if (map->n <= PARTS_MOST &&
		(!map->grouped || map->whole->n <= GROUPS_MOST))
		return true;
	jb_error(plot->desk->diags, plot->picture->picture->pos,
		"a treemap takes %d parts in %d groups", PARTS_MOST,
		GROUPS_MOST);
	jb_hint(plot->desk->diags, "join what is small, or leave the groups");
	return false;
}

void jb_treemap_put(jb_plot *plot)
{
	struct treemap map = {.plot = plot,
		.whole = jb_whole_read(plot->desk, plot->picture)};
	double top, height;

	if (!map.whole)
		return;
	map.n = jb_whole_count(map.whole);
	map.grouped = jb_whole_depth(map.whole) > 1;
	if (!usable(plot, &map) || !jb_whole_remarks(plot, map.whole))
		return;
	jb_whole_sort(map.whole);
	map.leaves = jb_new_array(plot->desk->arena, jb_part *, map.n);
	jb_whole_leaves(map.whole, map.leaves);
	height = CLAMP(shape * plot->width, height_least, height_most);
	top = put_groups(&map);
	map.whole->at = (jb_area){0, top, plot->width, top + height};
	lay_out(&map, map.whole);
	jb_keys_begin(plot);
	for (size_t i = 0; i < map.n; i++)
		put_leaf(&map, map.leaves[i]);
	part_groups(&map);
	plot->group->height = top + height;
	jb_keys_put(plot, map.leaves, map.n, 0);
}
