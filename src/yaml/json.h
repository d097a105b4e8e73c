/* json.h - a JSON file (RFC 8259) as a tree in which every node knows its
 * place.
 */
#ifndef JB_YAML_JSON_H
#define JB_YAML_JSON_H

#include "yaml/node.h"

/* NULL after an error: the first fault ends the reading.  Numbers keep their
 * digits as written; depth and number of nodes are limited as in YAML; a key
 * that is there twice is an error. */
jb_node *jb_json_read(jb_arena *arena, jb_diags *diags, const jb_source *src);

#endif
