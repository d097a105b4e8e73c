/* break.h - where the lines of a segment end, and how each is filled. */
#ifndef JB_TEXT_BREAK_H
#define JB_TEXT_BREAK_H

#include "text/para.h"

/* How far letters are drawn apart: those of an address, or of a line that is
 * one word; and those of an address before its line is loose. */
#define JB_LETTERS_EM .06
#define JB_LETTERS_MAX_EM .12

/* A line ends at its edge if it does so to this much: a measure that was
 * rounded to a hundredth of a point holds what it is to hold. */
#define JB_FLUSH_EM .002

/* A gap wider than its rule by more than this is told. */
#define JB_LOOSE_EM .25

/* One line to be: atoms [from, to). */
typedef struct jb_cut {
	uint32_t from, to;
	double measure; /* its length, in pt */
	double hang;	/* of its last mark, beyond the measure */
	bool ends;	/* the last line of its segment */
} jb_cut;

/* Prefix sums over the atoms of a segment: what any line of it holds is the
 * difference of two entries. */
typedef struct jb_sums {
	double width; /* bodies and natural gaps */
	double shrink[JB_STEPS], stretch[JB_STRETCHES];
	unsigned open, letters; /* gaps that take part in the last stretch */
} jb_sums;

/* Sums of [from, to), with to - from + 1 entries; free with g_free. */
jb_sums *jb_sums_new(const jb_para *para, jb_segment seg);

/* What a line holds: its edges lose their blanks, its last gap does not count
 * but for a hyphen, an opening mark may hang.  Filled is the width, and what
 * can close the slack to the measure: shrink, or stretch and open gaps. */
void jb_sums_line(const jb_para *para, const jb_sums *sums, jb_segment seg,
	uint32_t from, uint32_t to, double measure, jb_sums *line);

/* How far each open gap and each letter of an address is drawn apart, in pt. */
typedef struct jb_apart {
	double open, letters;
} jb_apart;

/* When `need` pt are left for a line of so many gaps.  INFINITY: nothing can
 * take it.  A line without open gaps draws all its gaps apart as letters. */
jb_apart jb_draw_apart(
	const jb_sums *line, uint32_t gaps, double need, double em);

/* How far a mark at the start of a line stands outside of it, in pt. */
double jb_line_hang(const jb_para *para, uint32_t from);

/* How far a mark at the end of a line before `to` may stand outside. */
double jb_line_hang_end(const jb_para *para, uint32_t from, uint32_t to);

/* The measure of a paragraph's line, first one 0: its length, and where it
 * starts. */
double jb_line_measure(const jb_setting *setting, double em, size_t line);
double jb_line_start(const jb_setting *setting, double em, size_t line);

/* How bad a line is, beyond its price. */
typedef enum {
	JB_FIT_FINE,
	JB_FIT_LOOSE, /* or too short, or a lone last character */
	JB_FIT_OVER,
} jb_fit;

/* The price of a line with so many gaps (price.c). */
double jb_line_price(const jb_para *para, const jb_sums *line, double measure,
	uint32_t gaps, bool last, jb_fit *fit);

/* The price of a break against the rules, by what it gives up. */
double jb_relax_price(unsigned relax);

/* How many of the atoms are characters that count, not marks; 3: and more. */
unsigned jb_count_letters(const jb_para *para, uint32_t from, uint32_t to);

/* The cheapest lines over the whole segment, first to last (jb_cut), appended
 * to those of the segments before it. */
void jb_break_total(const jb_para *para, jb_segment seg, GArray *cuts);

/* Lines of nearly equal length; false when the measure is too narrow. */
bool jb_break_balanced(const jb_para *para, jb_segment seg, GArray *cuts);

/* Spreads the slack of a justified line over its gaps, step by step in the
 * order of clreq #line-adjustment: extra[i] is added to the gap after atom
 * from + i.  Returns what is left over: > 0 short of the edge, < 0 beyond. */
double jb_fill(const jb_para *para, uint32_t from, uint32_t to, double slack,
	double *extra);

#endif
