/* suspect-parts.h - what the finders of slips share: for suspect*.c only. */
#ifndef JB_BASE_SUSPECT_PARTS_H
#define JB_BASE_SUSPECT_PARTS_H

#include "base/suspect.h"

typedef struct jb_finder {
	jb_arena *arena;
	const char *text;
	size_t len;
	gunichar *c;  /* the characters */
	size_t *byte; /* where each begins; one more for the end */
	size_t n;
	GArray *found; /* jb_suspect */
} jb_finder;

/* ---- classes of characters ---- */

bool jb_one_of(gunichar c, const char *set); /* false for 0 */
bool jb_is_han(gunichar c);
bool jb_is_kana(gunichar c);
bool jb_is_pause(gunichar c); /* ，、；：。 */
bool jb_is_stop(gunichar c);  /* ！？ */
/* Marks that only Chinese has: “ ” ‘ ’ are shared with Latin. */
bool jb_is_wide_mark(gunichar c);
bool jb_is_chinese(gunichar c); /* Han or such a mark */
bool jb_is_blank(gunichar c);
bool jb_is_latin(gunichar c);	/* letters and digits of other scripts */
bool jb_is_numeral(gunichar c); /* 〇一二… */

/* ---- around a place ---- */

gunichar jb_finder_at(const jb_finder *f, size_t i); /* 0 beyond the edges */
/* The nearest character that is no blank, 0 at an edge. */
gunichar jb_finder_before(const jb_finder *f, size_t i);
gunichar jb_finder_behind(const jb_finder *f, size_t i);
/* How many of the same stand from i on. */
size_t jb_finder_row(const jb_finder *f, size_t i);
/* Han right before or after the n characters from i on. */
bool jb_finder_touches_han(const jb_finder *f, size_t i, size_t n);

/* The full-width form of a half-width mark, or NULL. */
const char *jb_full_width(gunichar c);

/* Adds a slip of n characters from i on. */
void jb_finder_add(jb_finder *f, jb_suspect_kind kind, size_t i, size_t n,
	const char *instead);

/* ---- what comes in pairs (suspect-pairs.c) ---- */

void jb_look_brackets(jb_finder *f, char open, char close);
/* Straight quotes have no sides: they take turns. */
void jb_look_straight(jb_finder *f, gunichar mark, const char *const sides[2]);
void jb_look_pairs(jb_finder *f);
/* Curved and corner quotes: the later kind is said, once. */
void jb_look_mixed(jb_finder *f);

#endif
