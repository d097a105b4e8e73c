/* suspect-pairs.c - slips in marks that come in pairs: one is missing, or both
 * are of the wrong kind.
 */
#include "base/suspect-parts.h"

/* Where the partner of each half-width bracket stands, n for none. */
static size_t *partners_of(const jb_finder *f, char open, char close)
{
	size_t *partner = g_new(size_t, f->n + 1), depth = 0;
	g_autofree size_t *stack = g_new(size_t, f->n + 1);

	for (size_t i = 0; i < f->n; i++) {
		partner[i] = f->n;
		if (f->c[i] == (gunichar)open)
			stack[depth++] = i;
		else if (f->c[i] == (gunichar)close && depth > 0) {
			partner[i] = stack[--depth];
			partner[partner[i]] = i;
		}
	}
	return partner;
}

/* Both brackets are of one kind: what stands in them tells, and beside round
 * ones what stands beside either; [1] after a word is a reference. */
void jb_look_brackets(jb_finder *f, char open, char close)
{
	g_autofree size_t *partner = partners_of(f, open, close);
	g_autofree size_t *han = g_new0(size_t, f->n + 2);
	bool round = open == '(';

	for (size_t i = 0; i < f->n; i++)
		han[i + 1] = han[i] + jb_is_han(f->c[i]);
	for (size_t i = 0; i < f->n; i++) {
		size_t to = partner[i];
		bool chinese = round && jb_finder_touches_han(f, i, 1);

		if (f->c[i] != (gunichar)open && f->c[i] != (gunichar)close)
			continue;
		if (to < f->n)
			chinese |= han[MAX(i, to)] > han[MIN(i, to)] ||
				   (round && jb_finder_touches_han(f, to, 1));
		if (chinese)
			jb_finder_add(f, JB_SUSPECT_BRACKET, i, 1,
				jb_full_width(f->c[i]));
	}
}

/* Is the straight quote at i one of Chinese?  to: its partner, n if none. */
static bool is_chinese_quote(const jb_finder *f, size_t i, size_t to)
{
	bool chinese = jb_is_chinese(jb_finder_before(f, i)) ||
		       jb_is_chinese(jb_finder_behind(f, i + 1));

	for (size_t k = i; k < to && to < f->n && !chinese; k++)
		chinese = jb_is_han(f->c[k]);
	return chinese;
}

/* Straight quotes have no sides: they take turns. */
void jb_look_straight(jb_finder *f, gunichar mark, const char *const sides[2])
{
	size_t open = f->n;

	for (size_t i = 0; i <= f->n; i++) {
		bool letters = jb_is_latin(jb_finder_at(f, i - 1)) &&
			       jb_is_latin(jb_finder_at(f, i + 1));
		bool paired = open < f->n && i < f->n;

		if (i < f->n && (f->c[i] != mark || letters))
			continue;
		if (open == f->n) {
			open = i;
			continue;
		}
		if (is_chinese_quote(f, open, i) ||
			(paired && is_chinese_quote(f, i, f->n))) {
			jb_finder_add(f, JB_SUSPECT_QUOTE, open, 1, sides[0]);
			if (paired)
				jb_finder_add(
					f, JB_SUSPECT_QUOTE, i, 1, sides[1]);
		}
		open = f->n;
	}
}

/* ---- pairs ---- */

typedef struct opened {
	size_t i;
	gunichar close;
	bool nested;
} opened;

/* Deeper is no text, and not looked through again and again. */
enum { DEPTH_MAX = 64 };

/* The closing partner of an opening mark, 0 for others. */
static gunichar closing(gunichar c)
{
	static const char *const pairs[] = {"“”", "‘’", "「」", "『』", "（）",
		"《》", "〈〉", "【】", "〔〕", "［］", "｛｝"};

	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
		if (g_utf8_get_char(pairs[i]) == c)
			return g_utf8_get_char(g_utf8_next_char(pairs[i]));
	return 0;
}

static bool is_closing(gunichar c)
{
	return jb_one_of(c, "”’」』）》〉】〕］｝");
}

/* ’ of It’s and ’90s, and the ） of 1） have no partner. */
static bool stands_alone(const jb_finder *f, size_t i)
{
	gunichar left = jb_finder_at(f, i - 1), right = jb_finder_at(f, i + 1);
	size_t n = i;

	if (f->c[i] == 0x2019)
		return jb_is_latin(left) || jb_is_latin(right);
	if (f->c[i] != 0xFF09)
		return false;
	while (n > 0 && i - n < 3 &&
		(jb_is_latin(f->c[n - 1]) || jb_is_numeral(f->c[n - 1])))
		n--;
	return n < i && (n == 0 || jb_is_wide_mark(f->c[n - 1]) ||
				jb_is_blank(f->c[n - 1]));
}

/* What marks within marks of a kind are. */
static const char *within(gunichar open)
{
	static const char *const pairs[] = {
		"“‘", "‘“", "《〈", "〈《", "「『", "『「"};

	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
		if (g_utf8_get_char(pairs[i]) == open)
			return g_utf8_next_char(pairs[i]);
	return NULL;
}

static void close_pair(jb_finder *f, GArray *open, size_t i)
{
	for (guint k = open->len; k > 0 && open->len - k < DEPTH_MAX; k--) {
		opened *o = &g_array_index(open, opened, k - 1);

		if (o->close != f->c[i])
			continue;
		/* what was opened within and never closed */
		for (guint m = k; m < open->len; m++)
			jb_finder_add(f, JB_SUSPECT_UNPAIRED,
				g_array_index(open, opened, m).i, 1, NULL);
		if (o->nested)
			jb_finder_add(f, JB_SUSPECT_NESTED, o->i, 1,
				within(f->c[o->i]));
		g_array_set_size(open, k - 1);
		return;
	}
	if (!stands_alone(f, i))
		jb_finder_add(f, JB_SUSPECT_UNPAIRED, i, 1, NULL);
}

void jb_look_pairs(jb_finder *f)
{
	g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(opened));

	for (size_t i = 0; i < f->n; i++) {
		opened o = {i, closing(f->c[i]), false};

		if (is_closing(f->c[i]) &&
			!(f->c[i] == 0x2019 &&
				jb_is_latin(jb_finder_at(f, i - 1)) &&
				jb_is_latin(jb_finder_at(f, i + 1))))
			close_pair(f, open, i);
		if (!o.close)
			continue;
		/* directly within the same: （ ） may be, “ ” may not */
		o.nested = open->len && f->c[i] != 0xFF08 &&
			   g_array_index(open, opened, open->len - 1).close ==
				   o.close;
		g_array_append_val(open, o);
	}
	for (guint k = 0; k < open->len; k++)
		jb_finder_add(f, JB_SUSPECT_UNPAIRED,
			g_array_index(open, opened, k).i, 1, NULL);
}

/* Curved and corner quotes: the later kind is said, once. */
void jb_look_mixed(jb_finder *f)
{
	int first = 0;

	for (size_t i = 0; i < f->n; i++) {
		int kind = f->c[i] == 0x201C ? 1 : f->c[i] == 0x300C ? 2 : 0;

		if (!kind || !(jb_is_chinese(jb_finder_before(f, i)) ||
				     jb_is_chinese(jb_finder_behind(f, i + 1))))
			continue;
		if (first && kind != first) {
			jb_finder_add(f, JB_SUSPECT_MIXED, i, 1,
				first == 1 ? "“" : "「");
			return;
		}
		first = kind;
	}
}
