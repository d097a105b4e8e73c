/* block.h - a layout's blocks with the report's figures and words filled in:
 * what layout and charts work on.  No YAML, no ${…} and no defaults are left.
 */
#ifndef JB_BIND_BLOCK_H
#define JB_BIND_BLOCK_H

#include <stdint.h>

#include "base/image.h"
#include "bind/rich.h"
#include "model/layout.h"
#include "model/report.h"

typedef enum {
	JB_BLOCK_TEXT,
	JB_BLOCK_HEADING,
	JB_BLOCK_PROSE,
	JB_BLOCK_MORE,
	JB_BLOCK_STATS,
	JB_BLOCK_PICTURES,
	JB_BLOCK_TIMELINE,
	JB_BLOCK_TABLE,
	JB_BLOCK_NOTES,
	JB_BLOCK_PANEL,
	JB_BLOCK_ROW,
	JB_BLOCK_COLUMN,
	JB_BLOCK_GRID,
	JB_BLOCK_MOSAIC,
	JB_BLOCK_EITHER,
	JB_BLOCK_LANES,
	JB_BLOCK_IMAGE,
	JB_BLOCK_QR,
	JB_BLOCK_ICON,
	JB_BLOCK_RULE,
	JB_BLOCK_FILL,
	JB_BLOCK_SPACE,
	JB_BLOCK_QUOTE,
	JB_BLOCK_STAT,
	JB_BLOCK_LIST,
	JB_BLOCK_STEPS,
	JB_BLOCK_VERSUS,
	JB_BLOCK_ROADMAP,
	JB_BLOCK_TOC,
} jb_block_kind;

/* A figure as a callout or table row. */
typedef struct jb_stat {
	const jb_figure *figure;
	const jb_rich *label, *short_label, *gloss, *measure, *scope, *base,
		*subject, *time, *note; /* NULL where not given */
	const jb_rich *when; /* under a callout: gloss, time, or 目标，2027年 */
	const jb_rich *counted; /* 口径: scope and measure, or 较 its base */
	const jb_rich *dated;	/* time in words, else due or as_of */
	const char *ink;	/* of its numeral in a callout; NULL: primary */
	const jb_series *series; /* picture: it was asked for with, or NULL */
	const jb_rich *series_label;
	int depth;		/* 1 under its series' total in a table */
	const jb_rich *change;	/* 较上年增长8.6%, or NULL */
	int way;		/* of the change: 1 up, -1 down, 0 none */
} jb_stat;

typedef struct jb_bound_event {
	const jb_event *event;
	const jb_rich *date; /* 6月15日, 2021年9月, or its own wording */
	const jb_rich *title, *short_title, *who, *detail;
} jb_bound_event;

/* The short label, else the label; NULL when there is neither. */
const jb_rich *jb_stat_name(const jb_stat *stat);
/* The short title, else the title. */
const jb_rich *jb_event_name(const jb_bound_event *event);

typedef struct jb_bound_item {
	const jb_rich *name, *detail, *when; /* when: date or words, or NULL */
	const char *icon;
	struct jb_bound_item *items; /* under it */
	size_t n_items;
	jb_pos pos;
} jb_bound_item;

/* ---- tables ---- */

/* One cell: a number, a status, or words. */
typedef struct jb_bound_cell {
	const jb_rich *text;	 /* words, or NULL */
	const jb_figure *figure; /* a number, or NULL */
	const char
		*unit; /* said behind the number; "" where the head says it */
	int status;    /* a jb_status and 1; 0: none */
	int note;      /* the number of its note, 0: none */
	int span, rows;
	bool covered; /* by another cell */
	bool joined;  /* with its left neighbour, by a cell over both */
	jb_pos pos;
} jb_bound_cell;

