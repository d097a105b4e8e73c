/* keys.c - what the looks of marks mean: small marks and their words, beside
 * the title or in rows of their own.
 */
#include "chart/keys.h"

#include "plot/marks.h"
#include "chart/parts.h"

static const double mark_w = 16, mark_h = 6, mark_gap = 5;
static const double key_gap = 14, row_h = 12;
/* Keys narrower than this share of the width stand beside the title. */
static const double beside_most = 0.65;

/* Does the report cite a source at all? */
static bool is_sourced(const jb_report *report)
{
	for (guint i = 0; report && report->events && i < report->events->len;
		i++)
		if (((const jb_event *)report->events->pdata[i])->at)
			return true;
	return false;
}

static const char *key_words(const jb_desk *desk, jb_key key)
{
	static const char *const words[] = {
		[JB_KEY_ACTUAL] = "已发生",
		[JB_KEY_PLANNED] = "计划",
		[JB_KEY_TARGET] = "计划或目标时点",
		[JB_KEY_UNSTATED] = "原文未写时点",
	};

	if (key == JB_KEY_UNSTATED && !is_sourced(desk->report))
		return "未定时点";
	return words[key];
}

/* The mark from x on, on the middle of the words. */
static void put_mark(jb_desk *desk, jb_group *group, jb_key key, double x)
{
	const jb_ink *primary = jb_desk_ink(desk, "primary");
	double middle = JB_KEY_BASELINE - 2.8, top = middle - mark_h / 2;

	switch (key) {
	case JB_KEY_ACTUAL:
		jb_put_rect(desk, group, x, top, mark_w, mark_h, primary);
		break;
	case JB_KEY_PLANNED:
		jb_put_hatched(desk, group, x, top, mark_w, mark_h);
		break;
	case JB_KEY_TARGET:
		jb_put_circle(desk, group, x + mark_w - 4, middle, 3,
			jb_desk_ink(desk, "paper"), desk->accent, 1.25);
		break;
	case JB_KEY_UNSTATED:
		jb_put_frame(desk, group, x + 0.375, top + 0.375, mark_w - 0.75,
			mark_h - 0.75, primary, 0.75, true);
		break;
	}
}

jb_group *jb_keys_add_words(jb_desk *desk, jb_keys *keys, const char *words)
{
	jb_group *group = jb_group_new(desk->arena);

	g_assert(keys->n < JB_KEYS_MAX);
	keys->key[keys->n++] = group;
	group->width = jb_put_label(desk, group, 0, JB_KEY_BASELINE,
		JB_ALIGN_END, jb_rich_plain(desk->arena, words, (jb_pos){0}),
		"small", NULL);
	return group;
}

void jb_keys_add(jb_desk *desk, jb_keys *keys, jb_key key)
{
	jb_group *group = jb_keys_add_words(desk, keys, key_words(desk, key));

	group->width += mark_gap + mark_w;
	put_mark(desk, group, key, -group->width);
}

static double row_width(const jb_keys *keys, size_t from, size_t end)
{
	double width = -key_gap;

	for (size_t i = from; i < end; i++)
		width += keys->key[i]->width + key_gap;
	return MAX(width, 0);
}

static void put_row(const jb_keys *keys, size_t from, size_t end,
	jb_group *group, double right, double y)
{
	for (size_t i = end; i-- > from;) {
		jb_group_place(group, keys->key[i], right, y);
		right -= keys->key[i]->width + key_gap;
	}
}

double jb_keys_place(
	jb_desk *desk, const jb_keys *keys, jb_group *group, double width)
{
	double all = row_width(keys, 0, keys->n), y = 0;
	size_t end;

	if (all + key_gap < beside_most * width) { /* a gap from the title */
		group->keys = jb_group_new(desk->arena);
		group->keys->width = all;
		group->keys->baseline = JB_KEY_BASELINE;
		put_row(keys, 0, keys->n, group->keys, 0, 0);
		return 0;
	}
	for (size_t from = 0; from < keys->n; from = end, y += row_h) {
		end = from + 1;
		while (end < keys->n && row_width(keys, from, end + 1) <= width)
			end++;
		put_row(keys, from, end, group, width, y);
	}
	return y;
}
