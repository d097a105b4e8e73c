/* initial.h - how much of a text a drop cap takes. */
#ifndef JB_TEXT_INITIAL_H
#define JB_TEXT_INITIAL_H

#include <stdbool.h>
#include <stddef.h>

typedef struct jb_initial_text {
	size_t len;	/* bytes; 0: none */
	size_t opening; /* so many of them are the marks before it */
	bool letter;	/* of an alphabet, not Han */
	bool word;	/* more letters of its word follow */
} jb_initial_text;

/* The first Han character or letter, with an opening mark before it and 々 or
 * small kana behind it; marks behind it stay in the text, for large ones look
 * like blots.  None when the text begins with anything else, a digit for one,
 * or has nothing else but marks. */
jb_initial_text jb_initial_of(const char *text);

#endif
