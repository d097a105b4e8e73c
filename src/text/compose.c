/* compose.c - the way of a paragraph: read, shape, space, permit, break, set.
 */
#include "text/compose.h"

#include <math.h>

#include "text/break.h"
#include "text/decor.h"
#include "text/para.h"
#include "text/ruby.h"
#include "text/set.h"

/* Gaps and breaks of the whole paragraph. */
static void prepare(jb_para *para, jb_diags *diags)
{
	jb_para_read(para);
	jb_para_shape(para, diags);
	jb_para_space(para);
	jb_para_permit(para, diags);
}

static jb_inset inset_of(const jb_setting *setting, double em, size_t line)
{
	jb_inset inset = {0, 0};

	if (line < setting->n_insets)
		inset = setting->insets[line];
	if (line == 0)
		inset.start_pt += setting->indent_em * em;
	return inset;
}

double jb_line_start(const jb_setting *setting, double em, size_t line)
{
	return inset_of(setting, em, line).start_pt;
}

double jb_line_measure(const jb_setting *setting, double em, size_t line)
{
	jb_inset inset = inset_of(setting, em, line);

	return setting->measure_pt - inset.start_pt - inset.end_pt;
}

static void cut_segment(const jb_para *para, jb_segment seg, GArray *cuts)
{
	const jb_setting *setting = para->setting;

	if (seg.to == seg.from || isinf(setting->measure_pt)) {
		jb_cut whole = {seg.from, seg.to, setting->measure_pt, 0, true};
		g_array_append_val(cuts, whole);
	} else if (!setting->balance || !jb_break_balanced(para, seg, cuts)) {
		jb_break_total(para, seg, cuts);
	}
}

static double natural_width(const jb_para *para, const jb_cut *cut)
{
	double width = -jb_line_hang(para, cut->from);

	for (uint32_t i = cut->from; i < cut->to; i++) {
		const jb_atom *atom = jb_para_atom(para, i);
		width += atom->width;
		if (i + 1 < cut->to)
			width += atom->gap.natural;
		else if (!cut->ends)
			width += atom->gap.hyphen - atom->gap.kern;
	}
	return width;
}

/* The first characters of a line, for a message. */
static const char *quote_line(
	jb_arena *arena, const jb_para *para, const jb_cut *cut)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (uint32_t i = cut->from; i < cut->to && i < cut->from + 8; i++) {
		const jb_atom *atom = jb_para_atom(para, i);
		for (uint32_t k = 0; k < atom->n; k++)
			g_string_append_unichar(
				text, jb_para_char(para, atom->first + k)->c);
		if (atom->gap.space != JB_NO_SPACE)
			g_string_append_c(text, ' ');
	}
	if (cut->to > cut->from + 8)
		g_string_append(text, "…");
	return jb_strndup(arena, text->str, text->len);
}

/* Two decimals without the locale's point. */
static const char *em_text(char *buffer, double em)
{
	return g_ascii_formatd(buffer, 32, "%.2f", em);
}

/* No page is so long (ISO 32000-1 C.2). */
#define LINE_MOST_PT 14400

static void report_length(jb_diags *diags, const jb_line *line)
{
	if (!diags || line->width_pt <= LINE_MOST_PT)
		return;
	jb_error(diags, line->pos, "line “%s” is longer than any page",
		line->quote);
	jb_hint(diags, "it has no place to be broken at");
}

static void report(const jb_para *para, jb_diags *diags, const jb_cut *cut,
	const jb_line *line)
{
	jb_pos pos = para->spans[jb_para_atom(para, cut->from)->span].pos;
	char number[32];

	if (!diags)
		return;
	if (line->off_em > JB_FLUSH_EM) {
		jb_warning(diags, pos, "line “%s” runs %s em over its measure",
			line->quote, em_text(number, line->off_em));
		jb_hint(diags, "widen the frame, or set the text smaller");
	} else if (line->off_em < -JB_FLUSH_EM) {
		jb_warning(diags, pos,
			"line “%s” ends %s em short of its measure",
			line->quote, em_text(number, -line->off_em));
	} else if (line->loose_em > JB_LOOSE_EM) {
		jb_warning(diags, pos,
			"line “%s” is loose: gaps wider by %s em", line->quote,
			em_text(number, line->loose_em));
		jb_hint(diags, "widen the frame, or word it another way");
	}
}

static bool is_justified(const jb_para *para)
{
	return para->setting->align == JB_ALIGN_JUSTIFY &&
	       !para->setting->balance && !isinf(para->setting->measure_pt);
}

