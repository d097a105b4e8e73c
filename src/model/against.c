/* against.c - a report held against the text it was made from: its numbers,
 * its dates and its prose stand there as the report says them.
 */
#include "model/report.h"

#include <stdlib.h>
#include <string.h>

#include "model/resolve.h"
#include "model/source-text.h"
#include "model/wording.h"

typedef struct proof {
	jb_arena *arena;
	jb_diags *diags;
	const jb_report *report;
	const jb_source_text *text;
} proof;

/* Words that must stand at a line, in one of up to two forms. */
typedef struct claim {
	const char *shown;    /* what the message quotes */
	const char *forms[2]; /* folded; NULL: none */
	int year; /* a form after another year's number is not meant; or 0 */
	int line;
	jb_pos pos; /* in the report */
} claim;

enum { LINE_CHARS = 40, BEFORE_CHARS = 8, AFTER_CHARS = 12 };

/* ---- words at a line ---- */

/* 12月 of 2020 is not the 12月 of 2019年12月. */
static bool other_year(const proof *p, int year, size_t at)
{
	const size_t n = strlen("年");
	const char *s = p->text->text + at;

	if (year == 0 || at < n + 4 || memcmp(s - n, "年", n) != 0)
		return false;
	s -= n + 4;
	for (int i = 0; i < 4; i++) {
		if (!g_ascii_isdigit(s[i]))
			return false;
	}
	return atoi(s) != year;
}

static size_t find(
	const proof *p, const claim *c, int form, size_t from, size_t to)
{
	size_t at = from;

	for (;; at++) {
		at = jb_source_text_next(p->text, c->forms[form], at, to);
		if (at == JB_NOWHERE || !other_year(p, c->year, at))
			return at;
	}
}

/* Words may begin before the line and run on into it. */
static bool stands(const proof *p, const claim *c, int form)
{
	size_t from = jb_source_text_start(p->text, (unsigned)c->line);
	size_t to = jb_source_text_start(p->text, (unsigned)c->line + 1);
	size_t early = strlen(c->forms[form]) - 1;

	if (from == to)
		return false;
	return find(p, c, form, from > early ? from - early : 0, to) !=
	       JB_NOWHERE;
}

/* The line nearest to the cited one where the words begin, or 0. */
static int nearest_line(const proof *p, const claim *c)
{
	int best = 0;

	for (int form = 0; form < 2 && c->forms[form]; form++) {
		size_t at = find(p, c, form, 0, p->text->len);

		while (at != JB_NOWHERE) {
			int line = (int)jb_source_text_line(p->text, at);

			if (!best || abs(line - c->line) < abs(best - c->line))
				best = line;
			at = find(p, c, form, at + 1, p->text->len);
		}
	}
	return best;
}

static void hint_line_says(const proof *p, int line)
{
	size_t len;
	const char *bytes = jb_source_line(p->text->src, (unsigned)line, &len);
	char *says = g_strstrip(jb_strndup(p->arena, bytes, len));
	char *cut;

	if ((unsigned)line > p->text->src->n_lines) {
		jb_hint(p->diags, "the source has %u lines",
			p->text->src->n_lines);
	} else if (*says == '\0') {
		jb_hint(p->diags, "line %d is empty", line);
	} else if (g_utf8_strlen(says, -1) <= LINE_CHARS) {
		jb_hint(p->diags, "line %d says “%s”", line, says);
	} else {
		cut = g_utf8_offset_to_pointer(says, LINE_CHARS);
		jb_hint(p->diags, "line %d says “%.*s…”", line,
			(int)(cut - says), says);
	}
}

static bool prove(const proof *p, const claim *c)
{
	int line;

	for (int form = 0; form < 2 && c->forms[form]; form++) {
		if (stands(p, c, form))
			return true;
	}
	jb_error(p->diags, c->pos,
		"“%s” does not stand at line %d of the "
		"source",
		c->shown, c->line);
	line = nearest_line(p, c);
	if (line)
		jb_hint(p->diags, "it stands at line %d", line);
	else
		hint_line_says(p, c->line);
	return false;
}

static void add_form(const proof *p, claim *c, const char *words)
{
	const char *form = jb_fold(p->arena, words);

	if (*form != '\0')
		c->forms[c->forms[0] != NULL] = form;
}

/* Nothing to say is nothing to prove. */
static bool claim_words(const proof *p, claim *c, const char *words)
{
	c->shown = words;
	add_form(p, c, words);
	return c->forms[0] != NULL;
}

/* ---- figures, events, headlines ---- */

static bool prove_figure(const proof *p, const jb_figure *f)
{
	claim c = {.line = f->at, .pos = f->at_pos};
	const char *words = NULL;

	if (f->at == 0 || f->verb != JB_GIVEN)
		return false;
	/* what the source does not number it names all the same */
	if (f->has_value || f->as)
		words = jb_wording_text(p->arena, f);
	else if (f->label)
		words = jb_report_fill(p->arena, p->report, f->label);
	return words && claim_words(p, &c, words) && prove(p, &c);
}

