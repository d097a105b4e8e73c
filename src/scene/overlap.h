/* overlap.h - dots, lines and ruby of a line that touch another line.
 * For this room and for whoever warns of them.
 */
#ifndef JB_SCENE_OVERLAP_H
#define JB_SCENE_OVERLAP_H

#include "base/diag.h"
#include "scene/scene.h"

typedef struct jb_overlap {
	const jb_line *line; /* whose mark it is */
	double x, y;	     /* pt, where its line stands */
	jb_pos pos;	     /* of what is marked */
	double em;	     /* how deep it is in the other line's clearance */
	double leading_em;   /* at which they are clear; 0: the two lines are of
			      * different sizes */
} jb_overlap;

/* The overlaps of a page: for each two lines the deepest, in the order of the
 * lines.  Clear is what is .02 em away from the other line's ink. */
GArray *jb_overlaps(jb_arena *arena, const jb_leaf *leaf);

/* "a leading of at least 1.72em keeps them apart" */
void jb_overlap_hint(GString *out, double leading_em);

/* A warning at each mark of the scene that touches another line. */
void jb_overlaps_warn(jb_arena *arena, jb_diags *diags, const jb_scene *scene);

#endif
