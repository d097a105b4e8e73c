/* boxes.c - what stands around a container, and the columns of a grid.
 */
#include "bind/scope.h"

#include <math.h>
#include <string.h>

#include "base/messages.h"
#include "model/schema.h"

static const char *const sides[] = {"top", "right", "bottom", "left"};

static double points(const jb_binding *b, const char *text)
{
	return text ? jb_layout_pt(b->layout, text, 0) : 0;
}

/* ---- padding, fill, border, radius ---- */

static void read_padding(
	const jb_binding *b, const jb_node *padding, jb_box *box)
{
	for (size_t i = 0; padding && i < JB_SIDES; i++) {
		const char *text =
			padding->kind == JB_SCALAR
				? padding->text
				: jb_schema_text(padding, "padding", sides[i]);

		box->padding_pt[i] = points(b, text);
	}
}

/* A side's own ink and width, else the border's. */
static jb_edge read_edge(
	const jb_binding *b, const jb_node *border, const jb_node *side)
{
	const char *ink = jb_schema_text(border, "border", "ink");
	const char *width = jb_schema_text(border, "border", "width");

	if (side && side->kind == JB_SCALAR) {
		width = side->text;
	} else if (side) {
		const char *own_ink = jb_schema_text(side, "edge", "ink");
		const char *own = jb_schema_text(side, "edge", "width");

		ink = own_ink ? own_ink : ink;
		width = own ? own : width;
	}
	return (jb_edge){ink, points(b, width)};
}

/* All four sides, or those that are named. */
static void read_border(const jb_binding *b, const jb_node *border, jb_box *box)
{
	bool named = false;

	for (size_t i = 0; i < JB_SIDES; i++)
		named = named || jb_node_lookup(border, sides[i]);
	for (size_t i = 0; i < JB_SIDES; i++) {
		const jb_node *side = jb_node_lookup(border, sides[i]);

		if (!named || side)
			box->edges[i] = read_edge(b, border, side);
	}
	for (size_t i = 1; i < JB_SIDES; i++)
		box->uneven =
			box->uneven ||
			box->edges[i].width_pt != box->edges[0].width_pt ||
			g_strcmp0(box->edges[i].ink, box->edges[0].ink) != 0;
}

/* Leading over the first line and under the last is room enough for thin lines.
 */
#define THIN_PT 4

/* A line is drawn within the box, and padding keeps words from it. */
static void check_border(
	const jb_binding *b, const jb_node *border, const jb_box *box)
{
	for (size_t i = 0; border && i < JB_SIDES; i++) {
		double line = box->edges[i].width_pt;

		if (line <= box->padding_pt[i] + THIN_PT)
			continue;
		jb_warning(b->diags, border->pos,
			"the border covers %.1f pt of what stands in it",
			line - box->padding_pt[i]);
		jb_hint(b->diags,
			"give it a padding of %.1f pt, or a thinner line",
			line);
		return;
	}
}

static void check_radius(
	const jb_binding *b, const jb_node *radius, const jb_box *box)
{
	if (!radius || box->radius_pt <= 0 || !box->uneven)
		return;
	jb_error(b->diags, radius->pos,
		"round corners need a border that is the same on all sides");
	jb_hint(b->diags, "leave out `radius`, or the sides of `border`");
}

const jb_box *jb_bind_box(
	jb_binding *b, const jb_node *node, const char *object)
{
	const jb_node *padding, *border, *fill, *radius;
	jb_box *box;

	if (!jb_schema_lookup(object, "padding"))
		return NULL;
	padding = jb_node_lookup(node, "padding");
	border = jb_node_lookup(node, "border");
	fill = jb_node_lookup(node, "fill");
	radius = jb_node_lookup(node, "radius");
	if (!padding && !border && !fill)
		return NULL;
	box = jb_new(b->arena, jb_box);
	read_padding(b, padding, box);
	if (border)
		read_border(b, border, box);
	box->fill = fill ? fill->text : NULL;
	box->radius_pt = points(b, radius ? radius->text : NULL);
	check_border(b, border, box);
	check_radius(b, radius, box);
	return box;
}

/* ---- how a block stands in its cell ---- */

/* The schema has checked that it is one of them. */
static int word_of(const char *text, const char *const *words)
{
	int i = 0;

	while (strcmp(text, words[i]) != 0)
		i++;
	return i;
}

