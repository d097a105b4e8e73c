/* Dates: parsed exactly, said as exactly as they are known (GB/T 15835). */
#include "model/date.h"

#include <string.h>
#include <glib.h>

/* n digits, or -1. */
static int digits(const char *s, int n)
{
	int value = 0;

	for (int i = 0; i < n; i++) {
		if (!g_ascii_isdigit(s[i]))
			return -1;
		value = value * 10 + (s[i] - '0');
	}
	return value;
}

bool jb_date_parse(const char *text, jb_date *out)
{
	size_t len = strlen(text);
	jb_date d = {0};

	if (len != 4 && len != 7 && len != 10)
		return false;
	d.year = digits(text, 4);
	if (d.year < 1000)
		return false;
	if (len >= 7) {
		d.month = text[4] == '-' ? digits(text + 5, 2) : -1;
		if (d.month < 1 || d.month > 12)
			return false;
	}
	if (len == 10) {
		d.day = text[7] == '-' ? digits(text + 8, 2) : -1;
		if (d.day < 1 ||
			d.day > g_date_get_days_in_month(
					(GDateMonth)d.month, (GDateYear)d.year))
			return false;
	}
	*out = d;
	return true;
}

/* A number of one or two digits and the mark behind it, if it has one. */
static int said_part(const char **text, const char *mark)
{
	size_t n = strspn(*text, "0123456789");
	int value = n == 1 || n == 2 ? digits(*text, (int)n) : -1;

	*text += n;
	if (mark && g_str_has_prefix(*text, mark))
		*text += strlen(mark);
	else if (mark)
		value = -1;
	return value;
}

bool jb_date_said(const char *text, jb_date *out)
{
	bool slash = strlen(text) > 4 && strchr("/-", text[4]);
	const char *p = text + 5;
	jb_date d = {0};
	char plain[16];

	d.year = digits(text, 4);
	if (d.year < 1000 || (!slash && !g_str_has_prefix(text + 4, "年")))
		return false;
	if (!slash)
		p = text + 4 + strlen("年");
	if (slash || *p)
		d.month = said_part(&p, slash ? NULL : "月");
	if (slash && *p == text[4])
		p++;
	else if (slash && *p)
		return false;
	if (*p)
		d.day = said_part(&p, slash ? NULL : "日");
	if (*p || d.month < 0 || d.day < 0)
		return false;
	g_snprintf(plain, sizeof(plain), d.day	   ? "%04d-%02d-%02d"
					 : d.month ? "%04d-%02d"
						   : "%04d",
		d.year, d.month, d.day);
	return jb_date_parse(plain, out);
}

static int compare_part(int a, int b)
{
	/* not known: some time in the whole, so after what is known */
	if (a == 0 || b == 0)
		return (a == 0) - (b == 0);
	return (a > b) - (a < b);
}

int jb_date_compare(jb_date a, jb_date b)
{
	int c = compare_part(a.year, b.year);

	if (c == 0)
		c = compare_part(a.month, b.month);
	return c ? c : compare_part(a.day, b.day);
}

char *jb_date_text(jb_arena *arena, jb_date d)
{
	if (d.day)
		return jb_sprintf(
			arena, "%d年%d月%d日", d.year, d.month, d.day);
	if (d.month)
		return jb_sprintf(arena, "%d年%d月", d.year, d.month);
	return jb_sprintf(arena, "%d年", d.year);
}

char *jb_date_short(jb_arena *arena, jb_date d)
{
	if (d.day)
		return jb_sprintf(arena, "%d月%d日", d.month, d.day);
	if (d.month)
		return jb_sprintf(arena, "%d月", d.month);
	return jb_date_text(arena, d);
}

char *jb_date_period(jb_arena *arena, jb_date from, jb_date to)
{
	if (jb_date_compare(from, to) == 0)
		return jb_date_text(arena, from);
	if (from.year == to.year && !from.day && !to.day && from.month &&
		to.month)
		return jb_sprintf(
			arena, "%d年%d—%d月", from.year, from.month, to.month);
	if (!from.month && !to.month)
		return jb_sprintf(arena, "%d—%d年", from.year, to.year);
	return jb_sprintf(arena, "%s—%s", jb_date_text(arena, from),
		from.year == to.year ? jb_date_short(arena, to)
				     : jb_date_text(arena, to));
}

double jb_date_months(jb_date d)
{
	int days;

	if (!d.month)
		return 12.0 * d.year + 12;
	if (!d.day)
		return 12.0 * d.year + d.month;
	days = g_date_get_days_in_month((GDateMonth)d.month, (GDateYear)d.year);
	return 12.0 * d.year + (d.month - 1) + (double)d.day / days;
}
