/* classes.h - values in classes, the darker the more: shades of maps and of
 * other fields.
 */
#ifndef JB_PLOT_CLASSES_H
#define JB_PLOT_CLASSES_H

#include "plot/plan.h"
#include "plot/squarify.h"

typedef struct jb_classes {
	jb_measure measure;	     /* of values and bounds */
	double unit;		     /* what one of the measure is in values */
	double bounds[JB_TICKS_MAX]; /* in the measure */
	size_t n;		     /* classes, one less than bounds */
} jb_classes;

/* Classes of one size with round bounds, that hold all values of a picture. */
jb_classes jb_classes_of(jb_plot *plot);

/* Where a value belongs; a class holds its lower end. */
size_t jb_class_at(const jb_classes *classes, const jb_figure *figure);

/* The ink of a class. */
const jb_ink *jb_class_shade(
	const jb_plot *plot, const jb_classes *classes, size_t class);

/* Lines of paper over an area of what is planned, whose corners are `points`;
 * an edge around a target. */
void jb_class_status(jb_plot *plot, jb_item *item, const jb_figure *figure,
	const double *points, size_t n);

/* A rectangle for a figure: shade and status, and an edge in accent around the
 * picture's hero.  Without a value its edge is dashed; without a figure (NULL)
 * it is plain. */
void jb_class_field(jb_plot *plot, const jb_classes *classes,
	const jb_figure *figure, const jb_area *at);

/* What words on its area are set in; NULL where they need paper under them. */
const jb_ink *jb_class_words(const jb_plot *plot, const jb_classes *classes,
	const jb_figure *figure);

/* What words in such a field are set in; where its shade bears none, paper is
 * put under them: they fill `words`.  `figure` may be NULL or without a value. */
const jb_ink *jb_class_ground(jb_plot *plot, const jb_classes *classes,
	const jb_figure *figure, const jb_area *words);

/* The unit and the classes in rows from y 0 on; returns their height. */
double jb_classes_legend(jb_plot *plot, const jb_classes *classes);

#endif