/* How far the widest gap stands open beyond what its own rule allows. */
static double looseness(
	const jb_para *para, const jb_cut *cut, const double *extra)
{
	double most = 0;

	for (uint32_t i = cut->from; i + 1 < cut->to; i++)
		most = fmax(most, extra[i - cut->from] -
					  jb_para_atom(para, i)->gap.stretch);
	return most;
}

/* The largest change of a gap, with its sign. */
static double worst(const double *extra, uint32_t n)
{
	double most = 0;

	for (uint32_t i = 0; i < n; i++)
		if (fabs(extra[i]) > fabs(most))
			most = extra[i];
	return most;
}

static double edge(const jb_para *para, double slack)
{
	if (isinf(slack) || slack < 0)
		return 0;
	switch (para->setting->align) {
	case JB_ALIGN_CENTER:
		return slack / 2;
	case JB_ALIGN_END:
		return slack;
	default:
		return 0;
	}
}

/* What the line's end gave up, and what its paragraph's end is like; a line
 * that is all of its text has no end to spoil. */
static void state_facts(
	const jb_para *para, const jb_cut *cut, bool first, jb_line *line)
{
	line->letters = 3;
	if (cut->ends && !first)
		line->letters = jb_count_letters(para, cut->from, cut->to);
	if (!cut->ends)
		line->relaxed = jb_para_atom(para, cut->to - 1)->gap.relax;
}

static void set_line(jb_arena *arena, jb_diags *diags, const jb_para *para,
	const jb_cut *cut, double start, jb_line *line)
{
	uint32_t n = cut->to - cut->from;

	if (n == 0)
		return;
	double *extra = g_new0(double, n), width = natural_width(para, cut);
	double slack = cut->measure + cut->hang - width, left = slack;

	if (is_justified(para) && (slack < 0 || !cut->ends))
		left = jb_fill(para, cut->from, cut->to, slack, extra);
	if (fabs(left) <= JB_FLUSH_EM * para->em)
		left = 0;
	line->stretch_em = worst(extra, n) / para->em;
	line->justified = is_justified(para);
	line->vertical = para->setting->vertical;
	line->hyphen =
		!cut->ends && jb_para_atom(para, cut->to - 1)->gap.hyphen > 0;
	line->quote = quote_line(arena, para, cut);
	const jb_char *first =
		jb_atom_first(para, jb_para_atom(para, cut->from));
	line->pos = para->spans[first->span].pos;
	line->place = first->place;
	line->span = first->span;
	if (left < 0 || (is_justified(para) && !cut->ends)) {
		line->off_em = -left / para->em;
		line->loose_em = looseness(para, cut, extra) / para->em;
		report(para, diags, cut, line);
	}
	for (uint32_t i = 0; i < n; i++)
		width += extra[i];
	line->x = start + edge(para, slack) - jb_line_hang(para, cut->from);
	line->width_pt = width + jb_line_hang(para, cut->from);
	report_length(diags, line);
	jb_line_set(arena, para, cut, line->x, extra, line);
	jb_line_decorate(arena, para, cut, line->x, extra, line);
	g_free(extra);
}

static void set_lines(jb_arena *arena, jb_diags *diags, const jb_para *para,
	GArray *cuts, jb_lines *out)
{
	out->n = cuts->len;
	out->lines = jb_new_array(arena, jb_line, out->n);
	bool first = true;
	for (unsigned i = 0; i < cuts->len; i++) {
		const jb_cut *cut = &g_array_index(cuts, jb_cut, i);
		jb_line *line = &out->lines[i];
		state_facts(para, cut, first, line);
		set_line(arena, diags, para, cut,
			jb_line_start(para->setting, para->em, i), line);
		first = cut->ends;
		out->width_pt = fmax(out->width_pt, line->x + line->width_pt);
	}
	if (out->n)
		out->lines[out->n - 1].last = true;
}

const jb_lines *jb_compose(jb_arena *arena, jb_diags *diags,
	const jb_span *spans, size_t n, const jb_setting *setting)
{
	jb_lines *lines = jb_new(arena, jb_lines);
	GArray *cuts = g_array_new(FALSE, FALSE, sizeof(jb_cut));
	jb_para para;

	jb_para_open(&para, spans, n, setting);
	prepare(&para, diags);
	jb_para_annotate(arena, &para, diags);
	for (unsigned s = 0; para.atoms->len && s < para.segments->len; s++)
		cut_segment(&para, g_array_index(para.segments, jb_segment, s),
			cuts);
	set_lines(arena, diags, &para, cuts, lines);
	jb_para_close(&para);
	g_array_unref(cuts);
	return lines;
}

double jb_compose_width(
	jb_arena *arena, const jb_span *spans, size_t n, const char *lang)
{
	jb_setting setting = {.measure_pt = INFINITY, .lang = lang};

	return jb_compose(arena, NULL, spans, n, &setting)->width_pt;
}
