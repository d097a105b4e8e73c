/* codes.h - each message has a number that stays when its words change.
 *
 * codes.def gives it to the English format; explain.def says more about those
 * that people meet most.  E0203 is an error, W0203 the same as a warning.
 */
#ifndef JB_BASE_CODES_H
#define JB_BASE_CODES_H

#include "base/diag.h"

/* "E0203" and its NUL. */
enum { JB_CODE_SIZE = 8 };

/* The number of a format; 0 when it has none. */
unsigned jb_code_of(const char *format);

/* The format of a number, or NULL. */
const char *jb_code_format(unsigned code);

void jb_code_write(char out[JB_CODE_SIZE], jb_severity severity, unsigned code);

/* Reads E0203, W0203, e203, 0203 or 203; 0 for anything else. */
unsigned jb_code_parse(const char *text);

/* What is wrong and why, in two languages, with a wrong and a right piece of
 * YAML: of a report, without the keys that matter not, or of a layout or theme
 * when it begins with their `jianbao:`. */
typedef struct jb_explanation {
	unsigned code;
	const char *english, *chinese, *wrong, *right;
} jb_explanation;

/* NULL when there is none. */
const jb_explanation *jb_code_explain(unsigned code);

/* The rows of codes.def in order, for a list; 0 past the last one. */
unsigned jb_code_row(size_t i);

#endif
