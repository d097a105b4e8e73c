/* Maps: projections against published numbers, rings over the edge of the
 * earth, shapes on paper, and what a choropleth and tiles draw and refuse.
 */
#include "test-chart.h"

#include "model/map.h"
#include "plot/land.h"
#include "plot/project.h"
#include "plot/seam.h"

/* --- projections --- */

/* Snyder (1987), page 291: on a sphere of radius 1, from 23 N, 96 W. */
static void albers_as_published(void)
{
	const jb_projection p = {JB_PROJECTION_CONIC, -96, {29.5, 45.5}};
	double x, y, x0, y0;

	jb_project(&p, -96, 23, &x0, &y0);
	jb_project(&p, -75, 35, &x, &y);
	assert_near(x0, 0);
	g_assert_cmpfloat(fabs(x - 0.2952720), <, 1e-6);
	g_assert_cmpfloat(fabs(y - y0 - 0.2416774), <, 1e-6);
}

/* Its width is 2.05 times its height, its poles are lines 0.59 times as long as
 * the equator (Šavrič, Patterson and Jenny, 2018). */
static void equal_earth_as_published(void)
{
	const jb_projection p = {JB_PROJECTION_EARTH, 0, {0, 0}};
	double x, y, x0, y0;

	jb_project(&p, 180, 0, &x, &y0);
	jb_project(&p, 0, 90, &x0, &y);
	assert_near(y0, 0);
	assert_near(x0, 0);
	g_assert_cmpfloat(fabs(x / y - 2.05458), <, 1e-4);
	jb_project(&p, 180, 90, &x0, &y);
	g_assert_cmpfloat(fabs(x0 / x - 0.5924), <, 5e-4);
}

/* A square of a tenth of a degree, by its corners; on the sphere its area is as
 * the cosine of its latitude. */
static double cell_area(const jb_projection *p, double lon, double lat)
{
	const double d = 0.05;
	const double at[4][2] = {{lon - d, lat - d}, {lon + d, lat - d},
		{lon + d, lat + d}, {lon - d, lat + d}};
	double points[4][2], sum = 0;

	for (int i = 0; i < 4; i++)
		jb_project(p, at[i][0], at[i][1], &points[i][0], &points[i][1]);
	for (int i = 0; i < 4; i++) {
		const double *a = points[i], *b = points[(i + 1) % 4];

		sum += (a[0] * b[1] - b[0] * a[1]) / 2;
	}
	return sum / cos(lat * G_PI / 180);
}

static void areas_are_kept(void)
{
	static const jb_projection all[] = {
		{JB_PROJECTION_CONIC, 105, {25, 47}},
		{JB_PROJECTION_CONIC, -60, {-40, -20}},
		{JB_PROJECTION_CYLINDER, 20, {5, 0}},
		{JB_PROJECTION_EARTH, 0, {0, 0}},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
		double first = cell_area(&all[i], all[i].middle, 1);

		for (int lat = -50; lat <= 50; lat += 25)
			for (int lon = -40; lon <= 40; lon += 40)
				g_assert_cmpfloat(
					fabs(cell_area(&all[i],
						     all[i].middle + lon, lat) /
							first -
						1),
					<, 1e-4);
	}
}

/* --- maps to draw --- */

static jb_ring ring_of(stand *s, const double *points, size_t n)
{
	jb_ring ring = {.n = n};

	ring.points = jb_new_array(s->arena, double, 2 * n);
	memcpy(ring.points, points, 2 * n * sizeof(double));
	return ring;
}

static jb_ring square(stand *s, double x, double y, double size)
{
	const double points[] = {
		x, y, x + size, y, x + size, y + size, x, y + size};

	return ring_of(s, points, 4);
}

static jb_map *map_new(stand *s, size_t n)
{
	jb_map *map = jb_new(s->arena, jb_map);

	map->id = "m";
	map->pos = s->pos;
	map->projecting = JB_PROJECT_PLANE;
	map->regions = jb_new_array(s->arena, jb_region, n);
	return map;
}

static jb_region *add(stand *s, jb_map *map, const char *name, jb_ring ring)
{
	jb_region *region = &map->regions[map->n++];

	region->name = name;
	region->folded = jb_map_fold(s->arena, name);
	region->pos = s->pos;
	region->rings = jb_new_array(s->arena, jb_ring, 4);
	region->rings[region->n_rings++] = ring;
	return region;
}

