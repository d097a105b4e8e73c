/* face.h - what stands behind jb_face and jb_font: for the text room only. */
#ifndef JB_TEXT_FACE_H
#define JB_TEXT_FACE_H

#include <stddef.h>
#include <hb.h>

#include "text/font.h"
#include "text/pages.h"
#include "text/region.h"

/* Lives as long as its jb_fonts.  The file is mapped when a glyph is first
 * asked for: a pack may name many faces of which a report uses three. */
struct jb_face {
	char *family; /* the first name of the file: the typographic family */
	char **families; /* all its names, NULL at the end */
	char *file;
	int index;
	int weight;
	size_t n_chars; /* how many characters it covers */
	bool fallback;
	hb_font_t *hb; /* unhinted, scaled to upem; NULL until used */
	double upem;
	jb_pages *plain[JB_REGIONS]; /* see glyphs.c */
};

/* Faces in the order they are asked, the small pack face first. */
typedef struct jb_faces {
	jb_face **v;
	size_t n;
} jb_faces;

/* Which faces are asked first. */
typedef enum { JB_ORDER_HAN, JB_ORDER_LATIN, JB_ORDERS } jb_order;

struct jb_font {
	char *family;
	double scale, shift;	    /* of the Latin faces */
	jb_faces main;		    /* the CJK family */
	jb_faces latin;		    /* empty: the CJK family's own letters */
	jb_faces rest;		    /* fallbacks */
	jb_faces heavier;	    /* main by 200 and more; or empty */
	jb_pages *picks[JB_ORDERS]; /* what has been found, by character */
	struct jb_font *plain;	    /* see jb_font_plain(); or NULL */
};

struct jb_fonts {
	struct _FcConfig *config;
	GPtrArray *faces;  /* jb_face, sorted */
	GHashTable *fonts; /* spec to jb_font */
	jb_font_info *infos;
};

void jb_font_drop(void *font);

/* The families that fonts.conf wants behind one, in the order they are asked,
 * the family itself among them; free with g_strfreev. */
char **jb_fonts_behind(const jb_fonts *fonts, const char *family);

/* The same stack without its Latin faces; lives as long as the font. */
const jb_font *jb_font_plain(const jb_font *font);

/* The face that draws a character, remembered; NULL when none has it. */
jb_face *jb_font_find(jb_font *font, gunichar c, jb_order order);

/* Whether one of its names is this. */
bool jb_face_named(const jb_face *face, const char *family);

/* The face mapped and ready to shape. */
hb_font_t *jb_face_open(jb_face *face);
void jb_face_close(jb_face *face);

/* The glyph of a character, 0 when the face has none. */
hb_codepoint_t jb_face_glyph(jb_face *face, gunichar c);

/* The first of the faces that has the character, else NULL. */
jb_face *jb_faces_find(const jb_faces *faces, gunichar c);

#endif
