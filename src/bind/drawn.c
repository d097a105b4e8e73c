/* drawn.c - images, codes, icons, and what has no words: rules, grounds, space.
 */
#include "bind/builder.h"

#include <string.h>

#include "base/icons.h"
#include "base/messages.h"
#include "model/schema.h"

void jb_build_image(jb_builder *x)
{
	x->block->image = jb_bind_image(x->b, x->scope, x->node);
	jb_build_range(x, "height", &x->block->size_pt, &x->block->size_most_pt);
}

void jb_build_qr(jb_builder *x)
{
	const jb_node *text = jb_node_lookup(x->node, "qr");
	jb_bound_qr *qr = jb_new(x->b->arena, jb_bound_qr);

	*qr = (jb_bound_qr){
		.text = jb_rich_text(
			x->b->arena, jb_scope_code(x->b, x->scope, text)),
		.pos = text->pos,
		.level = jb_schema_text(x->node, x->object, "level")[0],
		.ink = jb_schema_text(x->node, x->object, "ink"),
		.ground = jb_schema_text(x->node, x->object, "ground"),
	};
	x->block->qr = qr;
	x->block->size_pt = jb_build_points(x, "size");
	x->block->text = jb_build_words(x, "alt");
	if (!x->block->text)
		x->block->text = jb_rich_plain(x->b->arena,
			jb_sprintf(x->b->arena, "二维码：%s", qr->text),
			text->pos);
}

void jb_build_icon(jb_builder *x)
{
	const jb_node *name = jb_node_lookup(x->node, "icon");

	if (jb_icon_known(x->b->diags, name->text, name->pos))
		x->block->icon = name->text;
	x->block->size_pt = jb_build_size(x);
	x->block->ink = jb_schema_text(x->node, x->object, "ink");
	x->block->text = jb_build_words(x, "alt");
}

void jb_build_rule(jb_builder *x)
{
	x->block->size_pt = jb_build_points(x, "rule");
	x->block->ink = jb_schema_text(x->node, x->object, "ink");
}

void jb_build_fill(jb_builder *x)
{
	static const char *const shapes[] = {"rect", "disc", "ring", "chevron"};
	const char *shape = jb_schema_text(x->node, x->object, "shape");

	x->block->ink = jb_schema_text(x->node, x->object, "fill");
	for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++)
		if (strcmp(shape, shapes[i]) == 0)
			x->block->shape = (jb_shape)i;
}

void jb_build_space(jb_builder *x)
{
	x->block->size_pt = jb_build_points(x, "space");
}