static jb_projection between(
	stand *s, double west, double east, double south, double north)
{
	const double points[] = {west, south, east, south, east, north};
	jb_map *map = map_new(s, 1);

	map->projecting = JB_PROJECT_AUTO;
	add(s, map, "a", ring_of(s, points, 3));
	return jb_projection_for(map);
}

STAND_TEST(projection_by_extent)
{
	jb_projection p = between(s, -28, -27, 42, 43);

	g_assert_cmpint(p.kind, ==, JB_PROJECTION_CONIC);
	assert_near(p.parallels[0], 42.2);
	assert_near(p.parallels[1], 42.8);
	assert_near(p.middle, -27.5);
	p = between(s, 100, 120, -4, 3);
	g_assert_cmpint(p.kind, ==, JB_PROJECTION_CYLINDER);
	/* over the other side of the earth: the gap is what they do not span */
	p = between(s, 170, -160, 10, 40);
	g_assert_cmpint(p.kind, ==, JB_PROJECTION_CONIC);
	assert_near(p.middle, -175);
	g_assert_null(jb_projection_text(
		s->arena, &(jb_projection){JB_PROJECTION_PLANE, 0, {0, 0}}));
}

STAND_TEST(projection_of_china)
{
	jb_map *map = map_new(s, 1);
	const double points[] = {74, 18, 135, 18, 135, 53};
	jb_projection p;

	map->projecting = JB_PROJECT_AUTO;
	map->china = true;
	add(s, map, "a", ring_of(s, points, 3));
	p = jb_projection_for(map);
	g_assert_cmpstr(jb_projection_text(s->arena, &p), ==,
		"阿尔伯斯等积圆锥投影，标准纬线北纬25°、47°，中央经线东经105°");
}

/* --- over the edge --- */

static double area_of(const jb_ring *ring)
{
	double sum = 0;

	for (size_t i = 0, k = ring->n - 1; i < ring->n; k = i++)
		sum += ring->points[2 * k] * ring->points[2 * i + 1] -
		       ring->points[2 * i] * ring->points[2 * k + 1];
	return fabs(sum) / 2;
}

STAND_TEST(rings_are_cut_at_the_edge)
{
	const double points[] = {170, 0, -170, 0, -170, 10, 170, 10};
	const jb_ring ring = ring_of(s, points, 4);
	jb_ring pieces[3];

	g_assert_cmpuint(jb_seam_cut(s->arena, &ring, 0, pieces), ==, 2);
	for (int i = 0; i < 2; i++) {
		assert_near(area_of(&pieces[i]), 100);
		for (size_t k = 0; k < pieces[i].n; k++) {
			double x = pieces[i].points[2 * k];

			g_assert_cmpfloat(fabs(x), >=, 170 - 1e-6);
			g_assert_true((x > 0) == (pieces[i].points[0] > 0));
		}
	}
	/* seen from over there it is whole */
	g_assert_cmpuint(jb_seam_cut(s->arena, &ring, 180, pieces), ==, 1);
	g_assert_true(pieces[0].points == ring.points);
}

STAND_TEST(rings_inside_stay)
{
	const double points[] = {-20, 0, 20, 0, 20, 10, -20, 10};
	const double pole[] = {-180, -80, -60, -70, 60, -70, 180, -80};
	const jb_ring ring = ring_of(s, points, 4);
	const jb_ring around = ring_of(s, pole, 4);
	jb_ring pieces[3];

	g_assert_cmpuint(jb_seam_cut(s->arena, &ring, 0, pieces), ==, 1);
	g_assert_cmpuint(jb_seam_cut(s->arena, &around, 0, pieces), ==, 1);
	g_assert_true(pieces[0].points == around.points);
}

/* --- on paper --- */

static double twice_area(const jb_ring *ring)
{
	double sum = 0;

	for (size_t i = 0, k = ring->n - 1; i < ring->n; k = i++)
		sum += ring->points[2 * k] * ring->points[2 * i + 1] -
		       ring->points[2 * i] * ring->points[2 * k + 1];
	return sum;
}

static const jb_projection plane = {JB_PROJECTION_PLANE, 0, {0, 0}};