typedef struct jb_bound_column {
	const jb_rich *head;
	const jb_rich *unit;  /* said behind the head, in brackets, or NULL */
	const jb_rich *group; /* the head over it and its neighbours, or NULL */
	jb_column_type type;
	bool numbers;	     /* stand on the decimal point */
	jb_text_align align; /* of head and cells */
	double width_pt;     /* 0: by its contents */
	int note;
} jb_bound_column;

typedef struct jb_bound_row {
	jb_row_kind kind;
	const jb_rich *group; /* of a heading */
	bool within;
	jb_bound_cell *cells; /* n_columns; NULL for a heading */
	jb_pos pos;
} jb_bound_row;

/* How a layout wants a table; all lengths in points, 0: no such rule. */
typedef struct jb_table_look {
	double head_pt, under_pt, foot_pt, row_pt, column_pt;
	const char *ink;
	const char *zebra;	  /* an ink, or NULL */
	bool once;		  /* further pages have no head */
	bool grouped;		  /* digits in threes */
	bool letters;		  /* mark notes: a, not ① */
	const jb_rich *continued; /* over further pages, or NULL */
} jb_table_look;

typedef struct jb_bound_table {
	const jb_rich *title; /* with its number, or NULL */
	const jb_rich *unit;  /* of all numbers, or NULL */
	jb_bound_column *columns;
	size_t n_columns;
	jb_bound_row *rows;
	size_t n_rows;
	const jb_rich **notes; /* by number, from 1: notes[0] is note 1 */
	size_t n_notes;
	const jb_rich *note, *source; /* the lines under it, or NULL */
	jb_table_look look;
	jb_pos pos;
} jb_bound_table;

/* The things a picture shows; only the kinds its form takes are filled. */
typedef struct jb_bound_subject {
	jb_stat *stats;
	size_t n_stats;
	const jb_stat *total; /* of a series, or NULL */
	jb_bound_event *events;
	size_t n_events;
	/* Lanes of a roadmap by section, as report->sections; NULL: by status
	 */
	const jb_rich **lanes;
	jb_bound_item *items;
	size_t n_items;
	const jb_bound_table *table; /* or NULL */
} jb_bound_subject;

/* What marks the items of a list, or steps. */
typedef enum {
	JB_MARKER_DOT,
	JB_MARKER_NUMBER,
	JB_MARKER_CHINESE,
	JB_MARKER_CIRCLE, /* a number in a disc */
	JB_MARKER_ICON,
	JB_MARKER_NONE,
} jb_marker;

/* A cell is a figure, or words. */
typedef struct jb_versus_cell {
	const jb_stat *stat; /* or NULL */
	const jb_rich *words;
} jb_versus_cell;

typedef struct jb_bound_comparison {
	const jb_rich *label, **sides, **labels; /* labels: by row */
	jb_versus_cell *cells;			 /* row by row */
	size_t n_sides, n_rows;
	jb_pos pos;
} jb_bound_comparison;

typedef struct jb_bound_picture {
	const jb_picture *picture; /* form, lead, number, icon, hero */
	const jb_rich *title, *aside, *note, *text, *who;
	jb_bound_subject of, more;
	const jb_stat *parts; /* tranches: how many, or NULL */
	jb_stat *lines;	      /* across the plot */
	size_t n_lines;
} jb_bound_picture;

typedef struct jb_bound_section {
	const jb_section *section; /* NULL: figures that belong to none */
	const jb_rich *label, *title, *subtitle;
	const char *number; /* 一, 二 … or "" */
	const jb_ink *accent;
} jb_bound_section;

/* Rows of the table of all figures under one heading. */
typedef struct jb_table_part {
	jb_bound_section section;
	jb_stat *stats;
	size_t n;
} jb_table_part;

/* A line of a table of contents. */
typedef struct jb_toc_line {
	const jb_section *section;
	const jb_rich *number, *title; /* number may be empty */
	jb_pos pos;		       /* of the title: its heading has it */
} jb_toc_line;

typedef struct jb_bound_note {
	const jb_rich *label, *text;
} jb_bound_note;

