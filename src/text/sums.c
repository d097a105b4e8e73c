/* sums.c - what a line holds, in constant time for any line of a segment. */
#include "text/break.h"

#include <math.h>

static void add_gap(jb_sums *sums, const jb_gap *gap, int sign)
{
	sums->width += sign * gap->natural;
	sums->shrink[gap->shrink_step] += sign * gap->shrink;
	sums->stretch[gap->stretch_step] += sign * gap->stretch;
	sums->open += (unsigned)(sign * gap->open);
	sums->letters += (unsigned)(sign * gap->letters);
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
			add_gap(next, &atom->gap, 1);
	}
	return sums;
}

double jb_line_hang(const jb_para *para, uint32_t from)
{
	const jb_atom *atom = jb_para_atom(para, from);
	gunichar c = jb_atom_first(para, atom)->c;

	if (!para->setting->hang_start)
		return 0;
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

jb_sums jb_sums_line(const jb_para *para, const jb_sums *sums, jb_segment seg,
	uint32_t from, uint32_t to)
{
	jb_sums line = sums[to - seg.from];
	const jb_sums *start = &sums[from - seg.from];

	line.width -= start->width + jb_line_hang(para, from);
	for (int i = 0; i < JB_STEPS; i++)
		line.shrink[i] -= start->shrink[i];
	for (int i = 0; i < JB_STRETCHES; i++)
		line.stretch[i] -= start->stretch[i];
	line.open -= start->open;
	line.letters -= start->letters;
	if (to < seg.to) {
		const jb_gap *gap = &jb_para_atom(para, to - 1)->gap;
		add_gap(&line, gap, -1);
		line.width += gap->hyphen - gap->kern;
	}
	return line;
}

double jb_open_share(const jb_sums *line, uint32_t gaps, double need, double em)
{
	double most = JB_LETTERS_EM * em;

	if (!line->open)
		return need <= most * gaps ? need / gaps : INFINITY;
	double share = need / (line->open + line->letters);
	if (share <= most)
		return share;
	return (need - most * line->letters) / line->open;
}
