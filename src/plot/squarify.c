/* squarify.c - row by row along the shorter side, as long as that makes the
 * areas of the row squarer.
 */
#include "plot/squarify.h"

#include <math.h>
#include <stdbool.h>

/* The worst ratio of sides in a row of areas that stands along `side`. */
static double worst(double sum, double least, double most, double side)
{
	double thick = sum / side;

	if (least <= 0 || thick <= 0)
		return INFINITY;
	return fmax(most / (thick * thick), thick * thick / least);
}

/* How many of the values stand in the next row; *sum is that of their areas. */
static size_t row_of(
	const double *values, size_t n, double scale, double side, double *sum)
{
	double least = values[0] * scale, most = least, last;
	size_t k = 1;

	*sum = least;
	last = worst(*sum, least, most, side);
	for (; k < n; k++) {
		double area = values[k] * scale, now;

		now = worst(
			*sum + area, fmin(least, area), fmax(most, area), side);
		if (now > last)
			break;
		last = now;
		least = fmin(least, area);
		most = fmax(most, area);
		*sum += area;
	}
	return k;
}

/* Places a row at the start of what is left, and cuts it off. */
static void put_row(const double *values, size_t n, double scale, double sum,
	jb_area *left, bool across, jb_area *out)
{
	double side = across ? left->x1 - left->x0 : left->y1 - left->y0;
	double thick = side > 0 ? sum / side : 0;
	double at = across ? left->x0 : left->y0;

	for (size_t i = 0; i < n; i++) {
		double next = thick > 0 ? at + values[i] * scale / thick : at;

		out[i] =
			across ? (jb_area){at, left->y0, next, left->y0 + thick}
			       : (jb_area){
					 left->x0, at, left->x0 + thick, next};
		at = next;
	}
	if (across)
		left->y0 = fmin(left->y0 + thick, left->y1);
	else
		left->x0 = fmin(left->x0 + thick, left->x1);
}

void jb_squarify(const double *values, size_t n, jb_area in, jb_area *out)
{
	double all = 0, scale, sum;
	size_t k;

	for (size_t i = 0; i < n; i++)
		all += values[i];
	scale = all > 0 ? (in.x1 - in.x0) * (in.y1 - in.y0) / all : 0;
	for (size_t i = 0; i < n; i += k) {
		double wide = in.x1 - in.x0, high = in.y1 - in.y0;

		k = row_of(values + i, n - i, scale, fmin(wide, high), &sum);
		put_row(values + i, k, scale, sum, &in, wide < high, out + i);
	}
}