/* Holes turn against their areas, whatever way both were written. */
STAND_TEST(holes_are_holes)
{
	jb_map *map = map_new(s, 1);
	jb_region *region = add(s, map, "a", square(s, 0, 0, 10));
	jb_land *land;
	jb_point at;
	double bottom;

	region->rings[region->n_rings] = square(s, 4, 4, 2);
	region->rings[region->n_rings++].hole = true;
	land = jb_lands_new(s->arena, map, &plane, 201, 400, 20, &bottom);
	g_assert_cmpuint(land->n, ==, 2);
	g_assert_cmpfloat(twice_area(&land->rings[0]), >, 0);
	g_assert_cmpfloat(twice_area(&land->rings[1]), <, 0);
	assert_near(land->size, 200 * 200);
	assert_near(bottom, 20 + 201);
	/* words do not stand on it */
	g_assert_true(jb_land_room(land, &(jb_land){.n = 0}, 60, 20, &at));
	g_assert_true(fabs(at.x - land->centre.x) > 20 + 30 ||
		      fabs(at.y - land->centre.y) > 20 + 10);
	g_assert_false(jb_land_room(land, &(jb_land){.n = 0}, 120, 120, &at));
}

/* Details are left out alike on both sides of a border. */
STAND_TEST(neighbours_share_corners)
{
	double left[2 * 204] = {0, 0}, right[2 * 204] = {2, 1, 2, 0};
	jb_map *map = map_new(s, 2);
	const jb_land *lands;
	const jb_ring *a, *b;
	double bottom;

	for (int i = 0; i <= 200; i++) { /* up one, down the other */
		double x = 1 + 0.0004 * (i % 3), y = i / 200.0;

		left[2 * (i + 1)] = x;
		left[2 * (i + 1) + 1] = y;
		right[2 * (202 - i)] = x;
		right[2 * (202 - i) + 1] = y;
	}
	left[2 * 202] = 0;
	left[2 * 202 + 1] = 1;
	add(s, map, "a", ring_of(s, left, 203));
	add(s, map, "b", ring_of(s, right, 203));
	lands = jb_lands_new(s->arena, map, &plane, 11, 100, 0, &bottom);
	a = &lands[0].rings[0];
	b = &lands[1].rings[0];
	g_assert_cmpuint(a->n, <, 120);
	g_assert_cmpuint(a->n, ==, b->n);
	for (size_t i = 0; i < a->n; i++) {
		bool found = a->points[2 * i] < 4; /* the outer side */

		for (size_t k = 0; k < b->n && !found; k++)
			found = a->points[2 * i] == b->points[2 * k] &&
				a->points[2 * i + 1] == b->points[2 * k + 1];
		g_assert_true(found);
	}
}

STAND_TEST(words_keep_off_lines)
{
	jb_map *map = map_new(s, 1);
	const double river[] = {0, 5, 10, 5};
	jb_land *land, lines;
	jb_point at;
	double bottom;

	add(s, map, "a", square(s, 0, 0, 10));
	land = jb_lands_new(s->arena, map, &plane, 101, 400, 0, &bottom);
	g_assert_true(jb_land_room(land, &(jb_land){.n = 0}, 30, 20, &at));
	assert_near(at.y, 50.5);
	map->n = 0;
	add(s, map, "", ring_of(s, river, 2))->rings[0].line = true;
	lines = *land;
	lines.rings = jb_new_array(s->arena, jb_ring, 1);
	lines.rings[0] = (jb_ring){.points = (double[]){0.5, 50.5, 100.5, 50.5},
		.n = 2,
		.line = true};
	lines.n = 1;
	g_assert_true(jb_land_room(land, &lines, 30, 20, &at));
	g_assert_cmpfloat(fabs(at.y - 50.5), >=, 10 - 1e-6);
}

/* --- choropleths --- */

/* A big square, a small one over sea at its right, one without a figure. */
static jb_map *three_areas(stand *s)
{
	jb_map *map = map_new(s, 4);

	add(s, map, "甲县", square(s, 0, 0, 10));
	add(s, map, "乙县", square(s, 14, 4, 0.4));
	add(s, map, "丙县", square(s, 0, 10, 10));
	s->spec->map = map;
	return map;
}

static const jb_item *area_item(const jb_group *group, const char *id)
{
	jb_item *it;

	each_item(group, it) if (it->kind == JB_ITEM_PATH &&
				 g_strcmp0(it->figure, id) == 0) return it;
	return NULL;
}

