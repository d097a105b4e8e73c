/* template.h - texts with ${…}: cut into literal pieces and references.
 *
 * A reference is a dotted path and perhaps a format: ${parks_total},
 * ${roads.due}, ${funds.count|hanzi}.  There is no other syntax.
 */
#ifndef JB_MODEL_TEMPLATE_H
#define JB_MODEL_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

typedef struct jb_piece {
	const char *text; /* a literal's bytes, inside the given text */
	size_t len;
	bool reference;
	const char *path;   /* of a reference: "parks_total.label" */
	const char *format; /* "hanzi", or NULL */
	size_t byte;	    /* where it begins in the text (at the $) */
} jb_piece;

/* Cuts a text.  *bad is the byte of a “${” that is never closed, or
 * (size_t)-1. */
jb_piece *jb_template_split(
	jb_arena *arena, const char *text, size_t len, size_t *n, size_t *bad);

#endif
