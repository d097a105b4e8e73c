/* Figures in words.  GB/T 15835-2011: 约 before the number; 余 after the
 * numeral and its 万 or 亿, before the unit; 以上, 以内 after the unit.
 */
#include "model/wording.h"

#include <math.h>
#include <string.h>

const char *jb_missing_text(jb_missing missing)
{
	switch (missing) {
	case JB_NOT_COLLECTED:
		return "未统计";
	case JB_NOT_APPLICABLE:
		return "不适用";
	case JB_SUPPRESSED:
		return "不予公布";
	default:
		return "未公布";
	}
}

const char *jb_status_text(jb_status status)
{
	static const char *const words[] = {
		[JB_ACTUAL] = "现状",
		[JB_STARTED] = "已启动",
		[JB_PROVISIONAL] = "初步数",
		[JB_ESTIMATE] = "估计",
		[JB_PLANNED] = "计划",
		[JB_TARGET] = "目标",
		[JB_PROPOSED] = "拟议",
	};

	return words[status];
}

jb_wording jb_wording_of(jb_arena *arena, const jb_figure *f)
{
	jb_wording w = {"", "", "", "", false};

	if (f->as || !f->has_value) {
		w.number = f->as ? f->as : jb_missing_text(f->missing);
		return w;
	}
	w.numeric = true;
	w.number = jb_decimal_text(arena, jb_figure_said(f));
	w.unit = f->unit;
	switch (f->bound) {
	case JB_EXACT:
		break;
	case JB_ABOUT:
		w.before = "约";
		break;
	case JB_OVER:
		w.unit = jb_sprintf(arena, "%s余%s", f->prefix, f->noun);
		break;
	case JB_AT_LEAST:
		w.after = "以上";
		break;
	case JB_AT_MOST:
		w.after = "以内";
		break;
	case JB_UNDER:
		w.before = "不足";
		break;
	}
	return w;
}

char *jb_wording_text(jb_arena *arena, const jb_figure *figure)
{
	jb_wording w = jb_wording_of(arena, figure);

	return jb_sprintf(
		arena, "%s%s%s%s", w.before, w.number, w.unit, w.after);
}

char *jb_hanzi_number(jb_arena *arena, int n)
{
	static const char *const ones[] = {
		"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

	if (n < 1 || n > 99)
		return jb_sprintf(arena, "%d", n);
	if (n < 10)
		return jb_strdup(arena, ones[n]);
	return jb_sprintf(
		arena, "%s十%s", n < 20 ? "" : ones[n / 10], ones[n % 10]);
}

jb_date jb_figure_date(const jb_figure *figure)
{
	return figure->as_of.year ? figure->as_of : figure->due;
}

double jb_figure_size(const jb_figure *figure)
{
	return jb_decimal_double(
		jb_decimal_scale(figure->value, figure->power));
}
