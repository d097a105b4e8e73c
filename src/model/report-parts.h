/* report-parts.h - what the files that read a report share; only for them.
 *
 * Reading goes in rounds: every id gets its thing (names.c), then each thing
 * is filled and its references resolved (figure.c, things.c), then values are
 * computed (derive.c), drawn (picture.c) and compared (check.c).
 */
#ifndef JB_MODEL_REPORT_PARTS_H
#define JB_MODEL_REPORT_PARTS_H

#include "model/report.h"

typedef enum {
	JB_NAMED_SCOPE,
	JB_NAMED_FIGURE,
	JB_NAMED_LIST,
	JB_NAMED_SERIES,
	JB_NAMED_EVENT,
	JB_NAMED_TABLE,
	JB_NAMED_COMPARISON,
	JB_NAMED_IMAGE,
	JB_NAMED_MAP,
	JB_NAMED_SECTION,
} jb_named_kind;

/* An id and what it stands for.  All ids of a report are in one namespace. */
typedef struct jb_named {
	jb_named_kind kind;
	const char *id;
	jb_pos pos;
	const jb_node *node; /* what the file says of it */
	void *thing;	     /* jb_figure, jb_list …; of a scope its node */
} jb_named;

typedef struct jb_reading jb_reading;
struct jb_reading {
	jb_arena *arena;
	jb_diags *diags;
	jb_report *report;
	GPtrArray *named;     /* jb_named, in the order of the file */
	GHashTable *operands; /* jb_figure -> jb_node: of those to compute */
	int n_numbered;	      /* pictures so far */
	int n_tables;	      /* numbered ones so far */
};

/* names.c */

/* Gives every id its (empty) thing; refuses ids that are used twice. */
void jb_names_collect(jb_reading *r, const jb_node *root);

/* The thing of an id, or NULL. */
void *jb_named_thing(
	const jb_report *report, const char *id, jb_named_kind kind);

/* "a figure", "an event" */
const char *jb_named_what(jb_named_kind kind);

/* The thing a scalar names; NULL after an error with the nearest name. */
void *jb_resolve(jb_reading *r, const jb_node *ref, jb_named_kind kind);

/* The same for an id of any kind. */
const jb_named *jb_resolve_any(jb_reading *r, const jb_node *ref);

/* A list of ids of figures (NULL: none); those that are none are left out. */
const jb_figure **jb_resolve_figures(
	jb_reading *r, const jb_node *list, size_t *n);

