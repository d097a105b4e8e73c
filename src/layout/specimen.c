/* specimen.c - plain paragraphs become a prose block on pages of their own
 * size.
 */
#include "layout/specimen.h"

#include <math.h>

#include "layout/galley.h"

#define MARGIN_PT 36.0

static const double ascent_em = 0.88; /* of the em box of a Han face */

static GHashTable *table_of(jb_arena *arena, const char *key, const void *value)
{
	GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);

	jb_arena_defer(arena, (void (*)(void *))g_hash_table_unref, table);
	g_hash_table_insert(table, (char *)key, (void *)value);
	return table;
}

static jb_theme *theme_new(
	jb_arena *arena, const char *family, const char *latin)
{
	static const jb_ink black = {.name = "text", .k = 1};
	jb_theme *theme = jb_new(arena, jb_theme);
	jb_fontrole *role = jb_new(arena, jb_fontrole);

	role->role = "serif";
	role->family = family;
	role->latin = latin;
	theme->name = "galley";
	theme->inks = table_of(arena, "text", &black);
	theme->fonts = table_of(arena, "serif", role);
	return theme;
}

const jb_layout *jb_specimen_layout(jb_arena *arena, const char *family,
	const char *latin, double size_pt, double leading_pt)
{
	jb_layout *layout = jb_new(arena, jb_layout);
	jb_style *style = jb_new(arena, jb_style);

	layout->name = "galley";
	layout->theme = theme_new(arena, family, latin);
	style->name = "body";
	style->font = g_hash_table_lookup(layout->theme->fonts, "serif");
	style->weight = 400;
	style->size_pt = size_pt;
	style->leading_pt = leading_pt;
	style->ink = "text";
	layout->styles = table_of(arena, style->name, style);
	return layout;
}

/* The grid is the style's own: its leading, and columns 2 em apart. */
static jb_layout *layout_for(
	jb_arena *arena, const jb_layout *layout, const jb_style *style)
{
	jb_layout *own = jb_new(arena, jb_layout);

	*own = *layout;
	own->gutter_pt = 2 * style->size_pt;
	own->baseline_pt = style->leading_pt;
	own->ascent_pt = (style->leading_pt - style->size_pt) / 2 +
			 ascent_em * style->size_pt;
	return own;
}

static void put_page(jb_desk *desk, jb_scene *scene, jb_group *text)
{
	jb_leaf *leaf = jb_leaf_new(desk->arena, scene,
		jb_sprintf(desk->arena, "%u", scene->leaves->len + 1));

	leaf->group->width = text->width + 2 * MARGIN_PT;
	leaf->group->height = text->height + 2 * MARGIN_PT;
	jb_group_place(leaf->group, text, MARGIN_PT, MARGIN_PT);
	scene->width_pt = MAX(scene->width_pt, leaf->group->width);
	scene->height_pt = MAX(scene->height_pt, leaf->group->height);
}

/* One measure in one language, on as many pages as it needs. */
static void set_one(jb_desk *desk, const jb_specimen *specimen,
	jb_specimen_page which, jb_scene *scene, GArray *pages)
{
	jb_style *style = jb_new(desk->arena, jb_style);
	jb_block *block = jb_new(desk->arena, jb_block);
	double across =
		specimen->measures_pt[which.measure] * specimen->columns +
		desk->layout->gutter_pt * (specimen->columns - 1);
	jb_galley *galley;
	bool done = false;

	*style = *specimen->style;
	style->lang = specimen->langs[which.lang];
	block->kind = JB_BLOCK_PROSE;
	block->fit = jb_new(desk->arena, jb_fit);
	block->word = "prose";
	block->style = style;
	block->columns = specimen->columns;
	block->paragraphs = specimen->paragraphs;
	block->n_paragraphs = specimen->n_paragraphs;
	/* bands of vertical lines are as wide as their lines */
	if (style->vertical)
		block->height_pt = across;
	galley = jb_galley_open(
		desk, block, style->vertical ? INFINITY : across);
	while (!done) {
		put_page(desk, scene,
			galley->take(galley,
				JB_SPECIMEN_HIGHEST_PT - 2 * MARGIN_PT, true,
				&done));
		g_array_append_val(pages, which);
	}
}

GArray *jb_specimen_set(
	jb_desk *desk, const jb_specimen *specimen, jb_scene *scene)
{
	GArray *pages = g_array_new(FALSE, FALSE, sizeof(jb_specimen_page));
	jb_specimen_page which;

	jb_arena_defer(desk->arena, (void (*)(void *))g_array_unref, pages);
	desk->layout = layout_for(desk->arena, desk->layout, specimen->style);
	for (which.lang = 0; which.lang < specimen->n_langs; which.lang++)
		for (which.measure = 0; which.measure < specimen->n_measures;
			which.measure++)
			set_one(desk, specimen, which, scene, pages);
	return pages;
}
