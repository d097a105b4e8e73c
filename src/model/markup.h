/* markup.h - marks in texts: **bold**, [重庆]{.name}, ^[a note].
 *
 * The spellings are CommonMark's and, for spans and notes, Pandoc's; what each
 * means stands in docs/reports.md.  They differ from CommonMark in how a run
 * of * or ~~ opens and closes, since its rule (0.31, 6.2 left-flanking) fails
 * beside Chinese marks, which have no spaces around them.  Here:
 *
 *	- a run opens before anything but white space, and closes after
 *	  anything but white space;
 *	- where it could do both, before a closing mark or a stop (” 》 ） 、 ，
 *	  。 ; !) it only closes, after an opening mark (“ 《 （) it only opens,
 *	  and between the two – （*） – or between digits – 3*4 – it is text;
 *	- a run of four or more *, or of other than two ~, is text;
 *	- runs pair as in CommonMark, within one paragraph; what finds no
 *	  partner is text.
 *
 * Reading takes time in proportion to the length of the text, whatever it is.
 */
#ifndef JB_MODEL_MARKUP_H
#define JB_MODEL_MARKUP_H

#include <glib.h>

#include "model/template.h"
#include "yaml/node.h"

/* Which marks a text may hold, by its type in the schema. */
typedef enum {
	JB_MARKUP_NONE,	 /* string: none, all signs stand for themselves */
	JB_MARKUP_TITLE, /* title: spans with names, titles, ruby, languages */
	JB_MARKUP_TEXT,	 /* marked: all but notes */
	JB_MARKUP_PROSE, /* prose: all */
} jb_markup_level;

enum {
	JB_MARKED_DOTS = 1 << 0,
	JB_MARKED_NAME = 1 << 1,
	JB_MARKED_TITLE = 1 << 2,
	JB_MARKED_STRIKE = 1 << 3,
};

/* What the marks around a piece ask for. */
typedef struct jb_marking {
	bool strong;
	bool display;	  /* a figure in the display style */
	bool address;	  /* the text is the link's own address */
	unsigned marks;	  /* JB_MARKED_* */
	unsigned item;	  /* which span of the text, from 1; 0: none */
	const char *ruby; /* parts separated by one space, or NULL */
	const char *link; /* URI in ASCII, or NULL */
	const char *lang; /* BCP 47, or NULL */
	const char *icon; /* name of the icon that this empty piece is */
} jb_marking;

/* A note: its text stands here, or under `footnotes`. */
typedef struct jb_noted {
	const char *id; /* NULL: it stands here */
	jb_piece *pieces;
	size_t n;
} jb_noted;

/* What is wrong with the marks of a text. */
typedef struct jb_markup_slip {
	size_t byte;
	unsigned chars;
	bool error; /* else a warning */
	const char *what, *hint;
} jb_markup_slip;

/* The schema's word for a type of text: “marked”; 0 for others. */
jb_markup_level jb_markup_level_of(const char *type);

/* Cuts a text into pieces without its marks; node->markup says which it may
 * have.  `slips` (of jb_markup_slip) may be NULL.  *bad as in template.h. */
jb_piece *jb_markup_split(jb_arena *arena, const jb_node *text, GArray *slips,
	size_t *n, size_t *bad);

/* A mark in a text that may not hold it, which will be printed as it is: a
 * likely slip.  False when there is none. */
bool jb_markup_unread(jb_arena *arena, const jb_node *text, size_t *byte);

#endif
