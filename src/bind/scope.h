/* scope.h - what a layout's words can see at a place: the report always, a
 * section, figure, event or note inside `each`, a page in furniture.
 */
#ifndef JB_BIND_SCOPE_H
#define JB_BIND_SCOPE_H

#include "bind/bind.h"

/* The notes of the prose that is being filled. */
typedef struct jb_footnotes {
	GPtrArray *notes; /* jb_footnote, by number */
	GHashTable *by_id;
} jb_footnotes;

struct jb_binding {
	jb_arena *arena;
	jb_diags *diags;
	const jb_report *report;
	const jb_layout *layout;
	jb_bound_section *sections; /* as report->sections */
	int depth;		    /* of templates inside templates */
	unsigned items;		    /* spans of marked texts so far */
	size_t blocks;		    /* that have been built so far */
	jb_footnotes *footnotes;    /* NULL: notes are not printed here */
	GHashTable *files;	    /* node of a file's name -> jb_bound_file */
	GHashTable *shown;	    /* set of jb_report_image, jb_table */
	GHashTable *leads;	    /* jb_section -> jb_lead: told.c */
};

/* A row of a report's table, and a cell of it. */
typedef struct jb_row_at {
	const jb_table *table;
	size_t row, column;
} jb_row_at;

typedef struct jb_scope {
	const jb_bound_section *section; /* or NULL */
	const jb_figure *figure;
	const jb_event *event;
	const jb_bound_note *note;
	const jb_report_image *image;
	const jb_picture *picture;
	const jb_series *series;
	const jb_list *list;
	const jb_bound_item *item;
	const jb_table *table;
	const jb_row_at *row, *cell;
	const jb_quoted *quote;
	const jb_comparison *comparison;
	const jb_page *page; /* in furniture */
	size_t index, count; /* of the innermost `each`, from 1; 0: none */
	bool limited;	     /* `more` is known: what an `each` left out */
	size_t more;
} jb_scope;

/* The text of a word such as section.title, NULL if the report has none;
 * *known tells whether there is such a word here at all (say.c). */
const jb_rich *jb_scope_say(jb_binding *binding, const jb_scope *scope,
	const char *path, const jb_node *at, bool *known);

/* Are there such words anywhere in a layout? */
bool jb_scope_knows(const void *binding, const char *path);

/* The error that there is no such word at pos. */
void jb_scope_unknown(jb_binding *binding, const char *path, jb_pos pos);

/* A layout's text with its references filled in; never NULL. */
const jb_rich *jb_scope_text(
	jb_binding *binding, const jb_scope *scope, const jb_node *text);

/* The same for what no reader sees as words: digits in it are no figures. */
const jb_rich *jb_scope_code(
	jb_binding *binding, const jb_scope *scope, const jb_node *text);

/* Do `when` and `unless` of a page or block let it be there? */
bool jb_scope_wants(
	jb_binding *binding, const jb_scope *scope, const jb_node *node);

/* The section with the role lede, or NULL. */
const jb_section *jb_scope_lede(const jb_binding *binding);

/* The listed figures of a section that none of its pictures shows, in file
 * order. */
const jb_figure **jb_scope_rest(
	jb_binding *binding, const jb_section *section, size_t *n);

/* Those of all stories with pictures, one story after the other. */
const jb_figure **jb_scope_all_rest(jb_binding *binding, size_t *n);

/* The things of a list: a scope each, added to an array of jb_scope.  False
 * where a path is no list, or is none here (each.c). */
bool jb_scope_list(jb_binding *binding, const jb_scope *scope, const char *path,
	GArray *out);

/* The scopes that `each` (a path, or a mapping with one) runs through; *more is
 * how many its limit has left out (each.c). */
jb_scope *jb_scope_each(jb_binding *binding, const jb_scope *scope,
	const jb_node *each, size_t *n, size_t *more);

/* Is there a thing of the report by its id, as lists.platforms?  False for a
 * path that is none of these (each.c). */
bool jb_scope_named(const jb_binding *binding, const char *path, bool *there);

/* The figure of figures.ID; NULL if the report has none. */
const jb_figure *jb_scope_figure(const jb_binding *binding, const char *path);

/* Bound things. */

/* Prose with its notes, which are numbered from 1 in the order of their marks.
 */
