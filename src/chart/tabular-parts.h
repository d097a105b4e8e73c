/* tabular-parts.h - what the files of a table share; only for them. */
#ifndef JB_CHART_TABULAR_PARTS_H
#define JB_CHART_TABULAR_PARTS_H

#include "chart/tabular.h"

/* A number taken apart: what stands before it, the digits, what stands after.
 * `left` is the width up to the decimal point, `right` the rest. */
typedef struct jb_digits {
	const jb_rich *before, *number, *after;
	double before_pt, whole_pt, rest_pt, after_pt;
	double left, right;
	bool words; /* no number: `number` says why, and ends at the digits */
} jb_digits;

/* A column with its measures. */
typedef struct jb_tab_column {
	double x, width;    /* of what stands in it, without padding */
	double left, right; /* of its numbers, around the point */
	double hang;	    /* of `right`: what is behind the digits */
	double bar;	    /* room for bars, 0: none */
	double low, high;   /* of the bars' scale; low <= 0 <= high */
	double least, natural;
} jb_tab_column;

typedef struct jb_tab_row {
	double y; /* from the top of the first row */
	double height;
	bool joined;	  /* with the row above, by a merged cell */
	jb_group **words; /* of each cell that has some, else NULL */
	jb_digits *digits;
} jb_tab_row;

struct jb_tabular {
	jb_desk *desk;
	const jb_bound_table *table;
	double width, pad,
		edge; /* between cells half of the gap; at the ends */
	jb_tab_column *columns;
	jb_tab_row *rows;
	double pitch; /* between lines of one cell */
	double base;  /* of a row's first line */
	double foot_height, title_height, head_height, group_height;
	jb_tag *tag;
	/* styles by alignment: words of plain rows, of totals, of heads */
	const jb_style *cell[4], *total[4], *head[4];
	const jb_style *number, *number_total, *group, *note, *title, *aside;
};

/* tabular.c */

/* Over the heading of a group. */
#define JB_TAB_GROUP_GAP_PT 3

bool jb_tab_is_total(const jb_bound_row *row);

/* What a cell's lines have over and under them, together. */
double jb_tab_padding(const jb_tabular *t);

/* Width and indent of a cell's words. */
double jb_tab_words_width(
	const jb_tabular *t, const jb_bound_row *row, size_t c, double *indent);

/* Does what begins with a row have the head?  How high the words over what is
 * continued are. */
bool jb_tab_has_head(const jb_tabular *t, size_t from);
double jb_tab_continued(const jb_tabular *t);

/* tabular-cell.c */

/* A style of a table's words, for lines of one cell. */
const jb_style *jb_tab_style(
	jb_tabular *t, const char *name, jb_text_align align);

/* The mark of a note, as a text that is raised; NULL for 0. */
const jb_rich *jb_tab_mark(const jb_tabular *t, int note, jb_pos pos);

/* Words with the mark of their note behind them. */
const jb_rich *jb_tab_marked(
	const jb_tabular *t, const jb_rich *words, int note, jb_pos pos);

/* The head of a column, with its unit if that is asked for, and its note. */
const jb_rich *jb_tab_head_words(const jb_tabular *t, size_t column, bool unit);

jb_digits jb_tab_digits(jb_tabular *t, const jb_bound_cell *cell, bool total);

/* A number on a baseline, its point at x. */
void jb_tab_put_digits(jb_tabular *t, jb_group *group, double x,
	double baseline, const jb_bound_cell *cell, const jb_digits *digits,
	bool total);

/* Mark and words of a status at x. */
void jb_tab_put_status(jb_tabular *t, jb_group *group, double x,
	double baseline, jb_status status);
double jb_tab_status_width(jb_tabular *t);

/* The bar of a number from the zero of its column. */
void jb_tab_put_bar(jb_tabular *t, jb_group *group, const jb_tab_column *column,
	double y, double height, const jb_figure *figure);

/* tabular-width.c */
void jb_tab_set_widths(jb_tabular *t);

/* tabular-head.c */

/* Heights of title and head for the widths. */
void jb_tab_measure_head(jb_tabular *t);
jb_group *jb_tab_title(jb_tabular *t);
/* `again`: on a further page, for the eye alone. */
jb_group *jb_tab_head(jb_tabular *t, bool again);
jb_group *jb_tab_foot(jb_tabular *t);

/* Does a column stand under the same head as its left neighbour? */
bool jb_tab_same_group(const jb_tabular *t, size_t column);

/* Width from the left edge of a column to the right one of another. */
double jb_tab_reach(const jb_tabular *t, size_t column, int span);

#endif
