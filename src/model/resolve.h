/* resolve.h - what a reference of a report's text means.
 *
 *	${figure}         its wording: 约1197公顷
 *	${figure.number}  the numeral alone       ${figure.unit}   the unit
 *	${figure.label}   .short .scope           ${figure.due}    .as_of
 *	${event}          its title               ${event.date}    2020年6月15日
 *	${event.short}    6月15日, 3月
 *	${list.count}     its items               ${series.count}  .known .label
 *	${scope}          the scope in words
 *
 * Whole numbers and counts take the format |hanzi: 四.
 */
#ifndef JB_MODEL_RESOLVE_H
#define JB_MODEL_RESOLVE_H

#include "model/report.h"

typedef struct jb_resolved {
	const char *text;	 /* or NULL: see nested */
	jb_template nested;	 /* a text that has references of its own */
	const jb_figure *figure; /* whose number the text is, or NULL */
} jb_resolved;

/* Texts that name texts are filled this deep (the outermost is one) and this
 * far; model/nest.c refuses reports with any that go further. */
enum {
	JB_NEST_MAX = 8,
	JB_FILL_PIECES_MAX = 100000,
	JB_FILL_BYTES_MAX = 4 << 20,
};

/* False when the path or format means nothing. */
bool jb_report_resolve(jb_arena *arena, const jb_report *report,
	const char *path, const char *format, jb_resolved *out);

/* The same with the reason as a message at pos. */
bool jb_report_resolve_or_say(jb_arena *arena, jb_diags *diags,
	const jb_report *report, const char *path, const char *format,
	jb_pos pos, jb_resolved *out);

/* A template with everything filled in, as a plain string: without marks and
 * notes. */
char *jb_report_fill(
	jb_arena *arena, const jb_report *report, jb_template text);

#endif
