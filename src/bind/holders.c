/* holders.c - blocks that hold blocks. */
#include "bind/builder.h"

#include "base/messages.h"
#include "model/schema.h"

void jb_build_panel(jb_builder *x)
{
	x->block->text = jb_build_words(x, "panel");
	x->block->aside = jb_build_words(x, "aside");
	jb_build_kids(x, "blocks");
}

void jb_build_row(jb_builder *x)
{
	x->block->equal = jb_schema_bool(x->node, x->object, "equal");
	jb_build_kids(x, "row");
}

void jb_build_grid(jb_builder *x)
{
	x->block->equal = jb_schema_bool(x->node, x->object, "equal");
	jb_bind_tracks(x->b, x->node, x->block);
	jb_bind_gap(x->b, x->node, x->block);
	jb_build_kids(x, "grid");
}

void jb_build_column(jb_builder *x)
{
	x->block->size_pt = jb_build_points(x, "height");
	jb_build_kids(x, "column");
}

void jb_build_mosaic(jb_builder *x)
{
	const jb_node *rows = jb_node_lookup(x->node, "rows");
	jb_block *block = x->block;

	block->columns = jb_node_lookup(x->node, "columns")
				 ? jb_schema_int(x->node, x->object, "columns")
				 : x->b->layout->columns;
	block->gap_pt = jb_build_points(x, "gap");
	block->rule = jb_bind_rule(x->b, jb_node_lookup(x->node, "rule"));
	block->least = jb_schema_int(rows, "rows", "least");
	block->most = jb_schema_int(rows, "rows", "most");
	if (block->least > block->most) {
		jb_error(x->b->diags, rows->pos,
			"“least” must not be more than “most”");
		block->least = block->most;
	}
	block->compact = jb_schema_bool(x->node, x->object, "compact");
	jb_build_kids(x, "mosaic");
	if (jb_node_lookup(x->node, "spare"))
		block->spare = jb_bind_blocks(x->b, x->scope,
			jb_node_lookup(x->node, "spare"), &block->n_spare);
}

void jb_build_lanes(jb_builder *x)
{
	x->block->least = jb_schema_int(x->node, x->object, "least");
	jb_build_kids(x, "lanes");
}

void jb_build_either(jb_builder *x)
{
	jb_build_kids(x, "either");
	x->block->once = jb_schema_bool(x->node, x->object, "once");
	if (x->block->n_kids > 0)
		return;
	x->block->kind = JB_BLOCK_SPACE;
	jb_error(x->b->diags, x->block->pos, "there is nothing to choose from");
	jb_hint(x->b->diags, "one of the blocks of `either` must be without "
			     "`when`");
}
