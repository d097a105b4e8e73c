/* json.h - JSON as text that people can read: a member a line, two blanks a
 * step.
 */
#ifndef JB_BASE_JSON_H
#define JB_BASE_JSON_H

#include <stdbool.h>
#include <glib.h>

/* {out, 0, true} begins a text; out is the caller's. */
typedef struct jb_json {
	GString *out;
	unsigned depth;
	bool first; /* nothing stands yet in the innermost braces */
} jb_json;

/* `key` is NULL for an item of a list, and for the outermost value; `brace`
 * is { or [ here, } or ] below. */
void jb_json_open(jb_json *j, const char *key, char brace);
void jb_json_shut(jb_json *j, char brace);

void jb_json_put(jb_json *j, const char *key, const char *text);

/* A value that is JSON already. */
void jb_json_put_raw(jb_json *j, const char *key, const char *value);

#endif