const jb_rich *jb_bind_prose(
	jb_binding *binding, jb_template text, jb_footnote ***notes, size_t *n);

const jb_rich *jb_bind_figure_text(
	jb_binding *binding, const jb_figure *figure);
jb_stat jb_bind_stat(jb_binding *binding, const jb_figure *figure);
jb_stat *jb_bind_stats(
	jb_binding *binding, const jb_figure *const *figures, size_t n);
jb_bound_event jb_bind_event(jb_binding *binding, const jb_event *event);
jb_bound_picture jb_bind_picture(
	jb_binding *binding, const jb_picture *picture);
/* With what it says of its change.  (change.c) */
jb_stat *jb_bind_changed(jb_binding *binding, const jb_figure *figure);
jb_bound_item jb_bind_item(
	jb_binding *binding, const jb_list *list, const jb_list_item *item);

/* 本报记者　张三　李四; NULL where nobody is named.  (say.c) */
const jb_rich *jb_bind_byline(
	jb_binding *binding, const jb_author *authors, size_t n);
/* Who is quoted, and what he or she is; NULL where nobody is named. */
const jb_rich *jb_bind_who(jb_binding *binding, const jb_quoted *quote);

jb_bound_note jb_bind_note(jb_binding *binding, const jb_note *note);

/* The report's figures that are listed, under their sections, those of a
 * series under its total. */
jb_table_part *jb_bind_table(jb_binding *binding, size_t *n);

/* A table of the report in the look of a block; NULL: of a picture, which has
 * a title of its own.  (table.c) */
const jb_bound_table *jb_bind_report_table(
	jb_binding *binding, const jb_table *table, const jb_node *block);

/* What one cell says, in words. */
const jb_rich *jb_bind_cell_text(
	jb_binding *binding, const jb_table *table, size_t row, size_t column);

/* 表1, or NULL of a table that is not numbered. */
const char *jb_table_number(jb_arena *arena, const jb_table *table);

/* The image that a block asks for; NULL after an error or where the report has
 * none. */
jb_bound_image *jb_bind_image(
	jb_binding *binding, const jb_scope *scope, const jb_node *block);

/* Looks at all images of the report, so that each layout tells what is wrong
 * with them. */
void jb_bind_report_images(jb_binding *binding);

/* What stands around a container; NULL for nothing, and for other blocks.
 * (boxes.c) */
const jb_box *jb_bind_box(
	jb_binding *binding, const jb_node *block, const char *object);

/* How a block stands in its place: `align`, `place`. */
void jb_bind_stand(jb_binding *binding, const jb_node *node, const char *object,
	jb_block *block);

/* The columns of a grid, and the gaps between them. */
void jb_bind_tracks(jb_binding *binding, const jb_node *node, jb_block *block);
void jb_bind_gap(jb_binding *binding, const jb_node *node, jb_block *block);

/* Columns a block spans.  (flow.c) */
int jb_bind_span(const jb_node *node, const char *object);

/* How a block stands in the flow: `float`, `keep`, `break`. */
void jb_bind_flow(jb_binding *binding, const jb_node *node, const char *object,
	jb_block *block);

/* What prose runs around. */
void jb_bind_insets(jb_binding *binding, const jb_scope *scope,
	const jb_node *node, jb_block *block);

/* Blocks (jb_block) with float: left or right become insets of the prose after
 * them, and leave the list. */
void jb_bind_sides(jb_binding *binding, GPtrArray *blocks);

/* Columns of a page, and what is between them. */
void jb_bind_columns(jb_binding *binding, const jb_node *leaf, jb_sheet *sheet);

/* Numbers of columns, each once, rising; NULL where the list is not there.
 * One that the page has not is an error.  (spans.c) */
int *jb_bind_spans(
	jb_binding *binding, const jb_node *list, int columns, size_t *n);

/* Ink and thickness of a line between columns; none where it is not given. */
jb_edge jb_bind_rule(jb_binding *binding, const jb_node *node);

/* A list of block nodes in a scope. */
jb_block **jb_bind_blocks(jb_binding *binding, const jb_scope *scope,
	const jb_node *list, size_t *n);

/* True when the pages have more blocks than are bound: an error says so. */
bool jb_bind_too_many(const jb_binding *binding);

#endif
