/* diag.h - what is wrong with the input, all of it, each with its place.
 *
 *	data/a.yaml:3:5: error: unknown key “vlaue”
 *	    vlaue: 38
 *	    ^~~~~
 *	    hint: did you mean “value”?
 *
 * Formats are English; what is printed is what base/messages.h makes of them.
 * Columns count characters; the caret counts display cells.  Control and
 * bidirectional-override characters of the input are printed as <U+XXXX>.
 */
#ifndef JB_BASE_DIAG_H
#define JB_BASE_DIAG_H

#include <stdarg.h>

#include "base/arena.h"
#include "base/source.h"

typedef enum { JB_ERROR, JB_WARNING } jb_severity;

typedef struct jb_diags jb_diags;

jb_diags *jb_diags_new(jb_arena *arena);

void jb_error(jb_diags *diags, jb_pos pos, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void jb_warning(jb_diags *diags, jb_pos pos, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Add to the newest message: what to do about it. */
void jb_hint(jb_diags *diags, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Add to the newest message: another place that belongs to it. */
void jb_also(jb_diags *diags, jb_pos pos, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* A message that more will be known of: the newest, or the one like it that was
 * said before it; NULL when it is not kept.  It gets a hint as the newest one
 * does. */
typedef struct jb_message jb_message;
jb_message *jb_diags_newest(const jb_diags *diags);
void jb_hint_to(jb_diags *diags, jb_message *message, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* How many characters the caret of the newest message underlines (1 at first).
 */
void jb_span_chars(jb_diags *diags, unsigned chars);

/* What the newest message is, where its own words are put together elsewhere
 * (its format is "%s"): a format of codes.def. */
void jb_kind(jb_diags *diags, const char *kind);

/* As jb_error. */
void jb_error_va(jb_diags *diags, jb_pos pos, const char *format, va_list args)
	__attribute__((format(printf, 3, 0)));

/* The codes of what was said, errors and warnings, each once, in the order of
 * jb_diags_text: “E0203 W0301”; "" when there is none.  Free with g_free. */
char *jb_diags_codes(const jb_diags *diags);

/* Takes back what was said since a mark: of what is done anew. */
typedef struct jb_diags_mark {
	unsigned messages, errors, warnings, dropped;
} jb_diags_mark;
jb_diags_mark jb_diags_here(const jb_diags *diags);
void jb_diags_back(jb_diags *diags, jb_diags_mark mark);

unsigned jb_diags_errors(const jb_diags *diags);
unsigned jb_diags_warnings(const jb_diags *diags);

/* All messages as text, ordered by file (as first met), line and column; the
 * same message at the same place once.  Free with g_free. */
char *jb_diags_text(const jb_diags *diags);

/* The same for programs: a JSON object a line, in the same order, with file,
 * line, col, span, severity, code, message, hints and notes (other places, each
 * with file, line, col and message).  What is not known is left out.  Free with
 * g_free. */
char *jb_diags_json(const jb_diags *diags);

/* Appends text in quotes, with control and direction-changing characters
 * escaped; bytes that are not UTF-8 become U+FFFD. */
void jb_json_string(GString *out, const char *text);

#endif
