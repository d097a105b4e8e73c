/* flow.c - how blocks stand in the flow of a page's columns, and what prose
 * runs around.
 */
#include "bind/scope.h"

#include <math.h>
#include <string.h>

#include "base/messages.h"
#include "model/schema.h"

int jb_bind_span(const jb_node *node, const char *object)
{
	if (strcmp(jb_schema_text(node, object, "span"), "all") == 0)
		return JB_SPAN_ALL;
	return jb_schema_int(node, object, "span");
}

/* The place of a word in a list; -1: there is none. */
static int word_of(const char *text, const char *const *words)
{
	for (int i = 0; text && words[i]; i++)
		if (strcmp(text, words[i]) == 0)
			return i;
	return -1;
}

static void bind_keep(const char *keep, jb_block *block)
{
	if (!keep) {
		block->keep_next = block->kind == JB_BLOCK_HEADING;
		return;
	}
	block->keep_whole = !strcmp(keep, "together") || !strcmp(keep, "both");
	block->keep_next = !strcmp(keep, "next") || !strcmp(keep, "both");
}

static bool can_run_on(jb_block_kind kind)
{
	return kind == JB_BLOCK_PROSE || kind == JB_BLOCK_MORE ||
	       kind == JB_BLOCK_TABLE || kind == JB_BLOCK_PICTURES ||
	       kind == JB_BLOCK_NOTES;
}

/* What can be cut runs on; the rest is one piece. */
static void bind_overflow(
	jb_binding *b, const jb_node *node, const char *object, jb_block *block)
{
	static const char *const words[] = {
		"error", "continue", "fit", "clip", NULL};
	int word = word_of(jb_schema_text(node, object, "overflow"), words);
	const char *shrink = jb_schema_text(node, object, "shrink");
	jb_pos pos;

	block->fit_least = jb_layout_pt(b->layout, shrink, 1);
	if (word < 0)
		return;
	pos = jb_node_lookup(node, "overflow")->pos;
	block->overflow = (jb_overflow)word;
	if (can_run_on(block->kind) ==
		(block->overflow == JB_OVERFLOW_CONTINUE))
		return;
	if (can_run_on(block->kind)) {
		jb_error(b->diags, pos,
			"a `%s` block runs on; “%s” is for what is one piece",
			block->word, words[word]);
		jb_hint(b->diags,
			"put it into a column of a height, and say it there");
	} else if (block->overflow == JB_OVERFLOW_CONTINUE) {
		jb_error(b->diags, pos, "a `%s` block cannot be cut",
			block->word);
		jb_hint(b->diags, "prose, tables, pictures and notes run on; "
				  "prose in a column does so with a thread");
	}
}

void jb_bind_flow(
	jb_binding *b, const jb_node *node, const char *object, jb_block *block)
{
	static const char *const floats[] = {
		"top", "bottom", "left", "right", NULL};
	static const char *const breaks[] = {"column", "page", "floats", NULL};
	const char *width = jb_schema_text(node, object, "width");

	block->floats =
		(jb_float)(word_of(jb_schema_text(node, object, "float"),
				   floats) +
			   1);
	block->breaks =
		(jb_break)(word_of(jb_schema_text(node, object, "break"),
				   breaks) +
			   1);
	bind_keep(jb_schema_text(node, object, "keep"), block);
	bind_overflow(b, node, object, block);
	block->width_pt = width ? jb_layout_pt(b->layout, width, 0) : 0;
	if (!width || block->floats >= JB_FLOAT_LEFT)
		return;
	jb_error(b->diags, jb_node_key(node, "width")->pos,
		"`width` is for blocks with `float: left` or `right`");
	jb_hint(b->diags, "elsewhere a block is as wide as its place");
}

/* ---- insets ---- */

static void bind_inset(jb_binding *b, const jb_scope *scope,
	const jb_node *node, int columns, jb_inset_box *box)
{
	static const char *const sides[] = {"left", "center", "right", NULL};
	const char *gap = jb_schema_text(node, "inset", "gap");
	const char *width = jb_schema_text(node, "inset", "width");

	box->pos = node->pos;
	box->column = jb_schema_int(node, "inset", "column");
	box->columns = jb_schema_int(node, "inset", "columns");
	box->line = jb_schema_int(node, "inset", "line");
	box->side = (jb_inset_side)word_of(
		jb_schema_text(node, "inset", "side"), sides);
	box->gap_pt = gap ? jb_layout_pt(b->layout, gap, 0)
			  : b->layout->gutter_pt / 2;
	if (width && g_str_has_suffix(width, "%"))
		box->width_part = jb_layout_pt(b->layout, width, 1);
	else if (width)
		box->width_pt = jb_layout_pt(b->layout, width, 0);
	box->blocks = jb_bind_blocks(
		b, scope, jb_node_lookup(node, "blocks"), &box->n);
	if (box->column + box->columns - 1 <= columns)
		return;
	jb_error(b->diags, node->pos,
		"this inset ends in column %d, and the prose has %d",
		box->column + box->columns - 1, columns);
	box->column = box->columns = 1;
}

