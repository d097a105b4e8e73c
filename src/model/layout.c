/* layout.c - a layout's page, masters and pages, typed; looks are in style.c,
 * blocks in layout-block.c. */
#include "model/layout-parts.h"

#include <string.h>

#include "model/schema.h"

/* ISO 216; 16K as Chinese printers cut it (185 by 260 mm). */
static const struct {
	const char *name;
	double width_mm, height_mm;
} sizes[] = {
	{"A3", 297, 420},
	{"A4", 210, 297},
	{"A5", 148, 210},
	{"B5", 176, 250},
	{"16K", 185, 260},
};

#define PAGE_MIN_PT 36.0
#define PAGE_MAX_PT 14400.0 /* ISO 32000-1 annex C.2 */

struct reader {
	jb_arena *arena;
	jb_diags *diags;
	jb_layout *layout;
};

/* ---- the page ---- */

/* A length of the page: no style gives it an em, no row a rest. */
static double page_pt(struct reader *r, const jb_node *node, const char *text,
	double line_pt, double whole_pt)
{
	jb_length length = {0, JB_UNIT_PT};

	jb_length_parse(text, &length);
	if (length.unit == JB_UNIT_EM || length.unit == JB_UNIT_FR ||
		(length.unit == JB_UNIT_LH && line_pt == 0) ||
		(length.unit == JB_UNIT_PERCENT && whole_pt == 0)) {
		jb_error(r->diags, node->pos, "“%s” has no size here", text);
		jb_hint(r->diags, "write mm or pt");
	}
	return jb_length_pt(length, 0, line_pt, whole_pt);
}

/* A length of the page's mappings that must not be negative. */
static double read_pt(struct reader *r, const jb_node *map, const char *object,
	const char *key, double whole_pt)
{
	const jb_node *node = jb_node_lookup(map, key);
	const char *text = jb_schema_text(map, object, key);
	double pt;

	pt = page_pt(
		r, node ? node : map, text, r->layout->baseline_pt, whole_pt);
	if (pt < 0) {
		jb_error(r->diags, node->pos, "“%s” must not be negative", key);
		jb_span_chars(r->diags, (unsigned)strlen(text));
	}
	return pt;
}

static void read_size_list(struct reader *r, const jb_node *list)
{
	double *sides[] = {&r->layout->width_pt, &r->layout->height_pt};

	if (list->n != 2) {
		jb_error(r->diags, list->pos,
			"“size” must have 2 lengths, not %zu", list->n);
		jb_hint(r->diags, "width and height: [210mm, 297mm]");
		return;
	}
	for (size_t i = 0; i < 2; i++) {
		const jb_node *side = list->items[i];

		*sides[i] = page_pt(r, side, side->text, 0, 0);
		if (*sides[i] < PAGE_MIN_PT || *sides[i] > PAGE_MAX_PT)
			jb_error(r->diags, side->pos,
				"a page is from 36pt to 14400pt, not “%s”",
				side->text);
	}
}

static void read_size(struct reader *r, const jb_node *page)
{
	const jb_node *size = jb_node_lookup(page, "size");
	const char *name = jb_schema_text(page, "page", "size");

	r->layout->width_pt = 210 * JB_MM;
	r->layout->height_pt = 297 * JB_MM;
	if (size && size->kind == JB_SEQUENCE) {
		read_size_list(r, size);
		return;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
		if (strcmp(sizes[i].name, name) != 0)
			continue;
		r->layout->width_pt = sizes[i].width_mm * JB_MM;
		r->layout->height_pt = sizes[i].height_mm * JB_MM;
	}
}

static void read_grid(struct reader *r, const jb_node *page)
{
	jb_layout *l = r->layout;
	const jb_node *node = jb_node_lookup(page, "baseline");

	l->baseline_pt = read_pt(r, page, "page", "baseline", 0);
	if (node && l->baseline_pt < 1) {
		jb_error(
			r->diags, node->pos, "“baseline” must be at least 1pt");
		l->baseline_pt = 1;
	}
	l->ascent_pt = read_pt(r, page, "page", "ascent", l->baseline_pt);
	node = jb_node_lookup(page, "ascent");
	if (node && l->ascent_pt > l->baseline_pt)
		jb_error(r->diags, node->pos,
			"“ascent” must be at most the baseline");
	/* the default is meant for the default baseline */
	if (!node && l->ascent_pt > l->baseline_pt)
		l->ascent_pt = 0.75 * l->baseline_pt;
	l->columns = jb_schema_int(page, "page", "columns");
	l->gutter_pt = read_pt(r, page, "page", "gutter", l->width_pt);
	l->bleed_pt = read_pt(r, page, "page", "bleed", 0);
}

