/* layout.c - a layout's masters and pages, typed; its page is in layout-page.c,
 * looks are in style.c, blocks in layout-block.c. */
#include "model/layout-parts.h"

#include <string.h>

#include "model/expand.h"
#include "model/recipe.h"
#include "model/schema.h"
#include "model/tokens.h"

struct reader {
	jb_arena *arena;
	jb_diags *diags;
	jb_layout *layout;
};

static void read_masters(struct reader *r, const jb_node *masters)
{
	jb_layout *l = r->layout;

	l->masters = g_hash_table_new(g_str_hash, g_str_equal);
	jb_arena_defer(
		r->arena, (void (*)(void *))g_hash_table_unref, l->masters);
	for (size_t i = 0; i < masters->n; i++) {
		jb_master *master = jb_new(r->arena, jb_master);

		master->name = masters->pairs[i].key->text;
		master->furniture =
			jb_node_lookup(masters->pairs[i].value, "furniture");
		g_hash_table_insert(l->masters, (char *)master->name, master);
		jb_blocks_check(r->diags, l, master->furniture, true);
	}
}

static void check_master(struct reader *r, const jb_node *master)
{
	if (master && !g_hash_table_contains(r->layout->masters, master->text))
		jb_name_refuse(r->diags, master, "master", r->layout->masters);
}

/* When all masters have names: those of left pages. */
static void link_masters(struct reader *r, const jb_node *masters)
{
	GHashTable *known = r->layout->masters;

	for (size_t i = 0; i < masters->n; i++) {
		const jb_pair *pair = &masters->pairs[i];
		const jb_node *left = jb_node_lookup(pair->value, "left");
		jb_master *master = g_hash_table_lookup(known, pair->key->text);

		if (!left)
			continue;
		check_master(r, left);
		master->left = g_hash_table_lookup(known, left->text);
		if (r->layout->two_sided)
			continue;
		jb_error(r->diags, jb_node_key(pair->value, "left")->pos,
			"“left” needs pages of two sides");
		jb_span_chars(r->diags, 4);
		jb_hint(r->diags, "say `sides: two` in `page`");
	}
}

static void check_leaf(struct reader *r, const jb_node *leaf)
{
	check_master(r, jb_node_lookup(leaf, "master"));
	check_master(r, jb_node_lookup(leaf, "then"));
	check_master(r, jb_node_lookup(leaf, "last"));
	check_master(r, jb_node_lookup(leaf, "blank"));
	check_master(r, jb_node_lookup(leaf, "joins"));
	jb_columns_check(r->diags, r->layout, leaf);
	jb_conditions_check(r->diags, leaf);
	jb_blocks_check(
		r->diags, r->layout, jb_node_lookup(leaf, "blocks"), false);
}

jb_layout *jb_layout_read(jb_arena *arena, jb_diags *diags,
	const jb_source *src, const jb_theme *theme)
{
	const jb_node *root = jb_yaml_read(arena, diags, src);

	return root ? jb_layout_type(arena, diags, src, root, theme) : NULL;
}

/* Without templates and tokens; NULL after an error. */
static const jb_node *expand(jb_arena *arena, jb_diags *diags,
	const jb_node *root, const jb_theme *theme)
{
	GHashTable *lengths = theme ? theme->tokens : NULL;
	unsigned before = jb_diags_errors(diags);
	GHashTable *tokens = jb_tokens_read(arena, diags, root, lengths);

	root = jb_templates_expand(arena, diags, root);
	root = jb_tokens_fill(arena, diags, root, "layout", tokens, lengths);
	if (jb_diags_errors(diags) != before ||
		!jb_schema_check_plain(diags, root, "layout"))
		return NULL;
	return root;
}

jb_layout *jb_layout_type(jb_arena *arena, jb_diags *diags,
	const jb_source *src, const jb_node *root, const jb_theme *theme)
{
	jb_layout *layout = jb_new(arena, jb_layout);
	struct reader r = {arena, diags, layout};

	if (!jb_schema_check(diags, root, "layout"))
		return NULL;
	root = expand(arena, diags, root, theme);
	if (!root)
		return NULL;
	layout->src = src;
	layout->name = jb_schema_text(root, "layout", "name");
	layout->min_dpi = jb_schema_int(root, "layout", "min_dpi");
	layout->omits = jb_node_lookup(root, "omits");
	layout->theme = jb_theme_whole(arena, diags, theme, root);
	jb_page_read(diags, layout, jb_node_lookup(root, "page"));
	layout->styles =
		jb_styles_read(arena, diags, jb_node_lookup(root, "styles"),
			layout->theme, layout->baseline_pt);
	read_masters(&r, jb_node_lookup(root, "masters"));
	link_masters(&r, jb_node_lookup(root, "masters"));
	layout->recipes = jb_recipes_new(arena);
	jb_recipes_read(
		arena, diags, layout->recipes, jb_node_lookup(root, "charts"));
	layout->pages = jb_node_lookup(root, "pages");
	for (size_t i = 0; i < layout->pages->n; i++)
		check_leaf(&r, layout->pages->items[i]);
	return layout;
}

/* ---- for the rooms behind ---- */

const jb_node *jb_layout_theme_name(const jb_node *layout)
{
	const jb_node *name = layout && layout->kind == JB_MAPPING
				      ? jb_node_lookup(layout, "theme")
				      : NULL;

	if (!name || name->kind != JB_SCALAR || name->type == JB_NULL)
		return NULL;
	return name;
}

bool jb_layout_omits(const jb_layout *layout, const char *word)
{
	for (size_t i = 0; layout->omits && i < layout->omits->n; i++)
		if (strcmp(layout->omits->items[i]->text, word) == 0)
			return true;
	return false;
}

const jb_style *jb_layout_style(const jb_layout *layout, const char *name)
{
	return g_hash_table_lookup(layout->styles, name);
}

double jb_layout_pt(const jb_layout *layout, const char *text, double whole_pt)
{
	jb_length length = {0, JB_UNIT_PT};

	jb_length_parse(text, &length);
	return jb_length_pt(
		length, JB_STYLE_SIZE_PT, layout->baseline_pt, whole_pt);
}
