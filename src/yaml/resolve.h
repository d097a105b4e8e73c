/* resolve.h - what a plain scalar is, by the core schema. */
#ifndef JB_YAML_RESOLVE_H
#define JB_YAML_RESOLVE_H

#include "yaml/node.h"

jb_scalar_type jb_resolve_plain(const char *text);

#endif
