/* footnotes.h - the notes of prose, for prose.c and beside.c only. */
#ifndef JB_LAYOUT_FOOTNOTES_H
#define JB_LAYOUT_FOOTNOTES_H

#include "layout/galley.h"

typedef struct jb_feet jb_feet;

/* Which notes of a block stand on a page, each once, by number; `which` has
 * room for all of them. */
typedef struct jb_feet_set {
	size_t *which;
	size_t n;
} jb_feet_set;

/* Sets galley->feet if the block has notes.  Notes under the prose need no
 * more than that: galley->take puts them there. */
void jb_feet_pour(jb_galley *galley);

/* How far they are poured, to be poured on from there again. */
jb_feet *jb_feet_copy(jb_arena *arena, const jb_feet *feet);
void jb_feet_restore(jb_feet *feet, const jb_feet *copy);

/* Do they stand at the foot of the page?  Those of vertical prose stand under
 * it. */
bool jb_feet_at_foot(const jb_galley *galley);

/* The notes whose marks stand on a line; NULL: none. */
size_t *jb_feet_marks(jb_arena *arena, const jb_group *line, size_t *n);

void jb_feet_add(jb_feet_set *set, const size_t *marks, size_t n);

/* What they take at the foot of a page; 0 for none. */
double jb_feet_height(jb_feet *feet, const jb_feet_set *set);

/* The notes themselves; NULL for none. */
jb_group *jb_feet_place(jb_feet *feet, const jb_feet_set *set);

#endif
