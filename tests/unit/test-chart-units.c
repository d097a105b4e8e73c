/* Icons, and units: so many things, so many icons. */
#include "test-chart.h"

#include "base/icons.h"
#include "scene/icons.h"

/* --- icons --- */

STAND_TEST(every_icon_draws_within_its_square)
{
	size_t n;
	const jb_icon *icons = jb_icons(&n);

	g_assert_cmpuint(n, >=, 72);
	for (size_t i = 0; i < n; i++) {
		jb_group *group = jb_group_new(s->arena);
		jb_item *it;

		g_assert_true(jb_icon_put(s->desk, group, icons[i].name, 12, 22,
			20, jb_desk_ink(s->desk, "primary"), JB_ICON_LINE));
		each_item(group, it)
		{
			box b = box_of(it);

			g_assert_cmpfloat(b.x0, >=, 11.5);
			g_assert_cmpfloat(b.y0, >=, 21.5);
			g_assert_cmpfloat(b.x1, <=, 32.5);
			g_assert_cmpfloat(b.y1, <=, 42.5);
			g_assert_null(it->u.path.fill);
		}
	}
}

static void icon_names_are_in_order(void)
{
	size_t n;
	const jb_icon *icons = jb_icons(&n);

	for (size_t i = 1; i < n; i++)
		g_assert_cmpint(strcmp(icons[i - 1].name, icons[i].name), <, 0);
}

STAND_TEST(strokes_are_as_thick_at_every_size_of_a_picture)
{
	for (double size = 13; size <= 33; size += 4) {
		jb_group *group = jb_group_new(s->arena);
		const jb_item *it;

		jb_icon_put(s->desk, group, "school", 0, 0, size,
			jb_desk_ink(s->desk, "primary"), JB_ICON_LINE);
		it = g_ptr_array_index(group->items, 0);
		g_assert_cmpfloat(it->u.path.width_pt, >=, 1.1);
		g_assert_cmpfloat(it->u.path.width_pt, <=, 1.25);
	}
}

STAND_TEST(unknown_icon_draws_nothing)
{
	jb_group *group;

	group = jb_group_new(s->arena);
	g_assert_false(jb_icon_put(s->desk, group, "unicorn", 0, 0, 24,
		jb_desk_ink(s->desk, "primary"), JB_ICON_LINE));
	g_assert_cmpuint(group->items->len, ==, 0);
}

STAND_TEST(unknown_icon_is_an_error_with_the_nearest)
{
	s->spec->icon = "scool";
	show(s, figure(s, "a", "3", "所"), "学校", NULL);
	draw(s, JB_UNITS, 240);
	assert_message(s, "r.yaml:1:7: error: there is no icon “scool”");
	assert_message(s, "hint: did you mean “school”?");
}

STAND_TEST(unknown_icon_of_a_list_points_at_the_item)
{
	item(s, &s->picture->of, "图书馆", NULL, NULL, "zzzzzz");
	draw(s, JB_LIST, 240);
	assert_message(s, "error: there is no icon “zzzzzz”");
	assert_message(s, "hint: “jianbao list icons” names them all");
}

/* --- units --- */

static unsigned icons_of(const jb_group *group, const char *id)
{
	unsigned n = 0;
	jb_item *it;

	each_item(group, it) if (it->kind == JB_ITEM_PATH &&
				 it->u.path.stroke && it->u.path.n > 10 &&
				 it->u.path.width_pt >= 0.9 &&
				 g_strcmp0(it->figure, id) == 0) n++;
	return n;
}

static void one_icon_is_one_thing(void)
{
	stand s;

	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		jb_group *group;

		stand_open(&s);
		s.spec->icon = "flask";
		show(&s, figure(&s, "p", "13", "个"), "工作站", NULL);
		group = draw(&s, JB_UNITS, widths[i]);
		g_assert_cmpuint(icons_of(group, "p"), ==, 13);
		assert_tidy(group, widths[i]);
		stand_close(&s);
	}
}

STAND_TEST(above_sixty_one_icon_is_ten)
{
	jb_group *group;

	s->spec->icon = "house";
	show(s, figure(s, "h", "120", "套"), "公寓", NULL);
	group = draw(s, JB_UNITS, 240);
	g_assert_cmpuint(icons_of(group, "h"), ==, 12);
	g_assert_nonnull(text_item(group, "一个图标代表十套"));
}

STAND_TEST(a_part_of_an_icon_is_light_and_said)
{
	jb_group *group;

	s->spec->icon = "person";
	show(s, figure(s, "p", "2.56", "万人"), "学生", NULL);
	group = draw(s, JB_UNITS, 498);
	g_assert_cmpuint(count_paths(group, NULL, "primary"), ==, 25);
	g_assert_cmpuint(count_paths(group, NULL, "primary38"), ==, 1);
	g_assert_nonnull(
		text_item(group, "一个图标代表一千人，浅色的不足此数"));
}

STAND_TEST(over_adds_a_light_icon)
{
	jb_figure *f;
	jb_group *group;

	s->spec->icon = "person";
	f = figure(s, "p", "40", "家");
	f->bound = JB_OVER;
	show(s, f, "单位", NULL);
	group = draw(s, JB_UNITS, 498);
	g_assert_cmpuint(count_paths(group, NULL, "primary"), ==, 40);
	g_assert_cmpuint(count_paths(group, NULL, "primary38"), ==, 1);
}

