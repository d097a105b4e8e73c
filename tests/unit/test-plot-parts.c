/* Parts of a whole: squarified areas, sectors, words around a circle, and what
 * the forms of them draw and refuse.
 */
#include "test-chart.h"

#include "plot/marks.h"
#include "plot/polar.h"
#include "plot/sankey.h"
#include "plot/spread.h"
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
			g_assert_nonnull(
				jb_ink_on(s->desk, jb_part_ink(s->desk, i, n)));
	g_assert_cmpstr(jb_ink_on(s->desk, jb_part_ink(s->desk, 0, 4))->name,
		==, "paper");
	g_assert_cmpstr(jb_ink_on(s->desk, jb_part_ink(s->desk, 3, 4))->name,
		==, "text");
}

/* --- circles, funnels, icons --- */

STAND_TEST(circle_areas_are_values)
{
	static const char *const values[] = {"2989", "1", "120", NULL, "700"};

	show_all(s, values, 5, "亿元");
	for (size_t w = 0; w < G_N_ELEMENTS(widths); w++) {
		jb_group *group = draw(s, JB_CIRCLES, widths[w]);
		double r = width_of(sector_of(group, "a")), one;

		for (size_t i = 1; i < 5; i++) {
			if (!values[i])
				continue;
			one = width_of(sector_of(group, ids[i]));
			g_assert_cmpfloat(
				fabs(one * one / (r * r) /
						(atof(values[i]) / 2989) -
					1),
				<, 0.003);
		}
		g_assert_cmpuint(count_marks(group, "d"), ==, 0);
		g_assert_nonnull(text_item(group, "未公布"));
	}
	assert_tidy_everywhere(s, JB_CIRCLES);
}

STAND_TEST(funnel_lengths_are_values)
{
	static const char *const values[] = {"860", "412", "412", "3", "0"};
	jb_group *group;
	double all;

	show_all(s, values, 5, "个");
	for (size_t w = 0; w < G_N_ELEMENTS(widths); w++) {
		group = draw(s, JB_FUNNEL, widths[w]);
		all = width_of(sector_of(group, "a"));
		for (size_t i = 1; i < 4; i++)
			g_assert_cmpfloat(
				fabs(width_of(sector_of(group, ids[i])) / all /
						(atof(values[i]) / 860) -
					1),
				<, 0.003);
		g_assert_cmpuint(count_marks(group, "e"), ==, 0);
	}
	g_assert_nonnull(text_item(draw(s, JB_FUNNEL, 498), "47.9%"));
	assert_tidy_everywhere(s, JB_FUNNEL);
}

STAND_TEST(funnel_never_widens)
{
	static const char *const values[] = {"8", "12"};

	show_all(s, values, 2, "个");
	draw(s, JB_FUNNEL, 498);
	assert_message(s, "a funnel never widens");
	assert_message(s, "`bars` show values that rise and fall");
}

STAND_TEST(icons_are_counts)
{
	static const char *const values[] = {"38", "7", "0"};
	jb_group *group;

	show_all(s, values, 3, "所");
	s->spec->icon = "school";
	group = draw(s, JB_PICTOGRAM, 498);
	g_assert_nonnull(text_item(group, "38"));
	assert_tidy_everywhere(s, JB_PICTOGRAM);
	s->spec->icon = NULL;
	draw(s, JB_PICTOGRAM, 498);
	assert_message(s, "a pictogram needs an icon");
}

/* Five parts are in the theme's inks; patterns are for themes that ask. */
STAND_TEST(many_parts_have_inks)
{
	static const char *const values[] = {"30", "25", "20", "15", "10"};
	const jb_theme *theme = s->desk->layout->theme;
	jb_layout layout = *s->desk->layout;
	jb_theme grey = *theme;
	unsigned plain;
	jb_group *group;

	show_all(s, values, 5, "亿元");
	group = draw(s, JB_PIE, 498);
	for (size_t i = 0; i < 5; i++) {
		char id[2] = {(char)('a' + i), 0};

		g_assert_true(
			sector_of(group, id)->u.path.fill == theme->classes[i]);
	}
	plain = group->items->len;
	assert_tidy_everywhere(s, JB_PIE);
	grey.patterns = true;
	layout.theme = &grey;
	s->desk->layout = &layout;
	group = draw(s, JB_PIE, 498);
	g_assert_cmpuint(group->items->len, >=, plain + 4);
	assert_tidy_everywhere(s, JB_PIE);
}

/* Up to four are steps of one ink, but where a picture says `colors`. */
STAND_TEST(few_parts_have_colors_on_request)
{
	static const char *const values[] = {"60", "40"};

	show_all(s, values, 2, "亿元");
	g_assert_cmpstr(sector_of(draw(s, JB_PIE, 498), "b")->u.path.fill->name,
		==, "primary65");
	s->spec->colors = true;
	g_assert_true(sector_of(draw(s, JB_PIE, 498), "b")->u.path.fill ==
		      s->desk->layout->theme->classes[1]);
}

/* --- radar, tiles --- */

