/* complain.c - libyaml says where it stopped; its author wants to know why.
 *
 * The lines that can be to blame are searched for slips of the keyboard first;
 * then a table turns libyaml's words into ours.
 */
#include "yaml/complain.h"

#include <string.h>

#include "yaml/line.h"
#include "yaml/slip.h"
#include "yaml/spot.h"

typedef struct failure {
	const char *context, *problem; /* libyaml's words, never NULL */
	jb_pos began, at;	       /* of the context and of the problem */
	jb_pos last;		       /* the scalar before */
} failure;

jb_pos jb_complain_pos(const jb_source *src, yaml_mark_t mark)
{
	jb_pos pos = {src, (unsigned)mark.line + 1, (unsigned)mark.column + 1};
	size_t len;

	/* the end of the file is the end of its last line */
	if (pos.line > src->n_lines) {
		const char *line = jb_source_line(src, src->n_lines, &len);

		return jb_spot_pos(src, (size_t)(line + len - src->text));
	}
	return pos;
}

static bool is(const char *words, const char *part)
{
	return strstr(words, part) != NULL;
}

static gunichar char_before(jb_pos pos)
{
	if (pos.col < 2)
		return 0;
	pos.col--;
	return jb_spot_char(pos);
}

bool jb_complain_braces(jb_diags *diags, jb_pos pos)
{
	gunichar before = char_before(pos);

	if (jb_spot_char(pos) != '{' || (before != '{' && before != '$'))
		return false;
	pos.col--;
	jb_error(diags, pos,
		before == '$'
			? "“${” inside a list or mapping opens another mapping"
			: "“{{” opens a mapping in a mapping");
	jb_span_chars(diags, 2);
	jb_hint(diags, "put the text in double quotes: \"%s\"",
		before == '$' ? "${x}" : "{{ x }}");
	return true;
}

static bool slip_between(
	jb_diags *diags, const failure *f, unsigned from, unsigned to)
{
	enum { LINES_MAX = 100 };

	if (to - from > LINES_MAX)
		from = to - LINES_MAX;
	for (unsigned line = from; line <= to; line++) {
		if (jb_slip_report(diags, f->at.src, line))
			return true;
	}
	return false;
}

/* Which lines may hold the slip: a plain text that swallowed the next line
 * began before the place where libyaml stopped. */
static bool report_slip(jb_diags *diags, const failure *f)
{
	if (is(f->problem, "tab character")) {
		jb_slip_report_blank(diags, f->at, '\t');
		return true;
	}
	if (is(f->context, "quoted scalar") || is(f->context, "block scalar"))
		return false;
	if (is(f->problem, "expected ':'"))
		return slip_between(diags, f, f->began.line, f->began.line);
	if (is(f->problem, "mapping values") && f->last.src)
		return slip_between(diags, f, f->last.line, f->at.line);
	if (is(f->problem, "expected key") || is(f->problem, "'-' indicator") ||
		is(f->problem, "start any token"))
		return slip_between(diags, f, f->at.line, f->at.line);
	return false;
}

/* The characters YAML keeps for itself. */
static void complain_reserved(jb_diags *diags, jb_pos pos)
{
	gunichar c = jb_spot_char(pos);
	char letter[8] = {0};

	g_unichar_to_utf8(c, letter);
	jb_error(diags, pos, "text cannot start with “%s” unless it is quoted",
		letter);
	jb_hint(diags, "put the text in double quotes: \"%s…\"", letter);
}

static void complain_anchor(jb_diags *diags, const failure *f)
{
	complain_reserved(diags, f->began);
	jb_hint(diags, "if it is meant as an anchor or alias: its name may "
		       "hold only A-Z a-z 0-9 - _");
}

static void complain_start(jb_diags *diags, const failure *f)
{
	if (jb_spot_char(f->at) == '\t')
		jb_slip_report_blank(diags, f->at, '\t');
	else
		complain_reserved(diags, f->at);
}

static void complain_tag(jb_diags *diags, const failure *f)
{
	complain_reserved(diags, f->began);
}

static void complain_colon(jb_diags *diags, const failure *f)
{
	if (jb_line_report_sign(diags, f->began) ||
		jb_line_report_tight(diags, f->began) ||
		jb_line_report_bare(diags, f->began))
		return;
	jb_error(diags, f->began,
		"this line is neither “key: value” nor an item of a list");
	jb_hint(diags, "if it goes on with the text above, indent it deeper "
		       "than the key");
}

/* A line under “key:” that begins where the key does, before deeper ones. */
static bool complain_child(jb_diags *diags, const failure *f)
{
	const jb_source *src = f->last.src;
	unsigned before = jb_line_before(src, f->last.line);
	unsigned col = jb_line_begins(src, f->last.line);
	jb_pos pos = {src, f->last.line, col};

	if (before == 0 || !jb_line_opens(src, before) ||
		jb_line_begins(src, before) != col ||
		jb_line_begins(src, f->at.line) <= col)
		return false;
	jb_error(diags, pos,
		"this line is not indented deeper than the key above, to "
		"which it belongs");
	jb_line_hint_begin(diags, src, f->last.line);
	return true;
}

