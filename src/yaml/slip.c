/* slip.c - the reading of a line as its author meant it. */
#include "yaml/slip.h"

#include <string.h>

#include "base/messages.h"
#include "yaml/node.h"
#include "yaml/spot.h"

enum { KEY_MAX = 30, WIDE_COLON = 0xFF1A, WIDE_DASH = 0xFF0D };

typedef enum { NO_SLIP, BLANK, COLON_WIDE, COLON_TIGHT, DASH } slip_kind;

typedef struct slip {
	slip_kind kind;
	unsigned col;
	gunichar c;	 /* the character at col */
	const char *key; /* the word before a colon */
	int key_len;
} slip;

/* Walks a line character by character. */
typedef struct walker {
	const char *p, *end;
	unsigned col;
} walker;

static gunichar peek(const walker *w)
{
	return w->p < w->end ? g_utf8_get_char(w->p) : 0;
}

static gunichar peek_second(const walker *w)
{
	const char *second = w->p < w->end ? g_utf8_next_char(w->p) : w->end;

	return second < w->end ? g_utf8_get_char(second) : 0;
}

static void step(walker *w)
{
	w->p = g_utf8_next_char(w->p);
	w->col++;
}

static bool is_end_or_space(gunichar c)
{
	return c == 0 || c == ' ' || c == '\t';
}

bool jb_slip_is_blank(gunichar c)
{
	return c > 0x7F && (g_unichar_isspace(c) || c == 0xA0 || c == 0x200B ||
				   c == 0xFEFF);
}

/* Characters that end a word which could have been meant as a key. */
static bool ends_word(gunichar c)
{
	return c == 0 || g_unichar_isspace(c) ||
	       (c < 0x80 && strchr("\"'`{}[]#,|>&*!%@:", (int)c)) ||
	       (c > 0x7F && g_utf8_strchr("，。；！？、：“”‘’…", -1, c));
}

static slip found(slip_kind kind, const walker *w)
{
	return (slip){.kind = kind, .col = w->col, .c = peek(w)};
}

static slip find_colon(walker *w)
{
	const char *key = w->p;
	slip s = {.kind = NO_SLIP};
	int n = 0;

	for (; !ends_word(peek(w)) && n < KEY_MAX; n++)
		step(w);
	if (n == 0)
		return s;
	s.key_len = (int)(w->p - key);
	while (peek(w) == ' ')
		step(w);
	if (peek(w) == WIDE_COLON)
		s.kind = COLON_WIDE;
	else if (peek(w) == ':' && !is_end_or_space(peek_second(w)) &&
		 peek_second(w) != '/') /* https:// */
		s.kind = COLON_TIGHT;
	s.col = w->col;
	s.c = peek(w);
	s.key = key;
	return s;
}

static slip find_slip(const jb_source *src, unsigned line)
{
	size_t len;
	const char *p = jb_source_line(src, line, &len);
	walker w = {p, p + len, 1};

	for (;;) {
		while (peek(&w) == ' ')
			step(&w);
		if (peek(&w) == '\t' || jb_slip_is_blank(peek(&w)))
			return found(BLANK, &w);
		if (peek(&w) != '-' || !is_end_or_space(peek_second(&w)))
			break;
		step(&w);
	}
	if (peek(&w) == WIDE_DASH ||
		(peek(&w) == '-' && peek_second(&w) != '-'))
		return found(DASH, &w);
	return find_colon(&w);
}

static const char *blank_name(gunichar c)
{
	switch (c) {
	case '\t':
		return jb_tr("a tab");
	case 0x3000:
		return jb_tr("a full-width space");
	case 0xA0:
		return jb_tr("a no-break space");
	default:
		return jb_tr("an unusual space");
	}
}

static const char blank_hint[] = JB_TR("indent with ordinary spaces");

void jb_slip_report_blank(jb_diags *diags, jb_pos pos, gunichar c)
{
	jb_error(diags, pos, "%s (U+%04X) is used as indentation",
		blank_name(c), c);
	jb_hint(diags, "%s", jb_tr(blank_hint));
}

static void add_hint(jb_diags *diags, const slip *s)
{
	switch (s->kind) {
	case NO_SLIP:
		break;
	case BLANK:
		jb_hint(diags, "%s", jb_tr(blank_hint));
		break;
	case COLON_WIDE:
		jb_hint(diags,
			"write “: ” (ASCII colon and a space) instead "
			"of “：” after “%.*s”",
			s->key_len, s->key);
		break;
	case COLON_TIGHT:
		jb_hint(diags, "write “%.*s: ” with a space after the colon",
			s->key_len, s->key);
		break;
	case DASH:
		jb_hint(diags, "write “- ” (ASCII hyphen and a space) before "
			       "each item of a list");
		break;
	}
}