/* A note of prose: its mark is a piece with look->note of this number. */
typedef struct jb_footnote {
	int number;
	const jb_rich *text;
	jb_pos pos; /* of its first mark */
} jb_footnote;

/* An image file that is what it says. */
typedef struct jb_bound_file {
	const jb_source *src; /* its bytes, or NULL after an error */
	jb_image_info info;
} jb_bound_file;

typedef struct jb_bound_image {
	const char *name; /* as written */
	jb_pos pos;	  /* of the name */
	const jb_bound_file *file;
	const jb_rich *alt, *caption, *credit; /* the last two may be NULL */
	bool cover;	 /* fills its frame; else stands within */
	bool enlarge;	 /* within, beyond the size at which it is sharp */
	double ratio;	 /* of the frame, width to height; 0: not given */
	double focus[2]; /* from left and top, 0 to 1 */
} jb_bound_image;

/* What a QR code says and how; how much may be lost: 'L', 'M', 'Q' or 'H'. */
typedef struct jb_bound_qr {
	const char *text;
	jb_pos pos; /* of the text */
	char level;
	const char *ink, *ground;
} jb_bound_qr;

/* A spread is the left and the right page of an opening, side by side. */
typedef enum {
	JB_OF_AREA,
	JB_OF_PAGE,
	JB_OF_BLEED,
	JB_OF_SPREAD,
} jb_place_of;

/* A fixed place; NAN where an edge is not given. */
typedef struct jb_place {
	jb_place_of of;
	bool mirrored; /* left and right change places on left pages */
	bool over;     /* the page's blocks; else under them */
	double left, right, top, bottom, width, height;
} jb_place;

/* What stands around a container, all in points. */
enum { JB_TOP, JB_RIGHT, JB_BOTTOM, JB_LEFT, JB_SIDES };

typedef struct jb_edge {
	const char *ink;
	double width_pt; /* 0: none */
} jb_edge;

typedef struct jb_box {
	double padding_pt[JB_SIDES];
	jb_edge edges[JB_SIDES]; /* drawn within the box */
	bool uneven;		 /* the edges are not all the same */
	const char *fill;	 /* an ink, or NULL */
	double radius_pt;
} jb_box;

/* How a block stands in its place: across, and down. */
typedef enum {
	JB_ACROSS_STRETCH,
	JB_ACROSS_START,
	JB_ACROSS_CENTER,
	JB_ACROSS_END,
	JB_ACROSS_BASELINE, /* a word only: jb_block.baselines */
} jb_across;
typedef enum { JB_DOWN_TOP, JB_DOWN_MIDDLE, JB_DOWN_BOTTOM } jb_down;

/* A column of a grid: no narrower than `least`, no wider than `most`, which
 * may be a share of what is left. */
typedef struct jb_track {
	bool least_auto, most_auto; /* the lengths are not given */
	jb_length least, most;
	jb_pos pos;
} jb_track;

/* In the order of block.fill.shape. */
typedef enum {
	JB_SHAPE_RECT,
	JB_SHAPE_DISC,
	JB_SHAPE_RING,
	JB_SHAPE_CHEVRON,
} jb_shape;

/* In the order of block.timeline.form. */
typedef enum { JB_TIME_AXIS, JB_TIME_STOPS, JB_TIME_DOWN } jb_timeline_form;

/* What a mosaic has chosen for a block and what it found (layout/mosaic.c). */
typedef struct jb_fit {
	size_t which;	   /* of an `either`: the block that stands */
	int beside_span;   /* prose: columns of a lane beside it; 0: own */
	int lanes;	   /* and how many lanes; 0: one */
	double reach_pt;   /* height it is to have; 0: its own */
	double blank;	   /* prose: cells (column by line) left empty */
	double least_pt;   /* and how high it is at the least */
	double absorb;	   /* and how many more may be without harm */
	double beside;	   /* and how many what stands beside takes */
	double dislike;	   /* and how many fewer it would be liked with */
	bool looking;	   /* prose: only its height is asked for */
	bool narrow;	   /* prose: it has not so many columns for lanes; lanes:
			    * something does not fit */
	double measure_pt; /* prose: measure that `lines` is for */
	size_t lines;
	double beside_scale;   /* prose: size of pictures and width that … */
	double *beside_pt[25]; /* … these are for: heights of what stands
				* beside, by columns; NULL: not known */
	double scale;	       /* of pictures, chosen; 0: none is */
} jb_fit;

