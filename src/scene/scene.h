/* scene.h - the waist of the hourglass: an absolute, resolved display list.
 *
 * Everything above decides, everything below only draws.  Lengths are points
 * (1/72 inch), the origin is the top left corner of the trimmed page, y grows
 * downwards.  Each item has its ink, its place in the document's structure and
 * the line of YAML it came from.
 */
#ifndef JB_SCENE_SCENE_H
#define JB_SCENE_SCENE_H

#include <stdbool.h>
#include <stddef.h>
#include <glib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/image.h"
#include "base/ink.h"
#include "base/source.h"
#include "text/run.h"

/* Structure (ISO 32000-1 14.8.4), for tagged PDF. */
typedef enum {
	JB_ROLE_DOCUMENT,
	JB_ROLE_SECT,
	JB_ROLE_H1,
	JB_ROLE_H2,
	JB_ROLE_H3,
	JB_ROLE_P,
	JB_ROLE_QUOTE,
	JB_ROLE_FIGURE,
	JB_ROLE_CAPTION,
	JB_ROLE_TABLE,
	JB_ROLE_TR,
	JB_ROLE_TH,
	JB_ROLE_TD,
	JB_ROLE_LIST,
	JB_ROLE_LIST_ITEM,
	JB_ROLE_NOTE,
} jb_role;

/* What a head is the head of (ISO 32000-1 14.8.5.7, Scope). */
typedef enum {
	JB_SCOPE_NONE,
	JB_SCOPE_COLUMN,
	JB_SCOPE_ROW,
} jb_scope_of;

typedef struct jb_tag jb_tag;
struct jb_tag {
	jb_role role;
	jb_tag *parent;	 /* NULL: the document */
	const char *alt; /* for figures, or NULL */
	jb_scope_of scope; /* of a TH */
	int col_span, row_span; /* of a TH or TD; 0 and 1: one */
};

typedef enum { JB_ITEM_TEXT, JB_ITEM_PATH, JB_ITEM_IMAGE } jb_item_kind;

typedef enum { JB_MOVE, JB_LINE, JB_CURVE, JB_CLOSE } jb_op;

/* One step of a path; p holds 1 point (move, line), 3 (curve) or 0. */
typedef struct jb_step {
	jb_op op;
	double p[6];
} jb_step;

typedef enum { JB_CAP_BUTT, JB_CAP_ROUND } jb_cap;

typedef struct jb_path {
	jb_step *steps;
	size_t n;
	const jb_ink *fill;	  /* or NULL */
	const jb_ink *stroke;	  /* or NULL */
	double width_pt;	  /* of the stroke */
	double dash_on, dash_off; /* 0: solid */
	jb_cap cap;
} jb_path;

/* A frame, and the part of an image that fills it: left, top, width and height
 * of the upright image, from 0 to 1; a width of 0 is all of it. */
typedef struct jb_image {
	const char *file;
	double width_pt, height_pt;
	const unsigned char *data; /* the file's bytes */
	size_t len;
	jb_image_info info;
	double crop_x, crop_y, crop_w, crop_h;
} jb_image;

/* Messages about what is set, which await its page. */
typedef struct jb_said jb_said;
struct jb_said {
	jb_message *message;
	const jb_said *next;
};

typedef struct jb_item {
	jb_item_kind kind;
	double x, y; /* where the item's own origin stands */
	union {
		jb_run text; /* y is its baseline */
		jb_path path;
		jb_image image;
	} u;
	jb_tag *tag;	     /* NULL: an artifact (ISO 32000-1 14.8.2.2) */
	jb_pos pos;	     /* the YAML it came from */
	const char *figure;  /* id of the figure it shows, or NULL */
	const jb_line *line; /* the first run of a line: that line; else NULL */
	bool beside;	     /* ruby or a mark of the text before it */
	unsigned awaited;    /* stands for a page not known yet: layout/toc.h;
			      * 0 in a scene that is whole */
	const jb_said *said; /* of the first item of what it is about */
	unsigned jump;	     /* a place that layout/ keeps for words; 0: none */
} jb_item;

/* Where a block stands in a group: for who writes a layout, on no page. */
typedef struct jb_outline {
	const char *kind; /* the block's word */
	jb_pos pos;
	double x, y, width, height;
} jb_outline;

