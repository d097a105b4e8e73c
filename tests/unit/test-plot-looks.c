/* What tells classes apart: inks, patterns, and words that are read on them. */
#include "test-chart.h"

#include "model/recipe.h"
#include "plot/marks.h"

enum { YEARS = 3, CLASSES = 6 };

/* Series of some years, a0, a1, … b0, in the order of their size. */
static void show_years(stand *s, size_t n, size_t years)
{
	for (size_t r = 0; r < n; r++) {
		jb_series *series = jb_new(s->arena, jb_series);

		for (size_t i = 0; i < years; i++) {
			const char *id = jb_sprintf(
				s->arena, "%c%zu", (int)('a' + r), i);
			jb_figure *f = figure(s, id,
				jb_sprintf(s->arena, "%zu", 90 - 7 * r + i),
				"亿元");
			jb_stat *stat = show(s, f, id, NULL);

			f->as_of = (jb_date){2021 + (int)i, 0, 0};
			stat->series = series;
			stat->series_label = words(s,
				jb_sprintf(s->arena, "类%c", (int)('a' + r)));
		}
	}
}

static void show_classes(stand *s, size_t n)
{
	show_years(s, n, YEARS);
}

static const jb_path *fill_of(const jb_group *group, const char *id)
{
	jb_item *it;

	each_item(group, it) if (it->kind == JB_ITEM_PATH &&
				 g_strcmp0(it->figure, id) == 0 &&
				 it->u.path.fill) return &it->u.path;
	g_error("nothing is filled for %s", id);
}

static unsigned count_strokes(const jb_group *group, const char *id)
{
	unsigned n = 0;
	jb_item *it;

	each_item(group, it) n += it->kind == JB_ITEM_PATH &&
				  g_strcmp0(it->figure, id) == 0 &&
				  it->u.path.stroke && it->u.path.n > 2;
	return n;
}

STAND_TEST(six_classes_have_six_inks)
{
	const jb_theme *theme = s->desk->layout->theme;
	static const char *const forms[] = {"stacked", "grouped", "area"};

	show_classes(s, CLASSES);
	for (size_t f = 0; f < G_N_ELEMENTS(forms); f++) {
		jb_group *group = draw(s, chart(s, forms[f]), 498);

		for (size_t r = 0; r < CLASSES; r++) {
			const char *id =
				jb_sprintf(s->arena, "%c2", (int)('a' + r));

			g_assert_true(
				fill_of(group, id)->fill == theme->classes[r]);
			g_assert_cmpuint(count_strokes(group, id), ==, r > 0);
		}
		assert_tidy_everywhere(s, chart(s, forms[f]));
	}
}

STAND_TEST(four_classes_are_tints_unless_asked)
{
	const jb_theme *theme = s->desk->layout->theme;
	jb_group *group;

	show_classes(s, 3);
	group = draw(s, chart(s, "stacked"), 498);
	g_assert_cmpstr(fill_of(group, "b2")->fill->name, ==, "primary65");
	s->spec->colors = true;
	group = draw(s, chart(s, "stacked"), 498);
	g_assert_true(fill_of(group, "b2")->fill == theme->classes[1]);
	g_assert_cmpuint(count_strokes(group, "b2"), ==, 0);
	((jb_theme *)theme)->patterns = true;
	group = draw(s, chart(s, "stacked"), 498);
	g_assert_cmpuint(count_strokes(group, "b2"), ==, 1);
	g_assert_cmpuint(count_strokes(group, "a2"), ==, 0);
}

static const jb_item *stroke_of(const jb_group *group, const char *id, size_t k)
{
	jb_item *it;

	each_item(group, it) if (it->kind == JB_ITEM_PATH &&
				 g_strcmp0(it->figure, id) == 0 &&
				 it->u.path.stroke && it->u.path.n == 2 &&
				 k-- == 0) return it;
	g_error("no line %zu for %s", k, id);
}

