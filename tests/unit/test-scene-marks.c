/* Marks and hatches: exact geometry. */
#include "scene/desk.h"

#include <math.h>

static jb_arena *arena;
static jb_desk desk;
static const jb_ink ink = {.name = "accent"};

static const jb_step *step(const jb_item *item, size_t i)
{
	g_assert_cmpuint(i, <, item->u.path.n);
	return &item->u.path.steps[i];
}

static void check_point(const double *p, double x, double y)
{
	g_assert_cmpfloat_with_epsilon(p[0], x, 1e-9);
	g_assert_cmpfloat_with_epsilon(p[1], y, 1e-9);
}

static void rect_is_closed_and_filled(void)
{
	jb_item *item =
		jb_put_rect(&desk, jb_group_new(arena), 10, 20, 30, 40, &ink);

	g_assert_cmpfloat(item->x, ==, 10);
	g_assert_cmpfloat(item->y, ==, 20);
	check_point(step(item, 2)->p, 30, 40);
	g_assert_cmpint(step(item, 4)->op, ==, JB_CLOSE);
	g_assert_true(item->u.path.fill == &ink);
	g_assert_null(item->u.path.stroke);
}

static void frame_is_stroked_only(void)
{
	jb_item *item = jb_put_frame(
		&desk, jb_group_new(arena), 0, 0, 9, 9, &ink, 0.5, true);

	g_assert_null(item->u.path.fill);
	g_assert_true(item->u.path.stroke == &ink);
	g_assert_cmpfloat(item->u.path.width_pt, ==, 0.5);
	g_assert_cmpfloat(item->u.path.dash_on, >, 0);
}

static void line_starts_at_its_item(void)
{
	jb_item *item = jb_put_line(
		&desk, jb_group_new(arena), 5, 6, 15, 26, &ink, 1, false);

	g_assert_cmpfloat(item->x, ==, 5);
	check_point(step(item, 1)->p, 10, 20);
	g_assert_cmpfloat(item->u.path.dash_on, ==, 0);
}

static void circle_keeps_its_radius(void)
{
	jb_item *item = jb_put_circle(
		&desk, jb_group_new(arena), 0, 0, 100, &ink, NULL, 0);

	g_assert_cmpuint(item->u.path.n, ==, 6);
	for (size_t i = 1; i <= 4; i++) {
		const double *a =
			i > 1 ? step(item, i - 1)->p + 4 : step(item, 0)->p;
		const double *c = step(item, i)->p;
		double x = (a[0] + 3 * c[0] + 3 * c[2] + c[4]) / 8;
		double y = (a[1] + 3 * c[1] + 3 * c[3] + c[5]) / 8;

		g_assert_cmpfloat_with_epsilon(hypot(x, y), 100, 0.03);
	}
}

static void sector_runs_clockwise_from_up(void)
{
	jb_item *item = jb_put_sector(
		&desk, jb_group_new(arena), 50, 50, 10, 0, G_PI_2, &ink);

	g_assert_cmpuint(item->u.path.n, ==, 4);
	check_point(step(item, 0)->p, 0, 0);
	check_point(step(item, 1)->p, 0, -10);
	check_point(step(item, 2)->p + 4, 10, 0);
}

static void whole_sector_has_no_seam(void)
{
	jb_item *item = jb_put_sector(
		&desk, jb_group_new(arena), 0, 0, 10, 0, 2 * G_PI, &ink);

	check_point(step(item, 0)->p, 0, -10);
}

/* Between two radii, and back: the inner arc the other way round. */
static void ring_goes_there_and_back(void)
{
	jb_item *item = jb_put_ring(&desk, jb_group_new(arena), 50, 50, 5, 10,
		G_PI_4, G_PI, &ink);
	size_t n = item->u.path.n;

	g_assert_cmpuint(n, ==, 7); /* arcs are cut at a quarter */
	check_point(step(item, 1)->p + 4, 10, 0);
	check_point(step(item, 2)->p + 4, 0, 10);
	check_point(step(item, 3)->p, 0, 5);
	check_point(step(item, 4)->p + 4, 5, 0);
	check_point(step(item, 5)->p + 4, 5 * sin(G_PI_4), -5 * cos(G_PI_4));
	g_assert_cmpint(step(item, 6)->op, ==, JB_CLOSE);
	item = jb_put_ring(&desk, jb_group_new(arena), 0, 0, 5, 10, 1,
		1 + 2 * G_PI, &ink);
	g_assert_cmpuint(item->u.path.n, ==, 14);
}

