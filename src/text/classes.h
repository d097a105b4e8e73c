/* classes.h - what a character is for composition.
 *
 * Classes follow CLREQ (#prohibition-rules, #punctuation-adjustment), the
 * marks of GB/T 15834-2011 and the classes of JLREQ (3.9) for Japanese.
 */
#ifndef JB_TEXT_CLASSES_H
#define JB_TEXT_CLASSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <glib.h>

typedef enum {
	JB_HAN,	    /* one em, breaks on both sides */
	JB_OPEN,    /* “ （ 《: blank before its half-em body */
	JB_CLOSE,   /* ” ） 》: blank after */
	JB_COMMA,   /* ， 、 ； ： */
	JB_STOP,    /* 。 ！ ？ */
	JB_MID,	    /* · between names */
	JB_CONN,    /* connectors — – ～ */
	JB_LONG,    /* —— and ……: one box of two em */
	JB_SOLIDUS, /* ／ */
	JB_PREFIX,  /* ￥ №: stay with the number behind */
	JB_SUFFIX,  /* ℃ ％ ‰: stay with the number before */
	JB_SMALL,   /* ー 々 small kana: Han that may not start a line */
	JB_WIDE,    /* full-width digits: Han that keep together */
	JB_HANGUL,  /* syllables and jamo: words with spaces */
	JB_SYMBOL,  /* ① → ■: no gap to Latin */
	JB_WEST,    /* letters, digits and marks set with them */
	JB_SPACE,
	JB_BREAK,  /* U+000A */
	JB_JOINER, /* U+2060, U+FEFF: no break here; never drawn */
	JB_SPLIT,  /* U+200B: break here; never drawn */
	JB_SOFT,   /* U+00AD: a hyphen if a line ends here, else never drawn */
	JB_SHARED, /* “ ” ‘ ’ — … ·: until resolved by context */
} jb_class;

typedef struct jb_char {
	gunichar c;
	uint32_t span;	/* which span it came from */
	uint32_t place; /* how many of that span's characters precede it */
	uint8_t cls;	/* jb_class */
	uint8_t region; /* jb_region of its span */
	bool latin;	/* its span is in a language of letters */
	bool group;	/* the space between thousands: 2 846 */
	uint8_t stand;	/* jb_stand: in a vertical line */
} jb_char;

/* The class of a character by itself; JB_SHARED for marks that Chinese and
 * Latin share. */
jb_class jb_char_class(gunichar c);

/* Whether a string of characters holds one. */
static inline bool jb_char_in(gunichar c, const char *set)
{
	if (c < 128)
		return c && strchr(set, (int)c);
	return g_utf8_strchr(set, -1, c) != NULL;
}

/* Gives every shared mark of a paragraph its class: JB_WEST or the Chinese
 * one (context.c).  In linear time. */
void jb_chars_resolve(jb_char *chars, size_t n);

/* What is drawn with the character before it: combining marks, variation
 * selectors, joiners. */
bool jb_char_follows(gunichar c);

/* Says nothing of its own and needs no glyph: joiners, selectors, bidi
 * controls. */
bool jb_char_is_ignorable(gunichar c);

/* Letters and digits that want a gap to Han: not ( ) , . and their like. */
bool jb_char_wants_gap(gunichar c);

/* Whether letters want a gap to Han on their left, with n characters from *ch
 * on, or on their right, with n up to *ch and itself (mixed.c): these
 * characters do, and brackets and quotes around them, and a path. */
bool jb_chars_stand_off_left(const jb_char *ch, size_t n);
bool jb_chars_stand_off_right(const jb_char *ch, size_t n);

/* Marks the spaces between thousands: they belong to their number (GB/T 15835
 * 5.1.2). */
void jb_chars_group(jb_char *chars, size_t n);

/* Written with the digits before it, as in 300亿 or 12月. */
bool jb_char_is_unit(gunichar c);

static inline bool jb_class_is_han(unsigned cls)
{
	return cls == JB_HAN || cls == JB_SMALL;
}

/* Has a glyph; spaces and controls become gaps. */
static inline bool jb_class_is_drawn(unsigned cls)
{
	return cls < JB_SPACE;
}

/* Full-width marks whose glyph carries blank halves. */
static inline bool jb_class_is_mark(unsigned cls)
{
	return cls >= JB_OPEN && cls <= JB_STOP;
}

#endif
