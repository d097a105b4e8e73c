/* recipe.h - a picture in the words of the grammar: which marks, how those of
 * several series are arranged, where they stand.
 *
 * A recipe is data: a form that can be composed of these parts needs no drawing
 * of its own.
 */
#ifndef JB_MODEL_RECIPE_H
#define JB_MODEL_RECIPE_H

#include <stdbool.h>
#include <stddef.h>
#include <glib.h>

#include "base/diag.h"
#include "yaml/node.h"

/* Rectangles and areas begin at zero, so their axis has it, unless they go
 * from one series to another. */
typedef enum {
	JB_GEOM_RECT,
	JB_GEOM_LINE,
	JB_GEOM_AREA,
	JB_GEOM_POINT, /* a disc on the value */
	JB_GEOM_RULE,  /* a stroke across the band, at the value */
	JB_GEOM_LINK,  /* a line along the values, from zero or a series */
	JB_GEOM_TRACK, /* all that the value could be: 100 % */
} jb_geom;

typedef enum {
	JB_ARRANGE_EACH,   /* on its own: over each other, or the only one */
	JB_ARRANGE_DODGE,  /* side by side in the place of one */
	JB_ARRANGE_STACK,  /* one on the other */
	JB_ARRANGE_MIRROR, /* the first one way, the second the other */
	JB_ARRANGE_STAIRS, /* each begins where the one before it ends */
} jb_arrange;

/* Where slots and values lie.  Lines, areas and a second axis are plain only;
 * points, rules, links, tracks, mirror and stairs turned only. */
typedef enum {
	JB_COORD_PLAIN,	 /* slots to the right, values up */
	JB_COORD_TURNED, /* slots down, values to the right */
} jb_coord;

/* Series by their number among the picture's: from 1, or -1 for the last, -2
 * for the one before it; 0 is none. */
typedef int jb_nth;

/* Marks for series.  All lengths are shares. */
typedef struct jb_layer {
	jb_geom geom;
	jb_arrange arrange;
	jb_nth first, last; /* the series it shows; 0: all */
	jb_nth from;	    /* marks begin at this series' values; 0: at zero */
	bool right;	    /* values are read from a second axis */
	bool stepped;	 /* a line holds each value until the next */
	double fill;	 /* of the band that a rectangle takes; 0: the usual */
	const char *ink; /* of all its marks; NULL: by series */
	const char *below; /* of those that go down; NULL: the same */
} jb_layer;

#define JB_LAYERS_MAX 6
#define JB_AXES_MAX 2

typedef struct jb_spec {
	jb_layer layers[JB_LAYERS_MAX];
	size_t n;
	jb_coord coord;
	bool share; /* each slot is a whole */
	bool far;   /* the axis may begin far from zero */
	bool both;  /* two slots, with names and values at both ends of lines */
	/* places that no scale gives: treemap, sankey, …; NULL: slots */
	const char *places;
} jb_spec;

/* A named spec, and what it can show. */
typedef struct jb_recipe {
	const char *name;
	jb_pos pos;
	jb_spec spec;
	size_t least, most;	  /* series */
	bool below_zero, missing; /* such values may be among them */
	bool two_units;		  /* the last series is in another unit */
	const char *instead; /* “column”, “line”: what to take else, or NULL */
} jb_recipe;

/* An empty table: name -> const jb_recipe. */
GHashTable *jb_recipes_new(jb_arena *arena);

/* Adds the recipes of a checked mapping (`charts`) that are not there yet; may
 * be NULL. */
void jb_recipes_read(jb_arena *arena, jb_diags *diags, GHashTable *recipes,
	const jb_node *charts);

/* The same of all files of a folder, by name; false with *error when one cannot
 * be read. */
bool jb_recipes_open(jb_arena *arena, jb_diags *diags, GHashTable *recipes,
	const char *folder, GError **error);

#endif
