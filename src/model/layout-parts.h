/* layout-parts.h - what layout.c, theme.c and their helpers share; only for
 * them. */
#ifndef JB_MODEL_LAYOUT_PARTS_H
#define JB_MODEL_LAYOUT_PARTS_H

#include "model/layout.h"

/* Of a style that names none. */
#define JB_STYLE_SIZE_PT 9.0

/* An error at node for a name that is not there, with the nearest that is:
 * unknown ink “primry”.  known: names as keys; NULL knows nothing. */
void jb_name_refuse(jb_diags *diags, const jb_node *node, const char *what,
	GHashTable *known);

/* The theme with the inks and roles of a layout (root) that it has not.
 * (theme.c) */
const jb_theme *jb_theme_whole(jb_arena *arena, jb_diags *diags,
	const jb_theme *theme, const jb_node *layout);

/* The layout's styles with those of the theme over them: name -> jb_style.
 * line_pt is 1lh.  (style.c) */
GHashTable *jb_styles_read(jb_arena *arena, jb_diags *diags,
	const jb_node *styles, const jb_theme *theme, double line_pt);

/* The styles that blocks have where a layout names none.  (style-own.c) */
const jb_node *jb_styles_own(jb_arena *arena, jb_diags *diags);

/* Size, grid and margins of the layout's page.  (layout-page.c) */
void jb_page_read(jb_diags *diags, jb_layout *layout, const jb_node *page);

/* Checks the names in blocks: styles, inks, paths; `at` is for furniture.
 * blocks may be NULL.  (layout-block.c) */
void jb_blocks_check(jb_diags *diags, const jb_layout *layout,
	const jb_node *blocks, bool furniture);

/* Checks the columns of a page: its rules, its sides.  (layout-flow.c) */
void jb_columns_check(
	jb_diags *diags, const jb_layout *layout, const jb_node *leaf);

/* Is it a key of the flow: float, keep, break, span? */
bool jb_flow_key(const char *key);

/* Checks what a block says of the flow; `page`: it stands on a page itself. */
void jb_flow_check(jb_diags *diags, const jb_pair *pair, bool page);

/* Checks that a path is one that key (each, when, stats, ...) can take.
 * (layout-path.c) */
void jb_path_check(jb_diags *diags, const char *key, const jb_node *path);

/* The same for an `each`: a path, or a mapping with one; and for a condition of
 * `when` or `unless` (key).  (layout-when.c) */
void jb_each_check(jb_diags *diags, const jb_node *each);
void jb_condition_check(
	jb_diags *diags, const char *key, const jb_node *condition);

/* Which of these a page or block says. */
void jb_conditions_check(jb_diags *diags, const jb_node *node);

/* Sets `classes` of a theme, whose inks are read, from its list; NULL: the
 * usual ones. */
void jb_classes_read(jb_arena *arena, jb_diags *diags, jb_theme *theme,
	const jb_node *list);

#endif
