/* balance.c - heads and labels: as few lines as fit, nearly equal in length.
 *
 * A line had better end where the sense does: after a pause or a typed space,
 * rather than beside a title or name in brackets, or inside of one.
 * It does not leave one character alone, nor start with 的, and never cuts a
 * word, a number from its unit, or a name with ·.
 */
#include "text/break.h"

#include <math.h>

#define MAX_ATOMS 400 /* a head, not a chapter */

/* Prices of a line end, as a part of the squared line length. */
#define PART_PAUSE 0
#define PART_TITLE .2 /* beside “ ” 《 》 */
#define PART_PARTICLE .2
#define PART_BRACKET .6 /* 西部|（重庆）|科学城: little less than in a word */
#define PART_WORD .7
#define PART_BAD 1
#define PART_INSIDE .5 /* more, between a mark and its partner */

#define WHOLE_PENALTY 100 /* of a gap (permit.c) that no head is cut at */

typedef struct balancer {
	const jb_para *para;
	jb_segment seg;
	double target;
	size_t line; /* how many lines the paragraph has before */
	jb_sums *sums;
	uint32_t n;	/* atoms */
	double *part;	/* of a line end before each of them */
	double *cost;	/* [line * (n + 1) + atom] */
	uint32_t *from; /* likewise: where that line starts */
} balancer;

/* Whether a · stands within so many characters of a place: names such as
 * 阿里·哈桑 have no other sign of where they end. */
static bool is_near_dot(
	const jb_para *para, jb_segment seg, uint32_t to, uint32_t reach)
{
	uint32_t from = to - MIN(to - seg.from, reach + 1);
	uint32_t end = MIN(seg.to, to + reach + 1);

	for (uint32_t i = from; i < end; i++)
		if (jb_para_atom(para, i)->cls == JB_MID)
			return true;
	return false;
}

/* Beside an opening or closing mark that no pause goes with: a name in brackets
 * belongs to what stands before and behind it. */
static double beside_bracket(gunichar c)
{
	return jb_char_in(c, "“”‘’《》〈〉「」『』") ? PART_TITLE
						     : PART_BRACKET;
}

/* Without a dictionary, particles tell where a word is not cut. */
static double sense(const jb_para *para, jb_segment seg, uint32_t to)
{
	const jb_atom *left = jb_para_atom(para, to - 1);
	gunichar l = jb_atom_last(para, left)->c;
	gunichar r = jb_atom_first(para, left + 1)->c;

	if (left->gap.space != JB_NO_SPACE)
		return 0;
	if (left->gap.penalty > 0)
		return PART_BAD;
	if (left->cls == JB_COMMA || left->cls == JB_STOP ||
		left->cls == JB_LONG)
		return PART_PAUSE;
	if (left->cls == JB_CLOSE)
		return beside_bracket(l);
	if (left[1].cls == JB_OPEN)
		return beside_bracket(r);
	if (is_near_dot(para, seg, to, 3))
		return PART_BAD;
	if (jb_char_in(r, "的地得了着过们等之"))
		return PART_BAD;
	if (l == 0x7684 || jb_char_in(r, "和与及为在让向")) /* 的 */
		return PART_PARTICLE;
	return PART_WORD;
}

/* The parts of all places; a pause is a good one wherever it is. */
static double *find_parts(const jb_para *para, jb_segment seg)
{
	double *part = g_new0(double, seg.to - seg.from + 1);
	unsigned depth = 0;

	for (uint32_t to = seg.from + 1; to < seg.to; to++) {
		unsigned cls = jb_para_atom(para, to - 1)->cls;
		depth += cls == JB_OPEN;
		depth -= cls == JB_CLOSE && depth;
		part[to - seg.from] = sense(para, seg, to);
		if (depth && part[to - seg.from] > PART_PAUSE)
			part[to - seg.from] += PART_INSIDE;
	}
	return part;
}

static unsigned count_letters(const jb_para *para, uint32_t from, uint32_t to)
{
	unsigned n = 0;

	for (uint32_t i = from; i < to; i++)
		n += !jb_class_is_mark(jb_para_atom(para, i)->cls);
	return n;
}

