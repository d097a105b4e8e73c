/* slip.h - what a Chinese keyboard does to YAML, found in one line of it.
 *
 * Legal prose holds every one of these characters, so a line is only looked
 * at when it is already known that something is wrong with it.
 */
#ifndef JB_YAML_SLIP_H
#define JB_YAML_SLIP_H

#include "base/diag.h"

/* Reports the first slip in a line: indentation with a tab, U+3000 or U+00A0,
 * a full-width colon after a key, no space after “:” or “-”.  False when the
 * line has none. */
bool jb_slip_report(jb_diags *diags, const jb_source *src, unsigned line);

/* Reports the colons of the whole file that are as surely slips: those of keys
 * in Latin letters.  One of them was found; the others shall not wait. */
void jb_slip_report_others(jb_diags *diags, const jb_source *src);

/* Adds the hint for the slip in a line to the newest message. */
bool jb_slip_hint(jb_diags *diags, const jb_source *src, unsigned line);

/* The same for full-width brackets, commas, quotes and digits in a value. */
bool jb_slip_hint_value(jb_diags *diags, const char *text);

/* True for the blanks that look like indentation but are letters to YAML. */
bool jb_slip_is_blank(gunichar c);

/* Reports indentation with such a blank, or a tab, at pos. */
void jb_slip_report_blank(jb_diags *diags, jb_pos pos, gunichar c);

#endif
