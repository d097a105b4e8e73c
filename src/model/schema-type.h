/* schema-type.h - the table's types as trees; only for model/schema*.c.
 *
 * A grammar is made for one use (a check, a JSON Schema, a manual) and lives
 * in the arena it is given.
 */
#ifndef JB_MODEL_SCHEMA_TYPE_H
#define JB_MODEL_SCHEMA_TYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <glib.h>

#include "base/arena.h"
#include "model/schema.h"

/* Scalars first: see jb_type_scalar(). */
typedef enum {
	JB_TYPE_TEXT,
	JB_TYPE_STRING,
	JB_TYPE_NUMBER,
	JB_TYPE_INTEGER,
	JB_TYPE_BOOLEAN,
	JB_TYPE_LENGTH,
	JB_TYPE_ID,
	JB_TYPE_REF, /* an id, or one of a table's cell */
	JB_TYPE_DATE,
	JB_TYPE_PATH,
	JB_TYPE_ENUM,
	JB_TYPE_ANY,
	JB_TYPE_LIST,
	JB_TYPE_MAP,
	JB_TYPE_NAMES,
	JB_TYPE_OBJECT,
	JB_TYPE_BLOCK,
} jb_type_kind;

typedef struct jb_type jb_type;
struct jb_type {
	jb_type_kind kind;
	const char *word;   /* as the table has it: "marked" */
	const char **words; /* enum */
	size_t n_words;
	int least, most;     /* integer */
	bool open; /* ${name} may stand for anything in it */
	const char *object;  /* @NAME */
	const jb_type *of;   /* what a list, map or names holds */
	const jb_type *next; /* after |, or NULL */
};

/* An object of the table with the types of its keys.  A block.* object has
 * the keys of "block" after its own. */
typedef struct jb_object {
	const char *name;
	const jb_schema_key **rows;
	const jb_type **types;
	const char **keys; /* the keys alone, for jb_words_nearest */
	size_t n;
} jb_object;

typedef struct jb_grammar {
	jb_arena *arena;
	GHashTable *objects; /* name -> jb_object */
	const char **block_words;
	size_t n_block_words;
} jb_grammar;

jb_grammar *jb_grammar_new(jb_arena *arena);

/* NULL for a name the table does not have. */
const jb_object *jb_grammar_object(const jb_grammar *grammar, const char *name);

/* The object of a block word: "stats" gives block.stats; or NULL. */
const jb_object *jb_grammar_block(const jb_grammar *grammar, const char *word);

/* Objects that can be reached from one, itself first: jb_object. */
GPtrArray *jb_grammar_reach(const jb_grammar *grammar, const char *name);

bool jb_type_scalar(const jb_type *type);

/* What a message asks for: "a number", "an id or a list". */
const char *jb_type_noun(jb_arena *arena, const jb_type *type);

/* "a, b, c" */
const char *jb_words_join(jb_arena *arena, const char *const *words, size_t n);

#endif
