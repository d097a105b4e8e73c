/* markup-span.c - what stands behind a “]”: {attributes} of a span (Pandoc,
 * bracketed_spans) or the (address) of a link (CommonMark 0.31, 6.3); and
 * addresses in <> (6.5).
 */
#include "model/markup-parts.h"

#include <string.h>

#include "base/icons.h"
#include "base/messages.h"
#include "base/words.h"

/* ---- attributes ---- */

typedef struct attributes {
	jb_markup *m;
	const jb_bracket *open;
	size_t base_end; /* of what the span holds: its “]” */
	jb_marking *effect;
} attributes;

static void refuse(attributes *a, size_t byte, size_t len, const char *what,
	const char *hint)
{
	const char *start = a->m->text + byte;

	jb_markup_slip_at(a->m, true, byte,
		(unsigned)g_utf8_strlen(start, (gssize)len), what, hint);
}

static const char *word(const attributes *a, size_t byte, size_t len)
{
	return jb_strndup(a->m->arena, a->m->text + byte, len);
}

static bool holds_reference(const attributes *a)
{
	const GArray *spots = a->m->spots;

	for (guint i = a->open->spots; i < spots->len; i++)
		if (g_array_index(spots, jb_spot, i).kind == JB_SPOT_REF)
			return true;
	return false;
}

static const char *nearest_hint(const attributes *a, const char *given,
	const char *const *all, size_t n)
{
	const char *near = jb_words_nearest(given, all, n);

	return near ? jb_sprintf(a->m->arena, jb_tr("did you mean “%s”?"), near)
		    : jb_tr("spans have .name, .title, .display, ruby=…, "
			    "lang=… and icon=…");
}

static void take_class(attributes *a, size_t byte, size_t len)
{
	static const char *const all[] = {".name", ".title", ".display"};
	const char *given = word(a, byte, len);

	if (strcmp(given, ".name") == 0)
		a->effect->marks |= JB_MARKED_NAME;
	else if (strcmp(given, ".title") == 0)
		a->effect->marks |= JB_MARKED_TITLE;
	else if (strcmp(given, ".display") != 0)
		refuse(a, byte, len,
			jb_sprintf(a->m->arena,
				jb_tr("there is no kind of span “%s”"), given),
			nearest_hint(a, given, all, G_N_ELEMENTS(all)));
	else if (a->m->level < JB_MARKUP_TEXT || !holds_reference(a))
		refuse(a, byte, len,
			a->m->level < JB_MARKUP_TEXT
				? jb_tr("a title has no figure in the display "
					"style")
				: jb_tr("only a figure stands in the display "
					"style"),
			jb_tr("[${id}]{.display}, in running text"));
	else
		a->effect->display = true;
}

/* Primary language and subtags: en, zh-Hans, zh-Hant-HK. */
static bool is_language(const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz");

	if (n < 2 || n > 3)
		return false;
	for (s += n; *s == '-'; s += n) {
		s++;
		for (n = 0; g_ascii_isalnum(s[n]);)
			n++;
		if (n < 2 || n > 8)
			return false;
	}
	return *s == '\0';
}

/* Names of countries are often taken for those of languages. */
static const char *language_for(const char *given)
{
	static const char *const slips[][2] = {{"jp", "ja"}, {"kr", "ko"},
		{"cn", "zh-Hans"}, {"tw", "zh-Hant"}, {"hk", "zh-Hant-HK"}};

	for (size_t i = 0; i < G_N_ELEMENTS(slips); i++)
		if (strcmp(slips[i][0], given) == 0)
			return slips[i][1];
	return NULL;
}

static void take_language(attributes *a, size_t byte, size_t len)
{
	const char *given = word(a, byte, len);
	const char *meant = language_for(given);

	a->effect->lang = given;
	if (meant || !is_language(given))
		refuse(a, byte, len,
			jb_sprintf(a->m->arena, jb_tr("“%s” is no language"),
				given),
			meant ? jb_sprintf(a->m->arena,
					jb_tr("did you mean “%s”?"), meant)
			      : jb_tr("a tag of BCP 47: en, ja, zh-Hant"));
}

/* Words with one space between two; *n is how many. */
static const char *parts_of(const attributes *a, const char *given, size_t *n)
{
	g_autoptr(GString) out = g_string_new(NULL);
	bool space = false;

	*n = 0;
	for (const char *p = given; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (g_unichar_isspace(c)) {
			space = true;
			continue;
		}
		if (space && out->len)
			g_string_append_c(out, ' ');
		if (space || !out->len)
			++*n;
		space = false;
		g_string_append_unichar(out, c);
	}
	return jb_strndup(a->m->arena, out->str, out->len);
}

