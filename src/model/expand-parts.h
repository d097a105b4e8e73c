/* expand-parts.h - what expand.c and use.c share; only for them. */
#ifndef JB_MODEL_EXPAND_PARTS_H
#define JB_MODEL_EXPAND_PARTS_H

#include <glib.h>

#include "model/expand.h"

/* One use of a template: what it was told, and who used it. */
struct jb_use {
	const char *name;
	const jb_node *use;   /* the block, or NULL outside of templates */
	const jb_node *takes; /* mapping, or NULL */
	const jb_node *with;  /* mapping, or NULL */
	const struct jb_use *up;
	GHashTable *views; /* jb_source -> the same, used here */
};

struct jb_expander {
	jb_arena *arena;
	jb_diags *diags;
	const jb_node *templates; /* mapping, or NULL */
	size_t nodes;
	bool full;
};

/* expand.c: copies of what a template says, filled in. */

jb_node *jb_expand_copy(struct jb_expander *x, const jb_node *node);
jb_node *jb_expand_list(
	struct jb_expander *x, const struct jb_use *frame, const jb_node *list);
jb_node *jb_expand_map(
	struct jb_expander *x, const struct jb_use *frame, const jb_node *map);

/* The key that is most like a name, or NULL. */
const char *jb_expand_nearest(const jb_node *map, const char *name);

/* use.c: adds the blocks of a template; jb_node. */
void jb_use_expand(struct jb_expander *x, const struct jb_use *frame,
	const jb_node *use, GPtrArray *out);

#endif
