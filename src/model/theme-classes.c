/* theme-classes.c - the inks that tell classes of charts apart.
 *
 * Those of each shipped theme and the usual ones were searched for, in steps of
 * 5 % of ink, so that any two differ by 8.8 L* and more in grey, and by 17
 * CIEDE2000 and more to readers without one of the three cones; white or black
 * words have a contrast of 4.5 on each.  tests/themes/ measures them.
 */
#include "model/layout-parts.h"

/* Six inks that stay apart in grey print and for the colour-blind: for themes
 * that name none. */
static void usual_classes(jb_arena *arena, jb_theme *theme)
{
	static const jb_ink usual[JB_CLASSES_MAX] = {
		{"class1", 1, 0.5, 0, 0, 0 / 255.0, 114 / 255.0, 188 / 255.0},
		{"class2", 0.1, 0.55, 0.25, 0.2, 184 / 255.0, 115 / 255.0,
			128 / 255.0},
		{"class3", 0.4, 0.25, 0.9, 0.55, 87 / 255.0, 92 / 255.0,
			33 / 255.0},
		{"class4", 0.6, 0, 0.1, 0, 78 / 255.0, 198 / 255.0,
			224 / 255.0},
		{"class5", 0.3, 1, 0.15, 0.35, 130 / 255.0, 4 / 255.0,
			89 / 255.0},
		{"class6", 0.35, 0.05, 0.95, 0.2, 146 / 255.0, 168 / 255.0,
			51 / 255.0},
	};

	theme->classes = jb_new_array(arena, const jb_ink *, JB_CLASSES_MAX);
	for (size_t i = 0; i < JB_CLASSES_MAX; i++)
		theme->classes[i] = &usual[i];
}

void jb_classes_read(
	jb_arena *arena, jb_diags *diags, jb_theme *theme, const jb_node *list)
{
	usual_classes(arena, theme);
	if (list && list->n != JB_CLASSES_MAX) {
		jb_error(diags, list->pos,
			"“classes” must have %d inks, not %zu", JB_CLASSES_MAX,
			list->n);
		return;
	}
	for (size_t i = 0; list && i < list->n; i++) {
		const jb_node *name = list->items[i];
		const jb_ink *ink = jb_theme_ink(theme, name->text);

		if (ink)
			theme->classes[i] = ink;
		else
			jb_name_refuse(diags, name, "ink", theme->inks);
	}
}
