/* zoom.c - a layout made smaller, and what was drawn in it made larger again.
 */
#include "scene/zoom.h"

#include <math.h>
#include <string.h>

/* The labels that the forms of pictures are drawn for. */
static const double label_pt = 8;

double jb_zoom_of(const jb_desk *desk)
{
	const jb_style *label = jb_layout_style(desk->layout, "label");

	return label && label->size_pt > 0 ? label->size_pt / label_pt : 1;
}

/* ---- smaller ---- */

static jb_style *style_smaller(
	jb_arena *arena, const jb_style *style, double zoom)
{
	jb_style *small = jb_new(arena, jb_style);

	*small = *style;
	small->size_pt /= zoom;
	small->leading_pt /= zoom;
	small->fit_least_pt /= zoom;
	small->fit_most_pt /= zoom;
	small->copyfit.size_least_pt /= zoom;
	small->copyfit.size_most_pt /= zoom;
	return small;
}

static GHashTable *styles_smaller(
	jb_arena *arena, GHashTable *styles, double zoom)
{
	GHashTable *small = g_hash_table_new(g_str_hash, g_str_equal);
	GHashTableIter each;
	void *name, *style;

	jb_arena_defer(arena, (void (*)(void *))g_hash_table_unref, small);
	g_hash_table_iter_init(&each, styles);
	while (g_hash_table_iter_next(&each, &name, &style))
		g_hash_table_insert(
			small, name, style_smaller(arena, style, zoom));
	return small;
}

/* Only what words and marks are drawn by; a picture knows no page. */
static const jb_layout *layout_smaller(
	jb_arena *arena, const jb_layout *layout, double zoom)
{
	jb_layout *small = jb_new(arena, jb_layout);

	*small = *layout;
	small->gutter_pt /= zoom;
	small->baseline_pt /= zoom;
	small->ascent_pt /= zoom;
	small->styles = styles_smaller(arena, layout->styles, zoom);
	return small;
}

double jb_zoom_or(const jb_desk *desk, double given)
{
	return given > 0 ? given : jb_zoom_of(desk);
}

jb_desk *jb_zoom_desk(jb_desk *desk, double zoom)
{
	const jb_layout *known;
	jb_desk *small;

	if (zoom == 1)
		return desk;
	known = g_hash_table_lookup(desk->zoomed, &zoom);
	if (!known) {
		double *key = jb_new(desk->arena, double);

		*key = zoom;
		known = layout_smaller(desk->arena, desk->layout, zoom);
		g_hash_table_insert(desk->zoomed, key, (void *)known);
	}
	small = jb_new(desk->arena, jb_desk);
	*small = *desk;
	small->layout = known;
	return small;
}

/* ---- larger ---- */

static void run_larger(jb_arena *arena, jb_run *run, double zoom)
{
	jb_glyph *glyphs = jb_new_array(arena, jb_glyph, run->n_glyphs + 1);

	run->size_pt *= zoom;
	run->x *= zoom;
	run->width_pt *= zoom;
	run->rise_pt *= zoom;
	for (size_t i = 0; i < run->n_glyphs; i++)
		glyphs[i] = (jb_glyph){run->glyphs[i].id,
			run->glyphs[i].x * zoom, run->glyphs[i].y * zoom};
	run->glyphs = glyphs;
}

static jb_run *runs_larger(
	jb_arena *arena, const jb_run *runs, size_t n, double zoom)
{
	jb_run *larger = jb_new_array(arena, jb_run, n + 1);

	for (size_t i = 0; i < n; i++) {
		larger[i] = runs[i];
		run_larger(arena, &larger[i], zoom);
	}
	return larger;
}

/* What the composition report asks a line; em stay em. */
static const jb_line *line_larger(
	jb_arena *arena, const jb_line *line, double zoom)
{
	jb_line *larger = jb_new(arena, jb_line);
	jb_decor *decors = jb_new_array(arena, jb_decor, line->n_decors + 1);

	*larger = *line;
	larger->x *= zoom;
	larger->width_pt *= zoom;
	larger->runs = runs_larger(arena, line->runs, line->n_runs, zoom);
	larger->over = runs_larger(arena, line->over, line->n_over, zoom);
	for (size_t i = 0; i < line->n_decors; i++) {
		decors[i] = line->decors[i];
		decors[i].x0 *= zoom;
		decors[i].x1 *= zoom;
		decors[i].y *= zoom;
		decors[i].em *= zoom;
	}
	larger->decors = decors;
	return larger;
}

static void path_larger(jb_arena *arena, jb_path *path, double zoom)
{
	jb_step *steps = jb_new_array(arena, jb_step, path->n + 1);

	for (size_t i = 0; i < path->n; i++) {
		steps[i] = path->steps[i];
		for (size_t k = 0; k < G_N_ELEMENTS(steps[i].p); k++)
			steps[i].p[k] *= zoom;
	}
	path->steps = steps;
	path->width_pt *= zoom;
	path->dash_on *= zoom;
	path->dash_off *= zoom;
}

static void item_larger(jb_arena *arena, jb_item *item, double zoom)
{
	item->x *= zoom;
	item->y *= zoom;
	if (item->line)
		item->line = line_larger(arena, item->line, zoom);
	switch (item->kind) {
	case JB_ITEM_TEXT:
		run_larger(arena, &item->u.text, zoom);
		break;
	case JB_ITEM_PATH:
		path_larger(arena, &item->u.path, zoom);
		break;
	case JB_ITEM_IMAGE:
		item->u.image.width_pt *= zoom;
		item->u.image.height_pt *= zoom;
		break;
	}
}

jb_group *jb_zoom_group(jb_arena *arena, jb_group *group, double zoom)
{
	if (zoom == 1)
		return group;
	for (guint i = 0; i < group->items->len; i++)
		item_larger(arena, group->items->pdata[i], zoom);
	group->width *= zoom;
	group->height *= zoom;
	group->baseline *= zoom;
	if (group->keys)
		jb_zoom_group(arena, group->keys, zoom);
	return group;
}
