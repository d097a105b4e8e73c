/* near.h - references as they are mistyped: ＄{id}, $ {id}, $｛id｝, $(id),
 * {id}, {{id}}.
 */
#ifndef JB_MODEL_NEAR_H
#define JB_MODEL_NEAR_H

#include <stdbool.h>

#include "base/arena.h"

/* Is there something by that name? */
typedef bool jb_is_known(const void *of, const char *path);

/* The bytes of a mistyped reference that text begins with, 0 for none; *path
 * is what it names.  Without a dollar it counts only with the name of
 * something that there is. */
size_t jb_near_reference(jb_arena *arena, jb_is_known *is_known, const void *of,
	const char *text, size_t len, const char **path);

/* Is the byte after a reference a brace that nothing opened: ${id}}? */
bool jb_stray_brace(const char *text, size_t byte);

#endif
