/* decor.c - emphasis dots, proper-noun lines, wavy lines, strokes through.
 *
 * All follow the bodies of the atoms, so the blanks of marks at a line's edge
 * stay bare.  They are no text: what draws them uses paths.
 */
#include "text/decor.h"

#include <math.h>

#include "text/beside.h"
#include "text/ruby.h"

/* Places in em.  The em box of a Han character ends .12 em below the baseline,
 * in a vertical line half an em beside the centre line. */
#define FOOT .12
#define HALF .5
#define STRIKE_HAN .38	/* above the baseline: middle of the em box */
#define STRIKE_WEST .26 /* middle of small letters */

/* A line that goes on from atom to atom. */
typedef struct stroke {
	unsigned mark; /* JB_MARK_*; 0: no line is open */
	jb_decor decor;
	unsigned item;
	uint32_t last; /* the atom it reaches */
	bool han;      /* holds a Han character */
} stroke;

typedef struct decorator {
	const jb_para *para;
	const jb_cut *cut;
	const double *at; /* where each atom of the line starts */
	GArray *decors;	  /* jb_decor */
} decorator;

static const jb_span *span_at(const decorator *d, uint32_t i)
{
	return &d->para->spans[jb_para_atom(d->para, i)->span];
}

static double start_of(const decorator *d, uint32_t i)
{
	return d->at[i - d->cut->from];
}

static double end_of(const decorator *d, uint32_t i)
{
	return start_of(d, i) + jb_para_atom(d->para, i)->width;
}

static bool is_letter(const decorator *d, uint32_t i)
{
	const jb_atom *atom = jb_para_atom(d->para, i);

	return atom->cls == JB_WEST &&
	       jb_char_wants_gap(jb_atom_first(d->para, atom)->c);
}

static bool is_han(const decorator *d, uint32_t i)
{
	unsigned cls = jb_para_atom(d->para, i)->cls;

	return jb_class_is_han(cls) || cls == JB_WIDE;
}

/* How much of the height beside the text a mark takes. */
static double height(unsigned mark, bool han)
{
	switch (mark) {
	case JB_MARK_TITLE:
		return 2 * JB_WAVE_HIGH_EM + JB_WAVE_EM;
	case JB_MARK_DOTS:
		return han ? 2 * JB_DOT_EM : JB_RULE_EM;
	default:
		return JB_RULE_EM;
	}
}

/* The middle of an atom's mark, off the em box: those that stand nearer to the
 * text push it away. */
static double off(unsigned marks, unsigned mark, bool han)
{
	static const unsigned outwards[] = {
		JB_MARK_NAME, JB_MARK_TITLE, JB_MARK_DOTS};
	double edge = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(outwards); i++) {
		double high = height(outwards[i], han);

		if (outwards[i] == mark)
			return edge + JB_BESIDE_CLEAR_EM + high / 2;
		if (marks & outwards[i])
			edge += JB_BESIDE_CLEAR_EM + high;
	}
	return edge;
}

/* Below the baseline, or left of the centre line. */
static double below(const decorator *d, uint32_t i, unsigned mark)
{
	double foot = d->para->setting->vertical ? HALF : FOOT;

	return (foot + off(span_at(d, i)->marks, mark, is_han(d, i))) *
	       jb_para_atom(d->para, i)->em;
}

static bool has_ruby_there(const decorator *d, uint32_t i)
{
	return d->para->setting->vertical && jb_ruby_of(d->para, i) != NULL;
}

/* clreq: on the right of a vertical line, where its lines are not. */
static double dot_place(const decorator *d, uint32_t i)
{
	double em = jb_para_atom(d->para, i)->em;

	if (d->para->setting->vertical && !has_ruby_there(d, i))
		return -(HALF + off(0, JB_MARK_DOTS, is_han(d, i))) * em;
	return below(d, i, JB_MARK_DOTS);
}

/* clreq #emphasis-dots: one for each character, none for marks and spaces. */
static void put_dot(decorator *d, uint32_t i)
{
	const jb_atom *atom = jb_para_atom(d->para, i);
	const jb_span *span = span_at(d, i);
	const jb_ruby *ruby = jb_ruby_of(d->para, i);
	double lead = ruby ? ruby->pad : 0, tail = ruby ? ruby->pad_end : 0;
	double middle = (start_of(d, i) + lead + end_of(d, i) - tail) / 2;
	jb_decor dot = {
		.kind = JB_DECOR_DOT,
		.x0 = middle,
		.x1 = middle,
		.y = dot_place(d, i),
		.em = atom->em,
		.ink = span->ink,
		.pos = span->pos,
	};

	g_array_append_val(d->decors, dot);
}

static jb_decor_kind kind_of(unsigned mark)
{
	switch (mark) {
	case JB_MARK_TITLE:
		return JB_DECOR_WAVE;
	case JB_MARK_STRIKE:
		return JB_DECOR_STRIKE;
	default:
		return JB_DECOR_RULE;
	}
}