STAND_TEST(the_arrow_of_at_least_is_not_alone_in_its_row)
{
	jb_figure *f;
	jb_group *group;
	jb_item *it;
	double arrow = 0, lowest = 0;

	s->spec->icon = "person";
	f = figure(s, "p", "300", "家");
	f->bound = JB_AT_LEAST;
	show(s, f, "单位", NULL);
	group = draw(s, JB_UNITS, 240);
	each_item(group, it)
	{
		box b = box_of(it);

		if (it->kind != JB_ITEM_PATH)
			continue;
		if (it->u.path.dash_on > 0)
			arrow = b.y0;
		else if (it->u.path.n > 4)
			lowest = fmax(lowest, b.y1);
	}
	g_assert_cmpfloat(arrow, >, 0);
	g_assert_cmpfloat(arrow, <, lowest);
}

STAND_TEST(planned_icons_are_hatched_and_extensions_dashed)
{
	jb_figure *built, *more;
	jb_group *group;
	unsigned dashed = 0, hatched = 0;
	jb_item *it;

	s->spec->icon = "school";
	built = figure(s, "new", "7", "所");
	more = figure(s, "more", "1", "所");
	built->status = more->status = JB_PLANNED;
	show(s, built, "新建", NULL);
	show(s, more, "扩建", NULL);
	group = draw(s, JB_UNITS, 154);
	each_item(group, it)
	{
		if (it->kind != JB_ITEM_PATH)
			continue;
		dashed += it->u.path.dash_on > 0;
		hatched += it->u.path.width_pt == 0.7;
	}
	g_assert_cmpuint(hatched, ==, 7);
	g_assert_cmpuint(dashed, ==, 1);
	assert_tidy(group, 154);
}

STAND_TEST(nine_roads_are_nine_strips)
{
	jb_group *group;

	s->spec->icon = "road";
	show(s, figure(s, "r", "9", "条"), "公路", NULL);
	group = draw(s, JB_UNITS, 240);
	g_assert_cmpuint(count_paths(group, "primary", NULL), ==, 9);
	assert_tidy(group, 240);
}

static void zero_and_missing_draw_no_icon(void)
{
	static const char *const values[] = {"0", NULL};
	stand s;

	for (size_t i = 0; i < 2; i++) {
		jb_group *group;

		stand_open(&s);
		s.spec->icon = "tree";
		show(&s, figure(&s, "t", values[i], "个"), "公园", NULL);
		group = draw(&s, JB_UNITS, 240);
		g_assert_cmpuint(icons_of(group, "t"), ==, 0);
		g_assert_nonnull(text_item(group, i ? "未公布" : "0"));
		stand_close(&s);
	}
}

STAND_TEST(same_icons_have_the_same_size)
{
	jb_group *group;
	double height = 0;
	jb_item *it;

	s->spec->icon = "building";
	show(s, figure(s, "a", "53", "家"), "已经入驻的企业和机构", NULL);
	show(s, figure(s, "b", "4", "家"), "意向", NULL);
	group = draw(s, JB_UNITS, 154);
	each_item(group, it)
	{
		box b = box_of(it);

		if (it->kind != JB_ITEM_PATH || it->u.path.n < 10)
			continue;
		if (height > 0)
			g_assert_cmpfloat_with_epsilon(
				b.y1 - b.y0, height, 1e-6);
		height = b.y1 - b.y0;
	}
	g_assert_cmpfloat(height, >, 0);
	assert_tidy(group, 154);
}

STAND_TEST(units_without_an_icon_are_an_error)
{
	show(s, figure(s, "a", "3", "所"), "学校", NULL);
	draw(s, JB_UNITS, 240);
	assert_message(s, "error: the form “units” needs an icon");
}

STAND_TEST(every_mark_of_units_has_its_figure)
{
	jb_group *group;
	jb_item *it;

	s->spec->icon = "tree";
	show(s, figure(s, "t", "5", "个"), "公园", "建成");
	group = draw(s, JB_UNITS, 240);
	each_item(group, it)
	{
		g_assert_cmpstr(it->figure, ==, "t");
		g_assert_nonnull(it->pos.src);
	}
}

STAND_TEST(a_label_that_the_title_says_is_left_out)
{
	jb_group *group;

	s->spec->icon = "flask";
	s->picture->title = words(s, "博士后流动工作站");
	s->picture->aside = words(s, "直管园范围内");
	show(s, figure(s, "p", "13", "个"), "博士后工作站", "直管园范围内");
	group = draw(s, JB_UNITS, 240);
	g_assert_null(text_item(group, "博士后"));
	g_assert_null(text_item(group, "直管园"));
}

STAND_TEST(a_label_that_the_title_does_not_say_stands)
{
	jb_group *group;

	s->spec->icon = "house";
	s->picture->title = words(s, "新开工的建设项目");
	show(s, figure(s, "p", "13", "个"), "新建", NULL);
	group = draw(s, JB_UNITS, 240);
	g_assert_nonnull(text_item(group, "新建"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
#define T(name) g_test_add_func("/chart/units/" #name, name)
	T(every_icon_draws_within_its_square);
	T(icon_names_are_in_order);
	T(strokes_are_as_thick_at_every_size_of_a_picture);
	T(unknown_icon_draws_nothing);
	T(unknown_icon_is_an_error_with_the_nearest);
	T(unknown_icon_of_a_list_points_at_the_item);
	T(one_icon_is_one_thing);
	T(above_sixty_one_icon_is_ten);
	T(a_part_of_an_icon_is_light_and_said);
	T(over_adds_a_light_icon);
	T(the_arrow_of_at_least_is_not_alone_in_its_row);
	T(planned_icons_are_hatched_and_extensions_dashed);
	T(nine_roads_are_nine_strips);
	T(zero_and_missing_draw_no_icon);
	T(same_icons_have_the_same_size);
	T(units_without_an_icon_are_an_error);
	T(every_mark_of_units_has_its_figure);
	T(a_label_that_the_title_says_is_left_out);
	T(a_label_that_the_title_does_not_say_stands);
	return g_test_run();
}