static bool prove_event(const proof *p, const jb_event *e)
{
	claim c = {.line = e->at, .pos = e->at_pos, .year = e->date.year};

	if (e->at == 0)
		return false;
	if (e->as)
		claim_words(p, &c, e->as);
	if (e->date.year) {
		/* ends the full date too: 2020年12月 */
		add_form(p, &c, jb_date_short(p->arena, e->date));
		if (!c.shown)
			c.shown = jb_date_text(p->arena, e->date);
	} else if (!e->as && e->title) {
		claim_words(
			p, &c, jb_report_fill(p->arena, p->report, e->title));
	}
	return c.forms[0] && prove(p, &c);
}

static void prove_headline(const proof *p, const jb_section *s)
{
	claim c = {.line = s->at};

	if (s->at == 0 || !s->title)
		return;
	c.pos = s->title->pos;
	if (claim_words(p, &c, jb_report_fill(p->arena, p->report, s->title)))
		prove(p, &c);
}

/* ---- prose ---- */

/* Up to n characters before (n < 0) or after an offset. */
static size_t step(const proof *p, size_t at, int n)
{
	const char *s = p->text->text + at;

	for (; n > 0 && *s; n--)
		s = g_utf8_next_char(s);
	for (; n < 0 && s > p->text->text; n++)
		s = g_utf8_prev_char(s);
	return (size_t)(s - p->text->text);
}

/* The source has its beginning at from..end, and nowhere more of it. */
static void refuse_paragraph(
	const proof *p, jb_pos pos, size_t from, size_t end)
{
	if (from == end) {
		jb_error(p->diags, pos,
			"this paragraph does not stand in the source");
		return;
	}
	from = MAX(from, step(p, end, -BEFORE_CHARS));
	jb_error(p->diags, pos,
		"this paragraph departs from the source after "
		"“%s”",
		jb_source_text_quote(p->arena, p->text, from, end));
	if (end == p->text->len)
		jb_hint(p->diags, "the source ends there");
	else
		jb_hint(p->diags, "the source (line %u) goes on “%s”",
			jb_source_text_line(p->text, end),
			jb_source_text_quote(p->arena, p->text, end,
				step(p, end, AFTER_CHARS)));
}

static bool prove_paragraph(
	const proof *p, const jb_node *prose, size_t byte, size_t len)
{
	jb_node paragraph = *prose;
	const char *words;
	size_t same, at;

	paragraph.text = jb_strndup(p->arena, prose->text + byte, len);
	words = jb_fold(
		p->arena, jb_report_fill(p->arena, p->report, &paragraph));
	if (*words == '\0')
		return false;
	same = jb_source_text_prefix(p->text, words, &at);
	if (words[same] == '\0')
		return true;
	refuse_paragraph(p, jb_node_pos_at(prose, byte), at, at + same);
	return false;
}

static bool is_blank(const char *line, size_t len)
{
	return strspn(line, " \t\r") >= len;
}

/* Paragraphs are lines with text, up to a line without. */
static size_t prove_prose(const proof *p, const jb_node *prose)
{
	const char *text = prose->text;
	size_t proved = 0, begin = 0, len = 0;

	for (size_t at = 0; text[at] != '\0'; at += text[at] == '\n') {
		size_t n = strcspn(text + at, "\n");

		if (is_blank(text + at, n)) {
			proved += len && prove_paragraph(p, prose, begin, len);
			len = 0;
		} else {
			if (len == 0)
				begin = at;
			len = at + n - begin;
		}
		at += n;
	}
	return proved + (len && prove_paragraph(p, prose, begin, len));
}

/* ---- the whole ---- */

/* Also false for a zero byte, which is no text either. */
static bool check_utf8(jb_diags *diags, const jb_source *src)
{
	jb_pos pos = {src, 1, 1};
	const char *bad;

	if (g_utf8_validate(src->text, (gssize)src->len, &bad))
		return true;
	while (pos.line < src->n_lines &&
		src->text + src->lines[pos.line] <= bad)
		pos.line++;
	jb_error(diags, pos, "the source text is not UTF-8");
	jb_hint(diags, "convert it with: iconv -f GB18030 -t UTF-8");
	return false;
}

jb_proof jb_report_against(jb_arena *arena, jb_diags *diags,
	const jb_report *report, const jb_source *text)
{
	proof p = {arena, diags, report, NULL};
	jb_proof proved = {0, 0, 0};

	if (!check_utf8(diags, text))
		return proved;
	p.text = jb_source_text_new(arena, text);
	for (guint i = 0; i < report->figures->len; i++)
		proved.figures += prove_figure(&p, report->figures->pdata[i]);
	for (guint i = 0; i < report->cells->len; i++)
		proved.figures += prove_figure(&p, report->cells->pdata[i]);
	for (guint i = 0; i < report->events->len; i++)
		proved.events += prove_event(&p, report->events->pdata[i]);
	for (size_t i = 0; i < report->n_sections; i++) {
		const jb_section *section = &report->sections[i];

		prove_headline(&p, section);
		if (section->prose)
			proved.paragraphs += prove_prose(&p, section->prose);
	}
	return proved;
}
