/* pages.h - a value for each character, remembered once it is known. */
#ifndef JB_TEXT_PAGES_H
#define JB_TEXT_PAGES_H

#include <stdint.h>
#include <glib.h>

enum { JB_PAGE = 256, JB_PAGES = 0x110000 / JB_PAGE };

typedef struct jb_pages {
	uint64_t *v[JB_PAGES];
} jb_pages;

/* The place of a character's value, 0 at first; c is at most U+10FFFF.
 * Allocates the table and its page when they are first asked for. */
static inline uint64_t *jb_pages_at(jb_pages **pages, gunichar c)
{
	uint64_t **page;

	if (!*pages)
		*pages = g_new0(jb_pages, 1);
	page = &(*pages)->v[c / JB_PAGE];
	if (!*page)
		*page = g_new0(uint64_t, JB_PAGE);
	return &(*page)[c % JB_PAGE];
}

static inline void jb_pages_free(jb_pages *pages)
{
	for (int i = 0; pages && i < JB_PAGES; i++)
		g_free(pages->v[i]);
	g_free(pages);
}

#endif
