/* Block nodes become blocks: `each` unrolled, `when` decided, lengths in
 * points, references filled in.
 */
#include "bind/builder.h"

#include <math.h>
#include <string.h>

#include "base/messages.h"
#include "model/schema.h"

double jb_build_points(const jb_builder *x, const char *key)
{
	const char *text = jb_schema_text(x->node, x->object, key);

	return text ? jb_layout_pt(x->b->layout, text, 0) : 0;
}

double jb_build_size(const jb_builder *x)
{
	const jb_layout *l = x->b->layout;
	double size = jb_build_points(x, "size");
	double most = fmax(l->width_pt, l->height_pt);

	if (size <= most)
		return size;
	jb_error(x->b->diags, jb_node_lookup(x->node, "size")->pos,
		"“size” is larger than the page");
	return most;
}

void jb_build_range(
	const jb_builder *x, const char *key, double *least, double *most)
{
	const jb_node *node = jb_node_lookup(x->node, key);

	if (!node || node->kind != JB_SEQUENCE) {
		*least = jb_build_points(x, key);
		return;
	}
	if (node->n != 2) {
		jb_error(x->b->diags, node->pos,
			"`%s` has the least and the most: [1lh, 2lh]", key);
		return;
	}
	*least = jb_layout_pt(x->b->layout, node->items[0]->text, 0);
	*most = jb_layout_pt(x->b->layout, node->items[1]->text, 0);
	if (*most <= *least)
		jb_error(x->b->diags, node->items[1]->pos,
			"the most of `%s` is not more than the least", key);
}

const jb_rich *jb_build_words(const jb_builder *x, const char *key)
{
	const jb_node *node = jb_node_lookup(x->node, key);

	return node ? jb_scope_text(x->b, x->scope, node) : NULL;
}

const jb_style *jb_build_style(const jb_builder *x, const char *name)
{
	return x->block->style ? x->block->style
			       : jb_layout_style(x->b->layout, name);
}

void jb_build_kids(const jb_builder *x, const char *key)
{
	x->block->kids = jb_bind_blocks(x->b, x->scope,
		jb_node_lookup(x->node, key), &x->block->n_kids);
}

void jb_build_wrong(const jb_builder *x, const char *key, const char *hint)
{
	const jb_node *path = jb_node_lookup(x->node, key);

	jb_error(x->b->diags, path->pos, "`%s` cannot show “%s” here", key,
		path->text);
	jb_span_chars(x->b->diags, (unsigned)g_utf8_strlen(path->text, -1));
	jb_hint(x->b->diags, "%s", hint);
	x->block->absent = true; /* there is nothing to be set */
}

const jb_section *jb_build_section(const jb_builder *x, const char *path)
{
	if (g_str_has_prefix(path, "lede"))
		return jb_scope_lede(x->b);
	if (g_str_has_prefix(path, "section") && x->scope->section)
		return x->scope->section->section;
	return NULL;
}

size_t jb_build_slice(const jb_builder *x, size_t n, size_t *count)
{
	size_t from = (size_t)jb_schema_int(x->node, x->object, "from") - 1;
	size_t most = n;

	if (jb_node_lookup(x->node, "most"))
		most = (size_t)jb_schema_int(x->node, x->object, "most");
	from = MIN(from, n);
	*count = MIN(most, n - from);
	return from;
}

/* The word of a layout; how it is laid out. */
static const struct {
	const char *word, *object;
	jb_block_kind kind;
	void (*build)(jb_builder *);
} kinds[] = {
	{"text", "block.text", JB_BLOCK_TEXT, jb_build_plain},
	{"heading", "block.heading", JB_BLOCK_HEADING, jb_build_heading},
	{"prose", "block.prose", JB_BLOCK_PROSE, jb_build_prose},
	{"more", "block.more", JB_BLOCK_MORE, jb_build_more},
	{"stats", "block.stats", JB_BLOCK_STATS, jb_build_stats},
	{"pictures", "block.pictures", JB_BLOCK_PICTURES, jb_build_pictures},
	{"timeline", "block.timeline", JB_BLOCK_TIMELINE, jb_build_timeline},
	{"table", "block.table", JB_BLOCK_TABLE, jb_build_table},
	{"notes", "block.notes", JB_BLOCK_NOTES, jb_build_notes},
	{"panel", "block.panel", JB_BLOCK_PANEL, jb_build_panel},
	{"row", "block.row", JB_BLOCK_ROW, jb_build_row},
	{"column", "block.column", JB_BLOCK_COLUMN, jb_build_column},
	{"grid", "block.grid", JB_BLOCK_GRID, jb_build_grid},
	{"mosaic", "block.mosaic", JB_BLOCK_MOSAIC, jb_build_mosaic},
	{"either", "block.either", JB_BLOCK_EITHER, jb_build_either},
	{"lanes", "block.lanes", JB_BLOCK_LANES, jb_build_lanes},
	{"image", "block.image", JB_BLOCK_IMAGE, jb_build_image},
	{"qr", "block.qr", JB_BLOCK_QR, jb_build_qr},
	{"icon", "block.icon", JB_BLOCK_ICON, jb_build_icon},
	{"rule", "block.rule", JB_BLOCK_RULE, jb_build_rule},
	{"fill", "block.fill", JB_BLOCK_FILL, jb_build_fill},
	{"space", "block.space", JB_BLOCK_SPACE, jb_build_space},
	{"title", "block.title", JB_BLOCK_COLUMN, jb_build_title},
	{"section", "block.section", JB_BLOCK_COLUMN, jb_build_section_head},
	{"kicker", "block.kicker", JB_BLOCK_TEXT, jb_build_kicker},
	{"standfirst", "block.standfirst", JB_BLOCK_TEXT, jb_build_standfirst},
	{"byline", "block.byline", JB_BLOCK_TEXT, jb_build_byline},
	{"source", "block.source", JB_BLOCK_TEXT, jb_build_source},
	{"note", "block.note", JB_BLOCK_TEXT, jb_build_note},
	{"lead", "block.lead", JB_BLOCK_PROSE, jb_build_lead},
	{"quote", "block.quote", JB_BLOCK_QUOTE, jb_build_quote},
	{"stat", "block.stat", JB_BLOCK_STAT, jb_build_stat},
	{"list", "block.list", JB_BLOCK_LIST, jb_build_list},
	{"steps", "block.steps", JB_BLOCK_STEPS, jb_build_steps},
	{"versus", "block.versus", JB_BLOCK_VERSUS, jb_build_versus},
	{"roadmap", "block.roadmap", JB_BLOCK_ROADMAP, jb_build_roadmap},
	{"toc", "block.toc", JB_BLOCK_TOC, jb_build_toc},
};

