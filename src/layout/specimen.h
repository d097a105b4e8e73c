/* specimen.h - plain paragraphs set to given measures: pages for looking at
 * lines.
 */
#ifndef JB_LAYOUT_SPECIMEN_H
#define JB_LAYOUT_SPECIMEN_H

#include "bind/rich.h"
#include "scene/desk.h"

/* A page is no higher, and with vertical lines no wider (pt): viewers of PDF
 * stop there. */
#define JB_SPECIMEN_HIGHEST_PT 14400.0

/* What is set: every measure in the first language, then in the next. */
typedef struct jb_specimen {
	const jb_rich **paragraphs;
	size_t n_paragraphs;
	const double *measures_pt; /* the length of a line */
	size_t n_measures;
	const char *const *langs; /* BCP 47 */
	size_t n_langs;
	const jb_style *style; /* its lang is not asked */
	int columns; /* the measure so often side by side, 2 em between */
} jb_specimen;

/* Which measure and language a page shows; from 0. */
typedef struct jb_specimen_page {
	size_t measure, lang;
} jb_specimen_page;

/* A theme and a layout with nothing but one font and black ink. */
const jb_layout *jb_specimen_layout(jb_arena *arena, const char *family,
	const char *latin, double size_pt, double leading_pt);

/* Fills the scene: pages as high as their text, cut at JB_SPECIMEN_HIGHEST_PT.
 * Returns an array of jb_specimen_page, one for each page. */
GArray *jb_specimen_set(
	jb_desk *desk, const jb_specimen *specimen, jb_scene *scene);

#endif
