/* ink.c - colours from text, and from ink to screen without a profile. */
#include "base/ink.h"

#include <math.h>
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

/* WCAG 2.2, relative luminance. */
static double light_of(const jb_ink *ink)
{
	static const double weight[] = {0.2126, 0.7152, 0.0722};
	const double parts[] = {ink->r, ink->g, ink->b};
	double sum = 0;

	for (int i = 0; i < 3; i++)
		sum += weight[i] *
		       (parts[i] <= 0.04045
				       ? parts[i] / 12.92
				       : pow((parts[i] + 0.055) / 1.055, 2.4));
	return sum;
}

double jb_ink_contrast(const jb_ink *a, const jb_ink *b)
{
	double x = light_of(a), y = light_of(b);

	return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}
