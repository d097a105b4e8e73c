/* Events on a line: an axis to scale stands in one piece, stops in equal steps
 * are cut between two of them.
 */
#include "layout/galley.h"

#include <stdint.h>

#include "chart/chart.h"
#include "scene/zoom.h"

typedef struct timeline {
	size_t stops, at; /* stops in all, and those that stand already */
} timeline;

/* Stops from `at` on, at most so many; an axis is drawn whole. */
static jb_group *line_set(jb_galley *galley, size_t most)
{
	const timeline *t = galley->state;
	const jb_block *block = galley->block;
	jb_desk *desk = galley->desk;
	double zoom = jb_zoom_or(desk, block->scale);
	jb_desk *small = jb_zoom_desk(desk, zoom);
	double width = galley->width / zoom;
	jb_group *group;

	if (block->form == JB_TIME_AXIS)
		group = jb_chart_timeline(
			small, block->events, block->n_events, width);
	else
		group = jb_chart_stops(small, block->events, block->n_events,
			block->form == JB_TIME_DOWN, t->at, most, width);
	jb_zoom_group(desk->arena, group, zoom);
	jb_group_tag(group, jb_tag_new(desk->arena, JB_ROLE_P, NULL));
	return group;
}

/* With keys on a line of their own: on a page nobody else sets them. */
static jb_group *settled(jb_galley *galley, size_t most)
{
	jb_group *group = line_set(galley, most);

	jb_group_settle(group, galley->desk->layout->baseline_pt);
	return group;
}

static bool fits(jb_galley *galley, size_t most, double height)
{
	jb_diags *said = jb_desk_hush(galley->desk);
	double need = settled(galley, most)->height;

	jb_desk_speak(galley->desk, said);
	return need <= height + JB_HAIR_PT;
}

static jb_group *timeline_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	timeline *t = galley->state;
	size_t most = t->stops - t->at;
	jb_group *group;

	if (galley->block->form == JB_TIME_AXIS) {
		if (!page && !fits(galley, SIZE_MAX, height))
			return NULL;
		*done = true;
		return settled(galley, SIZE_MAX);
	}
	while (most > 1 && !fits(galley, most, height))
		most--;
	if (!page && most && !fits(galley, most, height))
		return NULL;
	group = settled(galley, most);
	t->at += most;
	*done = t->at == t->stops;
	return group;
}

/* In a container all of it comes at once, and its keys are for the title of
 * what is around it. */
jb_group *jb_timeline_set(jb_galley *galley)
{
	return line_set(galley, SIZE_MAX);
}

void jb_timeline_pour(jb_galley *galley)
{
	const jb_block *block = galley->block;
	timeline *t = jb_new(galley->desk->arena, timeline);

	t->stops = jb_chart_stop_count(
		galley->desk, block->events, block->n_events);
	galley->state = t;
	galley->state_size = sizeof *t;
	galley->take = timeline_take;
}