void jb_bind_insets(jb_binding *b, const jb_scope *scope, const jb_node *node,
	jb_block *block)
{
	const jb_node *inset = jb_node_lookup(node, "inset");
	size_t n = !inset ? 0 : inset->kind == JB_SEQUENCE ? inset->n : 1;

	if (inset && block->style && block->style->vertical) {
		jb_error(b->diags, jb_node_key(node, "inset")->pos,
			"vertical lines run around nothing");
		jb_hint(b->diags, "put the block before or after the prose");
		return;
	}
	block->insets = jb_new_array(b->arena, jb_inset_box, n + 1);
	for (; block->n_insets < n; block->n_insets++)
		bind_inset(b, scope,
			inset->kind == JB_SEQUENCE
				? inset->items[block->n_insets]
				: inset,
			block->columns, &block->insets[block->n_insets]);
}

/* ---- floats at a side ---- */

static void add_side(jb_binding *b, jb_block *prose, jb_block *side)
{
	jb_inset_box *all =
		jb_new_array(b->arena, jb_inset_box, prose->n_insets + 1);
	jb_block **kid = jb_new_array(b->arena, jb_block *, 1);
	bool left = side->floats == JB_FLOAT_LEFT;

	kid[0] = side;
	all[0] = (jb_inset_box){
		.blocks = kid,
		.n = 1,
		.column = left ? 1 : prose->columns,
		.columns = 1,
		.line = 1,
		.side = left ? JB_INSET_LEFT : JB_INSET_RIGHT,
		.width_pt = side->width_pt,
		.width_part = side->width_pt > 0 ? 0 : .5,
		.gap_pt = b->layout->gutter_pt / 2,
		.pos = side->pos,
	};
	for (size_t i = 0; i < prose->n_insets; i++)
		all[i + 1] = prose->insets[i];
	prose->insets = all;
	prose->n_insets++;
	side->floats = JB_FLOAT_NONE;
}

void jb_bind_sides(jb_binding *b, GPtrArray *blocks)
{
	for (guint i = blocks->len; i-- > 0;) {
		jb_block *side = blocks->pdata[i], *next;

		if (side->floats < JB_FLOAT_LEFT)
			continue;
		next = i + 1 < blocks->len ? blocks->pdata[i + 1] : NULL;
		if (next && next->kind == JB_BLOCK_PROSE &&
			!next->style->vertical) {
			add_side(b, next, side);
			g_ptr_array_remove_index(blocks, i);
			continue;
		}
		jb_error(b->diags, side->pos,
			"a block with `float: left` or `right` stands before "
			"horizontal prose");
		jb_hint(b->diags, "the lines of that prose run around it");
		side->floats = JB_FLOAT_NONE;
	}
}

/* ---- columns ---- */

void jb_bind_columns(jb_binding *b, const jb_node *leaf, jb_sheet *sheet)
{
	const jb_node *rule = jb_node_lookup(leaf, "column_rule");
	const jb_node *blank = jb_node_lookup(leaf, "blank");
	const jb_node *joins = jb_node_lookup(leaf, "joins");
	const char *opens = jb_schema_text(leaf, "leaf", "opens");
	const char *place = jb_schema_text(leaf, "leaf", "place");

	sheet->columns = jb_schema_int(leaf, "leaf", "columns");
	sheet->balance = jb_schema_bool(leaf, "leaf", "balance");
	if (joins)
		sheet->joins =
			g_hash_table_lookup(b->layout->masters, joins->text);
	sheet->opens = opens ? opens[0] : 0;
	sheet->middle = strcmp(place, "middle") == 0;
	if (blank)
		sheet->blank =
			g_hash_table_lookup(b->layout->masters, blank->text);
	if (!rule)
		return;
	sheet->rule_ink = jb_schema_text(rule, "column_rule", "ink");
	sheet->rule_pt = jb_layout_pt(
		b->layout, jb_schema_text(rule, "column_rule", "width"), 0);
}
