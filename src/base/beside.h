/* beside.h - files that a report or layout names, beside it and nowhere else. */
#ifndef JB_BASE_BESIDE_H
#define JB_BASE_BESIDE_H

#include "base/source.h"

/* Reads `file`, a path in the folder of `from`.  NULL when it leads out of
 * there (absolute, with a step up, or through a link: *outside is true), or
 * cannot be read (*error is set). */
jb_source *jb_source_beside(jb_arena *arena, const jb_source *from,
	const char *file, bool *outside, GError **error);

#endif
