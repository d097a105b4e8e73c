/* reader.h - what read.c and scalar.c share while a document is read. */
#ifndef JB_YAML_READER_H
#define JB_YAML_READER_H

#include <yaml.h>

#include "yaml/node.h"

/* The document being read and the event being looked at. */
typedef struct reader {
	jb_arena *arena;
	jb_diags *diags;
	const jb_source *src;
	yaml_parser_t parser;
	yaml_event_t event;  /* the one being looked at */
	GHashTable *anchors; /* char * to anchor */
	jb_pos last_scalar;
	unsigned nodes; /* so far, aliases expanded */
	int deepest;	/* level reached, aliases expanded */
	int flow;	/* how many [ and { are open */
	bool broken;	/* the tree would not be what its author meant */
} reader;

/* The place of the current event. */
jb_pos jb_reader_pos(const reader *r);

/* A new node at the place of the current event. */
jb_node *jb_reader_node(reader *r, jb_node_kind kind);

/* Reports a tag other than the one that fits; tag NULL: none was given. */
void jb_reader_check_tag(
	reader *r, const char *tag, const char *fitting, jb_pos pos);

/* The node of the current scalar event; NULL when it is too long. */
jb_node *jb_reader_scalar(reader *r);

#endif
