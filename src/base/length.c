/* length.c - a number and its unit, or one of the sixteen Chinese sizes. */
#include "base/length.h"

#include <math.h>
#include <string.h>
#include <glib.h>

#define VALUE_MAX 1e5
#define DIGITS_MAX 24

/* The sizes of Chinese metal type in points, as word processors set them. */
static const struct {
	const char *name;
	double pt;
} sizes[] = {
	{"初号", 42},
	{"小初", 36},
	{"一号", 26},
	{"小一", 24},
	{"二号", 22},
	{"小二", 18},
	{"三号", 16},
	{"小三", 15},
	{"四号", 14},
	{"小四", 12},
	{"五号", 10.5},
	{"小五", 9},
	{"六号", 7.5},
	{"小六", 6.5},
	{"七号", 5.5},
	{"八号", 5},
};

static const struct {
	const char *name;
	jb_unit unit;
	double factor;
} units[] = {
	{"mm", JB_UNIT_PT, JB_MM},
	{"cm", JB_UNIT_PT, 10 * JB_MM},
	{"pt", JB_UNIT_PT, 1},
	{"in", JB_UNIT_PT, 72},
	{"em", JB_UNIT_EM, 1},
	{"lh", JB_UNIT_LH, 1},
	{"%", JB_UNIT_PERCENT, 1},
	{"fr", JB_UNIT_FR, 1},
};

static bool parse_size(const char *text, jb_length *out)
{
	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
		if (strcmp(text, sizes[i].name) == 0) {
			*out = (jb_length){sizes[i].pt, JB_UNIT_PT};
			return true;
		}
	}
	return false;
}

/* [+-]digits[.digits]; the end of it, or NULL.  By hand, because strtod would
 * read 1e, 0x1 and inf as well. */
static const char *number_end(const char *p)
{
	const char *digits;

	p += *p == '+' || *p == '-';
	digits = p;
	while (g_ascii_isdigit(*p))
		p++;
	if (p == digits)
		return NULL;
	if (*p != '.')
		return p;
	digits = ++p;
	while (g_ascii_isdigit(*p))
		p++;
	return p == digits ? NULL : p;
}

static bool parse_number(const char *text, const char **end, double *value)
{
	char number[DIGITS_MAX + 1] = {0};

	*end = number_end(text);
	if (!*end || *end - text > DIGITS_MAX)
		return false;
	memcpy(number, text, (size_t)(*end - text));
	*value = g_ascii_strtod(number, NULL);
	return true;
}

bool jb_length_parse(const char *text, jb_length *out)
{
	const char *unit;
	double value;

	if (parse_size(text, out))
		return true;
	if (!parse_number(text, &unit, &value))
		return false;
	if (*unit == '\0' && value == 0) {
		*out = (jb_length){0, JB_UNIT_PT};
		return true;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
		if (strcmp(unit, units[i].name) != 0)
			continue;
		value *= units[i].factor;
		if (fabs(value) > VALUE_MAX)
			return false;
		*out = (jb_length){value, units[i].unit};
		return true;
	}
	return false;
}

double jb_length_pt(
	jb_length length, double em_pt, double line_pt, double whole_pt)
{
	switch (length.unit) {
	case JB_UNIT_PT:
		return length.value;
	case JB_UNIT_EM:
		return length.value * em_pt;
	case JB_UNIT_LH:
		return length.value * line_pt;
	case JB_UNIT_PERCENT:
		return length.value / 100 * whole_pt;
	case JB_UNIT_FR:
		break;
	}
	return 0;
}
