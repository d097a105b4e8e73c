/* prose-parts.h - what the files of prose share; only for them. */
#ifndef JB_LAYOUT_PROSE_PARTS_H
#define JB_LAYOUT_PROSE_PARTS_H

#include "layout/frame.h"

typedef struct jb_prose_line {
	jb_group *group;
	bool first, last; /* of its paragraph */
	bool held;	  /* beside a drop cap: stays with the line before */
	jb_pos pos;
	size_t paragraph;
	size_t *marks; /* notes whose marks it has */
	size_t n_marks;
} jb_prose_line;

typedef struct jb_prose {
	jb_prose_line *lines;
	size_t n, at;	       /* at: the next line to be placed */
	jb_tag **tags;	       /* by paragraph */
	const jb_style *style; /* of the first paragraph */
	const jb_style *plain; /* of all others: no drop cap */
	double measure, line_pt;
	int columns;
	bool composed;
	const jb_story *story;
	bool framed; /* what it runs around still has to be placed */
} jb_prose;

/* prose-ends.c: columns end before the lines cuts[]. */

/* May a page end before line i, and a column without harm? */
bool jb_prose_may_break(const jb_prose *p, size_t i);

/* Where the columns end when all that is left fits; false when it does not. */
bool jb_prose_balance(const jb_prose *p, size_t most_rows, size_t *cuts);

/* Full columns, as many lines as there are rows. */
void jb_prose_fill(const jb_prose *p, size_t rows, size_t *cuts);

#endif
