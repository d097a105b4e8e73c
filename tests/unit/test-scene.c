/* The display list: placing, tagging, dumping, finding figures again. */
#include "scene/scene.h"

#include <string.h>

#include "base/length.h"

static jb_arena *arena;

static jb_item *text_at(jb_group *group, double x, double y, double width,
	const char *text, const char *figure)
{
	jb_item *item = jb_item_new(arena, group, JB_ITEM_TEXT);

	item->x = x;
	item->y = y;
	item->u.text.size_pt = 10;
	item->u.text.width_pt = width;
	item->u.text.text = text;
	item->u.text.len = strlen(text);
	item->figure = figure;
	return item;
}

static void place_moves_and_empties(void)
{
	jb_group *to = jb_group_new(arena), *from = jb_group_new(arena);
	jb_item *item = text_at(from, 1, 2, 10, "字", NULL);

	to->width = 50;
	jb_group_place(to, from, 100, 200);
	g_assert_cmpuint(from->items->len, ==, 0);
	g_assert_true(g_ptr_array_index(to->items, 0) == item);
	g_assert_cmpfloat(item->x, ==, 101);
	g_assert_cmpfloat(item->y, ==, 202);
	g_assert_cmpfloat(to->width, ==, 50);
}

static void tags_do_not_replace_tags(void)
{
	jb_group *group = jb_group_new(arena);
	jb_tag *head = jb_tag_new(arena, JB_ROLE_H1, NULL);
	jb_tag *body = jb_tag_new(arena, JB_ROLE_P, head);
	jb_item *a = text_at(group, 0, 0, 10, "a", NULL);
	jb_item *b = text_at(group, 0, 0, 10, "b", NULL);

	a->tag = head;
	jb_group_tag(group, body);
	g_assert_true(a->tag == head);
	g_assert_true(b->tag == body);
}

static jb_scene *scene_of_everything(void)
{
	static const jb_ink ink = {.name = "primary"};
	static jb_step steps[] = {{JB_MOVE, {0, 0}}, {JB_LINE, {72, 0}},
		{JB_CURVE, {72, 10, 72, 36, 0, 36}}, {JB_CLOSE, {0}}};
	const char *yaml = "a: 1\n";
	jb_scene *scene = jb_scene_new(arena);
	jb_leaf *leaf;
	jb_item *item;
	jb_mark *mark = jb_new(arena, jb_mark);

	scene->width_pt = 210 * JB_MM;
	scene->height_pt = 297 * JB_MM;
	leaf = jb_leaf_new(arena, scene, "ii");
	*mark = (jb_mark){1, "总览", 25.4 * JB_MM};
	g_ptr_array_add(leaf->marks, mark);
	item = text_at(leaf->group, 72, 36, 20, "称“\\\"\n\x01\"", "f");
	item->pos = (jb_pos){
		jb_source_new(arena, "a.yaml", yaml, strlen(yaml)), 1, 4};
	item->tag = jb_tag_new(arena, JB_ROLE_QUOTE, NULL);
	item = jb_item_new(arena, leaf->group, JB_ITEM_PATH);
	item->x = -0.001;
	item->u.path = (jb_path){.steps = steps,
		.n = 4,
		.fill = &ink,
		.stroke = &ink,
		.width_pt = 0.5,
		.dash_on = 2,
		.dash_off = 1};
	item = jb_item_new(arena, leaf->group, JB_ITEM_IMAGE);
	item->u.image = (jb_image){
		.file = "logo.png", .width_pt = 72, .height_pt = 36};
	return scene;
}

static void dump_has_every_item_on_a_line(void)
{
	g_assert_cmpstr(jb_scene_dump(arena, scene_of_everything()), ==,
		"page 1 \"ii\" 210.00 297.00\n"
		"mark 1 25.40 \"总览\"\n"
		"text 25.40 12.70 w 7.06 | - 10.00pt | - | BlockQuote | "
		"\"称“\\\\\\\"\\n\\u{0001}\\\"\" | a.yaml:1:4 | figure f\n"
		"path 0.00 0.00 25.40 12.70 | 4 steps | fill primary | "
		"stroke primary 0.50pt dash 2.00pt 1.00pt | - | - | "
		"figure -\n"
		"image 0.00 0.00 25.40 12.70 | logo.png | 0 bytes | - | - | "
		"figure -\n");
}

static void empty_path_has_an_empty_box(void)
{
	jb_scene *scene = jb_scene_new(arena);
	jb_leaf *leaf = jb_leaf_new(arena, scene, "1");

	jb_item_new(arena, leaf->group, JB_ITEM_PATH);
	g_assert_cmpstr(jb_scene_dump(arena, scene), ==,
		"page 1 \"1\" 0.00 0.00\n"
		"path 0.00 0.00 0.00 0.00 | 0 steps | fill - | stroke - | - | "
		"- | figure -\n");
}

static const jb_appearance *only_appearance(jb_scene *scene)
{
	GArray *found = jb_scene_appearances(arena, scene);

	g_assert_cmpuint(found->len, ==, 1);
	return &g_array_index(found, jb_appearance, 0);
}

static void appearance_joins_parts_of_a_wording(void)
{
	jb_scene *scene = jb_scene_new(arena);
	jb_leaf *leaf;
	const jb_appearance *a;

	jb_leaf_new(arena, scene, "1");
	leaf = jb_leaf_new(arena, scene, "2");
	text_at(leaf->group, 72, 72, 10, "约", "f");
	text_at(leaf->group, 82.7, 72, 30, "2.5", "f");
	text_at(leaf->group, 113, 72, 20, "万个", "f");
	text_at(leaf->group, 133, 72, 20, "岗位", NULL);
	a = only_appearance(scene);
	g_assert_cmpstr(a->text, ==, "约2.5万个");
	g_assert_cmpstr(a->figure, ==, "f");
	g_assert_cmpint(a->page, ==, 2);
	g_assert_cmpfloat_with_epsilon(a->x_mm, 25.4, 1e-9);
	g_assert_cmpfloat_with_epsilon(a->y_mm, 25.4, 1e-9);
}

static void appearance_goes_on_in_the_next_line(void)
{
	jb_scene *scene = jb_scene_new(arena);
	jb_leaf *leaf = jb_leaf_new(arena, scene, "1");

	text_at(leaf->group, 200, 72, 20, "40", "f");
	text_at(leaf->group, 50, 88, 20, "余家", "f");
	g_assert_cmpstr(only_appearance(scene)->text, ==, "40余家");
}

static void appearances_apart_are_two(void)
{
	jb_scene *scene = jb_scene_new(arena);
	jb_leaf *leaf = jb_leaf_new(arena, scene, "1");

	text_at(leaf->group, 50, 72, 20, "40家", "f");
	text_at(leaf->group, 150, 72, 20, "40家", "f");
	text_at(leaf->group, 170, 72, 20, "2个", "g");
	g_assert_cmpuint(jb_scene_appearances(arena, scene)->len, ==, 3);
}

int main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/scene/place", place_moves_and_empties);
	g_test_add_func("/scene/tag", tags_do_not_replace_tags);
	g_test_add_func("/scene/dump", dump_has_every_item_on_a_line);
	g_test_add_func("/scene/dump-empty", empty_path_has_an_empty_box);
	g_test_add_func(
		"/scene/appearance", appearance_joins_parts_of_a_wording);
	g_test_add_func(
		"/scene/appearance-line", appearance_goes_on_in_the_next_line);
	g_test_add_func("/scene/appearances-apart", appearances_apart_are_two);
	arena = jb_arena_open();
	result = g_test_run();
	jb_arena_close(arena);
	return result;
}
