/* suspect.h - what in a Chinese text looks like a slip of the keyboard.
 *
 * One paragraph at a time, by GB/T 15834-2011 (marks) and GB/T 15835-2011
 * (numbers).  Text of other scripts is left alone: a mark counts only beside
 * Han characters or their marks.
 */
#ifndef JB_BASE_SUSPECT_H
#define JB_BASE_SUSPECT_H

#include <stdbool.h>
#include <stddef.h>
#include <glib.h>

#include "base/arena.h"
#include "base/source.h"

typedef enum {
	JB_SUSPECT_MARK,     /* , . ; : ? ! beside Han */
	JB_SUSPECT_BRACKET,  /* ( ) [ ] around or beside Han */
	JB_SUSPECT_QUOTE,    /* " and ' around or beside Han */
	JB_SUSPECT_DOUBLED,  /* 。。 ，， or two pauses in a row */
	JB_SUSPECT_SPACE,    /* between Han, or beside a full-width mark */
	JB_SUSPECT_INDENT,   /* spaces typed before the first character */
	JB_SUSPECT_WIDE,     /* full-width digits and letters */
	JB_SUSPECT_MIXED,    /* “ ” and 「 」 in one paragraph */
	JB_SUSPECT_UNPAIRED, /* “ ” 《 》 （ ） without a partner */
	JB_SUSPECT_NESTED,   /* “ in “, 《 in 《 */
	JB_SUSPECT_DASH,     /* -- ─ ― for ——, a lone — at a pause */
	JB_SUSPECT_DOTS,     /* ... 。。。 or a lone … for …… */
	JB_SUSPECT_NUMBER,   /* 1、 for 1. and （一）、 for （一） */
	JB_SUSPECT_LOOKALIKE, /* ー for 一, ○ for 〇, radicals for characters */
	JB_SUSPECT_INVISIBLE, /* zero-width and soft characters */
} jb_suspect_kind;

typedef struct jb_suspect {
	jb_suspect_kind kind;
	size_t byte, len;    /* where in the text */
	const char *found;   /* what stands there */
	const char *instead; /* what the standard writes; "": nothing; NULL:
			      * that depends on what is meant */
} jb_suspect;

/* One of them in a file. */
typedef struct jb_slip {
	jb_pos pos;
	jb_suspect suspect;
} jb_slip;

/* All of a paragraph, in its order: an array of jb_suspect in the arena.  The
 * text is valid UTF-8. */
GArray *jb_suspects(jb_arena *arena, const char *text, size_t len);

/* A quotation of several paragraphs opens each and closes only the last: true
 * for an opening mark of that kind; `next` is the next paragraph or NULL. */
bool jb_suspect_runs_on(const jb_suspect *suspect, const char *next);

/* "half-width-mark", for programs. */
const char *jb_suspect_word(jb_suspect_kind kind);

/* What is wrong, and what to do about it, for people. */
char *jb_suspect_what(jb_arena *arena, const jb_suspect *suspect);
char *jb_suspect_hint(jb_arena *arena, const jb_suspect *suspect);

#endif
