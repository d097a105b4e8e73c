/* line.h - a line that went wrong, beside its neighbours: where it should have
 * begun, and what its first sign was meant as.
 */
#ifndef JB_YAML_LINE_H
#define JB_YAML_LINE_H

#include "base/diag.h"

/* The column of the first character that is no blank; 0 for an empty line. */
unsigned jb_line_begins(const jb_source *src, unsigned line);

/* The line before that is not empty; 0 if there is none. */
unsigned jb_line_before(const jb_source *src, unsigned line);

/* True when a line ends with “:”: what follows belongs to it. */
bool jb_line_opens(const jb_source *src, unsigned line);

/* Adds a hint: where a line should begin, as the one before it does. */
void jb_line_hint_begin(jb_diags *diags, const jb_source *src, unsigned line);

/* At the first sign of a line: “·”, “—”, “1.” for the “-” of a list; “//” and
 * “＃” for the “#” of a comment.  False when it is none of them. */
bool jb_line_report_sign(jb_diags *diags, jb_pos pos);

/* A value of a list or mapping in full-width brackets at pos. */
bool jb_line_report_bracket(jb_diags *diags, jb_pos pos);

/* In [ ] or { }: a colon at pos or behind it, in its line, with no space after
 * it and a quote, list or mapping for its value. */
bool jb_line_report_tight(jb_diags *diags, jb_pos pos);

/* A key with no colon, or another sign for it: “title 公园”, “title= 公园”. */
bool jb_line_report_bare(jb_diags *diags, jb_pos pos);

#endif
