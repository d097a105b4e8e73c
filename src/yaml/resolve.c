/* resolve.c - YAML 1.2's core schema: no sexagesimals, no “yes” and “no”. */
#include "yaml/resolve.h"

#include <string.h>
#include <glib.h>

static const char *skip_digits(const char *p)
{
	while (g_ascii_isdigit(*p))
		p++;
	return p;
}

static bool is_one_of(const char *text, const char *const *words)
{
	for (; *words; words++) {
		if (strcmp(text, *words) == 0)
			return true;
	}
	return false;
}

static bool is_int(const char *p)
{
	if (p[0] == '0' && p[1] == 'o')
		return p[2] && p[2 + strspn(p + 2, "01234567")] == '\0';
	if (p[0] == '0' && p[1] == 'x')
		return p[2] &&
		       p[2 + strspn(p + 2, "0123456789abcdefABCDEF")] == '\0';
	p += *p == '-' || *p == '+';
	return *p && *skip_digits(p) == '\0';
}

/* [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )? */
static bool is_decimal_float(const char *p)
{
	const char *whole = p, *fraction;

	p = skip_digits(p);
	if (*p == '.') {
		fraction = ++p;
		p = skip_digits(p);
		if (fraction - 1 == whole && p == fraction)
			return false;
	} else if (p == whole) {
		return false;
	}
	if (*p != 'e' && *p != 'E')
		return *p == '\0';
	p += p[1] == '-' || p[1] == '+' ? 2 : 1;
	return *p && *skip_digits(p) == '\0';
}

static bool is_float(const char *p)
{
	static const char *const nans[] = {".nan", ".NaN", ".NAN", NULL};
	static const char *const infs[] = {".inf", ".Inf", ".INF", NULL};

	if (is_one_of(p, nans))
		return true;
	p += *p == '-' || *p == '+';
	return is_one_of(p, infs) || is_decimal_float(p);
}

/* YAML 1.2.2 section 10.3.2, the table of tag resolution */
jb_scalar_type jb_resolve_plain(const char *text)
{
	static const char *const nulls[] = {
		"", "~", "null", "Null", "NULL", NULL};
	static const char *const bools[] = {
		"true", "True", "TRUE", "false", "False", "FALSE", NULL};

	if (is_one_of(text, nulls))
		return JB_NULL;
	if (is_one_of(text, bools))
		return JB_BOOL;
	if (is_int(text))
		return JB_INT;
	return is_float(text) ? JB_FLOAT : JB_TEXT;
}
