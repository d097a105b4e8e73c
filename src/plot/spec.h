/* spec.h - a picture in the words of the grammar: which marks, how those of
 * several series are arranged, on which axis.
 *
 * A recipe is such a table and nothing else (chart/recipes.c): a new picture
 * of these parts is a row of data, no new drawing.
 */
#ifndef JB_PLOT_SPEC_H
#define JB_PLOT_SPEC_H

#include "bind/block.h"
#include "scene/desk.h"

/* Rectangles and areas begin at zero, so their axis has it. */
typedef enum { JB_GEOM_RECT, JB_GEOM_LINE, JB_GEOM_AREA } jb_geom;

typedef enum {
	JB_ARRANGE_EACH,  /* on its own: over each other, or the only one */
	JB_ARRANGE_DODGE, /* side by side in the place of one */
	JB_ARRANGE_STACK, /* one on the other */
} jb_arrange;

/* Marks for series.  The axis of the first layer stands at the left; a second
 * takes the last series and has its axis at the right. */
typedef struct jb_layer {
	jb_geom geom;
	jb_arrange arrange;
} jb_layer;

#define JB_LAYERS_MAX 2

typedef struct jb_spec {
	jb_layer layers[JB_LAYERS_MAX];
	size_t n;
} jb_spec;

/* Draws a picture by a spec; never NULL.  What cannot be shown is an error at
 * its figure, or at the picture. */
jb_group *jb_plot_draw(jb_desk *desk, const jb_bound_picture *picture,
	const jb_spec *spec, double width);

/* What such a picture shows, in words: series by series what there is, the
 * highest and lowest, and what is missing. */
char *jb_plot_alt(jb_arena *arena, const jb_bound_picture *picture);

#endif
