/* Parts of a whole: squarified areas, sectors, words around a circle, and what
 * the forms of them draw and refuse.
 */
#include "test-chart.h"

#include "plot/polar.h"
#include "plot/squarify.h"
#include "plot/whole.h"

/* --- squarify --- */

static double size_of(const jb_area *a)
{
	return (a->x1 - a->x0) * (a->y1 - a->y0);
}

/* Areas are their values, fill the rectangle and do not lie on each other. */
static void assert_areas(
	const double *values, size_t n, jb_area in, const jb_area *out)
{
	double all = 0, sum = 0;

	for (size_t i = 0; i < n; i++)
		all += values[i];
	for (size_t i = 0; i < n; i++) {
		assert_near(size_of(&out[i]) / size_of(&in), values[i] / all);
		sum += size_of(&out[i]);
		g_assert_cmpfloat(out[i].x0, >=, in.x0 - 1e-6);
		g_assert_cmpfloat(out[i].y0, >=, in.y0 - 1e-6);
		g_assert_cmpfloat(out[i].x1, <=, in.x1 + 1e-6);
		g_assert_cmpfloat(out[i].y1, <=, in.y1 + 1e-6);
		for (size_t k = 0; k < i; k++)
			g_assert_false(out[i].x0 < out[k].x1 - 1e-6 &&
				       out[k].x0 < out[i].x1 - 1e-6 &&
				       out[i].y0 < out[k].y1 - 1e-6 &&
				       out[k].y0 < out[i].y1 - 1e-6);
	}
	assert_near(sum, size_of(&in));
}

/* The example of the paper: 6 6 4 3 2 2 1 in 6 by 4. */
static void squarify_as_published(void)
{
	const double values[] = {6, 6, 4, 3, 2, 2, 1};
	const jb_area in = {0, 0, 6, 4};
	jb_area out[7];

	jb_squarify(values, 7, in, out);
	assert_areas(values, 7, in, out);
	/* 6 and 6 one over the other, 3 wide */
	assert_near(out[0].x1, 3);
	assert_near(out[1].y0, 2);
	/* 4 and 3 beside each other over the rest */
	assert_near(out[2].y1 - out[2].y0, 7 / 3.0);
	assert_near(out[3].x1, 6);
}

static void squarify_hundreds(void)
{
	double values[400];
	const jb_area in = {10, 20, 508, 320};
	jb_area out[400];

	for (int i = 0; i < 400; i++)
		values[i] = 2989.0 / (1 + i * i / 7.0);
	jb_squarify(values, 400, in, out);
	assert_areas(values, 400, in, out);
}

static void squarify_zero(void)
{
	const double values[] = {5, 0, 0};
	const jb_area in = {0, 0, 10, 10};
	jb_area out[3];

	jb_squarify(values, 3, in, out);
	assert_near(size_of(&out[0]), 100);
	assert_near(size_of(&out[1]), 0);
	assert_near(size_of(&out[2]), 0);
}

/* --- polar --- */

static void polar_runs_clockwise(void)
{
	assert_near(jb_polar_at(10, 20, 5, 0).y, 15);
	assert_near(jb_polar_at(10, 20, 5, G_PI_2).x, 15);
	assert_near(jb_polar_at(10, 20, 5, G_PI).y, 25);
}

STAND_TEST(words_around_stand_apart)
{
	jb_callout_place places[12];

	for (size_t i = 0; i < 12; i++)
		places[i] = (jb_callout_place){
			.angle = 0.1 + 0.02 * (double)i, .height = 10 + i % 3};
	g_assert_true(
		jb_polar_spread(s->arena, places, 12, 100, 90, 80, 0, 180));
	for (size_t i = 0; i < 12; i++) {
		g_assert_true(places[i].right);
		g_assert_cmpfloat(
			places[i].y - places[i].height / 2, >=, -1e-6);
		if (i > 0)
			g_assert_cmpfloat(places[i].y - places[i - 1].y, >=,
				(places[i].height + places[i - 1].height) / 2 -
					1e-6);
		assert_near(
			hypot(places[i].from.x - 100, places[i].from.y - 90),
			80);
	}
	g_assert_false(
		jb_polar_spread(s->arena, places, 12, 100, 90, 80, 0, 100));
}

STAND_TEST(lone_words_stand_at_their_angle)
{
	jb_callout_place place = {.angle = 3 * G_PI_2, .height = 12};

	g_assert_true(
		jb_polar_spread(s->arena, &place, 1, 100, 90, 80, 0, 180));
	g_assert_false(place.right);
	assert_near(place.y, 90);
	assert_near(place.from.x, 20);
}

/* --- forms --- */

