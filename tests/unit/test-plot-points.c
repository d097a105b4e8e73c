/* Points: where values put them, and names where there is room. */
#include "test-chart.h"

#include "plot/occupy.h"

static const char *const names[] = {
	"柳林", "石桥", "青溪", "云台", "白沙", "河口", "东坡", "新集"};

enum { NAMES = G_N_ELEMENTS(names) };

static bool says(const jb_group *group, const char *wanted)
{
	jb_item *it;

	each_item(group, it) if (it->kind == JB_ITEM_TEXT &&
				 strstr(it->u.text.text, wanted)) return true;
	return false;
}

/* A series of one value a name: the ids are prefix and number. */
static void values(stand *s, const char *title, const char *prefix,
	const char *unit, const char *const *v, size_t n)
{
	jb_series *series = jb_new(s->arena, jb_series);

	for (size_t i = 0; i < n; i++) {
		const char *name =
			i < NAMES ? names[i] : jb_sprintf(s->arena, "第%zu", i);
		jb_figure *f = figure(s,
			jb_sprintf(s->arena, "%s%zu", prefix, i), v[i], unit);
		jb_stat *stat = show(s, f, name, NULL);

		stat->series = series;
		stat->series_label = words(s, title);
	}
}

static const char *const xs[] = {"0", "10", "20", "30", "12", "14", "33", "40"};
static const char *const ys[] = {"0", "5", "20", "8", "6", "7", "30", "40"};
static const char *const sizes[] = {
	"100", "400", "25", "0", "900", "50", "60", "70"};

static double middle(const jb_item *it, bool y)
{
	box b;

	g_assert_nonnull(it);
	b = box_of(it);
	return y ? (b.y0 + b.y1) / 2 : (b.x0 + b.x1) / 2;
}

static const jb_item *disc(const jb_group *group, const char *id)
{
	jb_item *it;

	each_item(group, it) if (it->kind == JB_ITEM_PATH && it->u.path.fill &&
				 g_strcmp0(it->figure, id) == 0) return it;
	return NULL;
}

STAND_TEST(points_stand_at_their_values)
{
	values(s, "收入", "x", "万元", xs, NAMES);
	values(s, "年龄", "y", "岁", ys, NAMES);
	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		jb_group *group = draw(s, JB_SCATTER, widths[i]);
		const jb_item *zero = disc(group, "y0"),
			      *all = disc(group, "y7");
		double wide = middle(all, false) - middle(zero, false);
		double high = middle(zero, true) - middle(all, true);

		for (size_t k = 1; k < NAMES; k++) {
			const jb_item *it =
				disc(group, jb_sprintf(s->arena, "y%zu", k));

			g_assert_cmpfloat(
				fabs((middle(it, false) - middle(zero, false)) /
						wide -
					atof(xs[k]) / 40),
				<, 0.003);
			g_assert_cmpfloat(
				fabs((middle(zero, true) - middle(it, true)) /
						high -
					atof(ys[k]) / 40),
				<, 0.003);
		}
		for (size_t k = 0; k < NAMES; k++)
			g_assert_nonnull(text_item(group, names[k]));
	}
	assert_tidy_everywhere(s, JB_SCATTER);
}

STAND_TEST(areas_are_values)
{
	jb_group *group;
	double most, less;

	values(s, "收入", "x", "万元", xs, NAMES);
	values(s, "年龄", "y", "岁", ys, NAMES);
	values(s, "人口", "z", "人", sizes, NAMES);
	group = draw(s, JB_BUBBLE, 498);
	most = width_of(disc(group, "z4"));
	less = width_of(disc(group, "z0"));
	/* the edge of paper goes half over each side */
	g_assert_cmpfloat(fabs(most * most / (less * less) - 9), <, 0.2);
	/* zero has no area, but its name */
	g_assert_null(disc(group, "z3"));
	g_assert_nonnull(text_item(group, names[3]));
	g_assert_true(says(group, "圆的面积是人口"));
	assert_quiet(s);
}

STAND_TEST(what_lacks_a_value_is_told)
{
	static const char *const gaps[] = {
		"1", NULL, "3", "4", "5", "6", "7", "8"};
	jb_group *group;

	values(s, "收入", "x", "万元", xs, NAMES);
	values(s, "年龄", "y", "岁", gaps, NAMES);
	group = draw(s, JB_SCATTER, 498);
	g_assert_null(disc(group, "y1"));
	g_assert_true(says(group, "石桥没有画：年龄未公布"));
}

