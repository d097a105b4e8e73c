/* font.h - the fonts a document may use: those that fonts.conf names, no other.
 *
 * A jb_fonts is opened once and shared by all documents (the shop's life).
 * HarfBuzz and fontconfig stay behind this door; paint/ opens the same files
 * by jb_face_file().
 */
#ifndef JB_TEXT_FONT_H
#define JB_TEXT_FONT_H

#include <stdbool.h>
#include <stdint.h>
#include <glib.h>

#include "base/diag.h"

typedef struct jb_fonts jb_fonts;

/* One weight of one family in one file: compare by pointer. */
typedef struct jb_face jb_face;

/* A stack for one role and weight: a CJK face, perhaps a Latin face before it,
 * the full faces behind the pack for rare characters, and behind all of them
 * the fallbacks of fonts.conf.  Compare by pointer. */
typedef struct jb_font jb_font;

/* What a theme says of a role. */
typedef struct jb_fontspec {
	const char *family;
	const char *latin;  /* of Latin letters and digits; NULL: the same */
	double latin_size;  /* of their size beside Han; 0: 1 */
	double latin_shift; /* raised by this much, in em of the Han */
	int weight;	    /* 100..900, exact */
} jb_fontspec;

/* Reads a fontconfig file and nothing else of the machine's configuration.
 * NULL with *error when it cannot be read or names no font at all. */
jb_fonts *jb_fonts_open(const char *config_path, GError **error);
void jb_fonts_close(jb_fonts *fonts);

/* The stack for a family at a weight, with Latin letters and digits from
 * another family if one is named.  Error at pos and NULL when a family or a
 * weight is not there (with the nearest name, or the weights that are). */
const jb_font *jb_fonts_lookup(
	jb_fonts *fonts, jb_diags *diags, jb_pos pos, const jb_fontspec *spec);

/* Every family with its weights and files, for `jianbao fonts`; sorted. */
typedef struct jb_font_info {
	const char *family;
	int weight;
	const char *file;
	int index;
	bool fallback; /* only for what no other face has */
} jb_font_info;
const jb_font_info *jb_fonts_list(jb_fonts *fonts, size_t *n);

/* True when some face of the stack has the character. */
bool jb_font_covers(const jb_font *font, gunichar c);

/* How a face of the stack stands beside Han: its size as a share of the text's,
 * and how far it is raised, in em of the text.  1 and 0 for all but the Latin
 * faces. */
double jb_font_scale(const jb_font *font, const jb_face *face);
double jb_font_shift(const jb_font *font, const jb_face *face);

/* Whether fonts.conf names the face only for what no other face has. */
bool jb_face_is_fallback(const jb_face *face);

const char *jb_face_family(const jb_face *face); /* "Noto Serif CJK SC" */
int jb_face_weight(const jb_face *face);
const char *jb_face_file(const jb_face *face);
int jb_face_index(const jb_face *face); /* in a collection, else 0 */

#endif