/* Its line has the accent and is drawn over the others, which are grey. */
STAND_TEST(hero_is_one_line_among_others)
{
	jb_group *group;
	const jb_item *hero, *last;
	guint above, below;

	show_classes(s, 3);
	s->spec->hero = s->picture->of.stats[4].figure; /* b1 */
	group = draw(s, chart(s, "line"), 498);
	hero = stroke_of(group, "b2", 0);
	last = stroke_of(group, "c2", 0);
	g_assert_true(hero->u.path.stroke == s->desk->accent);
	g_assert_cmpfloat(hero->u.path.width_pt, >, last->u.path.width_pt);
	g_assert_cmpstr(last->u.path.stroke->name, ==, "text45");
	g_assert_cmpstr(
		stroke_of(group, "a1", 0)->u.path.stroke->name, ==, "text45");
	g_assert_true(g_ptr_array_find(group->items, hero, &above) &&
		      g_ptr_array_find(group->items, last, &below));
	g_assert_cmpuint(above, >, below);
	assert_tidy_everywhere(s, chart(s, "line"));
}

/* Level until the next value, then upright. */
STAND_TEST(steps_hold_their_values)
{
	jb_group *group;
	const jb_step *flat, *up;
	const jb_item *a, *b;

	show_classes(s, 1);
	group = draw(s, chart(s, "step"), 498);
	a = stroke_of(group, "a1", 0);
	b = stroke_of(group, "a1", 1);
	flat = a->u.path.steps;
	up = b->u.path.steps;
	g_assert_cmpfloat(flat[0].p[1] + a->y, ==, flat[1].p[1] + a->y);
	assert_near(up[0].p[0] + b->x, up[1].p[0] + b->x);
	assert_near(flat[1].p[0] + a->x, up[0].p[0] + b->x);
	assert_near(flat[1].p[1] + a->y, up[0].p[1] + b->y);
	assert_tidy_everywhere(s, chart(s, "step"));
}

STAND_TEST(slopes_have_words_at_both_ends)
{
	jb_group *group;
	const jb_item *first, *last;

	show_years(s, 3, 2);
	group = draw(s, chart(s, "slope"), 498);
	first = text_item(group, "90");
	g_assert_nonnull(first);
	last = text_item(group, "91");
	g_assert_nonnull(last);
	g_assert_cmpfloat(last->x, >, first->x + 300);
	assert_tidy_everywhere(s, chart(s, "slope"));
}

STAND_TEST(slopes_have_two_times)
{
	show_years(s, 3, 3);
	draw(s, chart(s, "slope"), 498);
	assert_message(s, "goes from one time to another, and here are 3");
}

STAND_TEST(words_are_read_on_classes)
{
	for (size_t i = 0; i < CLASSES; i++) {
		const jb_ink *ink = s->desk->layout->theme->classes[i];

		g_assert_cmpfloat(
			jb_ink_contrast(jb_ink_on(s->desk, ink), ink), >=, 4.5);
	}
}

STAND_TEST(stacks_have_totals)
{
	jb_group *group;
	jb_figure *f;

	show_classes(s, 3);
	group = draw(s, chart(s, "stacked"), 498);
	/* 90 + 83 + 76, and one more each a year later */
	g_assert_nonnull(text_item(group, "249"));
	g_assert_nonnull(text_item(group, "252"));
	g_assert_cmpfloat(text_item(group, "249")->y, <,
		box_of(mark_of(group, "c0", "primary38", 0)).y0);
	f = (jb_figure *)s->picture->of.stats[0].figure;
	f->bound = JB_ABOUT;
	f = (jb_figure *)s->picture->of.stats[1].figure;
	f->has_value = false;
	f->missing = JB_NOT_STATED;
	group = draw(s, chart(s, "stacked"), 498);
	g_assert_nonnull(text_item(group, "249"));
	g_assert_nonnull(text_item(group, "约"));
	g_assert_null(text_item(group, "252"));
	assert_tidy_everywhere(s, chart(s, "stacked"));
	s->spec->share = true;
	g_assert_null(text_item(draw(s, chart(s, "stacked"), 498), "255"));
}

