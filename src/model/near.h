/* near.h - references as they are mistyped: ＄{id}, $｛id｝, $(id), {id},
 * {{id}}.
 */
#ifndef JB_MODEL_NEAR_H
#define JB_MODEL_NEAR_H

#include "model/report.h"

/* The bytes of a mistyped reference that text begins with, 0 for none; *path
 * is what it names.  Without a dollar it counts only with the id of something
 * that there is. */
size_t jb_near_reference(jb_arena *arena, const jb_report *report,
	const char *text, size_t len, const char **path);

#endif