/* The angle that a sector takes, in degrees, from its path. */
static double degrees_of(const jb_item *it)
{
	const jb_path *path = &it->u.path;
	double sum = 0, last = 0, now;
	bool begun = false;

	g_assert_nonnull(it);
	for (size_t i = 0; i < path->n; i++) {
		const jb_step *step = &path->steps[i];
		const double *p = step->op == JB_CURVE ? step->p + 4 : step->p;

		if (step->op == JB_CLOSE || hypot(p[0], p[1]) < 1e-9)
			continue;
		now = atan2(p[0], -p[1]) * 180 / G_PI;
		if (begun && step->op == JB_CURVE) {
			double turn = now - last;

			while (turn < 0)
				turn += 360;
			if (turn > 180) /* the inner arc goes back */
				break;
			sum += turn;
		} else if (begun) {
			break;
		}
		begun = true;
		last = now;
	}
	return sum;
}

static const jb_item *sector_of(const jb_group *group, const char *id)
{
	jb_item *it;

	each_item(group, it) if (it->kind == JB_ITEM_PATH &&
				 g_strcmp0(it->figure, id) == 0 &&
				 it->u.path.fill) return it;
	return NULL;
}

static const char *const ids[] = {"a", "b", "c", "d", "e", "f", "g"};

static void show_all(
	stand *s, const char *const *values, size_t n, const char *unit)
{
	static const char *const names[] = {"农业", "工业", "建筑业",
		"批发和零售业", "文旅", "其他", "多余"};

	for (size_t i = 0; i < n; i++)
		show(s, figure(s, ids[i], values[i], unit), names[i], NULL);
}

STAND_TEST(pie_angles_are_shares)
{
	static const char *const values[] = {"3", "10", "12", "13"};

	show_all(s, values, 4, "个");
	for (size_t w = 0; w < G_N_ELEMENTS(widths); w++) {
		jb_group *group = draw(s, JB_PIE, widths[w]);

		for (size_t i = 0; i < 4; i++)
			g_assert_cmpfloat_with_epsilon(
				degrees_of(sector_of(group, ids[i])),
				360 * atof(values[i]) / 38, 0.2);
	}
	assert_tidy_everywhere(s, JB_PIE);
	assert_tidy_everywhere(s, JB_DONUT);
}

STAND_TEST(pie_says_shares_and_rounding)
{
	static const char *const values[] = {"1", "1", "1"};
	jb_group *group;

	show_all(s, values, 3, "亿元");
	group = draw(s, JB_PIE, 498);
	g_assert_cmpstr(text_item(group, "33.3%")->figure, ==, "a");
	g_assert_nonnull(text_item(group, "占比经四舍五入"));
	group = draw(s, JB_PIE, 154);
	g_assert_nonnull(text_item(group, "占比经四舍五入"));
}

/* Zero has no slice, but its name and number. */
STAND_TEST(pie_of_zero)
{
	static const char *const values[] = {"50", "0", "50"};
	jb_group *group;

	show_all(s, values, 3, "家");
	group = draw(s, JB_PIE, 498);
	g_assert_cmpuint(count_marks(group, "b"), ==, 0);
	g_assert_nonnull(text_item(group, "工业"));
	assert_tidy_everywhere(s, JB_PIE);
}

STAND_TEST(pie_refuses)
{
	static const char *const many[] = {"1", "2", "3", "4", "5", "6", "7"};

	show_all(s, many, 7, "个");
	draw(s, JB_PIE, 498);
	assert_message(s, "7 slices are too many to be compared");
	assert_message(s, "`bars` or `treemap` show so many");
}

STAND_TEST(shares_must_add_up)
{
	static const char *const values[] = {"40", "30", "12.5"};

	show_all(s, values, 3, "%");
	draw(s, JB_PIE, 498);
	assert_message(s, "the parts add up to 82.5% of their whole");
}

STAND_TEST(shares_may_be_rounded)
{
	static const char *const values[] = {"38", "41", "20"};

	show_all(s, values, 3, "%");
	g_assert_nonnull(text_item(draw(s, JB_PIE, 498), "数值经四舍五入"));
	assert_quiet(s);
	assert_tidy_everywhere(s, JB_PIE);
}

STAND_TEST(status_shows_in_sectors)
{
	static const char *const values[] = {"38", "41", "21"};
	jb_group *group;

	show_all(s, values, 3, "万人");
	((jb_figure *)s->picture->of.stats[0].figure)->status = JB_PLANNED;
	((jb_figure *)s->picture->of.stats[1].figure)->status = JB_TARGET;
	group = draw(s, JB_PIE, 498);
	g_assert_cmpstr(sector_of(group, "a")->u.path.fill->name, ==, "paper");
	g_assert_cmpstr(
		sector_of(group, "b")->u.path.stroke->name, ==, "accent");
	assert_tidy_everywhere(s, JB_PIE);
}

/* Two series: each its ring, the same name in the same ink. */
static void two_series(stand *s, const char *unit)
{
	static const char *const values[] = {
		"46", "31", "23", "38", "41", "21"};
	static const char *const names[] = {"公路", "铁路", "水路"};
	jb_series *series[2];

	for (size_t k = 0; k < 2; k++)
		series[k] = jb_new(s->arena, jb_series);
	for (size_t i = 0; i < 6; i++) {
		jb_stat *stat = show(s, figure(s, ids[i], values[i], unit),
			names[i % 3], NULL);

		stat->series = series[i / 3];
		stat->series_label = words(s, i < 3 ? "从前" : "现在");
	}
}