bool jb_slip_report(jb_diags *diags, const jb_source *src, unsigned line)
{
	slip s = find_slip(src, line);
	jb_pos pos = {src, line, s.col};

	switch (s.kind) {
	case NO_SLIP:
		return false;
	case BLANK:
		jb_slip_report_blank(diags, pos, s.c);
		return true;
	case COLON_WIDE:
		jb_error(diags, pos, "full-width colon “：” after “%.*s”",
			s.key_len, s.key);
		break;
	case COLON_TIGHT:
		jb_error(diags, pos, "no space after the colon of “%.*s”",
			s.key_len, s.key);
		break;
	case DASH:
		if (s.c == WIDE_DASH)
			jb_error(diags, pos, "full-width hyphen “－”");
		else
			jb_error(diags, pos, "no space after “-”");
		break;
	}
	add_hint(diags, &s);
	return true;
}

/* A word like the keys of our languages. */
static bool is_key(const char *word, int len)
{
	for (int i = 0; i < len; i++)
		if (!g_ascii_islower(word[i]) && word[i] != '_')
			return false;
	return len > 1;
}

void jb_slip_report_others(jb_diags *diags, const jb_source *src)
{
	enum { OTHERS_MAX = 20 };
	unsigned n = 0;

	for (unsigned line = 1; line <= src->n_lines && n < OTHERS_MAX;
		line++) {
		slip s = find_slip(src, line);

		if ((s.kind == COLON_WIDE || s.kind == COLON_TIGHT) &&
			is_key(s.key, s.key_len))
			n += jb_slip_report(diags, src, line);
	}
}

bool jb_slip_hint(jb_diags *diags, const jb_source *src, unsigned line)
{
	slip s = find_slip(src, line);

	add_hint(diags, &s);
	return s.kind != NO_SLIP;
}

static bool has_wide_ascii(const char *text)
{
	for (; *text; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);

		if ((c >= 0xFF10 && c <= 0xFF19) || c == 0xFF05 || c == 0xFF0E)
			return true;
	}
	return false;
}

static bool has_prefix_of(const char *text, const char *signs)
{
	return *text && g_utf8_strchr(signs, -1, g_utf8_get_char(text));
}

static bool is_quoted(const char *text)
{
	return has_prefix_of(text, "“”‘’「『＂＇") &&
	       (g_str_has_suffix(text, "”") || g_str_has_suffix(text, "“") ||
		       g_str_has_suffix(text, "’") ||
		       g_str_has_suffix(text, "」") ||
		       g_str_has_suffix(text, "』") ||
		       g_str_has_suffix(text, "＂") ||
		       g_str_has_suffix(text, "＇"));
}

bool jb_slip_hint_value(jb_diags *diags, const char *text)
{
	if (is_quoted(text))
		jb_hint(diags, "“ ” do not quote here: leave them out, or "
			       "write \"…\" in ASCII");
	else if (has_prefix_of(text, "［【｛（〔("))
		jb_hint(diags, "write a list with ASCII brackets and commas: "
			       "“[1, 2]”");
	else if (strstr(text, "，"))
		jb_hint(diags, "“，” is a full-width comma: write “, ” "
			       "(ASCII comma and a space) between items");
	else if (strpbrk(text, ";") || strstr(text, "、") || strstr(text, "；"))
		jb_hint(diags, "write “, ” (ASCII comma and a space) between "
			       "items");
	else if (has_wide_ascii(text))
		jb_hint(diags, "write digits, “.” and “%%” in ASCII");
	else
		return false;
	return true;
}

bool jb_yaml_explain_scalar(jb_diags *diags, const jb_node *scalar)
{
	gunichar c;

	if (scalar->kind != JB_SCALAR || scalar->block || !scalar->pos.src)
		return false;
	c = jb_spot_char(scalar->pos);
	if (c == '"' || c == '\'')
		return false;
	/* a slip needs a line of its own; after a key it would be a value */
	if (jb_slip_hint(diags, scalar->pos.src, scalar->pos.line))
		return true;
	return jb_slip_hint_value(diags, scalar->text);
}
