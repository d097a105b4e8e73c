/* ink.h - the colours of a theme: ink on paper first, light on a screen second.
 */
#ifndef JB_BASE_INK_H
#define JB_BASE_INK_H

#include <stdbool.h>

typedef struct jb_ink {
	const char *name;  /* the theme's name for it: "primary" */
	double c, m, y, k; /* 0..1, what the press prints */
	double r, g, b;	   /* 0..1, sRGB, what a screen shows */
} jb_ink;

/* "#RRGGBB" or "#RGB"; false for anything else. */
bool jb_ink_parse_rgb(const char *text, jb_ink *ink);

/* Sets c, m, y, k from r, g, b the simple way (no profile), as much black as
 * there can be: for inks of which only a screen colour is known. */
void jb_ink_fill_cmyk(jb_ink *ink);

/* Sets r, g, b from c, m, y, k the simple way (no profile): for inks whose
 * theme gives no screen colour. */
void jb_ink_fill_rgb(jb_ink *ink);

/* How far one stands out from the other on a screen, 1 to 21 (WCAG 2.2,
 * contrast ratio). */
double jb_ink_contrast(const jb_ink *a, const jb_ink *b);

#endif
