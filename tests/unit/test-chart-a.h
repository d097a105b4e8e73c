/* test-chart-a.h - what the tests of squares, bars, waffle, callouts and the
 * timeline share, over test-chart-b.h: figures in 亿, and what a figure's
 * marks measure.
 */
#ifndef JB_TEST_CHART_A_H
#define JB_TEST_CHART_A_H

#include "test-chart-b.h"

static const double widths[] = {498, 240, 154};

/* "300", "亿元", 8, "元": a unit of any prefix. */
static inline jb_figure *figure_in(stand *s, const char *id, const char *value,
	const char *unit, int power, const char *noun)
{
	jb_figure *f = figure(s, id, value, unit);

	f->power = power;
	f->noun = noun;
	return f;
}

/* The n-th path of a figure with a fill, or NULL. */
static inline const jb_item *mark_of(
	const jb_group *group, const char *id, const char *fill, unsigned n)
{
	jb_item *it;

	each_item(group, it)
		if (it->kind == JB_ITEM_PATH &&
			g_strcmp0(it->figure, id) == 0 && it->u.path.fill &&
			g_strcmp0(it->u.path.fill->name, fill) == 0 &&
			n-- == 0)
			return it;
	return NULL;
}

static inline double width_of(const jb_item *it)
{
	box b;

	g_assert_nonnull(it);
	b = box_of(it);
	return b.x1 - b.x0;
}

/* How many filled paths show a figure. */
static inline unsigned count_marks(const jb_group *group, const char *id)
{
	unsigned n = 0;
	jb_item *it;

	each_item(group, it)
		if (it->kind == JB_ITEM_PATH && it->u.path.fill &&
			g_strcmp0(it->figure, id) == 0)
			n++;
	return n;
}

static inline void assert_near(double a, double b)
{
	if (fabs(a - b) > 1e-6 * fmax(1, fabs(b)))
		g_error("%.9g is not %.9g", a, b);
}

static inline void assert_quiet(const stand *s)
{
	g_autofree char *text = jb_diags_text(s->diags);

	g_assert_cmpstr(text, ==, "");
}

/* At every width: nothing outside, no text on text, no message, a height of
 * whole half lines. */
static inline void assert_tidy_everywhere(stand *s, jb_form form)
{
	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		jb_group *group = draw(s, form, widths[i]);

		assert_tidy(group, widths[i]);
		g_assert_cmpfloat(group->width, ==, widths[i]);
		g_assert_cmpfloat(fmod(group->height, 8), ==, 0);
		g_assert_cmpuint(group->items->len, >, 0);
	}
	assert_quiet(s);
}

/* Runs a test on a fresh stand. */
#define STAND_TEST(name)                                                       \
	static void name##_on(stand *s);                                       \
	static void name(void)                                                 \
	{                                                                      \
		stand s;                                                       \
                                                                               \
		stand_open(&s);                                                \
		name##_on(&s);                                                 \
		stand_close(&s);                                               \
	}                                                                      \
	static void name##_on(stand *s)

#endif
