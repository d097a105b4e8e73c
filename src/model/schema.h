/* schema.h - one table says what a report, a layout and a theme may hold.
 *
 * schema.def has one row a key; the checker, the defaults, the JSON Schema
 * for editors and the reference manual all read it.
 *
 * A type is written as words:
 *
 *	text            any scalar, as written
 *	string          the same, with ${…} references
 *	title           the same, with names, titles and ruby (model/markup.h)
 *	marked          the same, with all marks but notes
 *	prose           the same, with all marks
 *	number          a decimal number (base/decimal.h)
 *	integer A B     from A to B
 *	boolean
 *	length          base/length.h; in a layout or theme, or a token's name
 *	id              [a-z][a-z0-9_]*
 *	date            YYYY, YYYY-MM or YYYY-MM-DD, a day that exists
 *	path            words joined by dots: section.figures
 *	enum A B C      one of these words
 *	any             anything (checked elsewhere)
 *	@NAME           a mapping with the keys of object NAME
 *	list T          a list of T
 *	map T           a mapping from ids to T
 *	names T         a mapping from any names to T
 *	block           a mapping with the keys of one of the block.* objects,
 *	                told by the one block word it holds
 *	A | B           either
 *	map ( A | B )   a mapping to either
 *	open A          an A in which ${name} may stand for any value
 */
#ifndef JB_MODEL_SCHEMA_H
#define JB_MODEL_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/messages.h"
#include "yaml/node.h"

typedef struct jb_schema_key {
	const char *object; /* "figure", "block.stat" */
	const char *key;
	const char *type;
	bool required;
	const char *fallback; /* the default as YAML text, or NULL */
	const char *doc;      /* one sentence, Markdown */
} jb_schema_key;

/* All rows, in the order of schema.def. */
const jb_schema_key *jb_schema_keys(size_t *n);

/* The row of a key, or NULL.  block.* objects also have the keys of "block". */
const jb_schema_key *jb_schema_lookup(const char *object, const char *key);

/* What a key is for, in a language: one sentence, Markdown.  schema-zh.def has
 * the Chinese; the English where it has none. */
const char *jb_schema_doc(const jb_schema_key *row, jb_tongue tongue);

/* The rows of schema-zh.def, for the test; NULL past the last one. */
typedef struct jb_schema_chinese {
	const char *object, *key, *doc;
} jb_schema_chinese;
const jb_schema_chinese *jb_schema_chinese_row(size_t i);

/* Checks a whole file's tree against an object ("report", "layout", "theme"):
 * every unknown key (with the nearest), missing key, wrong type, bad word.  A
 * tree that `extends` another may leave out keys, and take out with ~ those that
 * need not be there; what it makes with the other is checked again.
 * Returns false when it added an error. */
bool jb_schema_check(jb_diags *diags, const jb_node *node, const char *object);

/* The same for a tree without templates and tokens (model/expand.h,
 * model/tokens.h): a length is a length, and ${name} a text. */
bool jb_schema_check_plain(
	jb_diags *diags, const jb_node *node, const char *object);

/* Is a scalar nothing but ${name}, with a name that is an id?  Then *name, in
 * the arena, is that. */
bool jb_parameter_alone(
	jb_arena *arena, const jb_node *scalar, const char **name);

/* Does a text hold a ${name}? */
bool jb_parameter_within(const jb_node *scalar);

/* A copy of a checked tree in which each scalar that should be a length and is
 * none became what `length` makes of it; columns of a grid, too.  Without any
 * it is the tree itself. */
typedef const jb_node *jb_schema_length(const jb_node *scalar, void *data);
const jb_node *jb_schema_lengths(jb_arena *arena, const jb_node *root,
	const char *object, jb_schema_length *length, void *data);

/* Reading a checked tree: the value of a key, or the default's; NULL or the
 * given value when there is neither.  Only after jb_schema_check. */
const char *jb_schema_text(
	const jb_node *map, const char *object, const char *key);
bool jb_schema_bool(const jb_node *map, const char *object, const char *key);
int jb_schema_int(const jb_node *map, const char *object, const char *key);

/* Visits every text of a checked tree: scalars of the types string, title,
 * marked and prose, whose word is passed; a text with an alias once for each.
 */
typedef void jb_schema_visit(
	jb_node *text, const jb_schema_key *row, const char *type, void *data);
void jb_schema_strings(
	jb_node *root, const char *object, jb_schema_visit *visit, void *data);

/* The block word of a block's mapping ("stat"), or NULL. */
const char *jb_schema_block_word(const jb_node *map);

/* JSON Schema 2020-12 of "report", "layout" or "theme" with descriptions in a
 * language, as text that ends in a newline; NULL for any other name. */
char *jb_schema_json(jb_arena *arena, const char *object, jb_tongue tongue);

/* The reference of one language as mdoc list items, for the manual page. */
char *jb_schema_manual(jb_arena *arena, const char *object, jb_tongue tongue);

#endif
