/* box.c - fields and borders of containers: artifacts under what they hold
 * (ISO 32000-1 14.8.2.2), so they have no tag.
 */
#include "layout/box.h"

#include <math.h>
#include <string.h>

/* Of a quarter circle as one Bézier curve: 4/3 tan(π/8). */
static const double bend = 0.5522847498;

bool jb_box_drawn(const jb_box *box)
{
	return box->fill || box->uneven || box->edges[0].width_pt > 0;
}

double jb_box_across(const jb_block *block)
{
	const jb_box *box = block->box;

	return box ? box->padding_pt[JB_LEFT] + box->padding_pt[JB_RIGHT] : 0;
}

double jb_box_down(const jb_block *block)
{
	const jb_box *box = block->box;

	return box ? box->padding_pt[JB_TOP] + box->padding_pt[JB_BOTTOM] : 0;
}

/* ---- drawing ---- */

typedef struct pen {
	jb_step steps[16];
	size_t n;
} pen;

static void go(pen *p, jb_op op, double x, double y)
{
	p->steps[p->n++] = (jb_step){op, {x, y}};
}

/* A corner at x, y; it is left by dx0, dy0 and reached again by dx1, dy1. */
static void turn(pen *p, double x, double y, double dx0, double dy0, double dx1,
	double dy1)
{
	double k = 1 - bend;

	go(p, JB_LINE, x + dx0, y + dy0);
	p->steps[p->n++] =
		(jb_step){JB_CURVE, {x + k * dx0, y + k * dy0, x + k * dx1,
					    y + k * dy1, x + dx1, y + dy1}};
}

/* A rectangle with round corners. */
static jb_item *put_round(jb_desk *desk, jb_group *group, double inset,
	double w, double h, double radius)
{
	jb_item *item = jb_item_new(desk->arena, group, JB_ITEM_PATH);
	pen p = {.n = 0};
	double r = fmin(radius, fmin(w, h) / 2);

	go(&p, JB_MOVE, r, 0);
	turn(&p, w, 0, -r, 0, 0, r);
	turn(&p, w, h, 0, -r, -r, 0);
	turn(&p, 0, h, r, 0, 0, -r);
	turn(&p, 0, 0, 0, r, r, 0);
	p.steps[p.n++] = (jb_step){.op = JB_CLOSE};
	item->x = item->y = inset;
	item->u.path.steps = jb_new_array(desk->arena, jb_step, p.n);
	memcpy(item->u.path.steps, p.steps, p.n * sizeof(jb_step));
	item->u.path.n = p.n;
	return item;
}

static void put_field(
	jb_desk *desk, jb_group *group, const jb_box *box, double w, double h)
{
	const jb_ink *ink = jb_desk_ink(desk, box->fill);

	if (box->radius_pt > 0)
		put_round(desk, group, 0, w, h, box->radius_pt)->u.path.fill =
			ink;
	else
		jb_put_rect(desk, group, 0, 0, w, h, ink);
}

/* The same line all around, within the box. */
static void put_frame(
	jb_desk *desk, jb_group *group, const jb_box *box, double w, double h)
{
	const jb_ink *ink = jb_desk_ink(desk, box->edges[0].ink);
	double line = box->edges[0].width_pt;
	jb_item *item;

	if (box->radius_pt <= 0) {
		jb_put_frame(desk, group, line / 2, line / 2, w - line,
			h - line, ink, line, false);
		return;
	}
	item = put_round(desk, group, line / 2, w - line, h - line,
		fmax(box->radius_pt - line / 2, 0));
	item->u.path.stroke = ink;
	item->u.path.width_pt = line;
}

/* Each side its own line, within the box. */
static void put_edges(
	jb_desk *desk, jb_group *group, const jb_box *box, double w, double h)
{
	for (size_t i = 0; i < JB_SIDES; i++) {
		double line = box->edges[i].width_pt, half = line / 2;
		bool flat = i == JB_TOP || i == JB_BOTTOM;
		double x = i == JB_RIGHT ? w - half : i == JB_LEFT ? half : 0;
		double y = i == JB_BOTTOM ? h - half : i == JB_TOP ? half : 0;

		if (line > 0)
			jb_put_line(desk, group, x, y, flat ? w : x,
				flat ? y : h,
				jb_desk_ink(desk, box->edges[i].ink), line,
				false);
	}
}

/* As many items for every height. */
static jb_group *draw(
	jb_desk *desk, const jb_block *block, double width, double height)
{
	const jb_box *box = block->box;
	jb_group *group = jb_group_new(desk->arena);

	if (box->fill)
		put_field(desk, group, box, width, height);
	if (box->uneven)
		put_edges(desk, group, box, width, height);
	else if (box->edges[0].width_pt > 0)
		put_frame(desk, group, box, width, height);
	for (guint i = 0; i < group->items->len; i++)
		((jb_item *)group->items->pdata[i])->pos = block->pos;
	return group;
}

jb_group *jb_box_around(
	jb_desk *desk, const jb_block *block, jb_group *content, double width)
{
	const jb_box *box = block->box;
	jb_group *group;
	double height;

	if (!box)
		return content;
	jb_group_settle(content, desk->layout->baseline_pt);
	height = content->height + jb_box_down(block);
	group = draw(desk, block, width, height);
	group->width = width;
	group->height = height;
	group->baseline = content->baseline + box->padding_pt[JB_TOP];
	jb_group_place(group, content, box->padding_pt[JB_LEFT],
		box->padding_pt[JB_TOP]);
	return group;
}

void jb_box_reach(jb_desk *desk, const jb_block *block, jb_group *group,
	double height, double down)
{
	jb_group *fresh;
	guint n;

	if (!block->box)
		return;
	fresh = draw(desk, block, group->width, height);
	n = fresh->items->len;
	for (guint i = 0; i < group->items->len; i++) {
		if (i < n)
			group->items->pdata[i] = fresh->items->pdata[i];
		else
			((jb_item *)group->items->pdata[i])->y += down;
	}
	group->height = height;
	group->baseline += down;
}

static bool holds_box(const jb_block *block)
{
	if (block->box)
		return true;
	for (size_t i = 0; i < block->n_kids; i++)
		if (holds_box(block->kids[i]))
			return true;
	return false;
}

double jb_box_step(const jb_desk *desk, const jb_block *block, double height)
{
	return holds_box(block) ? jb_grid_up(desk, height, false) : height;
}