/* An error under the whole of a scalar. */
void jb_refuse(jb_reading *r, const jb_node *node, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The file a scalar names, beside the report; NULL after an error where it is
 * outside the report's folder, and without one where it cannot be read: then
 * `why` says so in the system's words (else it is NULL). */
const jb_source *jb_read_beside(
	jb_reading *r, const jb_node *name, const char **why);

/* The index of a word in a table that has it; 0 for NULL. */
unsigned jb_word_index(const char *word, const char *const *words, size_t n);

/* Of a checked mapping: NULL, year 0, 0, NULL if the key is not there. */
jb_template jb_read_template(const jb_node *map, const char *key);
jb_date jb_read_date(const jb_node *map, const char *key);
int jb_read_at(jb_reading *r, const jb_node *map, jb_pos *pos);
const char *jb_read_section(jb_reading *r, const jb_node *map);
jb_status jb_read_status(const jb_node *map, const char *object);

/* figure.c */
void jb_figure_read(jb_reading *r, jb_figure *figure, const jb_named *named);

/* False for a figure that lacks a value by mistake: that has been said. */
bool jb_figure_sound(const jb_figure *figure);

/* value * 10^power is a whole number; NULL count: not asked for. */
bool jb_figure_whole(const jb_figure *figure, int64_t *count);

/* Takes a unit apart: 亿元 is 10^8 of 元. */
void jb_figure_unit(jb_figure *figure, const char *unit);

/* A unit that is none is an error. */
void jb_unit_check(jb_reading *r, const jb_node *unit);

/* table.c: before everything else, for the cells are figures with names. */
void jb_tables_read(jb_reading *r);

/* table-file.c: the columns and rows that a table has in the report or in its
 * file.  False after an error that leaves nothing to read. */
bool jb_table_load(jb_reading *r, const jb_node *map, const jb_node **columns,
	const jb_node **rows);

/* table-cell.c */

/* What a cell of a column says.  `row` is whose it is, for its name. */
void jb_cell_read(jb_reading *r, const jb_table *table, size_t row,
	const jb_table_column *column, jb_table_cell *cell,
	const jb_node *node);

/* Looks like a number, perhaps with its bound or %: 1197, 约40, 3.2%. */
bool jb_cell_numeric(const char *text);

/* The reason in 未公布, 未统计, 不适用, 不予公布, or in a word of the table's
 * `missing`; JB_PRESENT for others. */
jb_missing jb_missing_of(const jb_table *table, const char *text);

/* The one figure that a text is: "${parks}"; NULL for others. */
const jb_node *jb_cell_reference(jb_reading *r, const jb_node *text);

/* table-total.c */

/* Says of what the cells with `sum` are the sums. */
void jb_table_derive(jb_reading *r, const jb_table *table);

/* After derive: stated totals against the sums of their rows. */
void jb_tables_check(jb_reading *r);

/* derive.c */
void jb_derive_all(jb_reading *r);

/* change.c: `previous`, `change` and `trend` of figures say what can be. */
void jb_changes_check(jb_reading *r);

/* things.c */
void jb_list_read(jb_reading *r, jb_list *list, const jb_named *named);
void jb_series_read(jb_reading *r, jb_series *series, const jb_named *named);
void jb_event_read(jb_reading *r, jb_event *event, const jb_named *named);
void jb_comparison_read(
	jb_reading *r, jb_comparison *comparison, const jb_named *named);
jb_author *jb_authors_read(jb_reading *r, const jb_node *list, size_t *n);
jb_quoted *jb_quotes_read(jb_reading *r, const jb_node *list, size_t *n);
void jb_image_read(
	jb_reading *r, jb_report_image *image, const jb_named *named);

/* map.c */
void jb_map_read(jb_reading *r, struct jb_map *map, const jb_named *named);

/* picture-table.c: what a picture shows of a table's columns, after the steps
 * of its `transform` (NULL: none); false after an error. */
bool jb_picture_of_table(jb_reading *r, jb_picture *picture, const jb_node *map,
	const jb_node *steps);

/* picture-mean.c: after `of` and `lines`; false after an error. */
bool jb_picture_mean(
	jb_reading *r, jb_picture *picture, const jb_node *map);

/* picture.c */
void jb_picture_read(jb_reading *r, jb_picture *picture, const jb_node *map);

/* form.c */
jb_form jb_form_of(const char *word);  /* JB_CHARTED for all others */
const char *jb_form_word(size_t form); /* NULL after the last */

/* Whether a picture is numbered where the report does not say. */
bool jb_form_numbered(jb_form form);

/* charted.c */

/* Gives each picture that is a chart its recipe; refuses forms that are not
 * there, and what they cannot show. */
void jb_charts_judge(jb_reading *r, GHashTable *recipes);

/* Of a tree with other mistakes: refuses forms that are not there. */
void jb_forms_check(jb_diags *diags, const jb_node *root, GHashTable *recipes);

/* A figure with a mistake of its own says nothing about the form. */
bool jb_subject_sound(const jb_subject *of);

/* Figures alone are one run; so is each series.  0 where both are given. */
size_t jb_subject_runs(const jb_subject *of);

/* Refuses, at the form's word, what the form cannot show. */
void jb_form_check(
	jb_reading *r, const jb_picture *picture, const jb_node *word);

/* check.c: the checks of the file and the totals of series. */
void jb_checks_run(jb_reading *r, const jb_node *checks);

/* nest.c: refuses texts that name themselves or grow too large.  `extents`
 * (jb_template -> its extent) is what has been measured so far. */
void jb_report_nesting(jb_arena *arena, jb_diags *diags,
	const jb_report *report, GHashTable *extents, jb_template text);

/* marks.c */

/* Tells every text of a checked tree which marks it may hold. */
void jb_marks_permit(jb_node *root);

void jb_footnotes_read(jb_reading *r, const jb_node *map); /* NULL: none */

/* The pieces of a text, with a message for each mark that is wrong and each
 * note that is not there.  `used` (a set of ids) gets its notes. */
struct jb_piece *jb_marks_check(jb_arena *arena, jb_diags *diags,
	const jb_report *report, const jb_node *text, GHashTable *used,
	size_t *n, size_t *bad);

/* What is written and printed nowhere is a slip. */
void jb_footnotes_unused(
	jb_diags *diags, const jb_report *report, GHashTable *used);

/* slips.c */

/* Length of the longest literal of the report that stands at s, or 0. */
size_t jb_literal_at(const jb_report *report, const char *s, size_t len);

/* Slips of the keyboard in a text's pieces (base/suspect.h), each a warning,
 * and all kept in report->slips; notes in it are texts of their own. */
void jb_report_slips(jb_arena *arena, jb_diags *diags, const jb_report *report,
	const jb_node *node, const struct jb_piece *pieces, size_t n);

/* lint.c */
void jb_report_lint(jb_arena *arena, jb_diags *diags, const jb_report *report,
	jb_node *root);

#endif
