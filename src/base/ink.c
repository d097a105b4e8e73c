/* ink.c - colours from text, and from ink to screen without a profile. */
#include "base/ink.h"

#include <string.h>
#include <glib.h>

bool jb_ink_parse_rgb(const char *text, jb_ink *ink)
{
	size_t len = strlen(text);
	int digit[6];

	if (text[0] != '#' || (len != 7 && len != 4))
		return false;
	for (int i = 0; i < 6; i++) {
		digit[i] =
			g_ascii_xdigit_value(text[1 + (len == 7 ? i : i / 2)]);
		if (digit[i] < 0)
			return false;
	}
	ink->r = (16 * digit[0] + digit[1]) / 255.0;
	ink->g = (16 * digit[2] + digit[3]) / 255.0;
	ink->b = (16 * digit[4] + digit[5]) / 255.0;
	return true;
}

void jb_ink_fill_cmyk(jb_ink *ink)
{
	double light = MAX(ink->r, MAX(ink->g, ink->b));

	ink->k = 1 - light;
	ink->c = light > 0 ? 1 - ink->r / light : 0;
	ink->m = light > 0 ? 1 - ink->g / light : 0;
	ink->y = light > 0 ? 1 - ink->b / light : 0;
}

void jb_ink_fill_rgb(jb_ink *ink)
{
	ink->r = (1 - ink->c) * (1 - ink->k);
	ink->g = (1 - ink->m) * (1 - ink->k);
	ink->b = (1 - ink->y) * (1 - ink->k);
}
