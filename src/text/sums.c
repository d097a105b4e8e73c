/* sums.c - what a line holds, in constant time for any line of a segment. */
#include "text/break.h"

#include <math.h>

static void add_gap(jb_sums *sums, const jb_gap *gap)
{
	sums->width += gap->natural;
	sums->shrink[gap->shrink_step] += gap->shrink;
	sums->stretch[gap->stretch_step] += gap->stretch;
	sums->open += gap->open;
	sums->letters += gap->letters;
}

jb_sums *jb_sums_new(const jb_para *para, jb_segment seg)
{
	jb_sums *sums = g_new0(jb_sums, seg.to - seg.from + 1);

	for (uint32_t i = seg.from; i < seg.to; i++) {
		const jb_atom *atom = jb_para_atom(para, i);
		jb_sums *next = &sums[i - seg.from + 1];
		*next = next[-1];
		next->width += atom->width;
		if (i + 1 < seg.to)
			add_gap(next, &atom->gap);
	}
	return sums;
}

double jb_line_hang(const jb_para *para, uint32_t from)
{
	const jb_atom *atom = jb_para_atom(para, from);

	if (!para->setting->hang_start)
		return 0;
	gunichar c = jb_atom_first(para, atom)->c;
	if (atom->cls == JB_OPEN || c == 0x201c || c == 0x2018)
		return atom->width;
	return 0;
}

/* JLREQ #hanging_punctuation, clreq likewise: one mark, none of a row. */
double jb_line_hang_end(const jb_para *para, uint32_t from, uint32_t to)
{
	const jb_atom *atom = jb_para_atom(para, to - 1);

	if (!para->setting->hang_end || to - from < 2)
		return 0;
	if (!jb_char_in(jb_atom_first(para, atom)->c, "、，。") ||
		jb_class_is_mark(atom[-1].cls))
		return 0;
	return atom->width;
}

/* The last gap of a line does not count; a hyphen there does. */
static double tail_of(const jb_para *para, jb_segment seg, uint32_t to)
{
	if (to == seg.to)
		return 0;
	const jb_gap *gap = &jb_para_atom(para, to - 1)->gap;
	return gap->hyphen - gap->kern - gap->natural;
}

static void take_shrink(const jb_sums *start, const jb_sums *end,
	const jb_gap *gap, jb_sums *line)
{
	for (int i = 0; i < JB_STEPS; i++)
		line->shrink[i] = end->shrink[i] - start->shrink[i];
	if (gap)
		line->shrink[gap->shrink_step] -= gap->shrink;
}

static void take_stretch(const jb_sums *start, const jb_sums *end,
	const jb_gap *gap, jb_sums *line)
{
	for (int i = 0; i < JB_STRETCHES; i++)
		line->stretch[i] = end->stretch[i] - start->stretch[i];
	line->open = end->open - start->open;
	line->letters = end->letters - start->letters;
	if (gap) {
		line->stretch[gap->stretch_step] -= gap->stretch;
		line->open -= gap->open;
		line->letters -= gap->letters;
	}
}

void jb_sums_line(const jb_para *para, const jb_sums *sums, jb_segment seg,
	uint32_t from, uint32_t to, double measure, jb_sums *line)
{
	const jb_sums *start = &sums[from - seg.from];
	const jb_sums *end = &sums[to - seg.from];
	const jb_gap *gap =
		to < seg.to ? &jb_para_atom(para, to - 1)->gap : NULL;

	line->width = end->width - start->width - jb_line_hang(para, from) +
		      tail_of(para, seg, to);
	if (line->width > measure)
		take_shrink(start, end, gap, line);
	else
		take_stretch(start, end, gap, line);
}

static jb_apart letters_only(
	const jb_sums *line, uint32_t gaps, double need, double em)
{
	double most = line->letters ? JB_LETTERS_MAX_EM : JB_LETTERS_EM;
	double share = need <= most * em * gaps ? need / gaps : INFINITY;

	return (jb_apart){share, share};
}

/* All alike at first; then the open gaps alone until the line is loose; then
 * the letters; then what is left to the open gaps. */
jb_apart jb_draw_apart(
	const jb_sums *line, uint32_t gaps, double need, double em)
{
	double some = JB_LETTERS_EM * em, most = JB_LETTERS_MAX_EM * em;
	double loose = JB_LOOSE_EM * em, open = line->open;

	if (!line->open)
		return letters_only(line, gaps, need, em);
	double share = need / (open + line->letters);
	if (share <= some || !line->letters)
		return (jb_apart){share, fmin(share, some)};
	share = (need - some * line->letters) / open;
	if (share <= loose)
		return (jb_apart){share, some};
	share = (need - loose * open) / line->letters;
	if (share <= most)
		return (jb_apart){loose, share};
	return (jb_apart){(need - most * line->letters) / open, most};
}
