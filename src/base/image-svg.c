/* image-svg.c - SVG art: its size, and that it is nothing but shapes.
 *
 * Refused is what would load something, run, move, take a font of the machine
 * or come out as pixels: so art is lines and fields that stay what they are.
 * This goes over tags only; whether they are well formed, librsvg says.
 */
#include "base/image.h"

#include <stdlib.h>
#include <string.h>
#include <glib.h>

#include "base/messages.h"

enum { BYTES_MAX = 4 << 20, ELEMENTS_MAX = 50000, DEPTH_MAX = 200 };

static const struct {
	const char *element, *why;
} refused[] = {
	{"text", JB_TR("holds text: turn its letters into outlines")},
	{"tspan", JB_TR("holds text: turn its letters into outlines")},
	{"textPath", JB_TR("holds text: turn its letters into outlines")},
	{"tref", JB_TR("holds text: turn its letters into outlines")},
	{"image", JB_TR("holds another image: art is shapes only")},
	{"feImage", JB_TR("holds another image: art is shapes only")},
	{"filter", JB_TR("has a filter, which is pixels and not shapes")},
	{"mask", JB_TR("has a mask, which is pixels: make it a clipPath")},
	{"script", JB_TR("holds a script")},
	{"foreignObject", JB_TR("holds what is not SVG (foreignObject)")},
	{"include", JB_TR("takes in another file (XInclude)")},
	{"animate", JB_TR("is animated: save one picture of it")},
	{"animateColor", JB_TR("is animated: save one picture of it")},
	{"animateMotion", JB_TR("is animated: save one picture of it")},
	{"animateTransform", JB_TR("is animated: save one picture of it")},
	{"set", JB_TR("is animated: save one picture of it")},
};

static const char outside[] = JB_TR("refers to another file: art stands alone");
static const char cut_off[] =
	JB_TR("is cut off: the end of its data is missing");

typedef struct scan {
	const char *p, *end; /* the byte at end is none of the file's */
	jb_image_info *info;
	unsigned elements, depth;
	bool in_style;
	double width, height, box_w, box_h; /* 0: not given */
} scan;

/* A piece of the file. */
typedef struct piece {
	const char *text;
	size_t len;
} piece;

static bool is(piece p, const char *word)
{
	return p.len == strlen(word) && memcmp(p.text, word, p.len) == 0;
}

static bool begins(piece p, const char *word)
{
	return p.len >= strlen(word) &&
	       g_ascii_strncasecmp(p.text, word, strlen(word)) == 0;
}

static piece rest(piece p, size_t from)
{
	return (piece){p.text + from, p.len - from};
}

/* xlink:href is href: prefixes are anybody's choice. */
static piece local(piece name)
{
	const char *colon = memchr(name.text, ':', name.len);

	return colon ? rest(name, (size_t)(colon - name.text) + 1) : name;
}

static piece trimmed(piece p, const char *marks)
{
	while (p.len && strchr(marks, *p.text))
		p = rest(p, 1);
	return p;
}

/* url(…) to another place than this file, or @import. */
static bool leads_outside(piece css)
{
	for (; css.len; css = rest(css, 1)) {
		if (begins(css, "@import"))
			return true;
		if (begins(css, "url(") &&
			!begins(trimmed(rest(css, 4), " \t\r\n\"'"), "#"))
			return true;
	}
	return false;
}

/* --- the root's size --- */