void jb_bind_stand(
	jb_binding *b, const jb_node *node, const char *object, jb_block *block)
{
	static const char *const across[] = {
		"stretch", "start", "center", "end", "baseline"};
	static const char *const down[] = {"top", "middle", "bottom"};
	const jb_node *place = jb_node_lookup(node, "place");
	int word = word_of(jb_schema_text(node, object, "align"), across);

	block->placed = place != NULL;
	block->down =
		(jb_down)word_of(jb_schema_text(node, object, "place"), down);
	if (word < JB_ACROSS_BASELINE) {
		block->across = (jb_across)word;
	} else if (block->kind == JB_BLOCK_ROW ||
		   block->kind == JB_BLOCK_GRID) {
		block->baselines = true;
	} else {
		jb_error(b->diags, jb_node_lookup(node, "align")->pos,
			"`align: baseline` is for a row or grid");
		jb_hint(b->diags, "say it of the row or grid around this");
	}
}

/* ---- columns of a grid ---- */

static void refuse_track(
	const jb_binding *b, const jb_node *node, const char *text)
{
	jb_error(b->diags, node->pos, "“%s” is no column of a grid", text);
	jb_hint(b->diags, "a column is a length, a share (1fr), auto, or "
			  "minmax(40pt, 2fr)");
}

/* A length that is no less than nothing, or `auto`. */
static bool read_size(const char *text, bool *automatic, jb_length *length)
{
	*automatic = strcmp(text, "auto") == 0;
	return *automatic ||
	       (jb_length_parse(text, length) && length->value >= 0);
}

/* minmax(least, most): the least is no share. */
static bool read_minmax(const char *text, jb_track *track)
{
	g_autofree char *inner = NULL;
	g_auto(GStrv) parts = NULL;

	if (!g_str_has_prefix(text, "minmax(") || !g_str_has_suffix(text, ")"))
		return false;
	inner = g_strndup(text + 7, strlen(text) - 8);
	parts = g_strsplit(inner, ",", -1);
	if (g_strv_length(parts) != 2)
		return false;
	return read_size(g_strstrip(parts[0]), &track->least_auto,
		       &track->least) &&
	       read_size(
		       g_strstrip(parts[1]), &track->most_auto, &track->most) &&
	       (track->least_auto || track->least.unit != JB_UNIT_FR);
}

static bool read_track(const char *text, jb_track *track)
{
	if (read_minmax(text, track))
		return true;
	if (!read_size(text, &track->most_auto, &track->most))
		return false;
	track->least = track->most;
	track->least_auto = track->most_auto || track->most.unit == JB_UNIT_FR;
	return track->most_auto || track->most.value > 0;
}

/* In YAML's [ ] the comma of minmax(40pt, 2fr) parts two items: they are read
 * as one. */
static const char *track_text(jb_binding *b, const jb_node *list, size_t *i)
{
	const char *text = list->items[*i]->text;

	if (!g_str_has_prefix(text, "minmax(") || strchr(text, ')') ||
		*i + 1 == list->n)
		return text;
	++*i;
	return jb_sprintf(b->arena, "%s, %s", text, list->items[*i]->text);
}

static void equal_tracks(jb_binding *b, jb_block *block, size_t n)
{
	block->n_tracks = n;
	block->tracks = jb_new_array(b->arena, jb_track, block->n_tracks);
	for (size_t i = 0; i < block->n_tracks; i++)
		read_track("1fr", &block->tracks[i]);
}

void jb_bind_tracks(jb_binding *b, const jb_node *node, jb_block *block)
{
	const jb_node *list = jb_node_lookup(node, "columns");

	if (list->kind == JB_SCALAR) {
		equal_tracks(b, block,
			(size_t)jb_schema_int(node, "block.grid", "columns"));
		return;
	}
	block->tracks = jb_new_array(b->arena, jb_track, list->n + 1);
	for (size_t i = 0; i < list->n; i++) {
		const jb_node *item = list->items[i];
		const char *text = track_text(b, list, &i);

		if (!read_track(text, &block->tracks[block->n_tracks]))
			refuse_track(b, item, text);
		block->tracks[block->n_tracks++].pos = item->pos;
	}
	if (block->n_tracks == 0) {
		jb_error(b->diags, list->pos, "a grid has at least one column");
		equal_tracks(b, block, 1);
	}
}

void jb_bind_gap(jb_binding *b, const jb_node *node, jb_block *block)
{
	const jb_node *gap = jb_node_lookup(node, "gap");
	const char *row, *column;

	if (gap && gap->kind == JB_SCALAR) {
		block->gap_pt = block->row_gap_pt = points(b, gap->text);
		return;
	}
	row = jb_schema_text(gap, "gap", "row");
	column = jb_schema_text(gap, "gap", "column");
	block->row_gap_pt = points(b, row);
	block->gap_pt = column ? points(b, column) : b->layout->gutter_pt;
}