/* A piece of a page with its own origin (top left), to be placed. */
typedef struct jb_group jb_group;
struct jb_group {
	GPtrArray *items; /* jb_item */
	double width, height;
	double baseline; /* of its first line of text; 0 if none */
	size_t from;	 /* a line: where it begins, in bytes of its text */
	unsigned lines;	 /* a line with a drop cap: how many it reaches over */
	/* Keys that belong on the line of the group's title, or NULL: they end
	 * at x 0.  Who sets a title places them, jb_group_settle() else. */
	jb_group *keys;
	GPtrArray
		*outlines; /* jb_outline, the outer before the inner; or NULL */
};

typedef struct jb_mark {
	int level; /* 1, 2, 3 */
	const char *title;
	double y;
} jb_mark;

typedef struct jb_leaf {
	jb_group *group;   /* items at page coordinates; its size is the page's,
			    * the scene's if nothing else is set */
	const char *label; /* what the folio says: "1" */
	GPtrArray *marks;  /* jb_mark: where outline entries point */
} jb_leaf;

typedef struct jb_scene {
	double width_pt, height_pt, bleed_pt;
	const char *title, *author, *subject, *keywords, *lang;
	const char *date;  /* ISO 8601 UTC, for the PDF's dates */
	GPtrArray *leaves; /* jb_leaf */
	/* Its images, opened: paint's own; NULL: as they are met. */
	struct jb_images *images;
} jb_scene;

jb_scene *jb_scene_new(jb_arena *arena);
jb_leaf *jb_leaf_new(jb_arena *arena, jb_scene *scene, const char *label);
jb_group *jb_group_new(jb_arena *arena);
jb_tag *jb_tag_new(jb_arena *arena, jb_role role, jb_tag *parent);

/* Gives every item of a group from number `from` on this tag. */
void jb_group_retag(jb_group *group, guint from, jb_tag *tag);

/* Moves all items of `from` into `to`, shifted; `from` is empty afterwards.
 * Does not change the size of `to`. */
void jb_group_place(jb_group *to, jb_group *from, double dx, double dy);

/* The same items once more, to be placed elsewhere; what they show is shared.
 */
jb_group *jb_group_copy(jb_arena *arena, const jb_group *group);

/* Puts keys that no title took on a line of their own, line_pt high, at the
 * top of the group. */
void jb_group_settle(jb_group *group, double line_pt);

/* Gives every item without a tag this one. */
void jb_group_tag(jb_group *group, jb_tag *tag);

/* Notes where a block stands, which is all of a group; `width` for what has
 * none of its own. */
void jb_group_outline(jb_arena *arena, jb_group *group, double width,
	const char *kind, jb_pos pos);

/* An item of a kind, appended. */
jb_item *jb_item_new(jb_arena *arena, jb_group *group, jb_item_kind kind);

/* The scene as text, one item a line, lengths in mm with two decimals: what
 * the golden tests compare and what `jianbao trace` shows.
 *
 *	page 1 "1" 210.00 297.00
 *	text 17.16 35.20 w 60.00 | Noto Serif CJK SC 900 30.00pt | text | H1 |
 *	     "打造“创新引擎”" | data/a.yaml:7:3 | figure -
 *	(one line in the dump)
 *	text 72.50 28.18 w 8.34 | Noto Serif CJK SC 400 10.77pt turned | …
 *	text 32.50 23.80 w 3.80 | … 10.77pt condensed 0.67 | … in a vertical
 *	line: x is its centre line, w goes down
 *	block 17.16 30.00 100.00 12.00 | prose | data/a.yaml:7:3
 *	(where a block stands, when that was asked for)
 *	text … | TH column 2x1 | … a head of columns, over two of them
 *	path 17.16 12.00 … | fill primary | - | … bounding box in mm
 */
char *jb_scene_dump(jb_arena *arena, const jb_scene *scene);

/* Every appearance of a figure in the scene, in page order. */
typedef struct jb_appearance {
	const char *figure;
	int page; /* from 1 */
	double x_mm, y_mm;
	const char *text;
} jb_appearance;
GArray *jb_scene_appearances(jb_arena *arena, const jb_scene *scene);

#endif
