/* toc.h - contents: the room for their pages is kept, and filled when all pages
 * are known.
 */
#ifndef JB_LAYOUT_TOC_H
#define JB_LAYOUT_TOC_H

#include "scene/desk.h"

/* A place in the contents that waits for the page of a section: the item whose
 * `awaited` is the number of this in desk->awaited, from 1, stands where the
 * page ends. */
typedef struct jb_awaited {
	const jb_section *section;
	jb_pos title; /* of its heading */
	jb_pos pos;   /* of the block */
	const jb_style *style;
} jb_awaited;

/* Writes the labels of pages where contents wait for them, each leading there;
 * sections[i] is the story of page i, or NULL.  A section that no page has is
 * an error.  Pages have their labels, and no furniture yet. */
void jb_toc_fill(
	jb_desk *desk, jb_scene *scene, const jb_section *const *sections);

#endif
