/* Pictures in proportion to their words: what is drawn small and made larger is
 * what would have been drawn large.
 */
#include "scene/zoom.h"

#include "test-chart.h"

/* A layout whose labels are 13 pt instead of 8. */
static void label_at(stand *s, double size_pt)
{
	jb_layout *layout = jb_new(s->arena, jb_layout);
	jb_style *label = jb_new(s->arena, jb_style);

	*layout = *s->desk->layout;
	*label = *jb_layout_style(layout, "label");
	label->size_pt = size_pt;
	layout->styles = g_hash_table_new(g_str_hash, g_str_equal);
	jb_arena_defer(
		s->arena, (void (*)(void *))g_hash_table_unref, layout->styles);
	g_hash_table_insert(layout->styles, "label", label);
	s->desk->layout = layout;
}

STAND_TEST(test_of_labels)
{
	assert_near(jb_zoom_of(s->desk), 1);
	g_assert_true(jb_zoom_desk(s->desk, 1) == s->desk);
	label_at(s, 13);
	assert_near(jb_zoom_of(s->desk), 1.625);
	assert_near(jb_zoom_or(s->desk, 0), 1.625);
	assert_near(jb_zoom_or(s->desk, 1.25), 1.25);
}

/* Styles and grid are smaller; inks and the page are the same. */
STAND_TEST(test_smaller_desk)
{
	const jb_style *label;
	jb_desk *small;

	label_at(s, 16);
	s->desk->slack = 0.5;
	small = jb_zoom_desk(s->desk, 2);
	label = jb_desk_style(small, "label");
	assert_near(label->size_pt, 8);
	assert_near(label->leading_pt,
		jb_desk_style(s->desk, "label")->leading_pt / 2);
	assert_near(small->layout->baseline_pt, 8);
	assert_near(small->layout->gutter_pt, 9);
	assert_near(small->layout->width_pt, s->desk->layout->width_pt);
	assert_near(small->slack, 0.5);
	/* what changes from page to page is that of now */
	s->desk->slack = 1;
	assert_near(jb_zoom_desk(s->desk, 2)->slack, 1);
	g_assert_true(jb_zoom_desk(s->desk, 2)->layout == small->layout);
}

/* Paths, dashes and strokes. */
STAND_TEST(test_larger_marks)
{
	jb_group *group = jb_group_new(s->arena);
	const jb_item *line;

	jb_put_line(s->desk, group, 10, 20, 30, 20,
		jb_desk_ink(s->desk, "text"), 0.5, true);
	group->width = 40;
	group->height = 50;
	line = group->items->pdata[0];
	{
		double on = line->u.path.dash_on, x = line->x;
		jb_step last = line->u.path.steps[1];

		g_assert_true(jb_zoom_group(s->arena, group, 2) == group);
		assert_near(group->width, 80);
		assert_near(group->height, 100);
		assert_near(line->x, 2 * x);
		assert_near(line->u.path.width_pt, 1);
		assert_near(line->u.path.dash_on, 2 * on);
		assert_near(line->u.path.steps[1].p[0], 2 * last.p[0]);
	}
}

/* A line of text: breaks and em stay, lengths grow; the lines that it came from
 * are not touched. */
STAND_TEST(test_larger_text)
{
	const jb_style *style = jb_desk_style(s->desk, "label");
	const jb_rich *rich = words(s, "地铁Metro的乘客");
	jb_group *one = jb_set_text(s->desk, rich, style, NULL, 60, NULL);
	jb_group *two = jb_set_text(s->desk, rich, style, NULL, 60, NULL);

	jb_zoom_group(s->arena, two, 1.5);
	g_assert_cmpuint(one->items->len, ==, two->items->len);
	for (guint i = 0; i < one->items->len; i++) {
		const jb_item *a = one->items->pdata[i];
		const jb_item *b = two->items->pdata[i];
		size_t last = a->u.text.n_glyphs - 1;

		g_assert_cmpstr(a->u.text.text, ==, b->u.text.text);
		assert_near(b->y, 1.5 * a->y);
		assert_near(b->u.text.size_pt, 1.5 * a->u.text.size_pt);
		assert_near(b->u.text.width_pt, 1.5 * a->u.text.width_pt);
		assert_near(b->u.text.glyphs[last].x,
			1.5 * a->u.text.glyphs[last].x);
		g_assert_true(!a->line == !b->line);
		if (!a->line)
			continue;
		assert_near(b->line->width_pt, 1.5 * a->line->width_pt);
		assert_near(b->line->runs[0].size_pt,
			1.5 * a->line->runs[0].size_pt);
		assert_near(b->line->loose_em, a->line->loose_em);
	}
	assert_near(two->baseline, 1.5 * one->baseline);
}

/* Keys of a title come along. */
STAND_TEST(test_keys)
{
	jb_group *group = jb_group_new(s->arena);

	group->keys = jb_group_new(s->arena);
	group->keys->width = 10;
	jb_zoom_group(s->arena, group, 3);
	assert_near(group->keys->width, 30);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/scene/zoom/of-labels", test_of_labels);
	g_test_add_func("/scene/zoom/smaller-desk", test_smaller_desk);
	g_test_add_func("/scene/zoom/larger-marks", test_larger_marks);
	g_test_add_func("/scene/zoom/larger-text", test_larger_text);
	g_test_add_func("/scene/zoom/keys", test_keys);
	return g_test_run();
}