STAND_TEST(areas_have_shades)
{
	jb_group *group;
	const jb_item *big, *small;

	three_areas(s);
	show(s, figure(s, "a", "412", "吨"), "甲县", NULL);
	show(s, figure(s, "b", "12", "吨"), "乙", NULL);
	group = draw(s, JB_CHOROPLETH, 498);
	big = area_item(group, "a");
	small = area_item(group, "b");
	g_assert_cmpstr(big->u.path.fill->name, ==, "primary");
	g_assert_cmpstr(small->u.path.fill->name, !=, "primary");
	/* as large as on the map */
	g_assert_cmpfloat(
		fabs(width_of(small) - 0.04 * width_of(big)), <, 0.11);
	g_assert_nonnull(text_item(group, "甲县"));
	g_assert_nonnull(text_item(group, "412"));
	/* beside its area, over the sea */
	g_assert_cmpfloat(text_item(group, "乙")->x, >, box_of(small).x1 - 20);
	g_assert_nonnull(text_item(group, "无底色的没有数据"));
	assert_tidy_everywhere(s, JB_CHOROPLETH);
}

STAND_TEST(areas_show_status)
{
	jb_figure *planned = figure(s, "a", "412", "吨");
	jb_figure *target = figure(s, "c", "100", "吨");
	jb_group *group;
	unsigned hatches = 0;
	jb_item *it;

	three_areas(s);
	planned->status = JB_PLANNED;
	target->status = JB_TARGET;
	show(s, planned, "甲县", NULL);
	show(s, figure(s, "b", NULL, "吨"), "乙县", NULL);
	show(s, target, "丙县", NULL);
	group = draw(s, JB_CHOROPLETH, 498);
	each_item(group, it) if (it->kind == JB_ITEM_PATH &&
				 g_strcmp0(it->figure, "a") == 0 &&
				 !it->u.path.fill && it->u.path.n > 20)
		hatches++;
	g_assert_cmpuint(hatches, ==, 1);
	g_assert_null(area_item(group, "b")->u.path.fill);
	g_assert_cmpfloat(area_item(group, "b")->u.path.dash_on, >, 0);
	g_assert_nonnull(text_item(group, "未公布"));
	g_assert_true(area_item(group, "c")->u.path.stroke == s->desk->accent);
	g_assert_nonnull(text_item(group, "计划"));
	g_assert_nonnull(text_item(group, "目标"));
	assert_tidy_everywhere(s, JB_CHOROPLETH);
}

/* Where nothing is free a number stands in the area, and both below. */
STAND_TEST(small_areas_have_numbers)
{
	jb_map *map = map_new(s, 100);
	const jb_item *key;
	jb_group *group;

	for (int i = 0; i < 100; i++) {
		char *name = jb_sprintf(s->arena, "第%d街道", i);

		add(s, map, name, square(s, i % 10, i / 10, 1));
		show(s,
			figure(s, jb_sprintf(s->arena, "f%d", i),
				jb_sprintf(s->arena, "%d", 3 + i * 7), "吨"),
			name, NULL);
	}
	s->spec->map = map;
	group = draw(s, JB_CHOROPLETH, 240);
	key = text_item(group, "1");
	g_assert_nonnull(key);
	g_assert_nonnull(text_item(group, "第"));
	g_assert_null(text_item(group, "放不下的数值未标出"));
	assert_tidy_everywhere(s, JB_CHOROPLETH);
}

/* More than can be read: none, and a line that says so. */
STAND_TEST(many_areas_have_no_words)
{
	jb_map *map = map_new(s, 400);

	for (int i = 0; i < 400; i++) {
		char *name = jb_sprintf(s->arena, "第%d街道", i);

		add(s, map, name, square(s, i % 20, i / 20, 1));
		show(s,
			figure(s, jb_sprintf(s->arena, "f%d", i),
				jb_sprintf(s->arena, "%d", i), "吨"),
			name, NULL);
	}
	s->spec->map = map;
	g_assert_nonnull(
		text_item(draw(s, JB_CHOROPLETH, 498), "放不下的数值未标出"));
	assert_tidy_everywhere(s, JB_CHOROPLETH);
}

STAND_TEST(areas_are_found_by_name)
{
	jb_map *map = three_areas(s);

	add(s, map, "甲区", square(s, 20, 20, 1));
	show(s, figure(s, "a", "1", "吨"), "丁县", NULL);
	show(s, figure(s, "b", "2", "吨"), "甲", NULL);
	show(s, figure(s, "c", "2", "吨"), "乙", NULL);
	show(s, figure(s, "d", "2", "吨"), "乙县", NULL);
	draw(s, JB_CHOROPLETH, 498);
	assert_message(s, "“丁县” is no area of the map “m”");
	assert_message(s, "“甲” may be “甲县” or “甲区” of the map");
	assert_message(s, "“乙县” has two figures");
}