/* --- hatches --- */

static double hatch_length(const jb_item *item)
{
	double length = 0;

	for (size_t i = 0; i < item->u.path.n; i += 2) {
		const double *p = step(item, i)->p, *q = step(item, i + 1)->p;

		g_assert_cmpfloat_with_epsilon(p[0] + p[1], q[0] + q[1], 1e-9);
		length += hypot(q[0] - p[0], q[1] - p[1]);
	}
	return length;
}

static void hatch_fills_a_square_exactly(void)
{
	const double points[] = {0, 0, 10, 0, 10, 10, 0, 10};
	/* lines x + y = 2, 4, … 18: 2k long times √2 */
	jb_item *item = jb_put_hatch(
		&desk, jb_group_new(arena), points, 4, &ink, 0.5, G_SQRT2);

	g_assert_cmpuint(item->u.path.n, ==, 2 * 9);
	g_assert_cmpfloat_with_epsilon(hatch_length(item), 50 * G_SQRT2, 1e-9);
	check_point(step(item, 0)->p, 0, 2);
	check_point(step(item, 1)->p, 2, 0);
	g_assert_true(item->u.path.stroke == &ink);
}

static void hatch_leaves_a_notch_out(void)
{
	/* a U: the line x + y = 8 crosses both arms */
	const double points[] = {
		0, 0, 3, 0, 3, 7, 7, 7, 7, 0, 10, 0, 10, 10, 0, 10};
	jb_item *item = jb_put_hatch(
		&desk, jb_group_new(arena), points, 8, &ink, 0.5, 8 / G_SQRT2);

	check_point(step(item, 0)->p, 0, 8);
	check_point(step(item, 1)->p, 3, 5);
	check_point(step(item, 2)->p, 7, 1);
	check_point(step(item, 3)->p, 8, 0);
}

static void hatch_runs_on_from_neighbour_to_neighbour(void)
{
	const double left[] = {0, 0, 7, 0, 7, 9, 0, 9};
	const double right[] = {7, 0, 20, 0, 20, 9, 7, 9};
	const double both[] = {0, 0, 20, 0, 20, 9, 0, 9};
	jb_group *group = jb_group_new(arena);
	double parts =
		hatch_length(jb_put_hatch(&desk, group, left, 4, &ink, 1, 2)) +
		hatch_length(jb_put_hatch(&desk, group, right, 4, &ink, 1, 2));

	g_assert_cmpfloat_with_epsilon(parts,
		hatch_length(jb_put_hatch(&desk, group, both, 4, &ink, 1, 2)),
		1e-9);
}

static void hatch_of_nothing_is_empty(void)
{
	const double points[] = {5, 5, 5, 5, 5, 5};
	jb_group *group = jb_group_new(arena);

	g_assert_cmpuint(
		jb_put_hatch(&desk, group, points, 3, &ink, 1, 2)->u.path.n, ==,
		0);
	g_assert_cmpuint(
		jb_put_hatch(&desk, group, points, 0, &ink, 1, 2)->u.path.n, ==,
		0);
	g_assert_cmpuint(
		jb_put_hatch(&desk, group, points, 3, &ink, 1, 0)->u.path.n, ==,
		0);
}

int main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/scene/marks/rect", rect_is_closed_and_filled);
	g_test_add_func("/scene/marks/frame", frame_is_stroked_only);
	g_test_add_func("/scene/marks/line", line_starts_at_its_item);
	g_test_add_func("/scene/marks/circle", circle_keeps_its_radius);
	g_test_add_func("/scene/marks/sector", sector_runs_clockwise_from_up);
	g_test_add_func("/scene/marks/whole", whole_sector_has_no_seam);
	g_test_add_func("/scene/marks/ring", ring_goes_there_and_back);
	g_test_add_func("/scene/hatch/square", hatch_fills_a_square_exactly);
	g_test_add_func("/scene/hatch/notch", hatch_leaves_a_notch_out);
	g_test_add_func("/scene/hatch/phase",
		hatch_runs_on_from_neighbour_to_neighbour);
	g_test_add_func("/scene/hatch/nothing", hatch_of_nothing_is_empty);
	arena = jb_arena_open();
	desk.arena = arena;
	result = g_test_run();
	jb_arena_close(arena);
	return result;
}
