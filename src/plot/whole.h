/* whole.h - a whole and its parts, and theirs: what pies, treemaps and rings
 * show.
 *
 * Figures, or the items of one series, are parts of one whole; several series
 * are parts with parts of their own.  Of a table each row is a part: its
 * columns of words say what it belongs to, from the whole inwards, its first
 * column of numbers how much it is.
 */
#ifndef JB_PLOT_WHOLE_H
#define JB_PLOT_WHOLE_H

#include "bind/block.h"
#include "plot/marks.h"
#include "plot/polar.h"
#include "plot/squarify.h"
#include "scene/desk.h"

typedef struct jb_part jb_part;
struct jb_part {
	const jb_rich *name;	 /* NULL: of the whole */
	const jb_figure *figure; /* or NULL: what its parts are together */
	jb_pos pos;
	double value; /* of its parts together; NAN: missing */
	jb_part *parent, **kids;
	size_t n, room;
	int depth;     /* 0: the whole */
	size_t branch; /* of the whole's parts, the one it is of */
	jb_area at;    /* where it lies, of a layout */
	int key;       /* its number in the notes, 0: none */
};

/* NULL after an error: values below zero, several units, nothing to share. */
jb_part *jb_whole_read(jb_desk *desk, const jb_bound_picture *picture);

/* Parts without parts, in order: `out` has room for jb_whole_count() of them;
 * those without a value too. */
size_t jb_whole_count(const jb_part *part);
size_t jb_whole_leaves(jb_part *part, jb_part **out);

/* How deep it goes: 1 where all parts are leaves. */
int jb_whole_depth(const jb_part *part);

/* Larger parts first, equal ones in their order. */
void jb_whole_sort(jb_part *part);

/* Its parts add up to it: to its total, or, of a whole in %, to 100; but for
 * what rounding explains, which sets *rounded. */
bool jb_whole_adds(const jb_part *part, bool whole, bool *rounded);

/* 32.6%, of its whole; nothing where the figure itself is in %. */
char *jb_part_share(jb_arena *arena, const jb_part *part, double of);

/* Whether those shares add to something else than 100.0. */
bool jb_shares_rounded(const jb_part *part);

/* Part i of n, told by its own words and by white around it: the looks of
 * classes, with patterns only where the theme asks for them. */
jb_shade jb_part_look(const jb_desk *desk, size_t i, size_t n, bool colors);

/* The ink of part i of n: the theme's ladder. */
const jb_ink *jb_part_ink(jb_desk *desk, size_t i, size_t n);

#endif
