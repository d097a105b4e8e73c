/* node.h - a YAML document as a tree in which every node knows its place.
 *
 * YAML 1.2 core schema on libyaml's events: no is the text "no", 010 is ten,
 * and the text of a scalar is kept as written, so that 2.50 prints as 2.50.
 */
#ifndef JB_YAML_NODE_H
#define JB_YAML_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

typedef enum { JB_SCALAR, JB_SEQUENCE, JB_MAPPING } jb_node_kind;

/* What a scalar is by the core schema (YAML 1.2.2 section 10.3.2); quoted and
 * block scalars are always text. */
typedef enum { JB_NULL, JB_BOOL, JB_INT, JB_FLOAT, JB_TEXT } jb_scalar_type;

typedef struct jb_node jb_node;

typedef struct jb_pair {
	jb_node *key; /* a scalar */
	jb_node *value;
} jb_pair;

struct jb_node {
	jb_node_kind kind;
	jb_pos pos; /* first character of the node */

	/* JB_SCALAR */
	const char *text; /* UTF-8, NUL terminated, as written (unescaped) */
	jb_scalar_type type;
	bool block;	      /* literal or folded block scalar */
	unsigned char markup; /* what marks it may hold, if the reader of the
			       * file has said so (model/markup.h) */

	/* JB_SEQUENCE */
	jb_node **items;
	/* JB_MAPPING: in the order of the file, keys unique */
	jb_pair *pairs;
	size_t n; /* items or pairs */
};

/* Limits: depth 64, 10^6 nodes after aliases are expanded, scalars 1 MiB. */
#define JB_YAML_DEPTH_MAX 64
#define JB_YAML_NODES_MAX 1000000
#define JB_YAML_SCALAR_MAX (1 << 20)

/* The one document of a source.  NULL when it could not be read at all; the
 * mistakes are in diags either way (a duplicate key is an error, and reading
 * goes on).  An empty document is an empty mapping.
 *
 * Refused with the real place: bytes that are not UTF-8 (a GBK file is called
 * so), control characters, tabs or U+3000/U+00A0 as indentation, a full-width
 * colon after a key, more than one document, cyclic or exploding aliases. */
jb_node *jb_yaml_read(jb_arena *arena, jb_diags *diags, const jb_source *src);

/* The value of a key, or NULL. */
jb_node *jb_node_lookup(const jb_node *mapping, const char *key);

/* The key node itself (for its place), or NULL. */
jb_node *jb_node_key(const jb_node *mapping, const char *key);

/* Where a byte of a scalar's text stands in the file: exact for plain
 * one-line and literal block scalars, else the node's own place. */
jb_pos jb_node_pos_at(const jb_node *scalar, size_t byte);

/* The same for many bytes in rising order: takes time only for what is between
 * two of them.  The fields are the walker's own. */
typedef struct jb_node_walk {
	const jb_node *scalar;
	const char *source; /* what the file says, from the text's start */
	size_t len;	    /* of its line */
	size_t byte;
	jb_pos pos;
	bool fresh; /* a line that has not been compared */
	bool off;   /* this line reads otherwise in the file */
	bool lost;  /* and so does all that follows */
} jb_node_walk;

jb_node_walk jb_node_walk_new(const jb_node *scalar);
jb_pos jb_node_walk_to(jb_node_walk *walk, size_t byte);

/* For a checker that found a scalar it did not expect: adds the hint that fits
 * to the newest message when the scalar looks like a slip of the keyboard (a
 * full-width colon, no space after “:” or “-”, full-width commas or digits).
 * False when it looks like none. */
bool jb_yaml_explain_scalar(jb_diags *diags, const jb_node *scalar);

/* A value that says nothing: ~, or none at all. */
bool jb_node_is_null(const jb_node *node);

/* "a mapping", "a list", "a number", "text", "true or false", "nothing" */
const char *jb_node_what(const jb_node *node);

#endif
