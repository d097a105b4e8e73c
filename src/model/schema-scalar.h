/* schema-scalar.h - one scalar against its type; only for schema-*.c. */
#ifndef JB_MODEL_SCHEMA_SCALAR_H
#define JB_MODEL_SCHEMA_SCALAR_H

#include "model/schema-type.h"

/* [a-z][a-z0-9_]* */
bool jb_id_valid(const char *text);

/* An id; or that of a table, a dot, and the names of row and column. */
bool jb_ref_valid(const char *text);

bool jb_scalar_fits(const jb_type *type, const jb_node *node);

/* The error for a scalar that does not fit.  subject names it: “value”, item
 * 2 of “cmyk”; key is the key it stands under. */
void jb_scalar_refuse(jb_arena *arena, jb_diags *diags, const jb_type *type,
	const jb_node *node, const char *subject, const char *key);

/* The error for a mapping's key that is no id. */
void jb_key_refuse(jb_arena *arena, jb_diags *diags, const jb_node *key);

/* “…” around what was written: one line, at most 40 characters. */
const char *jb_quote(jb_arena *arena, const char *text);

/* What the writer probably meant; NULL when it cannot be told
 * (schema-hint.c). */
const char *jb_hint_number(
	jb_arena *arena, const jb_node *node, const char *key);
const char *jb_hint_length(jb_arena *arena, const char *text);
const char *jb_hint_date(jb_arena *arena, const char *text);
const char *jb_hint_id(jb_arena *arena, const char *text);
const char *jb_hint_boolean(const char *text);

/* Full-width forms (U+FF01..FF5E) as ASCII; an input method leaves them. */
char *jb_half_width(jb_arena *arena, const char *text);

/* The key that was meant, of those of an object: misspelt, in capitals, in
 * full-width letters, quoted, or in Chinese; NULL when it cannot be told
 * (schema-key.c). */
const char *jb_key_meant(
	jb_arena *arena, const jb_object *object, const char *text);

#endif