static void read_margin(struct reader *r, const jb_node *margin)
{
	jb_layout *l = r->layout;

	l->top_pt = read_pt(r, margin, "margin", "top", l->height_pt);
	l->bottom_pt = read_pt(r, margin, "margin", "bottom", l->height_pt);
	l->inner_pt = read_pt(r, margin, "margin", "inner", l->width_pt);
	l->outer_pt = read_pt(r, margin, "margin", "outer", l->width_pt);
}

/* The type area holds a line, and each column a character. */
static void check_room(struct reader *r, const jb_node *page)
{
	const jb_layout *l = r->layout;
	jb_pos margin = jb_node_key(page, "margin")->pos;
	double width = l->width_pt - l->inner_pt - l->outer_pt;
	double height = l->height_pt - l->top_pt - l->bottom_pt;
	double columns = width - (l->columns - 1) * l->gutter_pt;

	if (width < JB_STYLE_SIZE_PT) {
		jb_error(r->diags, margin,
			"inner and outer margin leave no room for type");
	} else if (columns < l->columns * JB_STYLE_SIZE_PT) {
		jb_error(r->diags, margin,
			"%d columns and their gutters do not fit between the "
			"margins",
			l->columns);
		jb_hint(r->diags, "fewer columns, or a narrower gutter");
	}
	if (height < l->baseline_pt)
		jb_error(r->diags, margin,
			"top and bottom margin leave no room for a line");
}

static void read_page(struct reader *r, const jb_node *page)
{
	unsigned before = jb_diags_errors(r->diags);

	read_size(r, page);
	read_grid(r, page);
	read_margin(r, jb_node_lookup(page, "margin"));
	if (jb_diags_errors(r->diags) == before)
		check_room(r, page);
}

/* ---- masters and pages ---- */

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

static void check_leaf(struct reader *r, const jb_node *leaf)
{
	static const char *const paths[] = {"each", "when", "unless"};

	check_master(r, jb_node_lookup(leaf, "master"));
	check_master(r, jb_node_lookup(leaf, "then"));
	for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
		const jb_node *path = jb_node_lookup(leaf, paths[i]);

		if (path)
			jb_path_check(r->diags, paths[i], path);
	}
	jb_blocks_check(
		r->diags, r->layout, jb_node_lookup(leaf, "blocks"), false);
}

jb_layout *jb_layout_read(jb_arena *arena, jb_diags *diags,
	const jb_source *src, const jb_theme *theme)
{
	const jb_node *root = jb_yaml_read(arena, diags, src);
	jb_layout *layout = jb_new(arena, jb_layout);
	struct reader r = {arena, diags, layout};

	if (!root || !jb_schema_check(diags, root, "layout"))
		return NULL;
	layout->src = src;
	layout->name = jb_schema_text(root, "layout", "name");
	layout->min_dpi = jb_schema_int(root, "layout", "min_dpi");
	layout->theme = theme;
	read_page(&r, jb_node_lookup(root, "page"));
	layout->styles = jb_styles_read(arena, diags,
		jb_node_lookup(root, "styles"), theme, layout->baseline_pt);
	read_masters(&r, jb_node_lookup(root, "masters"));
	layout->pages = jb_node_lookup(root, "pages");
	for (size_t i = 0; i < layout->pages->n; i++)
		check_leaf(&r, layout->pages->items[i]);
	return layout;
}

/* ---- for the rooms behind ---- */

const char *jb_layout_theme_name(const jb_node *layout)
{
	const jb_node *name = layout && layout->kind == JB_MAPPING
				      ? jb_node_lookup(layout, "theme")
				      : NULL;

	if (!name || name->kind != JB_SCALAR || name->type == JB_NULL)
		return NULL;
	return name->text;
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