typedef struct jb_block jb_block;

/* Where a block of a page's columns goes that does not stand in its place. */
typedef enum {
	JB_FLOAT_NONE,
	JB_FLOAT_TOP,
	JB_FLOAT_BOTTOM,
	JB_FLOAT_LEFT, /* of the prose after it: bind/ makes insets of them */
	JB_FLOAT_RIGHT,
} jb_float;

typedef enum {
	JB_BREAK_NONE,
	JB_BREAK_COLUMN,
	JB_BREAK_PAGE,
	JB_BREAK_FLOATS, /* a page, if floats wait for one */
} jb_break;

/* What is done with a block that is too high. */
typedef enum {
	JB_OVERFLOW_ERROR,
	JB_OVERFLOW_CONTINUE,
	JB_OVERFLOW_FIT,
	JB_OVERFLOW_CLIP,
} jb_overflow;

typedef enum { JB_INSET_LEFT, JB_INSET_CENTER, JB_INSET_RIGHT } jb_inset_side;

/* What lines of prose run around. */
typedef struct jb_inset_box {
	jb_block **blocks;
	size_t n;
	int column, columns; /* of the prose's, from 1; how many */
	int line;	     /* from 1 */
	jb_inset_side side;
	double width_pt;   /* 0: all of its columns */
	double width_part; /* or a part of them; 0: not given */
	double gap_pt;
	jb_pos pos;
} jb_inset_box;

/* As many as there are. */
#define JB_SPAN_ALL 99

struct jb_block {
	jb_block_kind kind;
	const char *word; /* by which the layout calls it: "stats" */
	bool absent;	  /* the report has nothing for it: no block at all */
	jb_pos pos;
	const jb_style *style; /* NULL: the kind's own choice */
	int span;	       /* 0: not given; JB_SPAN_ALL */
	jb_float floats;
	jb_break breaks; /* before it */
	bool keep_whole, keep_next;
	jb_overflow overflow;
	double fit_least; /* the least scale of JB_OVERFLOW_FIT */
	double width_pt;  /* of a float at the side; 0: half a column */
	double before_pt, before_most_pt;
	bool bottom;	  /* anchored to the foot of the page, */
	double within_pt; /* unless more than this is left above it */
	const jb_place *place; /* furniture only, else NULL */
	jb_across across;      /* in its place in a container */
	jb_down down;	       /* in a row or grid */
	bool placed;	       /* `down` was said: its box is not stretched */

	double frame_pt; /* text that is fitted: the height it has to
			  * fill, from the layout; 0: none is known */

	jb_fit *fit; /* never NULL */
	int *spans;  /* columns it may take in a mosaic, if given */
	size_t n_spans;
	int *beside_spans; /* prose: of what stands beside it */
	size_t n_beside_spans;
	jb_edge rule;	       /* mosaic, prose: between columns; width 0: none */
	bool compact;	       /* mosaic: few pages come first */
	int least, most;       /* mosaic: blocks in a row; lanes: columns */
	jb_block **spare;      /* mosaic: what may fill its last page */
	size_t n_spare;
	bool ruled;	   /* pictures: a rule over each */
	size_t most_chars; /* text, heading; 0: any number */
	bool han;	   /* text, heading: no Latin letters */
	bool once;	   /* either: a later block stands once */

