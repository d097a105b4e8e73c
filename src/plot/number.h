/* number.h - the unit of an axis, and numbers in it. */
#ifndef JB_PLOT_NUMBER_H
#define JB_PLOT_NUMBER_H

#include "model/report.h"

/* 亿元: values are divided by ten to the power. */
typedef struct jb_measure {
	int power;
	const char *unit; /* prefix and noun, "" if none */
} jb_measure;

/* The unit of all figures where they share one; else one whose prefix (万, 亿)
 * leaves the largest value a few digits.  Figures without a value do not
 * count; there is at least one. */
jb_measure jb_measure_of(
	jb_arena *arena, const jb_figure *const *figures, size_t n);

/* A number of an axis whose ticks are `step` apart, both in its unit: digits as
 * the step needs them, U+2212 for minus. */
char *jb_tick_text(jb_arena *arena, double value, double step);

/* A figure in words, without the unit where it is the axis's or can be moved
 * into it without more digits than two behind the point: 约1.2, 300余, 目标 as
 * written; 未公布. */
char *jb_measured_text(
	jb_arena *arena, const jb_figure *figure, const jb_measure *measure);

#endif
