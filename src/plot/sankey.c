/* sankey.c - layers, then places: each node near the mean of its neighbours,
 * in a few sweeps to and fro, none on another (isotonic regression).
 */
#include "plot/sankey.h"

#include <math.h>
#include <stdlib.h>

#include <glib.h>

#include "plot/spread.h"

enum { SWEEPS = 8 };

bool jb_sankey_layers(jb_sankey *sankey, size_t *node)
{
	bool moved = true;

	for (size_t round = 0; moved; round++) {
		moved = false;
		for (size_t i = 0; i < sankey->n_flows; i++) {
			const jb_flow *flow = &sankey->flows[i];
			int next = sankey->nodes[flow->from].layer + 1;

			if (sankey->nodes[flow->to].layer >= next)
				continue;
			sankey->nodes[flow->to].layer = next;
			moved = true;
			*node = flow->to;
		}
		if (round > sankey->n_nodes)
			return false;
	}
	for (size_t i = 0; i < sankey->n_nodes; i++)
		sankey->n_layers =
			MAX(sankey->n_layers, sankey->nodes[i].layer + 1);
	for (size_t i = 0; i < sankey->n_nodes; i++) {
		bool leaves = false;

		for (size_t k = 0; k < sankey->n_flows; k++)
			leaves = leaves || sankey->flows[k].from == i;
		if (!leaves)
			sankey->nodes[i].layer = sankey->n_layers - 1;
	}
	return true;
}

/* ---- heights ---- */

static void set_values(jb_sankey *sankey)
{
	for (size_t i = 0; i < sankey->n_nodes; i++) {
		double in = 0, out = 0;

		for (size_t k = 0; k < sankey->n_flows; k++) {
			if (sankey->flows[k].to == i)
				in += sankey->flows[k].value;
			if (sankey->flows[k].from == i)
				out += sankey->flows[k].value;
		}
		sankey->nodes[i].value = fmax(in, out);
	}
}

/* Points for one of value: the fullest layer fills the height. */
static double scale_of(const jb_sankey *sankey)
{
	double scale = INFINITY;

	for (int l = 0; l < sankey->n_layers; l++) {
		double sum = 0, gaps = -sankey->gap;

		for (size_t i = 0; i < sankey->n_nodes; i++) {
			if (sankey->nodes[i].layer != l)
				continue;
			sum += sankey->nodes[i].value;
			gaps += sankey->gap;
		}
		if (sum > 0)
			scale = fmin(scale, fmax(sankey->height - gaps,
						    sankey->height / 2) /
						    sum);
	}
	return scale;
}

static double size_of(const jb_flow_node *node)
{
	return fmax(node->height, node->least);
}

static void set_heights(jb_sankey *sankey)
{
	double scale = scale_of(sankey);

	for (size_t i = 0; i < sankey->n_nodes; i++)
		sankey->nodes[i].height = sankey->nodes[i].value * scale;
	for (size_t i = 0; i < sankey->n_flows; i++)
		sankey->flows[i].thick = sankey->flows[i].value * scale;
	for (int l = 0; l < sankey->n_layers; l++) {
		double need = -sankey->gap;

		for (size_t i = 0; i < sankey->n_nodes; i++)
			if (sankey->nodes[i].layer == l)
				need += size_of(&sankey->nodes[i]) +
					sankey->gap;
		sankey->height = fmax(sankey->height, need);
	}
}

/* ---- places ---- */

struct ranked {
	double wish;
	size_t node;
};

static int by_wish(const void *a, const void *b)
{
	const struct ranked *p = a, *q = b;

	if (p->wish != q->wish)
		return p->wish < q->wish ? -1 : 1;
	return (p->node > q->node) - (p->node < q->node);
}

/* The mean of the nodes it is joined with, on one side or both. */
static double wish_of(const jb_sankey *sankey, size_t node, bool from, bool to)
{
	double sum = 0, weight = 0;

	for (size_t k = 0; k < sankey->n_flows; k++) {
		const jb_flow *flow = &sankey->flows[k];
		bool here = (from && flow->to == node) ||
			    (to && flow->from == node);
		size_t other = flow->to == node ? flow->from : flow->to;

		if (!here)
			continue;
		sum += sankey->nodes[other].middle * flow->value;
		weight += flow->value;
	}
	return weight > 0 ? sum / weight : sankey->nodes[node].middle;
}

static void place_layer(jb_arena *arena, jb_sankey *sankey, int layer,
	bool from, bool to, bool sorted)
{
	struct ranked *order =
		jb_new_array(arena, struct ranked, sankey->n_nodes + 1);
	double *middles = jb_new_array(arena, double, sankey->n_nodes + 1);
	double *sizes = jb_new_array(arena, double, sankey->n_nodes + 1);
	double *places = jb_new_array(arena, double, sankey->n_nodes + 1);
	size_t n = 0;

	for (size_t i = 0; i < sankey->n_nodes; i++)
		if (sankey->nodes[i].layer == layer)
			order[n++] = (struct ranked){
				wish_of(sankey, i, from, to), i};
	if (sorted)
		qsort(order, n, sizeof(*order), by_wish);
	for (size_t i = 0; i < n; i++) {
		middles[i] = order[i].wish;
		sizes[i] = size_of(&sankey->nodes[order[i].node]);
	}
	jb_spread_sizes(arena, middles, sizes, n, sankey->gap, 0,
		sankey->height, places);
	for (size_t i = 0; i < n; i++)
		sankey->nodes[order[i].node].middle = places[i];
}

/* Flows leave and reach a node in the order of their other ends. */
static void stack(jb_arena *arena, jb_sankey *sankey, size_t node, bool out)
{
	struct ranked *order =
		jb_new_array(arena, struct ranked, sankey->n_flows + 1);
	size_t n = 0;
	double all = 0, y;

	for (size_t k = 0; k < sankey->n_flows; k++) {
		const jb_flow *flow = &sankey->flows[k];

		if ((out ? flow->from : flow->to) != node)
			continue;
		order[n++] = (struct ranked){
			sankey->nodes[out ? flow->to : flow->from].middle, k};
		all += flow->thick;
	}
	qsort(order, n, sizeof(*order), by_wish);
	y = sankey->nodes[node].middle - all / 2;
	for (size_t i = 0; i < n; i++) {
		jb_flow *flow = &sankey->flows[order[i].node];

		*(out ? &flow->y0 : &flow->y1) = y + flow->thick / 2;
		y += flow->thick;
	}
}

void jb_sankey_place(jb_arena *arena, jb_sankey *sankey)
{
	set_values(sankey);
	set_heights(sankey);
	place_layer(arena, sankey, 0, false, false, false);
	for (int l = 1; l < sankey->n_layers; l++)
		place_layer(arena, sankey, l, true, false, true);
	for (int i = 0; i < SWEEPS; i++) {
		for (int l = sankey->n_layers - 1; l > 0; l--)
			place_layer(arena, sankey, l - 1, false, true, l > 1);
		for (int l = 1; l < sankey->n_layers; l++)
			place_layer(arena, sankey, l, true, false, true);
	}
	for (size_t i = 0; i < sankey->n_nodes; i++) {
		stack(arena, sankey, i, true);
		stack(arena, sankey, i, false);
	}
}
