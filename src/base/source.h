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
} jb_source;

/* A place: line and column from 1, the column in characters (not bytes, not
 * cells).  src NULL means "no place": made by the program itself. */
typedef struct jb_pos {
	const jb_source *src;
	unsigned line, col;
} jb_pos;

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