STAND_TEST(rings_are_wholes)
{
	jb_group *group;

	two_series(s, "%");
	group = draw(s, JB_DONUT, 498);
	g_assert_cmpfloat_with_epsilon(
		degrees_of(sector_of(group, "a")), 3.6 * 46, 0.2);
	g_assert_cmpfloat_with_epsilon(
		degrees_of(sector_of(group, "d")), 3.6 * 38, 0.2);
	g_assert_true(sector_of(group, "a")->u.path.fill ==
		      sector_of(group, "d")->u.path.fill);
	g_assert_nonnull(text_item(group, "由内向外：从前、现在"));
	assert_tidy_everywhere(s, JB_DONUT);
}

STAND_TEST(sunburst_shares_go_inwards)
{
	jb_group *group;

	two_series(s, "亿元");
	group = draw(s, JB_SUNBURST, 498);
	g_assert_cmpfloat_with_epsilon(
		degrees_of(sector_of(group, "f")), 360 * 21 / 200.0, 0.2);
	assert_tidy_everywhere(s, JB_SUNBURST);
}

STAND_TEST(treemap_areas_are_values)
{
	static const char *const values[] = {
		"2989", "1", "120", "7", "1500", "340", "55"};
	box all, one;

	show_all(s, values, 7, "亿元");
	for (size_t w = 0; w < G_N_ELEMENTS(widths); w++) {
		jb_group *group = draw(s, JB_TREEMAP, widths[w]);

		all = box_of(sector_of(group, "a"));
		for (size_t i = 1; i < 7; i++) {
			one = box_of(sector_of(group, ids[i]));
			g_assert_cmpfloat(
				fabs((one.x1 - one.x0) * (one.y1 - one.y0) /
						((all.x1 - all.x0) *
							(all.y1 - all.y0)) /
						(atof(values[i]) / 2989) -
					1),
				<, 0.003);
		}
		/* said somewhere, all of them */
		for (size_t i = 0; i < 7; i++) {
			jb_item *it;
			bool said = false;

			each_item(group, it) said =
				said ||
				(it->kind == JB_ITEM_TEXT &&
					g_strcmp0(it->figure, ids[i]) == 0);
			g_assert_true(said);
		}
	}
	assert_tidy_everywhere(s, JB_TREEMAP);
}

STAND_TEST(treemap_of_groups)
{
	two_series(s, "亿元");
	g_assert_nonnull(text_item(draw(s, JB_TREEMAP, 498), "从前"));
	assert_tidy_everywhere(s, JB_TREEMAP);
}

STAND_TEST(treemap_says_what_is_missing)
{
	static const char *const values[] = {"20", NULL, "10"};

	show_all(s, values, 3, "亿元");
	g_assert_nonnull(text_item(draw(s, JB_TREEMAP, 498), "工业未公布"));
	assert_tidy_everywhere(s, JB_TREEMAP);
}

/* Words have a contrast of 4.5 on each ink of the ladder, or do not stand on
 * it. */
STAND_TEST(words_can_be_read)
{
	for (size_t n = 1; n <= 6; n++)
		for (size_t i = 0; i < n; i++)
			g_assert_nonnull(jb_words_ink(
				s->desk, jb_part_ink(s->desk, i, n)));
	g_assert_cmpstr(jb_words_ink(s->desk, jb_part_ink(s->desk, 0, 4))->name,
		==, "paper");
	g_assert_cmpstr(jb_words_ink(s->desk, jb_part_ink(s->desk, 3, 4))->name,
		==, "text");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/plot/squarify/published", squarify_as_published);
	g_test_add_func("/plot/squarify/hundreds", squarify_hundreds);
	g_test_add_func("/plot/squarify/zero", squarify_zero);
	g_test_add_func("/plot/polar/clockwise", polar_runs_clockwise);
	g_test_add_func("/plot/polar/apart", words_around_stand_apart);
	g_test_add_func("/plot/polar/lone", lone_words_stand_at_their_angle);
	g_test_add_func("/plot/pie/angles", pie_angles_are_shares);
	g_test_add_func("/plot/pie/shares", pie_says_shares_and_rounding);
	g_test_add_func("/plot/pie/zero", pie_of_zero);
	g_test_add_func("/plot/pie/refuses", pie_refuses);
	g_test_add_func("/plot/pie/sum", shares_must_add_up);
	g_test_add_func("/plot/pie/rounded", shares_may_be_rounded);
	g_test_add_func("/plot/pie/status", status_shows_in_sectors);
	g_test_add_func("/plot/donut/rings", rings_are_wholes);
	g_test_add_func("/plot/sunburst/shares", sunburst_shares_go_inwards);
	g_test_add_func("/plot/treemap/areas", treemap_areas_are_values);
	g_test_add_func("/plot/treemap/groups", treemap_of_groups);
	g_test_add_func("/plot/treemap/missing", treemap_says_what_is_missing);
	g_test_add_func("/plot/parts/contrast", words_can_be_read);
	return g_test_run();
}