static jb_block *build_block(
	jb_binding *b, const jb_scope *scope, const jb_node *node)
{
	const char *word = jb_schema_block_word(node);
	jb_builder x = {.b = b, .scope = scope, .node = node};
	const jb_node *style = jb_node_lookup(node, "style");
	const jb_node *span = jb_node_lookup(node, "span");
	size_t k = 0;

	while (k < G_N_ELEMENTS(kinds) && strcmp(kinds[k].word, word) != 0)
		k++;
	g_assert(k < G_N_ELEMENTS(kinds)); /* the schema has checked */
	x.block = jb_new(b->arena, jb_block);
	x.object = kinds[k].object;
	x.block->kind = kinds[k].kind;
	x.block->word = kinds[k].word;
	x.block->pos = jb_node_key(node, word)->pos;
	x.block->style = style ? jb_layout_style(b->layout, style->text) : NULL;
	x.block->span = span ? jb_bind_span(node, x.object) : 0;
	jb_bind_flow(b, node, x.object, x.block);
	jb_build_range(
		&x, "before", &x.block->before_pt, &x.block->before_most_pt);
	x.block->before_most_pt =
		fmax(x.block->before_pt, x.block->before_most_pt);
	x.block->bottom =
		!strcmp(jb_schema_text(node, x.object, "anchor"), "bottom");
	x.block->within_pt = jb_node_lookup(node, "within")
				     ? jb_build_points(&x, "within")
				     : INFINITY;
	x.block->place = jb_build_place(&x);
	x.block->box = jb_bind_box(b, node, x.object);
	jb_bind_stand(b, node, x.object, x.block);
	x.block->fit = jb_new(b->arena, jb_fit);
	x.block->spans = jb_bind_spans(b, jb_node_lookup(node, "spans"),
		b->layout->columns, &x.block->n_spans);
	kinds[k].build(&x);
	return x.block;
}

/* One `each` in another soon makes more than any page could hold. */
enum { BLOCKS_MOST = 100000 };

static void add_blocks(jb_binding *b, const jb_scope *scope,
	const jb_node *list, GPtrArray *out);

bool jb_bind_too_many(const jb_binding *b)
{
	return b->blocks > BLOCKS_MOST;
}

static bool too_many(jb_binding *b, const jb_node *node)
{
	if (b->blocks < BLOCKS_MOST)
		return false;
	if (b->blocks++ == BLOCKS_MOST) {
		jb_error(b->diags, node->pos,
			"the pages have more than %d blocks", BLOCKS_MOST);
		jb_hint(b->diags,
			"an `each` within another runs through all of its list "
			"each time; `limit` takes a part");
	}
	return true;
}

/* A group's blocks stand where it stands. */
static void add_block(jb_binding *b, const jb_scope *scope, const jb_node *node,
	GPtrArray *out)
{
	jb_block *block;

	b->blocks++;
	if (strcmp(jb_schema_block_word(node), "group") == 0) {
		add_blocks(b, scope, jb_node_lookup(node, "group"), out);
		return;
	}
	block = build_block(b, scope, node);
	if (!block->absent)
		g_ptr_array_add(out, block);
}

/* What an `each` has left out is known to all that follows it. */
static void add_blocks(jb_binding *b, const jb_scope *scope,
	const jb_node *list, GPtrArray *out)
{
	jb_scope here = *scope;

	for (size_t i = 0; list && i < list->n; i++) {
		const jb_node *node = list->items[i];
		const jb_node *each = jb_node_lookup(node, "each");
		size_t count = 1, more;
		const jb_scope *scopes = &here;

		if (each)
			scopes = jb_scope_each(b, &here, each, &count, &more);
		for (size_t k = 0; k < count && !too_many(b, node); k++)
			if (jb_scope_wants(b, &scopes[k], node))
				add_block(b, &scopes[k], node, out);
		if (each) {
			here.limited = true;
			here.more = more;
		}
	}
}

jb_block **jb_bind_blocks(
	jb_binding *b, const jb_scope *scope, const jb_node *list, size_t *n)
{
	GPtrArray *out = g_ptr_array_new();
	jb_block **blocks;

	add_blocks(b, scope, list, out);
	jb_bind_sides(b, out);
	*n = out->len;
	blocks = jb_new_array(b->arena, jb_block *, out->len + 1);
	if (out->len)
		memcpy(blocks, out->pdata, out->len * sizeof *blocks);
	g_ptr_array_free(out, TRUE);
	return blocks;
}