static void complain_second_colon(jb_diags *diags, const failure *f)
{
	if (f->last.src && jb_line_report_bracket(diags, f->last))
		return;
	if (f->last.src && f->last.line == f->at.line) {
		jb_error(diags, f->at, "a second “: ” in one line");
		jb_hint(diags, "put the value in double quotes");
		return;
	}
	if (f->last.src && complain_child(diags, f))
		return;
	jb_error(diags, f->at, "no “key: value” can stand here");
	if (f->last.src)
		jb_also(diags, f->last, "this text goes on to here");
	jb_line_hint_begin(diags, f->at.src, f->at.line);
}

static void complain_quote(jb_diags *diags, const failure *f)
{
	size_t len;
	const char *rest = jb_spot_rest(f->began, &len);
	const char *wide = g_strstr_len(rest, (gssize)len, "”");
	char mark = len > 0 ? *rest : '"';

	if (!wide && mark == '\'')
		wide = g_strstr_len(rest, (gssize)len, "’");
	jb_error(diags, f->began, "this quotation mark is never closed");
	if (wide)
		jb_hint(diags, "close it with %c in ASCII, not with %.3s", mark,
			wide);
	else
		jb_hint(diags, "write %c at the end of the value, too", mark);
}

static void complain_escape(jb_diags *diags, const failure *f)
{
	jb_error(diags, f->at, "unknown escape after “\\”");
	jb_hint(diags, "write “\\\\” for a backslash, or use single quotes");
}

/* Full-width punctuation on the line where the bracket opened. */
static const char *find_wide(const failure *f)
{
	static const char *const wide[] = {
		"］", "［", "｝", "，", "、", "：", NULL};
	size_t len;
	const char *line = jb_spot_rest(f->began, &len);

	for (int i = 0; wide[i]; i++) {
		if (g_strstr_len(line, (gssize)len, wide[i]))
			return wide[i];
	}
	return NULL;
}

/* {rgb: #D8442A}: the rest of the line where the bracket opened is a comment.
 * Says so; false when there is none. */
static bool hint_comment(jb_diags *diags, jb_pos began)
{
	size_t len, word;
	const char *line = jb_spot_rest(began, &len);
	const char *at = g_strstr_len(line, (gssize)len, " #");

	if (!at || at[2] == ' ')
		return false;
	word = strcspn(++at, " ,，]}\r\n");
	word = MIN(word, len - (size_t)(at - line));
	jb_hint(diags,
		"“#” begins a comment: put the value in double quotes, "
		"\"%.*s\"",
		(int)word, at);
	return true;
}

static void complain_flow(jb_diags *diags, const failure *f)
{
	bool list = is(f->context, "sequence");
	const char *close = list ? "]" : "}";
	const char *wide = find_wide(f);

	if (jb_complain_braces(diags, f->at))
		return;
	if (f->at.line != f->began.line || jb_spot_char(f->at) == 0) {
		jb_error(diags, f->began, "“%s” is never closed with “%s”",
			list ? "[" : "{", close);
		jb_also(diags, f->at, "reading stopped here");
	} else {
		jb_error(diags, f->at, "expected “,” or “%s” here", close);
		jb_also(diags, f->began, "“%s” was opened here",
			list ? "[" : "{");
	}
	if (wide)
		jb_hint(diags, "“%s” is full-width: write it in ASCII", wide);
	else if (hint_comment(diags, f->began))
		return;
	else if (jb_spot_char(f->at) == 0 || f->at.line != f->began.line)
		jb_hint(diags, "write “%s” behind the last item", close);
}

/* “园区”里的, [园区]里的; or a quote that was left open, until the next one. */
static void complain_rest(jb_diags *diags, const failure *f)
{
	gunichar first = f->last.src ? jb_spot_char(f->last) : 0;
	gunichar before = char_before(f->at);

	if ((first == '"' || first == '\'') && f->last.line < f->at.line) {
		complain_quote(diags, &(failure){.began = f->last});
		return;
	}
	jb_error(diags, f->at, "unexpected text after the value");
	if ((before == ']' || before == '}') &&
		!g_unichar_isalnum(jb_spot_char(f->at)))
		jb_hint(diags, "delete it");
	else if (before == ']' || before == '}')
		jb_hint(diags, "a text that begins with a bracket needs double "
			       "quotes around all of it");
	else
		jb_hint(diags, "quotes must go around the whole value");
}

/* -heading: x before “- text”: the line that is meant, of those above a dash at
 * the same indent; or the dash itself. */
static jb_pos unspaced_dash(jb_pos at)
{
	size_t len;

	for (unsigned line = at.line - 1; line > 0; line--) {
		const char *p = jb_source_line(at.src, line, &len);
		size_t indent = 0;

		while (indent < len && p[indent] == ' ')
			indent++;
		if (indent == len || indent + 1 > at.col)
			continue; /* blank or deeper */
		if (indent + 1 < at.col || indent + 1 >= len)
			break;
		if (p[indent] == '-' && !strchr(" -", p[indent + 1]))
			return (jb_pos){at.src, line, at.col};
		break;
	}
	return at;
}

