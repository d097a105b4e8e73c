/* spec.h - draws pictures that are written in the words of the grammar
 * (model/recipe.h).
 */
#ifndef JB_PLOT_SPEC_H
#define JB_PLOT_SPEC_H

#include "bind/block.h"
#include "model/recipe.h"
#include "scene/desk.h"

/* Draws a picture by a spec; never NULL.  What cannot be shown is an error at
 * its figure, or at the picture. */
jb_group *jb_plot_draw(jb_desk *desk, const jb_bound_picture *picture,
	const jb_spec *spec, double width);

/* What such a picture shows, in words: series by series what there is, the
 * highest and lowest, and what is missing. */
char *jb_plot_alt(jb_arena *arena, const jb_bound_picture *picture);

#endif
