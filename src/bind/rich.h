/* rich.h - text with its references filled in, each piece with its origin. */
#ifndef JB_BIND_RICH_H
#define JB_BIND_RICH_H

#include <stdbool.h>
#include <stddef.h>
#include <glib.h>

#include "base/arena.h"
#include "base/source.h"

/* What sets a piece apart from the text around it. */
typedef struct jb_look {
	bool strong;	  /* bold */
	unsigned marks;	  /* JB_LOOK_* */
	unsigned item;	  /* which marked item: neighbours are drawn apart */
	const char *ruby; /* annotation, see jb_span; or NULL */
	const char *link; /* URI, or NULL */
	const char *lang; /* BCP 47, or NULL: the text's */
	const char *icon; /* the piece is this icon, JB_RICH_ICON its text */
	int note;	  /* the number of a note whose mark this is, or 0 */
	bool display;	  /* a figure set large, in the display style */
} jb_look;

/* Interlinear marks, as JB_MARK_* of text/compose.h. */
enum {
	JB_LOOK_DOTS = 1 << 0,
	JB_LOOK_NAME = 1 << 1,
	JB_LOOK_TITLE = 1 << 2,
	JB_LOOK_STRIKE = 1 << 3,
};

typedef struct jb_rich_piece {
	const char *text;   /* UTF-8, NUL terminated */
	const char *figure; /* id of the figure it words, or NULL */
	jb_pos pos;
	const jb_look *look; /* NULL: plain */
} jb_rich_piece;

typedef struct jb_rich {
	jb_rich_piece *pieces;
	size_t n;
} jb_rich;

/* The text of an icon: an object, and no line's end behind it. */
#define JB_RICH_ICON "\xef\xbf\xbc\xe2\x81\xa0"

/* A rich text of one piece. */
const jb_rich *jb_rich_plain(jb_arena *arena, const char *text, jb_pos pos);

/* A rich text of an array of jb_rich_piece, which is freed. */
const jb_rich *jb_rich_take(jb_arena *arena, GArray *pieces);

/* The piece is the mark of a note. */
bool jb_rich_is_note(const jb_rich_piece *piece);

/* The piece is an icon before words. */
bool jb_rich_is_icon(const jb_rich_piece *piece);

/* The pieces' texts joined, without marks of notes and icons. */
char *jb_rich_text(jb_arena *arena, const jb_rich *rich);

/* The same pieces without looks, notes and icons: for labels and running heads.
 * NULL gives NULL. */
const jb_rich *jb_rich_unmarked(jb_arena *arena, const jb_rich *rich);

bool jb_rich_empty(const jb_rich *rich); /* NULL is empty */

/* Bytes [from, to) of the joined pieces. */
const jb_rich *jb_rich_part(
	jb_arena *arena, const jb_rich *rich, size_t from, size_t to);

/* Cut at blank lines into paragraphs; line breaks inside one vanish. */
const jb_rich **jb_rich_paragraphs(
	jb_arena *arena, const jb_rich *rich, size_t *n);

#endif
