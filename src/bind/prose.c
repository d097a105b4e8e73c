/* prose.c - running words: texts, headings, prose in columns and in threads. */
#include "bind/builder.h"

#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "model/schema.h"

/* How long vertical lines are; horizontal ones are as long as their place. */
static void set_height(jb_builder *x)
{
	const jb_node *height = jb_node_lookup(x->node, "height");
	const jb_style *style = x->block->style;

	if (!height || !style)
		return;
	x->block->height_pt = jb_build_points(x, "height");
	if (!style->vertical && x->block->kind != JB_BLOCK_PROSE) {
		jb_error(x->b->diags, height->pos,
			"`height` is for a style with `mode: vertical`, which "
			"“%s” is not",
			style->name);
	} else if (x->block->height_pt <= 0) {
		jb_error(x->b->diags, height->pos,
			"`height` must be more than 0");
	}
}

/* What its words may be. */
static void set_limits(jb_builder *x)
{
	x->block->most_chars =
		(size_t)jb_schema_int(x->node, x->object, "most");
	x->block->han = jb_schema_bool(x->node, x->object, "han");
}

void jb_build_plain(jb_builder *x)
{
	x->block->text = jb_build_words(x, "text");
	x->block->style = jb_build_style(x, "label");
	set_height(x);
	set_limits(x);
}

void jb_build_heading(jb_builder *x)
{
	x->block->text = jb_build_words(x, "heading");
	x->block->level = jb_schema_int(x->node, x->object, "level");
	x->block->style = jb_build_style(x, "story_title");
	set_height(x);
	set_limits(x);
}

/* Such prose stands in one piece, and around what is beside it. */
static void refuse_auto(jb_builder *x, const char *key)
{
	if (!jb_node_lookup(x->node, key))
		return;
	jb_error(x->b->diags, jb_node_key(x->node, key)->pos,
		"prose with `columns: auto` takes no `%s`", key);
	jb_hint(x->b->diags, "give it a number of columns; what stands at its "
			     "side is `beside`");
}

/* `auto`: as many as its place has columns of the page; only then may blocks
 * stand beside them. */
static void set_columns(jb_builder *x)
{
	const char *columns = jb_schema_text(x->node, x->object, "columns");
	const jb_node *beside = jb_node_lookup(x->node, "beside");
	jb_block *block = x->block;

	block->columns = strcmp(columns, "auto") == 0 ? 0 : atoi(columns);
	block->rule = jb_bind_rule(x->b, jb_node_lookup(x->node, "rule"));
	block->beside_spans =
		jb_bind_spans(x->b, jb_node_lookup(x->node, "beside_spans"),
			x->b->layout->columns, &block->n_beside_spans);
	if (block->columns == 0 && block->style && !block->style->vertical) {
		refuse_auto(x, "thread");
		refuse_auto(x, "inset");
		jb_build_kids(x, "beside");
		return;
	}
	if (block->columns == 0 || beside) {
		jb_error(x->b->diags, x->block->pos,
			"`beside` and `columns: auto` are for horizontal prose "
			"whose columns are those of the page");
		jb_hint(x->b->diags, "say both, in a style that is not "
				     "vertical, or neither");
		block->columns = MAX(block->columns, 1);
	}
}

/* In `each: stories`, each has threads of its own. */
static const char *story_of(const jb_builder *x)
{
	const jb_bound_section *s = x->scope->section;

	return s && s->section ? s->section->id : NULL;
}

/* The words are set when the pages have their labels. */
static void bind_thread(jb_builder *x)
{
	const jb_node *jump = jb_node_lookup(x->node, "jump");

	x->block->thread = jb_schema_text(x->node, x->object, "thread");
	x->block->story = story_of(x);
	if (jump && jump->kind == JB_SCALAR) {
		x->block->no_jump = true;
	} else if (jump) {
		x->block->jump_to = jb_node_lookup(jump, "to");
		x->block->jump_from = jb_node_lookup(jump, "from");
	}
	if (!x->block->thread)
		return;
	if (x->block->style->vertical) {
		jb_error(x->b->diags, jb_node_key(x->node, "thread")->pos,
			"vertical lines do not go on in another frame");
		x->block->thread = NULL;
	} else if (x->block->n_footnotes) {
		jb_error(x->b->diags, jb_node_key(x->node, "thread")->pos,
			"prose with notes does not go on in another frame");
		jb_hint(x->b->diags,
			"let it run on in columns of the page itself");
		x->block->thread = NULL;
	}
}

void jb_build_prose(jb_builder *x)
{
	const jb_section *s = jb_build_section(
		x, jb_schema_text(x->node, x->object, "prose"));

	x->block->style = jb_build_style(x, "body");
	set_height(x);
	set_columns(x);
	if (x->block->columns > 0)
		jb_bind_insets(x->b, x->scope, x->node, x->block);
	if (!s) {
		jb_build_wrong(x, "prose",
			jb_tr("`prose: section` stands in pages with "
			      "`each: stories`; or `prose: lede`"));
		return;
	}
	x->block->foot_of_page =
		strcmp(jb_schema_text(x->node, x->object, "footnotes"),
			"foot") == 0;
	g_hash_table_add(x->b->shown, (void *)s);
	if (s->prose)
		x->block->paragraphs = jb_rich_paragraphs(x->b->arena,
			jb_bind_prose(x->b, s->prose, &x->block->footnotes,
				&x->block->n_footnotes),
			&x->block->n_paragraphs);
	jb_build_from(x, s, jb_schema_int(x->node, x->object, "from"));
	bind_thread(x);
}

void jb_build_more(jb_builder *x)
{
	x->block->thread = jb_schema_text(x->node, x->object, "more");
	x->block->story = story_of(x);
	x->block->columns = jb_schema_int(x->node, x->object, "columns");
	x->block->height_pt = jb_build_points(x, "height");
}
