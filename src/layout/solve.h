/* solve.h - stories in rows: which stand side by side, and how wide each is.
 *
 * Heights are whole lines of the grid; a cell is one line of one column.  What
 * a page costs is its empty cells, and a little for those that are spread
 * where they do no harm.
 */
#ifndef JB_LAYOUT_SOLVE_H
#define JB_LAYOUT_SOLVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* One way to set a story at a span. */
typedef struct jb_choice {
	int span;
	int height;    /* lines, at the least */
	double blank;  /* cells that are empty at that height */
	double absorb; /* cells more that it may have between its parts */
	double cost;   /* of its own, in cells: a way that is liked less */
} jb_choice;

typedef struct jb_candidate {
	const jb_choice *choices;
	size_t n;
} jb_candidate;

typedef struct jb_puzzle {
	const jb_candidate *stories; /* in the order in which they stand */
	size_t n;
	int columns;
	int least, most; /* stories in a row; the last row may have fewer */
	int gap;	 /* lines between two rows */
	int first, page; /* lines on the first page and on all others */
	bool compact;	 /* few pages come first, then little blank */
} jb_puzzle;

typedef struct jb_solved_row {
	size_t first, n; /* stories */
	int height;	 /* lines */
	size_t *choices; /* of each story */
} jb_solved_row;

typedef struct jb_solved {
	jb_solved_row *rows; /* of the first page */
	size_t n_rows;
	size_t n;      /* stories on the first page */
	int pages;     /* that all stories take */
	int spare;     /* lines that the first page has left */
	double cost;   /* of all pages */
	bool too_high; /* a story is higher than a page and stands alone */
} jb_solved;

/* The rows of the first page, of those arrangements of all stories on all pages
 * that cost least; none at all if no row fits the first page and that is
 * lower than the others.  The same puzzle has one solution. */
jb_solved jb_solve(jb_arena *arena, const jb_puzzle *puzzle);

#endif
