/* sankey.h - flows between nodes in layers: where each stands and how thick it
 * is.  Layers go from left to right; y grows downwards. */
#ifndef JB_PLOT_SANKEY_H
#define JB_PLOT_SANKEY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

typedef struct jb_flow_node {
	double least;	      /* in: height that its words need */
	int layer;	      /* in where layers are given, else out */
	double value, height; /* the more of what comes and goes */
	double middle;
} jb_flow_node;

typedef struct jb_flow {
	size_t from, to;      /* in: nodes */
	double value;	      /* in: more than zero */
	double thick, y0, y1; /* its middles at both ends */
} jb_flow;

typedef struct jb_sankey {
	jb_flow_node *nodes;
	size_t n_nodes;
	jb_flow *flows;
	size_t n_flows;
	int n_layers;
	double height; /* in: wanted; out: needed */
	double gap;    /* in: least between nodes */
} jb_sankey;

/* Layers by the longest way to each node; what nothing leaves stands in the
 * last.  False where flows go round: *node is one on such a way. */
bool jb_sankey_layers(jb_sankey *sankey, size_t *node);

/* Places nodes and flows: those of the first layer in their order, the others
 * near what they come from. */
void jb_sankey_place(jb_arena *arena, jb_sankey *sankey);

#endif
