/* template.h - texts with ${…}: cut into literal pieces and references.
 *
 * A reference is a dotted path and perhaps a format: ${parks_total},
 * ${roads.due}, ${funds.count|hanzi}.  Texts that may hold marks besides are
 * cut by model/markup.h, into the same pieces.
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
	const struct jb_marking *marking; /* model/markup.h; NULL: plain */
	const struct jb_noted *note; /* the piece is a note; NULL: it is none */
} jb_piece;

/* Cuts a text.  *bad is the byte of a “${” that is never closed, or
 * (size_t)-1. */
jb_piece *jb_template_split(
	jb_arena *arena, const char *text, size_t len, size_t *n, size_t *bad);

/* The reference whose “${” stands at a byte, and the byte after its “}”; false
 * when it is never closed. */
bool jb_template_reference(jb_arena *arena, const char *text, size_t len,
	size_t byte, jb_piece *piece, size_t *after);

#endif
