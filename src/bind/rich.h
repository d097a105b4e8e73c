/* rich.h - text with its references filled in, each piece with its origin. */
#ifndef JB_BIND_RICH_H
#define JB_BIND_RICH_H

#include <stdbool.h>
#include <stddef.h>
#include <glib.h>

#include "base/arena.h"
#include "base/source.h"

typedef struct jb_rich_piece {
	const char *text;   /* UTF-8, NUL terminated */
	const char *figure; /* id of the figure it words, or NULL */
	jb_pos pos;
} jb_rich_piece;

typedef struct jb_rich {
	jb_rich_piece *pieces;
	size_t n;
} jb_rich;

/* A rich text of one piece. */
const jb_rich *jb_rich_plain(jb_arena *arena, const char *text, jb_pos pos);

/* A rich text of an array of jb_rich_piece, which is freed. */
const jb_rich *jb_rich_take(jb_arena *arena, GArray *pieces);

/* The pieces' texts joined. */
char *jb_rich_text(jb_arena *arena, const jb_rich *rich);

bool jb_rich_empty(const jb_rich *rich); /* NULL is empty */

/* Cut at blank lines into paragraphs; line breaks inside one vanish. */
const jb_rich **jb_rich_paragraphs(
	jb_arena *arena, const jb_rich *rich, size_t *n);

#endif
