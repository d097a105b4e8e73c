/* diag-parts.h - a message and what stands below it; only for the files that
 * collect and print them. */
#ifndef JB_BASE_DIAG_PARTS_H
#define JB_BASE_DIAG_PARTS_H

#include "base/diag.h"

/* What stands below a message: a hint, or another place. */
typedef struct jb_remark {
	struct jb_remark *next;
	bool hint;
	jb_pos pos;
	const char *text;
} jb_remark;

struct jb_message {
	jb_severity severity;
	jb_pos pos;
	unsigned file; /* the how-manieth file met */
	unsigned serial;
	unsigned span;
	const char *text;
	unsigned code; /* of codes.def; 0 for none */
	jb_remark *remarks, **last_remark;
};

struct jb_diags {
	jb_arena *arena;
	GPtrArray *messages; /* jb_message */
	jb_message *newest;  /* NULL when the newest one was not kept */
	jb_message *like;    /* the same, or the one that said it before */
	unsigned errors, warnings, dropped;
};

#endif
