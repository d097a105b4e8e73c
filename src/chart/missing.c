/* missing.c - a value that is not there: words in its place, no mark.
 */
#include "chart/missing.h"

static const double missing_gap = 14;

double jb_put_missing(jb_desk *desk, jb_group *group, const jb_stat *stat,
	double x, double y, double width)
{
	jb_callout callout = jb_callout_of(
		desk, stat->figure, 17, jb_desk_ink(desk, "text70"));
	guint from = group->items->len;
	const jb_rich *why = stat->gloss ? stat->gloss : stat->note;
	double wide, left = x, top = y + 6;

	jb_put_line(desk, group, x, y, x + width, y,
		jb_desk_ink(desk, "text45"), 0.75, true);
	wide = jb_put_callout(desk, group, x, y + 23, &callout);
	if (width - wide - missing_gap >= 84)
		left += wide + missing_gap;
	else
		top = y + 30;
	top += jb_put_words(desk, group, left, top, x + width - left,
		jb_stat_name(stat), "label_strong");
	top += jb_put_words(
		desk, group, left, top, x + width - left, why, "small");
	jb_claim(group, from, stat->figure);
	return MAX(top, y + 30) + 10 - y;
}
