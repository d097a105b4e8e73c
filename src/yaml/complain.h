/* complain.h - libyaml's failures in plain words, at the place of the cause. */
#ifndef JB_YAML_COMPLAIN_H
#define JB_YAML_COMPLAIN_H

#include <yaml.h>

#include "base/diag.h"

jb_pos jb_complain_pos(const jb_source *src, yaml_mark_t mark);

/* last is the place of the scalar read before the failure (src NULL: none). */
void jb_complain(jb_diags *diags, const jb_source *src,
	const yaml_parser_t *parser, jb_pos last);

/* A place inside “{{ x }}” or “${x}” without quotes?  Then reports it. */
bool jb_complain_braces(jb_diags *diags, jb_pos pos);

#endif
