/* spark.h - a figure's past as a small line: for this room only. */
#ifndef JB_CHART_SPARK_H
#define JB_CHART_SPARK_H

#include "model/report.h"
#include "scene/desk.h"

/* Room for dots at its edges: zero stands so far over its foot. */
#define JB_SPARK_EDGE_PT 2.2

/* A line of a series in a box, its foot or its height being zero: a value of
 * twice the size stands twice as high over the hairline that is zero.  Values
 * stand at their dates where all have one, else at equal steps.  A missing one
 * breaks the line, and one alone is a dot; the last is a dot in accent. */
void jb_spark_put(jb_desk *desk, jb_group *group, const jb_series *series,
	double x, double y, double width, double height);

#endif