static double length_of(piece value)
{
	static const struct {
		const char *unit;
		double px;
	} units[] = {{"", 1}, {"px", 1}, {"pt", 96 / 72.0}, {"pc", 16},
		{"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}};
	g_autofree char *text = g_strndup(value.text, MIN(value.len, 40u));
	char *unit;
	double number = g_ascii_strtod(g_strstrip(text), &unit);

	for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
		if (strcmp(unit, units[i].unit) == 0)
			return number > 0 ? number * units[i].px : 0;
	return 0; /* per cent and em: of nothing that we know */
}

static void read_box(scan *s, piece value)
{
	g_autofree char *text = g_strndup(value.text, MIN(value.len, 200u));
	double n[4] = {0};
	char *p = text;

	for (int i = 0; i < 4; i++) {
		char *from = p + strspn(p, " \t\r\n,");

		n[i] = g_ascii_strtod(from, &p);
	}
	s->box_w = n[2] > 0 ? n[2] : 0;
	s->box_h = n[3] > 0 ? n[3] : 0;
}

static const char *settle_size(scan *s)
{
	double w = s->width, h = s->height;

	if ((!w || !h) && s->box_w && s->box_h) {
		if (w)
			h = w * s->box_h / s->box_w;
		else if (h)
			w = h * s->box_w / s->box_h;
		else
			w = s->box_w, h = s->box_h;
	}
	/* beyond this cairo's numbers end */
	if (!(w >= 0.1 && w <= 1e5 && h >= 0.1 && h <= 1e5))
		return JB_TR(
			"has no size: give it a viewBox, or width and height");
	s->info->width = w;
	s->info->height = h;
	return NULL;
}

/* --- tags --- */

/* Moves past the next `mark`; false where there is none. */
static bool past(scan *s, const char *mark)
{
	const char *at = g_strstr_len(s->p, s->end - s->p, mark);

	s->p = at ? at + strlen(mark) : s->end;
	return at != NULL;
}

static void skip_blanks(scan *s)
{
	while (s->p < s->end && strchr(" \t\r\n", *s->p) && *s->p)
		s->p++;
}

static piece take_name(scan *s)
{
	piece name = {s->p, 0};

	while (s->p < s->end && *s->p && !strchr(" \t\r\n/>=<\"'", *s->p))
		s->p++;
	name.len = (size_t)(s->p - name.text);
	return name;
}

static const char *take_value(scan *s, piece *value)
{
	const char *close;

	skip_blanks(s);
	if (s->p >= s->end)
		return cut_off;
	if (*s->p != '=')
		return JB_TR("is damaged: an attribute has no value");
	s->p++;
	skip_blanks(s);
	if (s->p >= s->end)
		return cut_off;
	if (*s->p != '"' && *s->p != '\'')
		return JB_TR("is damaged: a value is not in quotes");
	close = memchr(s->p + 1, *s->p, (size_t)(s->end - s->p) - 1);
	if (!close)
		return cut_off;
	*value = (piece){s->p + 1, (size_t)(close - s->p) - 1};
	s->p = close + 1;
	return NULL;
}

static const char *see_attribute(scan *s, piece name, piece value)
{
	bool root = s->elements == 1;

	if (is(local(name), "href")) {
		value = trimmed(value, " \t\r\n");
		if (value.len && *value.text != '#')
			return outside;
	} else if (root && is(name, "width")) {
		s->width = length_of(value);
	} else if (root && is(name, "height")) {
		s->height = length_of(value);
	} else if (root && is(name, "viewBox")) {
		read_box(s, value);
	} else if (!begins(name, "xmlns") && leads_outside(value)) {
		return outside;
	}
	return NULL;
}

static const char *see_element(scan *s, piece name)
{
	piece own = local(name);

	if (s->elements == 0 && !is(own, "svg"))
		return JB_TR("is not an image in PNG, JPEG, WebP or SVG");
	if (++s->elements > ELEMENTS_MAX)
		return JB_TR("has too many parts: at most 50,000 are allowed");
	for (size_t i = 0; i < G_N_ELEMENTS(refused); i++)
		if (is(own, refused[i].element))
			return refused[i].why;
	return NULL;
}

static const char *open_element(scan *s)
{
	piece name = take_name(s), attribute, value;
	const char *wrong = see_element(s, name);

	while (!wrong) {
		skip_blanks(s);
		if (s->p >= s->end)
			return cut_off;
		if (*s->p == '/' || *s->p == '>')
			break;
		attribute = take_name(s);
		if (!attribute.len)
			return JB_TR("is damaged: a tag has a sign too many");
		wrong = take_value(s, &value);
		if (!wrong)
			wrong = see_attribute(s, attribute, value);
	}
	if (wrong)
		return wrong;
	if (*s->p == '>') {
		s->in_style = is(local(name), "style");
		if (++s->depth > DEPTH_MAX)
			return JB_TR("has its parts nested too deep");
	}
	if (s->elements == 1)
		wrong = settle_size(s);
	return past(s, ">") ? wrong : cut_off;
}

/* <?…?>, <!--…-->, <![CDATA[…]]>, <!DOCTYPE …> */
static const char *skip_other(scan *s)
{
	piece here = {s->p, (size_t)(s->end - s->p)};
	const char *from = s->p;
	bool closed;

	if (begins(here, "?xml-stylesheet"))
		return outside;
	if (*s->p == '?')
		return past(s, "?>") ? NULL : cut_off;
	if (begins(here, "!--"))
		return past(s, "-->") ? NULL : cut_off;
	closed = past(s, begins(here, "![CDATA[") ? "]]>" : ">");
	here.len = (size_t)(s->p - from);
	if (begins(here, "!DOCTYPE") && memchr(from, '[', here.len))
		return JB_TR("declares entities of its own: save it without");
	if (s->in_style && leads_outside(here))
		return outside;
	return closed ? NULL : cut_off;
}

static const char *close_element(scan *s)
{
	s->in_style = false;
	if (!s->depth)
		return JB_TR("is damaged: a tag is closed that was not open");
	s->depth--;
	return past(s, ">") ? NULL : cut_off;
}

static const char *step(scan *s)
{
	piece words = {s->p, 0};
	const char *tag = memchr(s->p, '<', (size_t)(s->end - s->p));

	words.len = (size_t)((tag ? tag : s->end) - s->p);
	if (s->in_style && leads_outside(words))
		return outside;
	if (!tag || tag + 1 >= s->end)
		return cut_off;
	s->p = tag + 1;
	if (*s->p == '?' || *s->p == '!')
		return skip_other(s);
	return *s->p == '/' ? close_element(s) : open_element(s);
}

const char *jb_image_look_svg(jb_arena *arena, const unsigned char *data,
	size_t len, jb_image_info *info)
{
	const char *text = (const char *)data, *wrong = NULL;
	scan s = {.p = text, .end = text + len, .info = info};

	(void)arena;
	if (len > BYTES_MAX)
		return JB_TR("is larger than the 4 MiB that art may have");
	if (!g_utf8_validate(text, (gssize)len, NULL))
		return JB_TR("is not SVG in UTF-8");
	while (!wrong && (!s.elements || s.depth))
		wrong = step(&s);
	return wrong;
}
