/* builder.h - what builds a block from its node; only for bind/.
 *
 * A builder fills block->…; what is wrong is an error at its place.
 */
#ifndef JB_BIND_BUILDER_H
#define JB_BIND_BUILDER_H

#include "bind/scope.h"

typedef struct jb_builder {
	jb_binding *b;
	const jb_scope *scope;
	const jb_node *node;
	const char *object; /* "block.stats" */
	jb_block *block;
} jb_builder;

/* A length of the block in points; 0 where it has none. */
double jb_build_points(const jb_builder *x, const char *key);

/* Its `size` in points; an error where no page holds it. */
double jb_build_size(const jb_builder *x);

/* One length, or the least and the most, which is left alone if not given. */
void jb_build_range(
	const jb_builder *x, const char *key, double *least, double *most);

/* A text of the block with its references filled in; NULL if not given. */
const jb_rich *jb_build_words(const jb_builder *x, const char *key);

/* The block's own style, else one by name. */
const jb_style *jb_build_style(const jb_builder *x, const char *name);

/* The error that a key cannot show what its path names here. */
void jb_build_wrong(const jb_builder *x, const char *key, const char *hint);

/* The section that a path names: the lede, or the one of this place; NULL where
 * there is none. */
const jb_section *jb_build_section(const jb_builder *x, const char *path);

/* The blocks of a key become the block's own. */
void jb_build_kids(const jb_builder *x, const char *key);

/* What `from` and `most` leave of n things: the first of them and how many. */
size_t jb_build_slice(const jb_builder *x, size_t n, size_t *count);

/* Where furniture stands; NULL for what has no place.  (place.c) */
const jb_place *jb_build_place(const jb_builder *x);

/* A block within this one: a text in a style, `before_pt` under the last.
 * Nothing for an empty text. */
void jb_build_text(const jb_builder *x, const jb_rich *text, const char *style,
	double before_pt);

/* What the report says of a thing, as a block: NULL texts are not there. */
typedef void jb_build(jb_builder *x);

/* prose.c: jb_build_plain is the block `text` */
jb_build jb_build_plain, jb_build_heading, jb_build_prose, jb_build_more;

/* stats.c */
jb_build jb_build_stats, jb_build_notes;

/* pictures.c */
jb_build jb_build_pictures, jb_build_timeline;

/* table.c */
jb_build jb_build_table;

/* holders.c */
jb_build jb_build_panel, jb_build_row, jb_build_column, jb_build_grid,
	jb_build_mosaic, jb_build_either, jb_build_lanes;

/* drawn.c */
jb_build jb_build_image, jb_build_qr, jb_build_icon, jb_build_rule,
	jb_build_fill, jb_build_space;

/* head.c */
jb_build jb_build_title, jb_build_section_head, jb_build_kicker,
	jb_build_standfirst, jb_build_byline, jb_build_source, jb_build_note;

/* told.c */

/* Leaves out the paragraphs before number `from`, and notes which ones stand
 * where: jb_bind_miss_paragraphs() tells of those that stand nowhere or
 * twice. */
void jb_build_from(jb_builder *x, const jb_section *section, int from);
jb_build jb_build_lead, jb_build_quote;

/* lists.c */
jb_build jb_build_list, jb_build_steps, jb_build_versus, jb_build_roadmap,
	jb_build_toc;

/* change.c */
jb_build jb_build_stat;

#endif
