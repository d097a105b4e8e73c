/* tags.h - the structure tree in cairo's terms, for this room only. */
#ifndef JB_PAINT_TAGS_H
#define JB_PAINT_TAGS_H

#include <cairo.h>

#include "scene/scene.h"

typedef struct jb_tags {
	cairo_t *cr;
	GHashTable *parents; /* set of jb_tag that have others below them, or
			      * links */
	GPtrArray *open;     /* const jb_tag, from the root on */
	const char *inner;   /* the element opened within the last, or NULL */
	const char *link;    /* what it says if it is a link, or NULL */
} jb_tags;

void jb_tags_open(jb_tags *tags, cairo_t *cr, const jb_scene *scene);

/* What is drawn from now on belongs to this tag; NULL: it is an artifact.  It
 * is a link if `link` says where to (jb_links_at()): one as long as that is the
 * same pointer. */
void jb_tags_switch(jb_tags *tags, const jb_tag *tag, const char *link);

/* A page ends, and the next tag will be this one (NULL: none).  Elements that
 * go on stay open, links do not. */
void jb_tags_page(jb_tags *tags, const jb_tag *next);

void jb_tags_close(jb_tags *tags);

#endif
