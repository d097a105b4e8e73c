/* picture-mean.c - a line at the mean of what a picture shows. */
#include "model/transform-parts.h"

#include <string.h>

#include "model/schema.h"

static bool same_nouns(const jb_subject *of)
{
	for (size_t i = 1; i < of->n_figures; i++)
		if (strcmp(of->figures[i]->noun, of->figures[0]->noun) != 0)
			return false;
	return true;
}

/* One more line across, at the mean of all that has a value; its name says
 * where something has none. */
static void add_mean(jb_reading *r, jb_picture *picture, const jb_node *node)
{
	jb_work w = {.r = r, .node = node};
	const jb_subject *of = &picture->of;
	g_autoptr(GPtrArray) parts = g_ptr_array_new();
	const jb_figure **lines =
		jb_new_array(r->arena, const jb_figure *, picture->n_lines + 1);
	jb_figure *mean;

	for (size_t i = 0; i < of->n_figures; i++)
		if (of->figures[i]->has_value)
			g_ptr_array_add(parts, (void *)of->figures[i]);
	if (parts->len == 0)
		return;
	mean = (jb_figure *)jb_step_mean_of(
		&w, (const jb_figure *const *)parts->pdata, parts->len, "mean");
	mean->label = jb_step_plain(
		&w, parts->len < of->n_figures ? "已公布的平均" : "平均");
	mean->short_label = NULL;
	mean->status = JB_ACTUAL;
	mean->value_pos = node->pos;
	for (size_t i = 0; i < picture->n_lines; i++)
		lines[i] = picture->lines[i];
	lines[picture->n_lines++] = mean;
	picture->lines = lines;
}

bool jb_picture_mean(jb_reading *r, jb_picture *picture, const jb_node *map)
{
	const jb_node *node = jb_node_lookup(map, "mean");

	if (!node || !jb_schema_bool(map, "picture", "mean"))
		return true;
	if (picture->form != JB_CHARTED) {
		jb_refuse(r, node, "“mean” is for forms that stand on an axis");
		return false;
	}
	if (!same_nouns(&picture->of)) {
		jb_refuse(r, node,
			"what is in several units has no mean to show");
		return false;
	}
	if (!picture->lines_pos.src)
		picture->lines_pos = node->pos;
	add_mean(r, picture, node);
	return true;
}