/* Characters of the base, without accents and selectors of their own. */
static size_t count_base(const attributes *a)
{
	const char *p = a->m->text + a->open->byte + 1;
	const char *end = a->m->text + a->base_end;
	size_t n = 0;

	for (; p < end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		n += !g_unichar_isspace(c) && !g_unichar_ismark(c);
	}
	return n;
}

static void take_ruby(attributes *a, size_t byte, size_t len)
{
	size_t parts, base = count_base(a);

	a->effect->ruby = parts_of(a, word(a, byte, len), &parts);
	if (a->m->spots->len > a->open->spots)
		refuse(a, byte, len,
			jb_tr("ruby stands over plain characters only"),
			jb_tr("put the marks around the span: "
			      "**[字]{ruby=\"zì\"}**"));
	else if (parts == 0 || base == 0)
		refuse(a, byte, MAX(len, 1),
			parts ? jb_tr("ruby over nothing")
			      : jb_tr("empty ruby"),
			"[重庆]{ruby=\"chóng qìng\"}");
	else if (parts > 1 && parts != base)
		refuse(a, byte, len,
			jb_sprintf(a->m->arena,
				jb_tr("%zu parts of ruby over %zu characters"),
				parts, base),
			jb_tr("one part for each character, or one for all of "
			      "them"));
}

/* Before words: an icon alone says nothing to who cannot see it, and nothing
 * in what is copied. */
static void take_icon(attributes *a, size_t byte, size_t len)
{
	const char *given = word(a, byte, len), *near;

	if (count_base(a) == 0) {
		refuse(a, byte, MAX(len, 1), jb_tr("an icon before nothing"),
			jb_tr("the words it belongs to: [公园]{icon=park}"));
	} else if (jb_icon_lookup(given)) {
		a->effect->icon = given;
	} else {
		near = jb_icon_nearest(given);
		refuse(a, byte, MAX(len, 1),
			jb_sprintf(a->m->arena, jb_tr("there is no icon “%s”"),
				given),
			near ? jb_sprintf(a->m->arena,
				       jb_tr("did you mean “%s”?"), near)
			     : jb_tr("“jianbao list icons” names them all"));
	}
}

static void take_pair(
	attributes *a, size_t key, size_t key_len, size_t byte, size_t len)
{
	static const char *const all[] = {"ruby", "lang", "icon"};
	const char *name = word(a, key, key_len);

	if (g_str_has_prefix(a->m->text + byte, "“"))
		refuse(a, byte, len, jb_tr("quotes of attributes are straight"),
			"ruby=\"chóng qìng\"");
	else if (strcmp(name, "ruby") == 0)
		take_ruby(a, byte, len);
	else if (strcmp(name, "lang") == 0)
		take_language(a, byte, len);
	else if (strcmp(name, "icon") == 0)
		take_icon(a, byte, len);
	else
		refuse(a, key, key_len,
			jb_sprintf(
				a->m->arena, jb_tr("spans have no “%s”"), name),
			nearest_hint(a, name, all, G_N_ELEMENTS(all)));
}

/* The byte of the brace that closes an open one, or 0.  Marks of other spans
 * end the search, so that all searches of a text together are short. */
static size_t closing_brace(const jb_markup *m, size_t at)
{
	bool quoted = false;

	for (at++; at < m->len && m->text[at] != '\n'; at++) {
		if (m->text[at] == '"')
			quoted = !quoted;
		else if (m->text[at] == '}' && !quoted)
			return at;
		else if (strchr("{[", m->text[at]))
			return 0;
	}
	return 0;
}

/* One attribute of a list that ends with a brace; the byte behind it. */
static size_t take_one(attributes *a, size_t at)
{
	const char *text = a->m->text;
	size_t len = strcspn(text + at, " \t=}"), value;

	if (text[at] == '.' || text[at + len] != '=') {
		if (text[at] == '.')
			take_class(a, at, len);
		else
			refuse(a, at, MAX(len, 1),
				jb_tr("this is no attribute of a span"),
				jb_tr(".name, .title, .display, ruby=\"…\", "
				      "lang=…, icon=…; "
				      "write \\{ for the sign itself"));
		return at + MAX(len, 1);
	}
	value = at + len + 1;
	if (text[value] == '"') {
		size_t n = strcspn(text + value + 1, "\"");

		take_pair(a, at, len, value + 1, n);
		return value + n + 2;
	}
	take_pair(a, at, len, value, strcspn(text + value, " \t}"));
	return value + strcspn(text + value, " \t}");
}

