/* review.h - the composition report: how the lines of a scene were set.
 *
 * Everything is read from the scene: its lines know what they gave up to fit.
 * A fault is what a reader would stumble over; a note is what the rules allow
 * when there is no better line.
 */
#ifndef JB_SCENE_REVIEW_H
#define JB_SCENE_REVIEW_H

#include "base/suspect.h"
#include "scene/scene.h"

typedef enum {
	JB_FINDING_OVERFULL, /* past its measure */
	JB_FINDING_SHORT,    /* justified and not flush */
	JB_FINDING_LOOSE,    /* a gap wider than 0.25 em beyond its rule */
	JB_FINDING_LONELY,   /* 孤字: a last line of one character */
	JB_FINDING_MISSING,  /* a character that no font has */
	JB_FINDING_RULES,    /* a mark where the rules bar it */
	JB_FINDING_STRICT,   /* against a level above the basic one */
	JB_FINDING_MARKS,    /* the third mark in a row goes to the next line */
	JB_FINDING_WORD,     /* cut inside a word, against its rules */
	JB_FINDING_COLLIDE,  /* its dots, lines or ruby touch another line */
	JB_FINDING_NOTES,    /* from here on no faults */
	JB_FINDING_TOKEN = JB_FINDING_NOTES, /* in an address, a long token */
	JB_FINDING_UNIT,		     /* a number apart from its unit */
} jb_finding_kind;

/* A line in its place. */
typedef struct jb_seen {
	const jb_line *line;
	size_t page;	 /* from 0 */
	double x, y;	 /* pt, where its first character stands */
	jb_pos pos;	 /* of that character */
	double slack_em; /* what its Han stand apart; 0 without two of them */
} jb_seen;

typedef struct jb_finding {
	jb_finding_kind kind;
	jb_seen at;
	double em;	   /* by how much; 0 where there is no such thing */
	gunichar c;	   /* JB_FINDING_MISSING */
	double leading_em; /* JB_FINDING_COLLIDE: what would do; 0: unknown */
} jb_finding;

/* Characters that no face of the style has, and a fallback drew. */
typedef struct jb_borrowed {
	const char *family, *characters; /* each once, as met */
	size_t n;			 /* how often one was drawn */
	size_t page;			 /* of the first, from 0 */
} jb_borrowed;

typedef struct jb_page_review {
	size_t lines, justified;
	jb_seen loosest, tightest;	    /* line NULL: no justified line */
	double slack_mean_em, slack_p95_em; /* of justified lines */
	const char *label;		    /* what its folio says */
	/* Of galleys, else 0 and NULL. */
	double measure_em;
	const char *lang;
} jb_page_review;

typedef struct jb_review {
	jb_page_review *pages;
	size_t n_pages, lines, faults, notes, missing;
	GArray *findings; /* jb_finding, in page order */
	GArray *borrowed; /* jb_borrowed */
	GArray *slips;	  /* jb_slip, from whoever reads the texts */
} jb_review;

/* `plain`: paragraphs stand in the source as they are, so that every line's
 * place can be told from its paragraph's. */
jb_review *jb_review_scene(jb_arena *arena, const jb_scene *scene, bool plain);

/* The slips of a paragraph that stands at pos, added to the review; `next` is
 * the one after it, or NULL. */
void jb_review_text(jb_arena *arena, jb_review *review, const char *text,
	const char *next, jb_pos pos);

/* For people, and for programs (docs/composition-report.md). */
char *jb_review_print(jb_arena *arena, const jb_review *review);
char *jb_review_json(jb_arena *arena, const jb_review *review);

/* "lonely-character", and in words for people. */
const char *jb_finding_word(jb_finding_kind kind);
const char *jb_finding_what(jb_finding_kind kind);

#endif
