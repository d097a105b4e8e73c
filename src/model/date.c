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