size_t jb_markup_attributes(
	jb_markup *m, size_t at, const jb_bracket *open, jb_marking *effect)
{
	size_t end = closing_brace(m, at);
	attributes a = {m, open, at - 1, effect};

	if (!end) {
		refuse(&a, at, 1, jb_tr("“{” after “]” is never closed here"),
			jb_tr("[重庆]{.name}; write \\{ for the sign itself"));
		return 0;
	}
	if (strspn(m->text + at + 1, " \t") == end - at - 1)
		refuse(&a, at, 2, jb_tr("a span without attributes"),
			jb_tr("[重庆]{.name}; write \\{ for the sign itself"));
	for (at++; at < end;) {
		at += strspn(m->text + at, " \t");
		if (at < end)
			at = take_one(&a, at);
	}
	effect->item = ++m->items;
	return end + 1;
}

/* ---- addresses ---- */

static const char *const schemes[] = {"http", "https", "mailto"};

/* A URI is ASCII (RFC 3986 2.1): other bytes are written as %XX. */
static const char *ascii_address(jb_arena *arena, const char *s, size_t len)
{
	g_autoptr(GString) out = g_string_new(NULL);

	for (size_t i = 0; i < len; i++)
		if (g_ascii_isgraph(s[i]) && !strchr("'\"\\^`{|}", s[i]))
			g_string_append_c(out, s[i]);
		else
			g_string_append_printf(out, "%%%02X", (guchar)s[i]);
	return jb_strndup(arena, out->str, out->len);
}

/* Length of “https:”, or 0. */
static size_t scheme_length(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && n < 32 &&
		(g_ascii_isalnum(s[n]) || (n && strchr("+.-", s[n]))))
		n++;
	return n >= 2 && n < len && g_ascii_isalpha(*s) && s[n] == ':' ? n + 1
								       : 0;
}

static bool may_lead(const char *s, size_t scheme)
{
	for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++)
		if (strlen(schemes[i]) == scheme - 1 &&
			g_ascii_strncasecmp(s, schemes[i], scheme - 1) == 0)
			return true;
	return false;
}

/* Is there something after the scheme: a host, or an account? */
static bool leads(const char *s, size_t len, size_t scheme)
{
	if (g_ascii_strncasecmp(s, "mailto", 6) == 0)
		return memchr(s, '@', len) != NULL;
	return len > scheme + 2 && s[scheme] == '/' && s[scheme + 1] == '/' &&
	       s[scheme + 2] != '/';
}

static bool check_address(jb_markup *m, size_t at, size_t len)
{
	const char *s = m->text + at;
	size_t scheme = scheme_length(s, len);
	unsigned chars = (unsigned)g_utf8_strlen(s, (gssize)len);

	if (g_strstr_len(s, (gssize)len, "${"))
		jb_markup_slip_at(m, true, at, chars,
			jb_tr("an address holds no ${…}"), NULL);
	else if (!may_lead(s, scheme))
		jb_markup_slip_at(m, true, at, chars,
			jb_sprintf(m->arena,
				jb_tr("links do not lead to “%.*s”"),
				(int)(scheme ? scheme : len), s),
			jb_tr("they begin with https://, http:// or mailto:"));
	else if (!leads(s, len, scheme))
		jb_markup_slip_at(m, true, at, chars,
			jb_tr("this address leads nowhere"),
			jb_tr("https://example.com or mailto:who@example.com"));
	else
		return true;
	return false;
}

/* The byte of the “)” of an address that begins here, or 0: no white space, no
 * brackets, and parentheses in pairs. */
static size_t closing_parenthesis(const jb_markup *m, size_t at)
{
	int depth = 0;

	for (; at < m->len; at++) {
		guchar c = (guchar)m->text[at];

		if (c <= ' ' || strchr("<>[]", c))
			return 0;
		depth += c == '(';
		if (c == ')' && depth-- == 0)
			return at;
	}
	return 0;
}

size_t jb_markup_destination(jb_markup *m, size_t at, jb_marking *effect)
{
	size_t end = closing_parenthesis(m, ++at), len = end - at;
	const char *s = m->text + at;

	/* [1](甲) is no link, [1](www.example.com) is meant for one */
	if (!end || len == 0 ||
		(!scheme_length(s, len) && strcspn(s, "./@#$") >= len))
		return 0;
	if (check_address(m, at, len))
		effect->link = ascii_address(m->arena, s, len);
	return end + 1;
}

size_t jb_markup_autolink(jb_markup *m, size_t at, jb_marking *effect)
{
	const char *s = m->text + at + 1;
	size_t rest = m->len - at - 1, scheme = scheme_length(s, rest), len;

	if (!scheme)
		return 0;
	for (len = scheme; len < rest; len++)
		if ((guchar)s[len] <= ' ' || strchr("<>", s[len]))
			break;
	if (len == rest || s[len] != '>')
		return 0;
	if (!may_lead(s, scheme) && s[scheme] != '/')
		return 0; /* <时间:地点> */
	if (check_address(m, at + 1, len))
		effect->link = ascii_address(m->arena, s, len);
	effect->address = true;
	return at + 1 + len + 1;
}
