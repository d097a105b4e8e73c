/* keys.c - what the looks of marks mean: a small mark and its words.
 */
#include "chart/chart.h"

#include "chart/marks.h"
#include "chart/parts.h"

static const double mark_w = 16, mark_h = 6, mark_gap = 5, key_gap = 14;

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

/* The mark stands on the middle of the words; returns where its words start. */
static void put_mark(
	jb_desk *desk, jb_group *group, jb_key key, double x, double middle)
{
	const jb_ink *primary = jb_desk_ink(desk, "primary");
	double top = middle - mark_h / 2;

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

double jb_chart_keys(jb_desk *desk, jb_group *group, double right,
	double baseline, const jb_key *keys, size_t n)
{
	double x = right;

	for (size_t i = n; i-- > 0;) {
		const jb_rich *words = jb_rich_plain(
			desk->arena, key_words(desk, keys[i]), (jb_pos){0});

		x -= jb_put_label(desk, group, x, baseline, JB_ALIGN_END, words,
			"small", NULL);
		x -= mark_gap + mark_w;
		put_mark(desk, group, keys[i], x, baseline - 2.8);
		if (i)
			x -= key_gap;
	}
	return right - x;
}
