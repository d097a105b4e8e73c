/* guard.c - encodings by their bytes: libyaml blames all of them on 1:1. */
#include "yaml/guard.h"

#include <string.h>

#include "base/messages.h"
#include "yaml/spot.h"

/* The length of the GB18030 character at p, 0 if there is none.  *common is
 * set for the rows of GB 2312, where nearly all real text is. */
static int gb_char(
	const unsigned char *p, const unsigned char *end, bool *common)
{
	*common = false;
	if (*p < 0x80)
		return 1;
	if (*p == 0x80 || *p == 0xFF || end - p < 2)
		return 0;
	if (p[1] >= 0x40 && p[1] <= 0xFE && p[1] != 0x7F) {
		*common =
			p[1] >= 0xA1 && ((p[0] >= 0xA1 && p[0] <= 0xA9) ||
						(p[0] >= 0xB0 && p[0] <= 0xF7));
		return 2;
	}
	if (end - p >= 4 && p[1] >= 0x30 && p[1] <= 0x39 && p[2] >= 0x81 &&
		p[2] <= 0xFE && p[3] >= 0x30 && p[3] <= 0x39)
		return 4;
	return 0;
}

/* From a line on: what is before may be UTF-8, pasted together. */
static bool looks_like_gbk(const jb_source *src, unsigned line)
{
	const unsigned char *end = (const unsigned char *)src->text + src->len;
	const unsigned char *p =
		(const unsigned char *)src->text + src->lines[line - 1];
	size_t common = 0, rare = 0;
	bool is_common;

	while (p < end) {
		int n = gb_char(p, end, &is_common);

		if (n == 0)
			return false;
		common += is_common;
		rare += n > 1 && !is_common;
		p += n;
	}
	return common > rare;
}

static bool is_utf16(const jb_source *src)
{
	const char *t = src->text;

	if (src->len < 2)
		return false;
	return memcmp(t, "\xFF\xFE", 2) == 0 || memcmp(t, "\xFE\xFF", 2) == 0 ||
	       (t[0] == '\0') != (t[1] == '\0');
}

static const char save_it[] = JB_TR("save it as UTF-8");

static bool refuse_encoding(jb_diags *diags, const jb_source *src, size_t at)
{
	jb_pos pos = jb_spot_pos(src, at);

	if (looks_like_gbk(src, pos.line))
		jb_error(diags, pos, "file is not UTF-8, looks like GBK");
	else
		jb_error(diags, pos, "file is not UTF-8: byte 0x%02X",
			(unsigned char)src->text[at]);
	jb_hint(diags, "%s", jb_tr(save_it));
	return false;
}

static bool is_line_separator(gunichar c)
{
	return c == 0x85 || c == 0x2028 || c == 0x2029;
}

static bool is_forbidden(gunichar c)
{
	if (c < 0x20)
		return c != '\t' && c != '\n' && c != '\r';
	return (c >= 0x7F && c <= 0x9F) || is_line_separator(c) ||
	       c == 0xFFFE || c == 0xFFFF;
}

/* Finds the first forbidden character of valid UTF-8; the end if none. */
static const char *find_forbidden(const char *p, const char *end)
{
	while (p < end) {
		if (is_forbidden(*p ? g_utf8_get_char(p) : 0))
			break;
		p = g_utf8_next_char(p);
	}
	return p;
}

gunichar jb_guard_control(const char *text, size_t len)
{
	const char *p = text;
	gunichar c;

	for (; p < text + len; p = g_utf8_next_char(p)) {
		c = g_utf8_get_char(p);
		if (is_forbidden(c) && !is_line_separator(c))
			return c;
	}
	return 0;
}

static bool refuse_character(jb_diags *diags, const jb_source *src, size_t at)
{
	gunichar c = g_utf8_get_char(src->text + at);
	jb_pos pos = jb_spot_pos(src, at);

	if (is_line_separator(c)) {
		jb_error(diags, pos, "invisible line separator U+%04X", c);
		jb_hint(diags, "delete it, or end the line there");
	} else {
		jb_error(diags, pos, "control character U+%04X", c);
		jb_hint(diags, "delete it");
	}
	return false;
}

bool jb_guard_bytes(jb_diags *diags, const jb_source *src)
{
	const char *end = src->text + src->len;
	const char *bad = src->text;

	if (is_utf16(src)) {
		jb_error(diags, (jb_pos){src, 1, 1},
			"file is UTF-16, not UTF-8");
		jb_hint(diags, "%s", jb_tr(save_it));
		return false;
	}
	/* GLib stops at a NUL, which is valid but not wanted either */
	if (!g_utf8_validate_len(src->text, src->len, &bad) && *bad != '\0')
		return refuse_encoding(diags, src, (size_t)(bad - src->text));
	bad = find_forbidden(src->text, bad < end ? bad + 1 : end);
	if (bad < end)
		return refuse_character(diags, src, (size_t)(bad - src->text));
	return true;
}
