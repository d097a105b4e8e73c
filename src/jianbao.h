/* jianbao.h - a report becomes a scene: the whole way, from the files to the
 * pages.
 */
#ifndef JB_JIANBAO_H
#define JB_JIANBAO_H

#include "base/diag.h"
#include "model/layout.h"
#include "model/report.h"
#include "scene/scene.h"
#include "text/font.h"

/* What all documents share: where layouts, themes and fonts are. */
typedef struct jb_shop {
	const char *layouts, *themes, *charts; /* folders */
	jb_fonts *fonts;
} jb_shop;

typedef struct jb_job {
	const char *report; /* path of the report */
	const char *layout; /* name of a shipped one, or path; NULL: briefing */
	const char *theme;  /* name or path; NULL: the layout's own */
	const char *const *sets; /* model/overlay.h; NULL at the end, or NULL */
	bool outlines;		 /* note where blocks stand */
	bool boxes; /* and draw them, the columns and the grid over the pages */
	const char *epoch; /* SOURCE_DATE_EPOCH or NULL: jb_epoch_parse() */
} jb_job;

typedef struct jb_document {
	const jb_report *report;
	const jb_layout *layout;
	const jb_scene *scene;
} jb_document;

/* Seconds since 1970, in digits, up to the year 9999; false for anything else.
 */
bool jb_epoch_parse(const char *text, int64_t *seconds);

/* ISO 8601, for a file's dates; an epoch that is NULL or no number gives the
 * start of 2000. */
const char *jb_epoch_date(jb_arena *arena, const char *epoch);

/* The layout of a job and its theme, read and checked; NULL with *error when a
 * file cannot be read, or with errors in diags. */
jb_layout *jb_layout_open(const jb_shop *shop, jb_arena *arena, jb_diags *diags,
	const jb_job *job, GError **error);

/* Makes the pages of a report.  NULL with *error when a file cannot be read
 * (G_FILE_ERROR).  What is wrong in the files is in diags: with errors there
 * the document must not be printed, and its parts after the failing step are
 * NULL. */
jb_document *jb_make(const jb_shop *shop, jb_arena *arena, jb_diags *diags,
	const jb_job *job, GError **error);

#endif
