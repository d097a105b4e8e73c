/* markup-runs.c - runs of * and ~~: whether they open or close, and which
 * belong together.
 *
 * The pairing is CommonMark's (0.31, appendix “An algorithm for parsing nested
 * emphasis”), with its bounds that keep the search short.
 */
#include "model/markup-parts.h"

#include <string.h>

#include "base/messages.h"

#define run_at(m, i) (&g_array_index((m)->runs, jb_run_mark, (i)))

static gunichar char_before(const jb_markup *m, size_t byte)
{
	if (byte == 0)
		return ' ';
	return g_utf8_get_char(g_utf8_find_prev_char(m->text, m->text + byte));
}

static gunichar char_at(const jb_markup *m, size_t byte)
{
	return byte < m->len ? g_utf8_get_char(m->text + byte) : ' ';
}

static bool is_opening(gunichar c)
{
	GUnicodeType type = g_unichar_type(c);

	return type == G_UNICODE_OPEN_PUNCTUATION ||
	       type == G_UNICODE_INITIAL_PUNCTUATION;
}

/* Closing marks, and stops: GB/T 15834 4. */
static bool is_closing(gunichar c)
{
	GUnicodeType type = g_unichar_type(c);

	return type == G_UNICODE_CLOSE_PUNCTUATION ||
	       type == G_UNICODE_FINAL_PUNCTUATION ||
	       g_utf8_strchr(",;:!?、。，．；：！？", -1, c) != NULL;
}

/* The rule of markup.h. */
static void set_sides(const jb_markup *m, jb_run_mark *run)
{
	gunichar before = char_before(m, run->byte);
	gunichar after = char_at(m, run->byte + run->len);
	bool only_closes, only_opens;

	run->opens = !g_unichar_isspace(after);
	run->closes = !g_unichar_isspace(before);
	if (!run->opens || !run->closes)
		return;
	only_closes = is_closing(after);
	only_opens = is_opening(before);
	if (g_unichar_isdigit(before) && g_unichar_isdigit(after))
		only_closes = only_opens = true;
	run->opens = !only_closes;
	run->closes = !only_opens;
}

static void append(jb_markup *m, jb_run_mark run)
{
	int index = (int)m->runs->len;

	run.before = m->last_run;
	run.after = -1;
	if (m->last_run >= 0)
		run_at(m, m->last_run)->after = index;
	m->last_run = index;
	g_array_append_val(m->runs, run);
}

void jb_markup_run(jb_markup *m)
{
	jb_run_mark run = {.sign = m->text[m->at], .byte = m->at};

	while (m->at < m->len && m->text[m->at] == run.sign)
		m->at++;
	run.len = run.whole = m->at - run.byte;
	if (run.sign == '~' ? run.len != 2 : run.len > 3)
		return;
	set_sides(m, &run);
	if (run.opens || run.closes)
		append(m, run);
}

/* Takes a run off the list.  One star may be a footnote's or a product's; two
 * signs that are left over look like a slip. */
static void drop(jb_markup *m, int index)
{
	jb_run_mark *run = run_at(m, index);

	if (run->before >= 0)
		run_at(m, run->before)->after = run->after;
	if (run->after >= 0)
		run_at(m, run->after)->before = run->before;
	else
		m->last_run = run->before;
	if (run->len < 2)
		return;
	jb_markup_slip_at(m, false, run->byte, (unsigned)run->len,
		jb_sprintf(m->arena,
			jb_tr("“%.*s” has no partner and is printed"),
			(int)run->len, m->text + run->byte),
		run->sign == '*'
			? jb_tr("write \\*\\* if the signs are meant")
			: jb_tr("write \\~\\~ if the signs are meant"));
}

/* CommonMark's rules 9 and 10: runs that could do both do not pair in threes.
 */
static bool pairs(const jb_run_mark *opener, const jb_run_mark *closer)
{
	if (opener->sign != closer->sign || !opener->opens)
		return false;
	if (!opener->closes && !closer->opens)
		return true;
	return (opener->whole + closer->whole) % 3 != 0 ||
	       (opener->whole % 3 == 0 && closer->whole % 3 == 0);
}

static int find_opener(const jb_markup *m, int closer, int bottom)
{
	int i = run_at(m, closer)->before;

	while (i > bottom && !pairs(run_at(m, i), run_at(m, closer)))
		i = run_at(m, i)->before;
	return i > bottom ? i : -1;
}

static const jb_marking *effect_of(jb_markup *m, char sign, size_t n)
{
	jb_marking *effect = jb_new(m->arena, jb_marking);

	effect->strong = sign == '*' && n == 2;
	if (sign == '~')
		effect->marks = JB_MARKED_STRIKE;
	else if (n == 1)
		effect->marks = JB_MARKED_DOTS;
	return effect;
}

/* Takes the inner signs of both; returns the run to go on with. */
static int join(jb_markup *m, int first, int second)
{
	jb_run_mark *opener = run_at(m, first), *closer = run_at(m, second);
	size_t n = opener->len >= 2 && closer->len >= 2 ? 2 : 1;
	int next = second;

	while (run_at(m, second)->before != first)
		drop(m, run_at(m, second)->before);
	opener->len -= n;
	jb_markup_spot(m, JB_SPOT_OPEN, opener->byte + opener->len, n,
		effect_of(m, opener->sign, n), NULL);
	jb_markup_spot(m, JB_SPOT_CLOSE, closer->byte, n, NULL, NULL);
	closer->byte += n;
	closer->len -= n;
	if (opener->len == 0)
		drop(m, first);
	if (closer->len == 0) {
		next = closer->after;
		drop(m, second);
	}
	return next;
}

/* No opener for such a closer stands before these. */
typedef struct floors {
	int of[2][2][3];
} floors;

static int *floor_of(floors *f, const jb_run_mark *run)
{
	return &f->of[run->sign == '~'][run->opens][run->whole % 3];
}

static void floors_open(floors *f, int behind)
{
	int *all = &f->of[0][0][0];

	for (size_t i = 0; i < sizeof(f->of) / sizeof(int); i++)
		all[i] = behind;
}

static int first_behind(const jb_markup *m, int behind)
{
	int i = m->last_run, first = -1;

	for (; i > behind; i = run_at(m, i)->before)
		first = i;
	return first;
}

void jb_markup_pair(jb_markup *m, int behind)
{
	floors f;
	int i = first_behind(m, behind);

	floors_open(&f, behind);
	while (i >= 0) {
		jb_run_mark *run = run_at(m, i);
		int opener, next = run->after;

		opener = run->closes ? find_opener(m, i, *floor_of(&f, run))
				     : -1;
		if (opener >= 0) {
			i = join(m, opener, i);
			continue;
		}
		if (run->closes) {
			*floor_of(&f, run) = run->before;
			if (!run->opens)
				drop(m, i);
		}
		i = next;
	}
	while (m->last_run > behind)
		drop(m, m->last_run);
}
