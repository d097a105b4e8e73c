/* shelf.h - the layouts and themes that a name may mean. */
#ifndef JB_MODEL_SHELF_H
#define JB_MODEL_SHELF_H

#include "base/arena.h"

typedef struct jb_shelved {
	const char *name;
	const char *title; /* in its file; "" for none */
} jb_shelved;

/* The things in a folder, by name; `tail` makes a file's path of a thing's
 * name: ".yaml" or "/layout.yaml".  NULL where there is no such folder. */
jb_shelved *jb_shelf_list(
	jb_arena *arena, const char *folder, const char *tail, size_t *n);

/* What to write for a name that is not there, in the tongue of the messages:
 * the one with it in its title, the nearest one, or all that there are; NULL
 * where there is none. */
const char *jb_shelf_advice(jb_arena *arena, const char *folder,
	const char *tail, const char *name);

#endif
