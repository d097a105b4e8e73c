/* markup-parts.h - what the files that read marks share; only for them.
 *
 *	text -> events (scan: runs, spans) -> sorted by byte -> pieces (markup)
 *
 * An event takes bytes of the text away, and opens or closes an effect, or
 * puts a reference or note there.  Effects are nested.
 */
#ifndef JB_MODEL_MARKUP_PARTS_H
#define JB_MODEL_MARKUP_PARTS_H

#include "model/markup.h"

typedef enum {
	JB_SPOT_SKIP,	 /* a backslash */
	JB_SPOT_OPEN,	 /* an effect begins */
	JB_SPOT_CLOSE,	 /* the last one ends */
	JB_SPOT_REF,	 /* a reference */
	JB_SPOT_NOTE,	 /* a note whose text stands elsewhere */
	JB_SPOT_INSIDE,	 /* a note's text begins */
	JB_SPOT_OUTSIDE, /* and ends */
} jb_spot_kind;

typedef struct jb_spot {
	jb_spot_kind kind;
	size_t byte, len;
	const jb_marking *effect; /* of OPEN: what it adds */
	const jb_piece *piece;	  /* of REF and NOTE */
} jb_spot;

/* A run of * or ~~ that may open or close, in a list by order. */
typedef struct jb_run_mark {
	char sign;
	bool opens, closes;
	size_t byte, len; /* what is left of it */
	size_t whole;	  /* its length at first */
	int before, after;
} jb_run_mark;

/* An open [ or ^[. */
typedef struct jb_bracket {
	size_t byte;
	bool note;
	int run;      /* the last run before it, or -1 */
	guint spots;  /* how many before it */
	size_t links; /* how many links before it */
} jb_bracket;

typedef struct jb_markup {
	jb_arena *arena;
	const char *text;
	size_t len, at;
	jb_markup_level level;
	GArray *slips;	  /* jb_markup_slip, or NULL */
	GArray *spots;	  /* jb_spot */
	GArray *runs;	  /* jb_run_mark */
	int last_run;	  /* of the list, -1: empty */
	GArray *brackets; /* jb_bracket */
	unsigned notes;	  /* how many of them are notes */
	size_t links;	  /* closed so far */
	unsigned items;	  /* spans so far */
	size_t bad;	  /* “${” that is never closed */
} jb_markup;

/* scan.c: fills m->spots, in no order. */
void jb_markup_scan(jb_markup *m);

void jb_markup_spot(jb_markup *m, jb_spot_kind kind, size_t byte, size_t len,
	const jb_marking *effect, const jb_piece *piece);

/* At most so many are kept of a text. */
#define JB_MARKUP_SLIPS_MAX 100
void jb_markup_slip_at(jb_markup *m, bool error, size_t byte, unsigned chars,
	const char *what, const char *hint);

/* runs.c: a run begins at m->at; m->at goes behind it. */
void jb_markup_run(jb_markup *m);

/* Pairs the runs behind one (-1: all) and takes them off the list. */
void jb_markup_pair(jb_markup *m, int behind);

/* span.c: what follows a “]”.  Each returns the byte behind it and the effect;
 * 0 when it is none.  A slip in it has been said, and it is taken for what it
 * was meant for. */
size_t jb_markup_attributes(
	jb_markup *m, size_t at, const jb_bracket *open, jb_marking *effect);
size_t jb_markup_destination(jb_markup *m, size_t at, jb_marking *effect);

/* <https://…>: the byte behind it, or 0. */
size_t jb_markup_autolink(jb_markup *m, size_t at, jb_marking *effect);

#endif
