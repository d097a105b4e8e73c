/* ruby.h - small text beside its base: pinyin over a line, zhuyin beside each
 * character (clreq #interlinear-annotations).
 *
 * A base whose ruby is wider than itself grows before the lines are broken,
 * equally on both sides of each of its characters.  Ruby may stand over half a
 * ruby em of a neighbour that has none of its own (jlreq 3.3.8).
 */
#ifndef JB_TEXT_RUBY_H
#define JB_TEXT_RUBY_H

#include "text/break.h"
#include "text/para.h"

/* Sizes, in em of the base. */
#define JB_RUBY_EM .5
#define JB_ZHUYIN_EM .3

typedef struct jb_ruby {
	uint32_t from, to; /* atoms of the base */
	jb_run *runs;	   /* along the line from 0, on its own baseline or
			    * centre line */
	size_t n_runs;
	jb_decor *boxes; /* for characters that no face has */
	size_t n_boxes;
	double width;	     /* along the line */
	double natural;	     /* extent of the base with its pads */
	double pad, pad_end; /* added before and after each atom's own body */
	double out;	     /* how far it starts before the base; < 0: after */
	double em;	     /* of the base */
	bool beside;	     /* zhuyin: right of its base */
	bool letters;	     /* not Han or kana alone: may have tails */
} jb_ruby;

/* Composes the ruby of all spans and makes room for it; the characters of a
 * group are never parted.  Parts that are neither one for all nor one for each
 * character are an error at the span. */
void jb_para_annotate(jb_arena *arena, jb_para *para, jb_diags *diags);

/* The ruby an atom belongs to, or NULL. */
const jb_ruby *jb_ruby_of(const jb_para *para, uint32_t atom);

/* Zhuyin of one character as a run: symbols below each other, tones at their
 * right, · above them.  Its origin is on the baseline at the base's right
 * edge; in a vertical line, on the centre line at the base's top (zhuyin.c).
 * False when the text is none. */
bool jb_zhuyin_run(jb_arena *arena, const jb_para *para, const jb_atom *base,
	const char *text, size_t len, jb_run *run);

/* Appends the ruby of a line to line->over; at[i] is where atom cut->from + i
 * starts. */
void jb_line_ruby(jb_arena *arena, const jb_para *para, const jb_cut *cut,
	const double *at, jb_line *line);

#endif