	const jb_rich *text; /* text, heading, panel's title, alt of a code */
	const jb_rich *aside;
	int level;	      /* heading */
	int columns, per_row; /* prose (0: auto), notes, mosaic; stats,
			       * pictures */
	double size_pt;	      /* stats' numerals, rule, space, image height,
			       * side of a code */
	double size_most_pt; /* image: grows up to this; 0: it does not */
	double height_pt; /* text, heading, prose of a vertical style: of its
			   * lines, with all bands and what parts them; 0: its
			   * own */
	double gap_pt;	  /* pictures, grid */
	/* pictures, timeline: of marks; 0: as the labels.  pictures: they
	 * grow up to scale_most, if that is more */
	double scale, scale_most;
	double narrow;	       /* pictures: the least share of their width */
	bool unnumbered;       /* pictures: without 图1 */
	jb_timeline_form form; /* timeline */
	jb_shape shape; /* fill */
	const char *ink;       /* rule, fill */
	const jb_bound_image *image; /* NULL: there is none */
	const jb_bound_qr *qr;
	const char *icon; /* its name */

	const jb_rich **paragraphs; /* prose */
	size_t n_paragraphs;
	jb_footnote **footnotes; /* of the prose, by number */
	size_t n_footnotes;
	jb_inset_box *insets;
	size_t n_insets;
	const char *thread; /* prose, more: its name, or NULL */
	const char *story;  /* and the section it stands with: in each of them
			     * the same name is another thread; or NULL */
	const jb_node *jump_to, *jump_from; /* words of their own, or NULL */
	bool no_jump;			    /* none at all */
	bool foot_of_page; /* where they stand; else under the prose */
	jb_stat *stats;
	size_t n_stats;
	jb_bound_picture *pictures;
	size_t n_pictures;
	jb_bound_event *events;
	size_t n_events;
	jb_table_part *parts; /* table of all figures */
	size_t n_parts;
	const jb_bound_table *table; /* of the report, else NULL */
	jb_bound_note *notes;
	size_t n_notes;
	const jb_rich *who, *who_title; /* quote */
	bool mark;			/* quote: a large mark before it */
	jb_bound_item *items;		/* list, steps */
	size_t n_items;
	jb_marker marker;
	bool upright; /* steps: one under the other */
	const jb_bound_comparison *comparison;
	bool change, spark, bar; /* stat: what of it is shown */
	jb_toc_line *lines;
	size_t n_lines;
	const jb_box *box; /* panel, row, column, grid: around them, or NULL */
	bool baselines;	   /* row, grid: what is large stands on one line */
	bool equal; /* row: boxes reach its height; grid: rows are as high */
	jb_track *tracks; /* grid */
	size_t n_tracks;
	double row_gap_pt; /* grid; gap_pt is between its columns */
	jb_block **kids;   /* panel, row, column, grid, mosaic, either; of
			    * prose: what stands beside it */
	size_t n_kids;
};

/* How numbers of pages are written, in the order of leaf.label. */
typedef enum {
	JB_LABEL_ARABIC,
	JB_LABEL_ROMAN,
	JB_LABEL_ROMAN_CAPITAL,
	JB_LABEL_CHINESE,
} jb_label;

/* One page's worth of blocks as the layout asks for it; it may run on to more
 * pages with the same master. */
typedef struct jb_sheet {
	const jb_master *master, *then; /* of its first page, and of more */
	const jb_master *last;		/* of the last of more; NULL: `then` */
	jb_label label;
	int columns; /* that its blocks flow through */
	bool balance;
	const char *rule_ink; /* between columns; NULL: none */
	double rule_pt;
	const jb_master *joins;	  /* whose page it may share, or NULL */
	bool middle; /* of its pages is where blocks stand, not the top */
	char opens; /* 'l', 'r': the side of its first page; 0: any */
	const jb_master *blank;	  /* of the page before it, or NULL */
	int start;		  /* number of its first page; 0: the next */
	jb_bound_section section; /* section NULL where none */
	jb_block **blocks;
	size_t n;
	jb_pos pos;
} jb_sheet;

#endif
