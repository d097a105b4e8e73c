/* excerpt.h - a line of the input, made safe to print, with a caret under it.
 */
#ifndef JB_BASE_EXCERPT_H
#define JB_BASE_EXCERPT_H

#include "base/source.h"

/* Appends the line of pos and the caret line, both indented by four; span is
 * how many characters are underlined.  Long lines are cut to about a hundred
 * cells around the place.  Nothing when there is no such line. */
void jb_excerpt_append(GString *out, jb_pos pos, unsigned span);

/* Appends text with control and direction-changing characters as <U+XXXX>,
 * and bytes that are not UTF-8 as U+FFFD. */
void jb_excerpt_escape(GString *out, const char *text);

#endif
