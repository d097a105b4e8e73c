/* report.h - a report, typed and checked: what the YAML says, nothing more.
 *
 * Everything belongs to the arena it was read with.  Strings with ${…} are
 * kept as their node: bind/ fills them.
 */
#ifndef JB_MODEL_REPORT_H
#define JB_MODEL_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <glib.h>

#include "base/decimal.h"
#include "base/diag.h"
#include "base/suspect.h"
#include "model/date.h"
#include "yaml/node.h"

typedef enum {
	JB_EXACT,
	JB_ABOUT,    /* 约 */
	JB_OVER,     /* 余 */
	JB_AT_LEAST, /* 以上 */
	JB_AT_MOST,  /* 以内 */
	JB_UNDER,    /* 不足 */
} jb_bound;

typedef enum {
	JB_ACTUAL,
	JB_STARTED,
	JB_PROVISIONAL,
	JB_ESTIMATE,
	JB_PLANNED,
	JB_TARGET,
	JB_PROPOSED, /* events only */
} jb_status;

typedef enum {
	JB_PRESENT,
	JB_NOT_STATED,
	JB_NOT_COLLECTED,
	JB_NOT_APPLICABLE,
	JB_VAGUE, /* 数十个: a wording without a number */
	JB_SUPPRESSED,
} jb_missing;

typedef enum {
	JB_GIVEN,
	JB_SUM,
	JB_DIFF,
	JB_RATIO,
	JB_SHARE,
	JB_COUNT,
	JB_GROWTH,
	JB_MEAN,
} jb_verb;

/* A text with ${…} still in it: the scalar node, or NULL. */
typedef const jb_node *jb_template;

typedef struct jb_figure jb_figure;
struct jb_figure {
	const char *id;
	jb_pos pos;	  /* of the id */
	jb_pos value_pos; /* of the value (or of `derived`) */
	bool has_value;	  /* false: see missing */
	jb_decimal value; /* as written, in `unit`; derived ones are computed */
	const char *unit; /* as written, "" if none: 亿元 */
	int power;	  /* of ten, in the unit's prefix: 亿 is 8 */
	const char *prefix; /* 亿, 万, 千, "" */
	const char *noun;   /* 元; % stands here too */
	jb_bound bound;
	jb_status status;
	jb_missing missing;
	const char *as; /* wording, or NULL */
	jb_template label, short_label, gloss, measure, base, subject, time,
		note;
	jb_template scope; /* of the scopes table or its own words; or NULL */
	int direction;	   /* +1 up, -1 down, 0 not said */
	const jb_figure *previous, *change; /* or NULL */
	const struct jb_series *trend;	    /* or NULL */
	int good;	     /* the direction for the better, 0 not said */
	const char *section; /* id or NULL */
	jb_date as_of, due;
	int decimals; /* -1: not said */
	bool fine;    /* the value has more decimals than are said */
	bool listed;
	const char *icon; /* over its number in stats, or NULL */
	jb_pos icon_pos;
	int at; /* line of the source text, 0: none */
	jb_pos at_pos;
	jb_verb verb;
	const jb_figure **operands; /* sum, diff, ratio, share, mean */
	size_t n_operands;
	const struct jb_list *counted; /* count */
};

typedef struct jb_list_item {
	jb_template name, detail, when;
	const char *icon;
	const struct jb_event *event;
	struct jb_list_item *items; /* under it */
	size_t n;
	jb_pos pos;
} jb_list_item;

typedef struct jb_list {
	const char *id;
	jb_pos pos;
	jb_template label;
	const char *icon;
	const char *section; /* id or NULL */
	jb_list_item *items;
	size_t n;
} jb_list;

typedef struct jb_series {
	const char *id;
	jb_pos pos;
	jb_template label;
	const jb_figure **items;
	size_t n;
	const jb_figure *total; /* or NULL */
} jb_series;

typedef struct jb_event {
	const char *id;
	jb_pos pos;
	jb_date from, date; /* from: year 0 where it has no begin */
	jb_pos date_pos;
	jb_template title, short_title, who, detail;
	const char *section; /* id or NULL */
	jb_status status;
	bool open_start;
	const jb_figure **refs;
	size_t n_refs;
	const char *as; /* the date's wording, or NULL */
	int at;
	jb_pos at_pos;
} jb_event;

/* ---- tables ---- */

typedef enum {
	JB_COLUMN_TEXT,
	JB_COLUMN_NUMBER,
	JB_COLUMN_PERCENT,
	JB_COLUMN_DATE,
	JB_COLUMN_STATUS,
	JB_COLUMN_BAR,
} jb_column_type; /* in the order of table_column.type in schema.def */

