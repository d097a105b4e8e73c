/* place.c - fixed places of furniture. */
#include "bind/builder.h"

#include <math.h>
#include <string.h>

#include "model/schema.h"

static double edge(const jb_builder *x, const jb_node *place, const char *key,
	double whole_pt)
{
	const jb_node *node = jb_node_lookup(place, key);

	return node ? jb_layout_pt(x->b->layout, node->text, whole_pt) : NAN;
}

const jb_place *jb_build_place(const jb_builder *x)
{
	const jb_node *node = jb_node_lookup(x->node, "at");
	const jb_layout *l = x->b->layout;
	double width = l->width_pt, height;
	jb_place *place;
	const char *of;

	if (!node)
		return NULL;
	place = jb_new(x->b->arena, jb_place);
	height = x->scope->page->height_pt; /* only furniture has a place */
	of = jb_schema_text(node, "place", "of");
	place->of = !strcmp(of, "page")	    ? JB_OF_PAGE
		    : !strcmp(of, "bleed")  ? JB_OF_BLEED
		    : !strcmp(of, "spread") ? JB_OF_SPREAD
					    : JB_OF_AREA;
	if (place->of == JB_OF_AREA) {
		width -= l->inner_pt + l->outer_pt;
		height -= l->top_pt + l->bottom_pt;
	} else if (place->of == JB_OF_BLEED) {
		width += 2 * l->bleed_pt;
		height += 2 * l->bleed_pt;
	} else if (place->of == JB_OF_SPREAD) {
		width *= 2;
	}
	place->over = !strcmp(jb_schema_text(node, "place", "layer"), "over");
	place->mirrored =
		jb_node_lookup(node, "inner") || jb_node_lookup(node, "outer");
	place->left = edge(x, node, place->mirrored ? "inner" : "left", width);
	place->right =
		edge(x, node, place->mirrored ? "outer" : "right", width);
	place->top = edge(x, node, "top", height);
	place->bottom = edge(x, node, "bottom", height);
	place->width = edge(x, node, "width", width);
	place->height = edge(x, node, "height", height);
	return place;
}