/* INFINITY when the line does not fit. */
static double line_cost(
	const balancer *b, size_t number, uint32_t from, uint32_t to)
{
	const jb_para *para = b->para;
	double em = para->em;
	double measure = jb_line_measure(para->setting, em, b->line + number);
	jb_sums line;

	jb_sums_line(para, b->sums, b->seg, from, to, INFINITY, &line);
	double width = line.width + para->setting->measure_pt - measure;
	double target = b->target / em, off = width / em - target;

	if (width > para->setting->measure_pt + JB_FLUSH_EM * em)
		return INFINITY;
	double cost = off * off;
	if (to < b->seg.to)
		cost += target * target * b->part[to - b->seg.from];
	else if (from > b->seg.from && count_letters(para, from, to) < 2)
		cost += 1e6;
	return cost;
}

/* A word with a hyphen, a name with ·, 300|亿, 第|3, 约|3. */
static bool is_whole(const balancer *b, uint32_t to)
{
	const jb_atom *left = jb_para_atom(b->para, to - 1);

	if (is_near_dot(b->para, b->seg, to, 1))
		return true;
	if (left->cls == JB_WEST && left[1].cls == JB_WEST &&
		left->gap.space == JB_NO_SPACE)
		return true;
	return left->gap.penalty >= WHOLE_PENALTY;
}

static bool may_end(const balancer *b, uint32_t to)
{
	if (to == b->seg.to)
		return true;
	const jb_atom *left = jb_para_atom(b->para, to - 1);
	return left->gap.permit == JB_BREAK_FREE && !is_whole(b, to);
}

/* Extends all ways to set k lines by one more line; true when the segment's
 * end is reached. */
static bool add_line(balancer *b, uint32_t k)
{
	const double *old = b->cost + (k - 1) * (b->n + 1);
	double *new = b->cost + k *(b->n + 1);
	uint32_t *from = b->from + k * (b->n + 1);

	for (uint32_t j = 0; j <= b->n; j++)
		new[j] = INFINITY;
	for (uint32_t j = 1; j <= b->n; j++) {
		if (!may_end(b, b->seg.from + j))
			continue;
		for (uint32_t i = j; i-- > 0;) {
			double line = line_cost(
				b, k - 1, b->seg.from + i, b->seg.from + j);
			if (isinf(line))
				break; /* longer ones fit no better */
			if (old[i] + line < new[j]) {
				new[j] = old[i] + line;
				from[j] = i;
			}
		}
	}
	return !isinf(new[b->n]);
}

static bool solve(balancer *b, uint32_t lines)
{
	bool reached = false;

	b->target = b->sums[b->n].width / lines;
	for (uint32_t j = 0; j <= b->n; j++)
		b->cost[j] = j ? INFINITY : 0;
	for (uint32_t k = 1; k <= lines; k++)
		reached = add_line(b, k);
	return reached;
}

static void collect(const balancer *b, uint32_t lines, GArray *cuts)
{
	const jb_setting *setting = b->para->setting;
	unsigned at = cuts->len;

	for (uint32_t k = lines, j = b->n; k > 0; k--) {
		uint32_t i = b->from[k * (b->n + 1) + j];
		jb_cut cut = {b->seg.from + i, b->seg.from + j,
			jb_line_measure(setting, b->para->em, at + k - 1), 0,
			k == lines};
		g_array_insert_val(cuts, at, cut);
		j = i;
	}
}

bool jb_break_balanced(const jb_para *para, jb_segment seg, GArray *cuts)
{
	uint32_t n = seg.to - seg.from, lines = 1;
	balancer b = {
		.para = para,
		.seg = seg,
		.line = cuts->len,
		.n = n,
		.sums = jb_sums_new(para, seg),
		.part = find_parts(para, seg),
	};
	double need = b.sums[n].width / para->setting->measure_pt;
	bool done = false;

	/* the fewest lines that fit: as many as the width needs, or few more */
	if (need > 1)
		lines = (uint32_t)fmin(ceil(need - .01), n);
	for (uint32_t max = lines + 3; n <= MAX_ATOMS && !done && lines < max;
		lines++) {
		b.cost = g_new(double, (lines + 1) * (n + 1));
		b.from = g_new0(uint32_t, (lines + 1) * (n + 1));
		done = solve(&b, lines);
		if (done)
			collect(&b, lines, cuts);
		g_free(b.cost);
		g_free(b.from);
	}
	g_free(b.sums);
	g_free(b.part);
	return done;
}