typedef struct jb_table_column {
	const char *key; /* its id, else its head, or c1, c2 … */
	jb_pos pos;
	jb_template label, group, note;
	jb_column_type type;
	const char *unit;  /* "" if none */
	int decimals;	   /* -1: not said */
	int align;	   /* 0 start, 1 center, 2 end; -1: not said */
	const char *width; /* a length, or NULL */
	bool sum;	   /* adds up in rows of totals */
	jb_decimal tolerance;
} jb_table_column;

/* One cell: a figure, a date, a status, or words.  A covered one belongs to the
 * cell that spans it. */
typedef struct jb_table_cell {
	jb_pos pos;
	const jb_figure *figure; /* or NULL */
	jb_template text;	 /* words, or NULL */
	jb_template note;
	jb_date date; /* year 0: none */
	bool has_status;
	jb_status status;
	int span, rows; /* at least 1 */
	bool covered;
	bool joined; /* with its left neighbour, by a cell over both */
} jb_table_cell;

typedef enum {
	JB_ROW_PLAIN,
	JB_ROW_GROUP,	    /* a heading */
	JB_ROW_GROUP_TOTAL, /* of its group */
	JB_ROW_TOTAL,	    /* of the table */
} jb_row_kind;

typedef struct jb_table_row {
	jb_row_kind kind;
	const char *key; /* its id, else its first cell, or r1, r2 … */
	jb_pos pos;
	jb_template group;    /* of a heading */
	jb_template note;     /* to its first cell */
	bool within;	      /* part of the row above */
	jb_table_cell *cells; /* n_columns; NULL for a heading */
} jb_table_row;

typedef struct jb_table {
	const char *id;
	jb_pos pos;
	jb_template label, title, source, note;
	const char *section; /* id or NULL */
	int number;	     /* 表n, 0: not numbered */
	jb_table_column *columns;
	size_t n_columns;
	GHashTable *missing; /* word -> jb_missing; or NULL */
	const char *unit; /* of columns of numbers that say none */
	const jb_node *file; /* that the rows come from, or NULL */
	jb_table_row *rows;
	size_t n_rows;
} jb_table;

typedef struct jb_comparison_row {
	jb_template label;
	jb_template *cells; /* as many as sides */
} jb_comparison_row;

/* Two or three sides held against each other. */
typedef struct jb_comparison {
	const char *id;
	jb_pos pos;
	jb_template label;
	const char *section; /* id or NULL */
	jb_template *sides;
	size_t n_sides;
	jb_comparison_row *rows;
	size_t n_rows;
} jb_comparison;

typedef struct jb_author {
	jb_template name, role; /* role may be NULL */
} jb_author;

typedef struct jb_quoted {
	jb_template text, who, title; /* who and title may be NULL */
	jb_pos pos;
} jb_quoted;

/* An image in a file beside the report. */
typedef struct jb_report_image {
	const char *id;
	jb_pos pos;
	const jb_node *file;
	jb_template alt, caption, credit;
	const jb_node *focus; /* two lengths, or NULL */
	const char *section;  /* id or NULL */
} jb_report_image;

typedef enum {
	JB_SQUARES,
	JB_CHANGE,
	JB_TRANCHES,
	JB_QUOTE,
	JB_RANGE,
	JB_UNITS,
	JB_CLOCK,
	JB_LIST,
	JB_ROADMAP,
	JB_WAFFLE,
	JB_RADII,
	JB_DATES,
	JB_STATS,
	JB_BARS,
	JB_TABLE,
	JB_PIE,
	JB_DONUT,
	JB_SUNBURST,
	JB_TREEMAP,
	JB_SCATTER,
	JB_BUBBLE,
	JB_CIRCLES,
	JB_FUNNEL,
	JB_PICTOGRAM,
	JB_RADAR,
	JB_TILES,
	JB_SANKEY,
	JB_TREE,
	JB_CHOROPLETH,
	JB_GANTT,
	JB_HEAT,
	JB_DAYS,
	JB_CHARTED, /* drawn by a recipe, see model/recipe.h */
} jb_form;	    /* in the order of picture.form in schema.def */

/* What a picture shows: exactly one kind of thing is filled. */
typedef struct jb_subject {
	const jb_figure **figures; /* of a series too */
	size_t n_figures;
	const jb_series **from;	 /* of each figure, the series, or NULL */
	const jb_series *series; /* the only one, or NULL */
	const jb_list *list;	 /* or NULL */
	const jb_table *table;	 /* or NULL */
	const jb_event **events;
	size_t n_events;
} jb_subject;

typedef struct jb_picture {
	jb_form form;
	const char *word;		/* of its form */
	const struct jb_recipe *recipe; /* of JB_CHARTED */
	bool broken; /* something in it was refused: no form can be judged */
	jb_pos pos;  /* of the form's word */
	jb_subject of, more;
	const struct jb_map *map; /* or NULL */
	const jb_table *drawn; /* whose columns `of` are, or NULL */
	GPtrArray *notes; /* const char *: what transforms have done, or NULL */
	bool lead;
	int number; /* 图n, 0: not numbered */
	jb_template title, aside, note, text, who;
	const char *icon;
	jb_pos icon_pos;
	const jb_figure *parts, *hero; /* or NULL */
	bool share;			/* stacked: each is a whole */
	bool colors;			/* classes in the theme's six inks */
	jb_pos share_pos, lines_pos;	/* of the keys' values */
	const jb_figure **lines;	/* across the plot */
	size_t n_lines;
} jb_picture;