static jb_point middle_of(const jb_item *it)
{
	box b = box_of(it);

	return (jb_point){(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2};
}

STAND_TEST(radar_radii_are_values)
{
	static const char *const values[] = {"78", "39", "60", "20"};
	jb_point p[4], middle;

	show_all(s, values, 4, "分");
	for (size_t w = 0; w < G_N_ELEMENTS(widths); w++) {
		jb_group *group = draw(s, JB_RADAR, widths[w]);

		for (size_t i = 0; i < 4; i++)
			p[i] = middle_of(mark_of(group, ids[i], "primary", 0));
		middle = (jb_point){p[0].x, p[1].y};
		for (size_t i = 0; i < 4; i++)
			g_assert_cmpfloat(
				fabs(hypot(p[i].x - middle.x,
					     p[i].y - middle.y) /
						(middle.y - p[0].y) /
						(atof(values[i]) / 78) -
					1),
				<, 0.003);
	}
	assert_tidy_everywhere(s, JB_RADAR);
}

STAND_TEST(radar_of_several)
{
	two_series(s, "分");
	g_assert_nonnull(text_item(draw(s, JB_RADAR, 498), "从前"));
	assert_tidy_everywhere(s, JB_RADAR);
}

STAND_TEST(radar_refuses)
{
	static const char *const values[] = {"78", "39"};

	show_all(s, values, 2, "分");
	draw(s, JB_RADAR, 498);
	assert_message(s, "a radar takes 3 to 10 values of one to 3 series");
}

STAND_TEST(tiles_have_shades)
{
	jb_group *group;

	show(s, figure(s, "a", "412", "吨"), "四川省", NULL);
	show(s, figure(s, "b", "12", "吨"), "内蒙古自治区", NULL);
	show(s, figure(s, "c", NULL, "吨"), "广东", NULL);
	group = draw(s, JB_TILES, 498);
	g_assert_cmpstr(
		sector_of(group, "a")->u.path.fill->name, ==, "primary");
	g_assert_cmpuint(count_marks(group, "c"), ==, 0);
	g_assert_nonnull(text_item(group, "台湾"));
	g_assert_nonnull(text_item(group, "无底色的没有数据"));
	assert_tidy_everywhere(s, JB_TILES);
}

STAND_TEST(tiles_know_their_names)
{
	show(s, figure(s, "a", "412", "吨"), "巴蜀", NULL);
	show(s, figure(s, "b", "4", "吨"), "四川", NULL);
	show(s, figure(s, "c", "2", "吨"), "四川省", NULL);
	draw(s, JB_TILES, 498);
	assert_message(s, "“巴蜀” is no region of this tile map");
	assert_message(s, "“四川” has two figures");
}

/* --- flows --- */

STAND_TEST(unequal_things_stand_apart)
{
	const double wishes[] = {50, 50, 52, 200}, sizes[] = {10, 30, 6, 8};
	double places[4];

	g_assert_true(
		jb_spread_sizes(s->arena, wishes, sizes, 4, 4, 0, 210, places));
	for (int i = 1; i < 4; i++)
		g_assert_cmpfloat(places[i] - places[i - 1], >=,
			(sizes[i] + sizes[i - 1]) / 2 + 4 - 1e-9);
	assert_near(places[3], 200);
	/* the first three as near to their places as can be */
	assert_near(places[0] - 50 + places[1] - 50 + places[2] - 52, 0);
	g_assert_false(
		jb_spread_sizes(s->arena, wishes, sizes, 4, 4, 0, 60, places));
}

/* a to b and c, b to c: three layers. */
static jb_sankey three_nodes(jb_flow_node *nodes, jb_flow *flows)
{
	flows[0] = (jb_flow){.from = 0, .to = 1, .value = 30};
	flows[1] = (jb_flow){.from = 0, .to = 2, .value = 10};
	flows[2] = (jb_flow){.from = 1, .to = 2, .value = 20};
	flows[3] = (jb_flow){.from = 1, .to = 3, .value = 10};
	memset(nodes, 0, 4 * sizeof(*nodes));
	return (jb_sankey){nodes, 4, flows, 4, .height = 120, .gap = 8};
}

STAND_TEST(flows_are_as_thick_as_values)
{
	jb_flow_node nodes[4];
	jb_flow flows[4];
	jb_sankey sankey = three_nodes(nodes, flows);
	size_t node = 0;

	g_assert_true(jb_sankey_layers(&sankey, &node));
	g_assert_cmpint(sankey.n_layers, ==, 3);
	g_assert_cmpint(nodes[1].layer, ==, 1);
	g_assert_cmpint(nodes[2].layer, ==, 2);
	jb_sankey_place(s->arena, &sankey);
	for (int i = 0; i < 4; i++) {
		assert_near(
			flows[i].thick / flows[0].thick, flows[i].value / 30);
		g_assert_cmpfloat(
			nodes[i].middle - nodes[i].height / 2, >=, -1e-6);
		g_assert_cmpfloat(nodes[i].middle + nodes[i].height / 2, <=,
			sankey.height + 1e-6);
	}
	assert_near(nodes[0].height, flows[0].thick + flows[1].thick);
	/* flows fill their node from end to end, none on another */
	assert_near(fmin(flows[0].y0 - flows[0].thick / 2,
			    flows[1].y0 - flows[1].thick / 2),
		nodes[0].middle - nodes[0].height / 2);
	assert_near(fabs(flows[0].y0 - flows[1].y0),
		(flows[0].thick + flows[1].thick) / 2);
}

static void flows_do_not_go_round(void)
{
	jb_flow_node nodes[4];
	jb_flow flows[4];
	jb_sankey sankey = three_nodes(nodes, flows);
	size_t node = 0;

	flows[3] = (jb_flow){.from = 2, .to = 0, .value = 1};
	g_assert_false(jb_sankey_layers(&sankey, &node));
	g_assert_cmpuint(node, <, 3);
}

STAND_TEST(series_flow_into_their_items)
{
	jb_group *group;
	box big, small;

	two_series(s, "万吨");
	group = draw(s, JB_SANKEY, 498);
	big = box_of(sector_of(group, "a"));
	small = box_of(sector_of(group, "f"));
	g_assert_cmpfloat(big.x0, ==, small.x0);
	g_assert_nonnull(text_item(group, "从前"));
	g_assert_nonnull(text_item(group, "公路"));
	assert_tidy_everywhere(s, JB_SANKEY);
}

/* --- trees --- */

static jb_bound_item *kids(
	stand *s, jb_bound_item *of, size_t n, const char *const *names)
{
	of->items = jb_new_array(s->arena, jb_bound_item, n + 1);
	of->n_items = n;
	for (size_t i = 0; i < n; i++) {
		of->items[i].name = words(s, names[i]);
		of->items[i].pos = s->pos;
	}
	return of->items;
}

STAND_TEST(trees_go_down_or_across)
{
	static const char *const top[] = {"县政府"};
	static const char *const offices[] = {
		"办公室", "发展和改革局", "水务局", "统计局"};
	static const char *const rooms[] = {"综合科", "规划科", "供水科"};
	jb_bound_item all = {0}, *office;
	const jb_item *root, *kid;
	jb_group *group;

	office = kids(s, kids(s, &all, 1, top), 4, offices);
	for (int i = 0; i < 3; i++)
		kids(s, &office[i], 3, rooms);
	s->picture->of.items = all.items;
	s->picture->of.n_items = all.n_items;
	group = draw(s, JB_TREE, 498);
	root = text_item(group, "县政府");
	kid = text_item(group, "统计局");
	g_assert_cmpfloat(kid->y, >, root->y + 10);
	group = draw(s, JB_TREE, 154); /* no room: from left to right */
	root = text_item(group, "县政府");
	kid = text_item(group, "统计局");
	g_assert_cmpfloat(kid->x, >, root->x + 20);
	assert_tidy_everywhere(s, JB_TREE);
}

STAND_TEST(deep_trees_are_refused)
{
	static const char *const name[] = {"一级单位"};
	static const char *const two[] = {"甲一二三四五", "乙一二三四五", "丙",
		"丁一二三四五", "戊一二三四五"};
	jb_bound_item all = {0}, *at = &all;

	for (int i = 0; i < 9; i++)
		at = kids(s, at, 1, name);
	kids(s, at, 5, two);
	s->picture->of.items = all.items;
	s->picture->of.n_items = all.n_items;
	draw(s, JB_TREE, 154);
	assert_message(s, "10 levels do not fit in 54 mm");
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
	g_test_add_func("/plot/pie/inks", many_parts_have_inks);
	g_test_add_func("/plot/pie/colors", few_parts_have_colors_on_request);
	g_test_add_func("/plot/sunburst/shares", sunburst_shares_go_inwards);
	g_test_add_func("/plot/treemap/areas", treemap_areas_are_values);
	g_test_add_func("/plot/treemap/groups", treemap_of_groups);
	g_test_add_func("/plot/treemap/missing", treemap_says_what_is_missing);
	g_test_add_func("/plot/parts/contrast", words_can_be_read);
	g_test_add_func("/plot/circles/areas", circle_areas_are_values);
	g_test_add_func("/plot/funnel/lengths", funnel_lengths_are_values);
	g_test_add_func("/plot/funnel/widens", funnel_never_widens);
	g_test_add_func("/plot/pictogram/counts", icons_are_counts);
	g_test_add_func("/plot/radar/radii", radar_radii_are_values);
	g_test_add_func("/plot/radar/several", radar_of_several);
	g_test_add_func("/plot/radar/refuses", radar_refuses);
	g_test_add_func("/plot/tiles/shades", tiles_have_shades);
	g_test_add_func("/plot/tiles/names", tiles_know_their_names);
	g_test_add_func("/plot/spread/sizes", unequal_things_stand_apart);
	g_test_add_func("/plot/sankey/thick", flows_are_as_thick_as_values);
	g_test_add_func("/plot/sankey/round", flows_do_not_go_round);
	g_test_add_func("/plot/sankey/series", series_flow_into_their_items);
	g_test_add_func("/plot/tree/ways", trees_go_down_or_across);
	g_test_add_func("/plot/tree/deep", deep_trees_are_refused);
	return g_test_run();
}
