/* copyfit.h - a text's size and tracking, chosen within a style's limits. */
#ifndef JB_LAYOUT_COPYFIT_H
#define JB_LAYOUT_COPYFIT_H

#include "bind/block.h"
#include "scene/desk.h"

/* What is fitted into what. */
typedef struct jb_copyfit_job {
	const jb_rich *const *paragraphs;
	size_t n;
	double measure_pt;
	int columns;
	double height_pt; /* of the frame; 0: none is known */
} jb_copyfit_job;

/* Whether a block's text is fitted, so that its frame matters. */
bool jb_copyfit_asked(const jb_block *block);

/* The style with the size and tracking, between its own and its limits, at
 * which the text (in this order) fits its frame, fills it to its last line, has
 * the least loose lines, has no paragraph that ends in a short line (less than
 * a quarter of the measure), and is changed least.  Sizes are tried in
 * twentieths of the way to their limits, each with the tracking as far on its
 * own way, and with the one at which a line holds whole characters; the leading
 * stays.  The style itself when it has no limits. */
const jb_style *jb_copyfit(
	jb_desk *desk, const jb_style *style, const jb_copyfit_job *job);

#endif
