/* frame.h - prose in a frame of so many lines, around what stands in it: for
 * prose.c and thread.c only.
 */
#ifndef JB_LAYOUT_FRAME_H
#define JB_LAYOUT_FRAME_H

#include "layout/galley.h"

/* Paragraphs that are still to be set; `begun`: the first is the rest of one.
 */
typedef struct jb_story {
	const jb_rich **paragraphs;
	size_t n;
	size_t first; /* of the block's: how many came before */
	bool begun;
} jb_story;

typedef struct jb_frame {
	jb_galley *galley;
	const jb_story *story;
	const jb_style *style; /* of the first paragraph: perhaps a drop cap */
	const jb_style *plain; /* of the others */
	double measure;
	int columns;
	size_t rows;	 /* lines in each column, at most */
	bool grows;	 /* or as many as what stands in it needs */
	bool whole;	 /* without so many it is not filled */
	bool line_over;	 /* the first of them is kept for words */
	bool line_under; /* and the last, if not all fits */
	jb_tag **tags;	 /* by paragraph of the block */
} jb_frame;

typedef struct jb_framed {
	jb_group *group; /* NULL: it is not filled */
	jb_story *rest;	 /* NULL: all stands */
	size_t rows;	 /* that are used */
} jb_framed;

/* Fills a frame; columns are as high as they must be, if all fits. */
jb_framed jb_frame_fill(const jb_frame *frame);

/* A style for the rest of a paragraph: no indent, no drop cap. */
const jb_style *jb_style_rest(jb_arena *arena, const jb_style *style);

/* The story without the first `paragraph` ones, and of the next without the
 * first bytes. */
jb_story *jb_story_rest(
	jb_arena *arena, const jb_story *story, size_t paragraph, size_t byte);

#endif
