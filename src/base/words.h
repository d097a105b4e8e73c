/* words.h - the nearest word, for hints. */
#ifndef JB_BASE_WORDS_H
#define JB_BASE_WORDS_H

#include <stddef.h>

/* The word nearest to `word` by Damerau-Levenshtein distance over characters,
 * if within a third of its length (at least 1); else NULL.  First of equals.
 */
const char *jb_words_nearest(
	const char *word, const char *const *words, size_t n);

#endif
