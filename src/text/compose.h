/* compose.h - a paragraph's text becomes lines: Chinese composition.
 *
 * Rules: CLREQ (W3C Requirements for Chinese Text Layout), GB/T 15834-2011.
 * Marks that Chinese and Latin share (“ ” ‘ ’ … — ·) are resolved by context
 * before anything is shaped.  Line ends are flush to 0.002 em.
 */
#ifndef JB_TEXT_COMPOSE_H
#define JB_TEXT_COMPOSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "text/font.h"
#include "text/run.h"

/* A stretch of text with one look and one origin. */
typedef struct jb_span {
	const char *text; /* UTF-8 */
	size_t len;
	const jb_font *font;
	double size_pt;
	const jb_ink *ink;
	double rise_pt;
	double before_pt; /* fixed space before it, e.g. numeral to unit */
	bool keep;	  /* no line may break inside it */
	jb_pos pos;
	const char *figure; /* id of the figure it renders, or NULL */
	const char *lang;   /* BCP 47; NULL: the paragraph's */
	unsigned marks;	    /* JB_MARK_* */
	unsigned item;	    /* neighbours with the same number are one marked
			     * item; others are drawn apart */
	const char *ruby;   /* annotation: parts separated by U+0020, one for
			     * each character (mono) or one for all (group) */
	const char *link;   /* URI, or NULL */
	const char *icon;   /* its U+FFFC is this icon, an em wide; or NULL */
	int note;	    /* number of the note whose mark it is, or 0 */
} jb_span;

/* Interlinear marks (clreq #marks). */
enum {
	JB_MARK_DOTS = 1 << 0,	 /* 着重号, under each character */
	JB_MARK_NAME = 1 << 1,	 /* 专名号, a line */
	JB_MARK_TITLE = 1 << 2,	 /* 书名号甲式, a wavy line */
	JB_MARK_STRIKE = 1 << 3, /* struck out */
};

typedef enum {
	JB_ALIGN_JUSTIFY, /* flush both sides, last line at the start */
	JB_ALIGN_START,
	JB_ALIGN_CENTER,
	JB_ALIGN_END,
} jb_align;

/* Levels of clreq #prohibition-rules-for-line-start-end. */
typedef enum {
	JB_PROHIBIT_BASIC, /* recommended: marks at start, openers at end */
	JB_PROHIBIT_NONE,
	JB_PROHIBIT_GB,	    /* and no solidus at a line's end */
	JB_PROHIBIT_STRICT, /* and no —— or …… at a line's start */
} jb_prohibit;

/* A text's own step aside: the first lines of a paragraph are this much
 * shorter at their start (drop caps) or end (obstacles), in pt. */
typedef struct jb_inset {
	double start_pt, end_pt;
} jb_inset;

typedef struct jb_setting {
	double measure_pt; /* the line's length; INFINITY: one line */
	double indent_em;  /* of the first line, in em of the first span */
	jb_align align;
	const char *lang; /* BCP 47: zh-Hans (default when NULL), zh-Hant … */
	double tracking_em; /* added after every character but the last */
	bool hang_start;    /* an opening mark at a line's start hangs outside
			     * (display lines: pull quotes, heads) */
	bool squeeze;  /* marks keep a fifth of their blanks: display lines */
	bool balance;  /* lines of nearly equal length (heads, labels) */
	bool vertical; /* lines go down (UAX #50); the page stacks them from
			* right to left */
	bool hang_end; /* 、，。 may stand outside of a line's end */
	jb_prohibit prohibit;
	const char *hyphenate;	/* language of Latin words without one of their
				 * own; NULL: en-US; "": never hyphenated */
	const jb_inset *insets; /* of the first lines */
	size_t n_insets;
} jb_setting;

typedef struct jb_lines {
	jb_line *lines;
	size_t n;
	double width_pt; /* of the longest line */
} jb_lines;

/* Composes one paragraph; U+000A in the text forces a break.  Typed spaces
 * between Han and Latin are replaced by the gap of the rules.  A character no
 * face has is an error at its place (code point named), each code point once
 * a paragraph.  An empty text gives no lines. */
const jb_lines *jb_compose(jb_arena *arena, jb_diags *diags,
	const jb_span *spans, size_t n, const jb_setting *setting);

/* Natural width of a text in one line, in points. */
double jb_compose_width(
	jb_arena *arena, const jb_span *spans, size_t n, const char *lang);

#endif