/* What a recipe says of a layer holds in plain coordinates, too. */
STAND_TEST(a_layer_has_its_own_ink)
{
	static const char *const forms[] = {"stacked", "area", "line"};

	show_classes(s, 3);
	for (size_t f = 0; f < G_N_ELEMENTS(forms); f++) {
		jb_form form = chart(s, forms[f]);
		jb_group *group;
		jb_item *it;
		unsigned own = 0;

		((jb_recipe *)s->spec->recipe)->spec.layers[0].ink = "text45";
		group = draw(s, form, 498);
		each_item(group, it) if (it->kind == JB_ITEM_PATH &&
					 g_strcmp0(it->figure, "b2") == 0)
		{
			const jb_ink *ink = it->u.path.fill ? it->u.path.fill
							    : it->u.path.stroke;

			own += strcmp(ink->name, "text45") == 0;
		}
		g_assert_cmpuint(own, >, 0);
	}
}

STAND_TEST(a_ground_neither_reads_on_has_a_plate)
{
	const jb_ink grey = {.r = 0.467, .g = 0.471, .b = 0.482};

	g_assert_null(jb_ink_on(s->desk, &grey));
}

static double length_of(const jb_item *item)
{
	double sum = 0;
	const jb_path *path = &item->u.path;

	for (size_t i = 0; i + 1 < path->n; i += 2)
		sum += hypot(path->steps[i + 1].p[0] - path->steps[i].p[0],
			path->steps[i + 1].p[1] - path->steps[i].p[1]);
	return sum;
}

STAND_TEST(patterns_are_cut_at_their_shape)
{
	static const double square[] = {10, 10, 56, 10, 56, 56, 10, 56};
	jb_group *group = jb_group_new(s->arena);
	const jb_ink *ink = jb_desk_ink(s->desk, "paper");

	g_assert_null(jb_put_pattern(
		s->desk, group, square, 4, JB_PATTERN_NONE, ink));
	for (int p = JB_PATTERN_BACK; p <= JB_PATTERN_NET; p++) {
		const jb_item *item = jb_put_pattern(
			s->desk, group, square, 4, (jb_pattern)p, ink);
		box b = box_of(item);
		/* as much line as area / pitch, for each direction */
		double want = 46 * 46 / 4.6 * (p >= JB_PATTERN_GRID ? 2 : 1);

		g_assert_true(b.x0 >= 10 - 1e-9 && b.x1 <= 56 + 1e-9);
		g_assert_true(b.y0 >= 10 - 1e-9 && b.y1 <= 56 + 1e-9);
		g_assert_cmpfloat(fabs(length_of(item) / want - 1), <, 0.12);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/plot/looks/six", six_classes_have_six_inks);
	g_test_add_func(
		"/plot/looks/four", four_classes_are_tints_unless_asked);
	g_test_add_func("/plot/looks/words", words_are_read_on_classes);
	g_test_add_func(
		"/plot/looks/plate", a_ground_neither_reads_on_has_a_plate);
	g_test_add_func(
		"/plot/looks/patterns", patterns_are_cut_at_their_shape);
	g_test_add_func("/plot/looks/hero", hero_is_one_line_among_others);
	g_test_add_func("/plot/looks/steps", steps_hold_their_values);
	g_test_add_func("/plot/looks/slopes", slopes_have_words_at_both_ends);
	g_test_add_func("/plot/looks/two-times", slopes_have_two_times);
	g_test_add_func("/plot/looks/totals", stacks_have_totals);
	g_test_add_func("/plot/looks/own-ink", a_layer_has_its_own_ink);
	return g_test_run();
}