typedef struct jb_section {
	const char *id;
	jb_pos pos;
	bool lede;
	int number; /* stories count from 1; the lede is 0 */
	jb_template label, title, subtitle, prose, kicker, standfirst;
	jb_author *authors;
	size_t n_authors;
	jb_quoted *quotes;
	size_t n_quotes;
	const jb_list **lists; /* of this section, in file order */
	size_t n_lists;
	const jb_comparison **comparisons;
	size_t n_comparisons;
	jb_picture *pictures;
	size_t n_pictures;
	const jb_figure **figures; /* of this section, in file order */
	size_t n_figures;
	const jb_report_image **images; /* of this section, in file order */
	size_t n_images;
	const jb_table **tables; /* of this section, in file order */
	size_t n_tables;
	int at;
} jb_section;

typedef struct jb_note {
	jb_template label, text;
} jb_note;

typedef struct jb_report {
	const jb_source *src;
	const char *name, *lang;
	bool run_on; /* overline and title are one sentence */
	jb_template overline, title, subtitle, kicker, running, issuer,
		period_note, source, standfirst, place;
	jb_author *authors;
	size_t n_authors;
	const jb_node *link; /* or NULL */
	jb_template genre;   /* never NULL */
	jb_date from, to, date;
	GPtrArray *figures;	/* jb_figure, file order */
	GPtrArray *lists;	/* jb_list */
	GPtrArray *series;	/* jb_series */
	GPtrArray *events;	/* jb_event, file order */
	GPtrArray *tables;	/* jb_table */
	GPtrArray *comparisons; /* jb_comparison, file order */
	GPtrArray *cells;	/* jb_figure: numbers of tables, by rows */
	GHashTable *values;	/* set of jb_node: cells that are no words */
	GPtrArray *images;	/* jb_report_image, file order */
	GPtrArray *maps;	/* jb_map, file order: model/map.h */
	jb_section *sections;
	size_t n_sections;
	const jb_figure **heroes;
	size_t n_heroes;
	jb_note *notes;
	size_t n_notes;
	const jb_node *footnotes; /* a mapping from ids to texts, or NULL */
	GHashTable *footnote_ids; /* id -> jb_template */
	const char **literals;
	size_t n_literals;
	GArray *slips;	    /* jb_slip: suspicious texts */
	GHashTable *scopes; /* id -> jb_template */
	GHashTable *ids;    /* id -> jb_named: report-parts.h */
} jb_report;

/* Reads and checks everything about a report that needs no layout: schema,
 * ids, references, values, derived figures, checks, digits typed into prose.
 * NULL when it is too broken to be typed; with errors in diags it must not be
 * printed either way.  Pictures that are charts are judged by `recipes` (name
 * -> jb_recipe); NULL: they are not. */
jb_report *jb_report_read(jb_arena *arena, jb_diags *diags,
	const jb_source *src, GHashTable *recipes);

const jb_figure *jb_report_figure(const jb_report *report, const char *id);
const jb_list *jb_report_list(const jb_report *report, const char *id);
const jb_series *jb_report_series(const jb_report *report, const char *id);
const jb_event *jb_report_event(const jb_report *report, const char *id);
const jb_table *jb_report_table(const jb_report *report, const char *id);
const jb_comparison *jb_report_comparison(
	const jb_report *report, const char *id);

/* The value with as many decimals as are said. */
jb_decimal jb_figure_said(const jb_figure *figure);

/* The value in units of 10^power; zeros that only moving the point has
 * brought are left out: 3000 in 万 is 0.3. */
jb_decimal jb_figure_in(const jb_figure *figure, int power);

/* How much `now` is more or less than `before`, which has the same noun and is
 * not zero: in per cent, or the difference of two in %, rounded half up to
 * `decimals`; *direction as in jb_figure, *value without its sign.  False where
 * that has no meaning or too many digits. */
bool jb_figure_growth(const jb_figure *now, const jb_figure *before,
	int decimals, bool points, jb_decimal *value, int *direction);

/* Proves that each figure with `at` stands in the source text as worded, at
 * its line; each event's date too; and each section's prose, word for word
 * (white space, and ASCII against full-width punctuation, do not count).
 * Errors name the place in the report and what the cited line says. */
typedef struct jb_proof {
	size_t figures, events, paragraphs; /* proved */
} jb_proof;
jb_proof jb_report_against(jb_arena *arena, jb_diags *diags,
	const jb_report *report, const jb_source *text);

#endif
