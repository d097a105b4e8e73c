/* csv.h - a table in a text file as nodes that know their place.
 *
 * RFC 4180: a row a line, cells parted by commas, quotes around what holds
 * commas or line ends, "" for a quote within them.  Tabs, semicolons and bars
 * part cells, too: whichever the line of the heads has most of.
 */
#ifndef JB_YAML_CSV_H
#define JB_YAML_CSV_H

#include "yaml/node.h"

#define JB_CSV_COLUMNS_MAX 200

/* A list of rows, the heads (on line `head`, from 1) first: lists of scalars,
 * all as long as the first.  Blanks around cells, and empty lines, are left
 * out; ends of lines in a cell are blanks.
 *
 * NULL when it could not be read at all; the mistakes are in diags either way:
 * what is not UTF-8, heads that are empty or there twice, rows that are longer
 * or shorter, quotes without an end, more than JB_YAML_NODES_MAX cells. */
jb_node *jb_csv_read(
	jb_arena *arena, jb_diags *diags, const jb_source *src, unsigned head);

/* Are there two heads alike, or empty ones?  Each is an error. */
bool jb_heads_check(jb_diags *diags, const jb_node *heads);

#endif
