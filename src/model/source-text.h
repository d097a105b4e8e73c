/* source-text.h - the text a report was made from, folded so that only what
 * is said counts: without white space (U+3000 and ends of lines too), with
 * full-width forms and curly quotes as their ASCII counterparts.
 *
 * Offsets are bytes of the folded text; each knows its line of the source.
 */
#ifndef JB_MODEL_SOURCE_TEXT_H
#define JB_MODEL_SOURCE_TEXT_H

#include "base/source.h"

typedef struct jb_source_text {
	const jb_source *src;
	const char *text; /* folded, NUL terminated */
	size_t len;
	const unsigned *origin; /* byte of src for each byte and the end */
} jb_source_text;

#define JB_NOWHERE ((size_t)-1)

/* The source must be UTF-8. */
jb_source_text *jb_source_text_new(jb_arena *arena, const jb_source *src);

/* Words folded the same way, to be looked for. */
char *jb_fold(jb_arena *arena, const char *words);

/* The first place from `from` and before `to` where the folded words (not
 * empty) begin and cut no numeral: 8家 is not in 38家.  Or JB_NOWHERE. */
size_t jb_source_text_next(
	const jb_source_text *text, const char *words, size_t from, size_t to);

/* Length in bytes of the longest beginning of the folded words, whole
 * characters, that the text has; *at is where it has it first. */
size_t jb_source_text_prefix(
	const jb_source_text *text, const char *words, size_t *at);

/* The line (from 1) that the character at an offset stands in. */
unsigned jb_source_text_line(const jb_source_text *text, size_t at);

/* The first offset of a line (from 1); past the last line the end. */
size_t jb_source_text_start(const jb_source_text *text, unsigned line);

/* From..to as the source writes it, but for white space. */
char *jb_source_text_quote(
	jb_arena *arena, const jb_source_text *text, size_t from, size_t to);

#endif