STAND_TEST(a_crowd_has_numbers)
{
	static const char *const near[] = {
		"10.0", "10.1", "10.2", "10.0", "10.1", "10.2", "10.0", "40"};
	jb_group *group;
	unsigned n = 0;

	values(s, "收入", "x", "万元", near, NAMES);
	values(s, "年龄", "y", "岁", near, NAMES);
	group = draw(s, JB_SCATTER, 154);
	assert_tidy(group, 154);
	/* all names are said, at points or below */
	for (size_t k = 0; k < NAMES; k++) {
		g_assert_true(says(group, names[k]));
		n += text_item(group, names[k]) != NULL;
	}
	g_assert_cmpuint(n, <, NAMES);
	assert_quiet(s);
}

STAND_TEST(nothing_in_common_is_an_error)
{
	static const char *const none[] = {NULL, NULL};

	values(s, "收入", "x", "万元", xs, 2);
	values(s, "年龄", "y", "岁", none, 2);
	s->picture->of.stats[2].figure = figure(s, "y0", NULL, "岁");
	draw(s, JB_SCATTER, 498);
	g_assert_cmpuint(jb_diags_errors(s->diags), ==, 1);
}

STAND_TEST(thousands_are_thinned_and_told)
{
	enum { MANY = 3000 };
	const char **x = jb_new_array(s->arena, const char *, MANY);
	const char **y = jb_new_array(s->arena, const char *, MANY);
	jb_group *group;
	unsigned n = 0;
	jb_item *it;

	for (size_t i = 0; i < MANY; i++) {
		x[i] = jb_sprintf(s->arena, "%zu", i * 7919 % 100);
		y[i] = jb_sprintf(s->arena, "%zu", i * 104729 % 10);
	}
	values(s, "甲", "x", "元", x, MANY);
	values(s, "乙", "y", "元", y, MANY);
	group = draw(s, JB_SCATTER, 498);
	each_item(group, it) n += it->kind == JB_ITEM_PATH && it->u.path.fill;
	g_assert_cmpuint(n, >=, 90);
	g_assert_cmpuint(n, <=, 1000);
	g_assert_true(says(group, "重合"));
}

/* --- what is taken --- */

STAND_TEST(taken_cells)
{
	jb_occupied *map = jb_occupied_new(s->arena, 10, 20, 200, 50);
	double x, y;

	g_assert_true(jb_is_free(map, 10, 20, 200, 50));
	g_assert_false(jb_is_free(map, 9, 20, 10, 10));
	g_assert_false(jb_is_free(map, 10, 20, 200.6, 10));
	jb_occupy_rect(map, 50, 30, 100, 10);
	g_assert_true(jb_is_free(map, 10, 20, 40, 50));
	g_assert_true(jb_is_free(map, 150, 20, 60, 50));
	g_assert_true(jb_is_free(map, 10, 20, 200, 10));
	g_assert_false(jb_is_free(map, 10, 20, 41, 50));
	g_assert_false(jb_is_free(map, 149, 39, 5, 5));
	g_assert_true(jb_place_beside(map, 30, 45, 2, 12, 8, &x, &y));
	g_assert_cmpfloat(x, >, 32);
	assert_near(y, 41);
	/* at its right all is taken: on the left */
	g_assert_true(jb_place_beside(map, 45, 35, 2, 12, 8, &x, &y));
	g_assert_cmpfloat(x + 12, <, 43);
	g_assert_false(jb_place_beside(map, 100, 35, 2, 12, 8, &x, &y));
}

STAND_TEST(discs_are_taken)
{
	jb_occupied *map = jb_occupied_new(s->arena, 0, 0, 100, 100);

	jb_occupy_disc(map, 50, 50, 20);
	g_assert_false(jb_is_free(map, 49, 49, 2, 2));
	g_assert_false(jb_is_free(map, 68, 50, 1, 1));
	g_assert_true(jb_is_free(map, 71, 50, 1, 1));
	/* the corner of its box is free */
	g_assert_true(jb_is_free(map, 30, 30, 5, 5));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/plot/points/places", points_stand_at_their_values);
	g_test_add_func("/plot/points/areas", areas_are_values);
	g_test_add_func("/plot/points/gaps", what_lacks_a_value_is_told);
	g_test_add_func("/plot/points/crowd", a_crowd_has_numbers);
	g_test_add_func("/plot/points/none", nothing_in_common_is_an_error);
	g_test_add_func(
		"/plot/points/thousands", thousands_are_thinned_and_told);
	g_test_add_func("/plot/points/taken", taken_cells);
	g_test_add_func("/plot/points/discs", discs_are_taken);
	return g_test_run();
}
