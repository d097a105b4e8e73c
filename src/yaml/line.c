/* line.c - what a line was meant to be. */
#include "yaml/line.h"

#include <string.h>

#include "yaml/spot.h"

unsigned jb_line_begins(const jb_source *src, unsigned line)
{
	size_t len, n = 0;
	const char *p = jb_source_line(src, line, &len);

	while (n < len && p[n] == ' ')
		n++;
	return n < len ? (unsigned)n + 1 : 0;
}

unsigned jb_line_before(const jb_source *src, unsigned line)
{
	do
		line--;
	while (line > 0 && jb_line_begins(src, line) == 0);
	return line;
}

bool jb_line_opens(const jb_source *src, unsigned line)
{
	size_t len;
	const char *p = jb_source_line(src, line, &len);

	while (len > 0 && p[len - 1] == ' ')
		len--;
	return len > 0 && p[len - 1] == ':';
}

static bool has_dash(const jb_source *src, unsigned line)
{
	size_t len;
	const char *p = jb_source_line(src, line, &len);
	unsigned col = jb_line_begins(src, line);

	return col > 0 && col < len && p[col - 1] == '-' && p[col] == ' ';
}

void jb_line_hint_begin(jb_diags *diags, const jb_source *src, unsigned line)
{
	unsigned before = jb_line_before(src, line);
	unsigned col = before ? jb_line_begins(src, before) : 1;

	if (before && has_dash(src, before) && !has_dash(src, line))
		col += 2;
	if (before && jb_line_opens(src, before))
		jb_hint(diags,
			"begin it at column %u, deeper than the line above",
			col + 2);
	else
		jb_hint(diags, "begin it at column %u, like the line above",
			col);
}

/* How many characters of a line's beginning were meant as “-”. */
static unsigned bullet(const char *p, size_t len)
{
	size_t n = strspn(p, "0123456789");
	gunichar c = len > 0 ? g_utf8_get_char(p) : 0;

	if (c > 0x7F && g_utf8_strchr("—–−－‐•·●○◆■★", -1, c))
		return 1;
	if (c == '*' && len > 1 && p[1] == ' ')
		return 1;
	if (n > 0 && n < len && (p[n] == '.' || p[n] == ')'))
		return (unsigned)n + 1;
	if (n > 0 && n < len &&
		g_utf8_strchr("、．）", -1, g_utf8_get_char(p + n)))
		return (unsigned)n + 1;
	return 0;
}

bool jb_line_report_sign(jb_diags *diags, jb_pos pos)
{
	size_t len;
	const char *p = jb_spot_rest(pos, &len);
	unsigned n = bullet(p, len);

	if (n > 0) {
		jb_error(diags, pos, "“%.*s” begins no item of a list",
			(int)(g_utf8_offset_to_pointer(p, n) - p), p);
		jb_span_chars(diags, n);
		jb_hint(diags, "write “- ” (ASCII hyphen and a space) before "
			       "each item of a list");
		return true;
	}
	if (len < 2 || (strncmp(p, "//", 2) != 0 && !g_str_has_prefix(p, "＃")))
		return false;
	jb_error(diags, pos, "this begins no comment");
	jb_hint(diags, "a comment begins with “# ”, in ASCII");
	return true;
}

bool jb_line_report_bracket(jb_diags *diags, jb_pos pos)
{
	static const char *const wide[] = {"｛", "［", "【", NULL};
	size_t len;
	const char *p = jb_spot_rest(pos, &len);

	for (int i = 0; wide[i]; i++) {
		if (!g_str_has_prefix(p, wide[i]))
			continue;
		jb_error(diags, pos, "“%s” opens no list or mapping", wide[i]);
		jb_hint(diags, "write brackets, braces and the commas between "
			       "in ASCII: [ ] { } ,");
		return true;
	}
	return false;
}

bool jb_line_report_tight(jb_diags *diags, jb_pos pos)
{
	size_t len;
	const char *p = jb_spot_rest(pos, &len);

	for (size_t i = 1; i + 1 < len; i++) {
		size_t key = i;

		while (key > 0 &&
			(g_ascii_isalnum(p[key - 1]) || p[key - 1] == '_'))
			key--;
		if (p[i] != ':' || !strchr("[{\"'", p[i + 1]) || key == i)
			continue;
		pos.col += (unsigned)g_utf8_pointer_to_offset(p, p + i);
		jb_error(diags, pos, "no space after the colon of “%.*s”",
			(int)(i - key), p + key);
		jb_hint(diags, "write “%.*s: ” with a space after the colon",
			(int)(i - key), p + key);
		return true;
	}
	return false;
}

bool jb_line_report_bare(jb_diags *diags, jb_pos pos)
{
	static const char signs[] = " ;=；＝﹕∶︰";
	size_t len, n = 0;
	const char *p = jb_spot_rest(pos, &len);

	while (n < len && (g_ascii_islower(p[n]) || p[n] == '_'))
		n++;
	if (n < 2 || n == len || !jb_spot_starts_line(pos) ||
		!g_utf8_strchr(signs, -1, g_utf8_get_char(p + n)))
		return false;
	pos.col += (unsigned)n;
	jb_error(diags, pos, "no colon after “%.*s”", (int)n, p);
	jb_hint(diags, "write “%.*s: ” with a space after the colon", (int)n,
		p);
	jb_hint(diags, "if it goes on with the text above, indent it deeper "
		       "than the key");
	return true;
}
