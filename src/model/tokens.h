/* tokens.h - lengths by name.
 *
 * A layout says which names it has, with lengths of its own; a theme may have
 * others for them.  So any theme goes with any layout, and no layout needs a
 * certain theme.
 */
#ifndef JB_MODEL_TOKENS_H
#define JB_MODEL_TOKENS_H

#include <glib.h>

#include "base/diag.h"
#include "yaml/node.h"

/* The tokens and the scale of a checked layout or theme (object), with those of
 * a theme, which may be NULL, in place of its own: name -> const jb_node, a
 * length where it is said.  Errors: a circle of names, a name that is none, a
 * step that makes no size, a name in both. */
GHashTable *jb_tokens_read(jb_arena *arena, jb_diags *diags,
	const jb_node *root, GHashTable *theme);

/* The tree with a length for each token's name; an error for a name that is
 * none.  theme, or NULL: what its names are is said in the hint. */
const jb_node *jb_tokens_fill(jb_arena *arena, jb_diags *diags,
	const jb_node *root, const char *object, GHashTable *tokens,
	GHashTable *theme);

#endif