static void assert_means(
	stand *s, const char *name, const char *asked, bool does)
{
	jb_map *map = map_new(s, 1);
	const jb_region *second;

	add(s, map, name, square(s, 0, 0, 1));
	g_assert_true((jb_map_find(map, asked, &second) != NULL) == does);
	g_assert_null(second);
}

STAND_TEST(names_without_their_kind)
{
	assert_means(s, "四川省", "四川", true);
	assert_means(s, "四川", "四川省", true);
	assert_means(s, "恩施土家族苗族自治州", "恩施", true);
	assert_means(s, "New York", "new york", true);
	assert_means(s, "北京路街道", "北京", false);
	assert_means(s, "南山", "南", false);
	assert_means(s, "", "南", false);
	assert_means(s, "省", "", false);
}

/* --- tiles --- */

static jb_map *tile_map(stand *s)
{
	jb_map *map = map_new(s, 3);
	static const char *const names[] = {"上坪村", "下坪村", "石桥镇"};

	map->tiles = true;
	for (int i = 0; i < 3; i++) {
		jb_region *r = &map->regions[map->n++];

		r->name = names[i];
		r->folded = names[i];
		r->pos = s->pos;
		r->column = i;
		r->row = i / 2;
	}
	s->spec->map = map;
	return map;
}

STAND_TEST(tiles_of_a_report)
{
	jb_figure *planned = figure(s, "b", "7", "户");
	jb_group *group;
	box a, b;

	tile_map(s);
	planned->status = JB_PLANNED;
	show(s, figure(s, "a", "31", "户"), "上坪村", NULL);
	show(s, planned, "石桥", NULL);
	group = draw(s, JB_TILES, 498);
	a = box_of(area_item(group, "a"));
	b = box_of(area_item(group, "b"));
	assert_near(b.x1 - b.x0, a.x1 - a.x0);
	assert_near(b.x0 - a.x0, 2 * (b.y0 - a.y0));
	g_assert_nonnull(text_item(group, "下坪村"));
	g_assert_null(text_item(group, "四川"));
	g_assert_nonnull(text_item(group, "计划"));
	assert_tidy_everywhere(s, JB_TILES);
}

/* Names that do not fit have numbers. */
STAND_TEST(narrow_tiles_have_numbers)
{
	jb_map *map = tile_map(s);
	jb_group *group;

	map->regions[2].column = 30;
	show(s, figure(s, "a", "31", "户"), "上坪村", NULL);
	show(s, figure(s, "b", "7", "户"), "石桥镇", NULL);
	group = draw(s, JB_TILES, 498);
	g_assert_nonnull(text_item(group, "2"));
	g_assert_nonnull(text_item(group, "石桥镇"));
	assert_tidy(group, 498);
	assert_quiet(s);
}

STAND_TEST(tiles_of_a_report_have_names)
{
	tile_map(s);
	show(s, figure(s, "a", "31", "户"), "上平村", NULL);
	draw(s, JB_TILES, 498);
	assert_message(s, "“上平村” is no region of this tile map");
	assert_message(s, "did you mean “上坪村”?");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/maps/project/albers", albers_as_published);
	g_test_add_func("/maps/project/earth", equal_earth_as_published);
	g_test_add_func("/maps/project/areas", areas_are_kept);
	g_test_add_func("/maps/project/extent", projection_by_extent);
	g_test_add_func("/maps/project/china", projection_of_china);
	g_test_add_func("/maps/seam/cut", rings_are_cut_at_the_edge);
	g_test_add_func("/maps/seam/inside", rings_inside_stay);
	g_test_add_func("/maps/land/holes", holes_are_holes);
	g_test_add_func("/maps/land/neighbours", neighbours_share_corners);
	g_test_add_func("/maps/land/lines", words_keep_off_lines);
	g_test_add_func("/maps/choropleth/shades", areas_have_shades);
	g_test_add_func("/maps/choropleth/status", areas_show_status);
	g_test_add_func("/maps/choropleth/numbers", small_areas_have_numbers);
	g_test_add_func("/maps/choropleth/many", many_areas_have_no_words);
	g_test_add_func("/maps/choropleth/names", areas_are_found_by_name);
	g_test_add_func("/maps/choropleth/kinds", names_without_their_kind);
	g_test_add_func("/maps/tiles/own", tiles_of_a_report);
	g_test_add_func("/maps/tiles/narrow", narrow_tiles_have_numbers);
	g_test_add_func("/maps/tiles/names", tiles_of_a_report_have_names);
	return g_test_run();
}
