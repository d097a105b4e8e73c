/* hyphen.h - where the words of a language are divided (libhyphen).
 *
 * Dictionaries live as long as the process: each is read when a word of its
 * language first needs it.
 */
#ifndef JB_TEXT_HYPHEN_H
#define JB_TEXT_HYPHEN_H

#include <stdbool.h>

typedef struct jb_hyphens jb_hyphens;

/* The dictionary of a language (BCP 47), of its country or of any; NULL when
 * the machine has none. */
const jb_hyphens *jb_hyphens_lookup(const char *lang);

/* Whether a word (UTF-8, lower case) may be divided behind its i-th character:
 * points[i].  One point for each character; false when the word cannot be
 * written in the dictionary's letters. */
bool jb_hyphens_find(const jb_hyphens *hyphens, const char *word, bool *points);

#endif
