/* source.h - a text that was read, and a place in it. */
#ifndef JB_BASE_SOURCE_H
#define JB_BASE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <glib.h>

#include "base/arena.h"

typedef struct jb_source {
	const char *name; /* as the user wrote it: what a message shows */
	const char *text; /* UTF-8 or not: yaml/ checks; NUL after the end */
	size_t len;
	unsigned *lines; /* where each line starts, in bytes */
	unsigned n_lines;
	const struct jb_source *file; /* it is a view of; NULL: itself */
	const struct jb_via *via;     /* how the text got where it is */
} jb_source;

/* A place: line and column from 1, the column in characters (not bytes, not
 * cells).  src NULL means "no place": made by the program itself. */
typedef struct jb_pos {
	const jb_source *src;
	unsigned line, col;
} jb_pos;

/* Another place that belongs to all messages about a text: where a template is
 * used, or the place in it that takes what is said elsewhere. */
typedef struct jb_via {
	jb_pos pos;
	const char *said; /* English: “used here” */
	const struct jb_via *next;
} jb_via;

/* The same text, seen by way of another place, which goes before those that
 * the source has itself. */
const jb_source *jb_source_view(
	jb_arena *arena, const jb_source *src, jb_pos via, const char *said);

/* Are these one file, or views of it? */
bool jb_source_same(const jb_source *a, const jb_source *b);

/* Files larger than this are refused (ecosystem limits: 16 MiB). */
#define JB_SOURCE_MAX ((size_t)16 << 20)

/* Reads a regular file.  NULL with *error set when it cannot be read, is not
 * a regular file or is too large. */
jb_source *jb_source_read(jb_arena *arena, const char *path, GError **error);

/* Wraps a text in memory (copied). */
jb_source *jb_source_new(
	jb_arena *arena, const char *name, const char *text, size_t len);

/* The bytes of a line (from 1) without its line end; *len is 0 past the end. */
const char *jb_source_line(const jb_source *src, unsigned line, size_t *len);

/* Cells a terminal gives a character: 0 combining, 2 wide or full width
 * (UAX #11 W and F), else 1. */
int jb_char_width(gunichar c);

#endif
