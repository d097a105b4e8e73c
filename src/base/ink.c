/* ink.c - colours from text, and from ink to screen without a profile. */
#include "base/ink.h"

#include <string.h>
#include <glib.h>

bool jb_ink_parse_rgb(const char *text, jb_ink *ink)
{
	int digit[6];

	if (text[0] != '#' || strlen(text) != 7)
		return false;
	for (int i = 0; i < 6; i++) {
		digit[i] = g_ascii_xdigit_value(text[i + 1]);
		if (digit[i] < 0)
			return false;
	}
	ink->r = (16 * digit[0] + digit[1]) / 255.0;
	ink->g = (16 * digit[2] + digit[3]) / 255.0;
	ink->b = (16 * digit[4] + digit[5]) / 255.0;
	return true;
}

void jb_ink_fill_rgb(jb_ink *ink)
{
	ink->r = (1 - ink->c) * (1 - ink->k);
	ink->g = (1 - ink->m) * (1 - ink->k);
	ink->b = (1 - ink->y) * (1 - ink->k);
}
