/* data.h - what a picture shows, as rows and columns that can be rearranged
 * before it is drawn.
 *
 * Every number is a figure: a cell of a table as it is, or one that a transform
 * has made of others (its operands).  All of it belongs to the arena.
 */
#ifndef JB_MODEL_DATA_H
#define JB_MODEL_DATA_H

#include "model/report.h"

struct jb_reading;

/* A column.  `words` has a text by row, dates and numbers, too, so that rows
 * can be told by it; NULL where there is none. */
typedef struct jb_field {
	const char *key;
	jb_template label;
	jb_pos pos;
	bool timed;  /* dates say when */
	bool number; /* figures, NULL where the report has no such cell */
	bool adds;   /* sums of it mean something */
	jb_template *words;
	jb_date *dates;
	const jb_figure **figures;
} jb_field;

typedef struct jb_data {
	const char *id; /* of the table or series */
	jb_pos pos;	/* for messages: of the picture's `of` */
	jb_field *fields;
	size_t n_fields;
	size_t n;	/* rows */
	const char *by; /* the column that tells series apart, or NULL */
	const char *x;
	GPtrArray *notes; /* const char *: what the reader must be told */
} jb_data;

/* The plain rows of a table. */
jb_data *jb_data_of_table(jb_arena *arena, const jb_table *table, jb_pos pos);

/* The column that a scalar names; -1 after an error. */
int jb_data_find(
	struct jb_reading *r, const jb_data *data, const jb_node *name);

jb_field *jb_data_add(jb_arena *arena, jb_data *data, const jb_field *field);

/* Keeps the rows of a list of numbers, in its order. */
void jb_data_take(jb_arena *arena, jb_data *data, const size_t *rows, size_t n);

/* The text of a cell, "" if there is none. */
const char *jb_data_text(const jb_data *data, size_t field, size_t row);

/* Columns side by side, one for each text of the column `by`, instead of one
 * below the other; false after an error. */
bool jb_data_widen(struct jb_reading *r, jb_data *data);

/* transform.c: what stands under `transform` of a picture or recipe, done in
 * the order in which it is written; false after an error. */
bool jb_data_transform(
	struct jb_reading *r, jb_data *data, const jb_node *steps);

#endif
