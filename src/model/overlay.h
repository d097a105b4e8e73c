/* overlay.h - a layout or theme over the one that it extends, and single values
 * over both.
 *
 * A tree is laid over another key by key: mappings become one, the keys of the
 * lower first; anything else takes the place of what it is laid over, and ~
 * takes the key out.  Every value keeps its place, so a message points into the
 * file, or the argument, that says it.
 */
#ifndef JB_MODEL_OVERLAY_H
#define JB_MODEL_OVERLAY_H

#include <glib.h>

#include "base/diag.h"
#include "yaml/node.h"

/* Files that one goes through by `extends`. */
#define JB_EXTENDS_MAX 8

/* Finds the file that `extends` names: the path, in the arena; NULL after an
 * error. */
typedef const char *jb_overlay_find(
	void *data, jb_arena *arena, const jb_node *name);

/* The root of a layout or theme (object) over all that it extends, without the
 * key; the root itself when it extends nothing, and then nothing is checked.
 * Otherwise each file of the chain is checked against the schema.  NULL after
 * an error: a file that cannot be read or is wrong, a circle, a chain longer
 * than JB_EXTENDS_MAX, a ~ for what is not there. */
const jb_node *jb_overlay_extend(jb_arena *arena, jb_diags *diags,
	const jb_node *root, const char *object, jb_overlay_find *find,
	void *data);

/* What --set has: layout.page.columns=3, theme.inks.brand=#0a5.  A value is a
 * scalar as it stands, or in YAML's flow style when it begins with a quote, [
 * or {.  Messages point into the argument, as the file “--set”. */
typedef struct jb_override {
	const char *object; /* "layout" or "theme" */
	const jb_node *tree;
} jb_override;

/* An override for each argument (NULL at the end, or no list at all); fewer
 * after errors. */
GArray *jb_overrides_parse(
	jb_arena *arena, jb_diags *diags, const char *const *arguments);

/* The root with the overrides of its object over it, one after the other; those
 * that take out what must be there are refused. */
const jb_node *jb_overrides_apply(jb_arena *arena, jb_diags *diags,
	const GArray *overrides, const jb_node *root, const char *object);

#endif
