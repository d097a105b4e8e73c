/* shape.c - discs, rings and angles, drawn to cut the edge of a page.
 */
#include "layout/shape.h"

#include <math.h>

/* The band of a ring, of its diameter; that of an angle, of its width. */
static const double ring_part = 0.16, chevron_part = 0.46;

/* Points to the right; its arms end level with the place. */
static jb_item *put_chevron(
	jb_desk *desk, jb_group *group, double w, double h, const jb_ink *ink)
{
	double band = chevron_part * w;
	const double points[6][2] = {{0, 0}, {band, 0}, {w, h / 2}, {band, h},
		{0, h}, {w - band, h / 2}};
	jb_item *item = jb_item_new(desk->arena, group, JB_ITEM_PATH);
	jb_step *steps = jb_new_array(desk->arena, jb_step, 7);

	for (int i = 0; i < 6; i++)
		steps[i] = (jb_step){
			i ? JB_LINE : JB_MOVE, {points[i][0], points[i][1]}};
	steps[6] = (jb_step){.op = JB_CLOSE};
	item->u.path = (jb_path){.steps = steps, .n = 7, .fill = ink};
	return item;
}

jb_item *jb_shape_put(jb_desk *desk, jb_group *group, jb_shape shape,
	double width, double height, const jb_ink *ink)
{
	double r = fmin(width, height) / 2, band = 2 * ring_part * r;

	switch (shape) {
	case JB_SHAPE_RECT:
		return jb_put_rect(desk, group, 0, 0, width, height, ink);
	case JB_SHAPE_DISC:
		return jb_put_circle(
			desk, group, width / 2, height / 2, r, ink, NULL, 0);
	case JB_SHAPE_RING:
		return jb_put_circle(desk, group, width / 2, height / 2,
			r - band / 2, NULL, ink, band);
	case JB_SHAPE_CHEVRON:
		return put_chevron(desk, group, width, height, ink);
	}
	g_assert_not_reached();
}
