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
} jb_span;

typedef enum {
	JB_ALIGN_JUSTIFY, /* flush both sides, last line at the start */
	JB_ALIGN_START,
	JB_ALIGN_CENTER,
	JB_ALIGN_END,
} jb_align;

typedef struct jb_setting {
	double measure_pt; /* the line's length; INFINITY: one line */
	double indent_em;  /* of the first line, in em of the first span */
	jb_align align;
	const char *lang; /* BCP 47: zh-Hans (default when NULL), zh-Hant … */
	double tracking_em; /* added after every character but the last */
	bool hang_start;    /* an opening mark at a line's start hangs outside
			     * (display lines: pull quotes, heads) */
	bool squeeze; /* marks keep a fifth of their blanks: display lines */
	bool balance; /* lines of nearly equal length (heads, labels) */
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
