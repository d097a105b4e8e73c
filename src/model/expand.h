/* expand.h - templates: blocks that a layout says once and uses in many places.
 *
 * `use` with its `with` becomes the blocks of the template; in them ${name} is
 * what the template was told.  A name has no dot, words of the report have one.
 * A value keeps the place where it is said, and a message about it tells the
 * other place, too: where the template is used, or where in it the value went.
 */
#ifndef JB_MODEL_EXPAND_H
#define JB_MODEL_EXPAND_H

#include "base/diag.h"
#include "yaml/node.h"

/* Templates that use templates that use … */
#define JB_USE_MAX 16

/* A checked layout without templates.  Errors: a template or a name that is not
 * there, a name that must be said, a circle, more nodes than a file may have,
 * keys that a template of several blocks cannot take. */
const jb_node *jb_templates_expand(
	jb_arena *arena, jb_diags *diags, const jb_node *root);

#endif