static void begin_stroke(
	const decorator *d, stroke *s, uint32_t i, unsigned mark)
{
	const jb_span *span = span_at(d, i);

	*s = (stroke){
		.mark = mark,
		.item = span->item,
		.last = i,
		.han = is_han(d, i),
		.decor =
			{
				.kind = kind_of(mark),
				.x0 = start_of(d, i),
				.x1 = end_of(d, i),
				.y = mark == JB_MARK_STRIKE ? 0
							    : below(d, i, mark),
				.em = jb_para_atom(d->para, i)->em,
				.ink = span->ink,
				.pos = span->pos,
			},
	};
}

/* Half of what the ends of two lines lack to be JB_MARK_APART: for the one on
 * either side of the gap after atom i. */
static double trim(const decorator *d, uint32_t i)
{
	unsigned lines = JB_MARK_NAME | JB_MARK_TITLE;
	const jb_span *left = span_at(d, i), *right = span_at(d, i + 1);
	double em = fmin(
		jb_para_atom(d->para, i)->em, jb_para_atom(d->para, i + 1)->em);
	double apart = start_of(d, i + 1) - end_of(d, i);

	if (!(left->marks & lines) || !(right->marks & lines) ||
		left->item == right->item)
		return 0;
	return fmax(0, JB_MARK_APART * em - apart) / 2;
}

static void end_stroke(decorator *d, stroke *s)
{
	if (!s->mark)
		return;
	if (s->mark == JB_MARK_STRIKE && !d->para->setting->vertical)
		s->decor.y = -(s->han ? STRIKE_HAN : STRIKE_WEST) * s->decor.em;
	g_array_append_val(d->decors, s->decor);
	s->mark = 0;
}

static bool goes_on(const decorator *d, const stroke *s, uint32_t i)
{
	return s->mark && s->last + 1 == i &&
	       (s->mark == JB_MARK_STRIKE || s->item == span_at(d, i)->item);
}

/* One kind of line over the whole line of text. */
static void put_lines(decorator *d, unsigned mark)
{
	bool parts = mark != JB_MARK_STRIKE;
	stroke s = {0};

	for (uint32_t i = d->cut->from; i < d->cut->to; i++) {
		if (!(span_at(d, i)->marks & mark))
			continue;
		if (goes_on(d, &s, i)) {
			s.decor.x1 = end_of(d, i);
			s.last = i;
			s.han |= is_han(d, i);
		} else {
			end_stroke(d, &s);
			begin_stroke(d, &s, i, mark);
			if (parts && i > d->cut->from)
				s.decor.x0 += trim(d, i - 1);
		}
		if (parts && i + 1 < d->cut->to)
			s.decor.x1 -= trim(d, i);
	}
	end_stroke(d, &s);
}

/* Han get a dot each; a Latin word, which no rule gives dots to, a line. */
static void put_emphasis(decorator *d)
{
	stroke s = {0};

	for (uint32_t i = d->cut->from; i < d->cut->to; i++) {
		bool west = jb_para_atom(d->para, i)->cls == JB_WEST;
		if (!(span_at(d, i)->marks & JB_MARK_DOTS) || !west)
			end_stroke(d, &s);
		if (!(span_at(d, i)->marks & JB_MARK_DOTS))
			continue;
		if (is_han(d, i)) {
			put_dot(d, i);
		} else if (is_letter(d, i) && s.mark) {
			s.decor.x1 = end_of(d, i);
		} else if (is_letter(d, i)) {
			begin_stroke(d, &s, i, JB_MARK_DOTS);
			s.decor.y = dot_place(d, i);
		}
	}
	end_stroke(d, &s);
}

/* Where each atom of the line starts; free with g_free. */
static double *places(
	const jb_para *para, const jb_cut *cut, double x, const double *extra)
{
	double *at = g_new(double, cut->to - cut->from);

	for (uint32_t i = cut->from; i < cut->to; i++) {
		const jb_atom *atom = jb_para_atom(para, i);
		at[i - cut->from] = x;
		x += atom->width + atom->gap.natural +
		     (extra ? extra[i - cut->from] : 0);
	}
	return at;
}

void jb_line_decorate(jb_arena *arena, const jb_para *para, const jb_cut *cut,
	double x, const double *extra, jb_line *line)
{
	decorator d = {.para = para, .cut = cut};

	if (!para->marked && !para->rubies)
		return;
	double *at = places(para, cut, x, extra);
	d.at = at;
	d.decors = g_array_new(FALSE, FALSE, sizeof(jb_decor));
	put_emphasis(&d);
	put_lines(&d, JB_MARK_NAME);
	put_lines(&d, JB_MARK_TITLE);
	put_lines(&d, JB_MARK_STRIKE);
	jb_decor *to =
		jb_new_array(arena, jb_decor, line->n_decors + d.decors->len);
	for (size_t i = 0; i < line->n_decors; i++)
		to[i] = line->decors[i];
	for (unsigned i = 0; i < d.decors->len; i++)
		to[line->n_decors + i] = g_array_index(d.decors, jb_decor, i);
	line->decors = to;
	line->n_decors += d.decors->len;
	g_array_unref(d.decors);
	jb_line_ruby(arena, para, cut, at, line);
	g_free(at);
}