static void complain_key(jb_diags *diags, const failure *f)
{
	gunichar c = jb_spot_char(f->at);

	if (!jb_spot_starts_line(f->at)) {
		complain_rest(diags, f);
		return;
	}
	if (jb_line_report_sign(diags, f->at))
		return;
	if (c == ':') {
		jb_error(diags, f->at, "no key before “:”");
		return;
	}
	if (c == '-') {
		jb_pos dash = unspaced_dash(f->at);

		jb_error(diags, dash, "an item of a list among keys");
		if (dash.line != f->at.line) {
			jb_hint(diags, "write “- ” (ASCII hyphen and a space) "
				       "before each item of a list");
			return;
		}
		jb_also(diags, f->began, "the keys begin here");
		jb_hint(diags, "indent the items below their own key");
		return;
	}
	jb_error(diags, f->at,
		"this line is not indented like the keys it belongs to");
	jb_also(diags, f->began, "the keys begin here");
	jb_line_hint_begin(diags, f->at.src, f->at.line);
}

static void complain_item(jb_diags *diags, const failure *f)
{
	if (jb_line_report_sign(diags, f->at))
		return;
	jb_error(diags, f->at, "expected an item of the list (“- …”)");
	jb_also(diags, f->began, "the list begins here");
	jb_line_hint_begin(diags, f->at.src, f->at.line);
}

static void complain_dash(jb_diags *diags, const failure *f)
{
	jb_error(diags, f->at, "a list cannot begin in this place");
	if (jb_spot_char((jb_pos){f->at.src, f->at.line, f->at.col + 1}) == 0) {
		jb_hint(diags, "for no value write null");
		return;
	}
	jb_hint(diags, "put “- …” on a line of its own below the key, or put "
		       "the text in double quotes");
}

static void complain_content(jb_diags *diags, const failure *f)
{
	char letter[8] = {0};

	if (jb_spot_char(f->at) == 0) {
		jb_error(diags, f->at, "a value is missing here");
		hint_comment(diags, (jb_pos){f->at.src, f->at.line, 1});
		return;
	}
	if (jb_spot_char(f->at) == ',') {
		complain_reserved(diags, f->at);
		return;
	}
	g_unichar_to_utf8(jb_spot_char(f->at), letter);
	jb_error(diags, f->at, "unexpected “%s”", letter);
}

static void complain_block(jb_diags *diags, const failure *f)
{
	jb_error(diags, f->at, "only a comment may follow “|” or “>”");
	jb_hint(diags, "begin the text on the next line, indented; or put it "
		       "in double quotes");
}

static void complain_end(jb_diags *diags, const failure *f)
{
	jb_error(diags, f->at, "unexpected text after the end of the document");
}

/* First match wins; NULL matches everything. */
static const struct {
	const char *context, *problem;
	void (*complain)(jb_diags *diags, const failure *f);
} table[] = {
	{"quoted scalar", "unexpected", complain_quote},
	{"quoted scalar", "escape", complain_escape},
	{"quoted scalar", "hexdecimal", complain_escape},
	{"block scalar", "comment or line break", complain_block},
	{"anchor", NULL, complain_anchor},
	{"alias", NULL, complain_anchor},
	{"tag", NULL, complain_tag},
	{"directive", NULL, complain_tag},
	{"flow", "expected ','", complain_flow},
	{NULL, "start any token", complain_start},
	{NULL, "expected ':'", complain_colon},
	{NULL, "mapping values", complain_second_colon},
	{NULL, "expected key", complain_key},
	{NULL, "'-' indicator", complain_item},
	{NULL, "block sequence entries", complain_dash},
	{NULL, "node content", complain_content},
	{NULL, "document start", complain_end},
	{NULL, "mapping keys are not allowed", complain_start},
};

static bool matches(const char *pattern, const char *words)
{
	return !pattern || is(words, pattern);
}

void jb_complain(jb_diags *diags, const jb_source *src,
	const yaml_parser_t *parser, jb_pos last)
{
	failure f = {
		.context = parser->context ? parser->context : "",
		.problem = parser->problem ? parser->problem : "",
		.began = jb_complain_pos(src, parser->context_mark),
		.at = jb_complain_pos(src, parser->problem_mark),
		.last = last,
	};

	if (parser->error == YAML_MEMORY_ERROR)
		g_error("out of memory");
	if (parser->error == YAML_READER_ERROR)
		f.at = jb_spot_pos(src, parser->problem_offset);
	else if (report_slip(diags, &f)) {
		jb_slip_report_others(diags, src);
		return;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		if (matches(table[i].context, f.context) &&
			matches(table[i].problem, f.problem)) {
			table[i].complain(diags, &f);
			return;
		}
	}
	jb_error(diags, f.at, "this is not YAML: %s", f.problem);
}
