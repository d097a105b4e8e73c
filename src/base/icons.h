/* icons.h - the icons by name: what there is, and where each is drawn from. */
#ifndef JB_BASE_ICONS_H
#define JB_BASE_ICONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

typedef struct jb_icon {
	const char *name;  /* park */
	const char *title; /* 公园 */
	const char *words; /* 绿地 游园 长椅: separated by spaces */
	const char *path;  /* as icons.def explains it */
} jb_icon;

/* All of them, by name. */
const jb_icon *jb_icons(size_t *n);

/* NULL when there is none of this name. */
const jb_icon *jb_icon_lookup(const char *name);

/* The icon that a wrong name means: one that has it for a Chinese name or
 * among its words, else one spelt nearly so.  NULL if there is none. */
const char *jb_icon_nearest(const char *name);

/* Whether there is such an icon; if not, an error at pos. */
bool jb_icon_known(jb_diags *diags, const char *name, jb_pos pos);

#endif
