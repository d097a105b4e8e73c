/* marker.c - what stands before an item of a list, and at a step. */
#include "chart/marker.h"

#include "base/icons.h"
#include "chart/parts.h"
#include "model/wording.h"
#include "scene/icons.h"

static const double dot_em = 0.16, icon_em = 1.5;

static const jb_rich *words(jb_desk *desk, const jb_marker_of *of)
{
	const char *text =
		of->marker == JB_MARKER_CHINESE
			? jb_hanzi_number(desk->arena, (int)of->number)
			: jb_sprintf(desk->arena, "%zu", of->number);

	return jb_rich_plain(desk->arena, text, of->pos);
}

double jb_marker_width(jb_desk *desk, const jb_marker_of *of)
{
	double size = of->style->size_pt;

	switch (of->marker) {
	case JB_MARKER_DOT:
		return 2 * dot_em * size;
	case JB_MARKER_NUMBER:
	case JB_MARKER_CHINESE:
		return jb_text_width(desk, words(desk, of), of->style, 0);
	case JB_MARKER_CIRCLE:
		return 2 * JB_MARKER_DISC_EM * size;
	case JB_MARKER_ICON:
		return of->icon ? icon_em * size : 0;
	case JB_MARKER_NONE:
		break;
	}
	return 0;
}

static void put_disc(jb_desk *desk, jb_group *group, const jb_marker_of *of,
	double x, double middle)
{
	double size = of->style->size_pt, r = JB_MARKER_DISC_EM * size;

	jb_put_circle(desk, group, x + r, middle, r,
		jb_desk_ink(desk, "primary"), NULL, 0);
	jb_put_text(desk, group, x + r, middle + JB_DIGIT_EM / 2 * size,
		JB_ALIGN_CENTER, words(desk, of), of->style,
		jb_desk_ink(desk, "paper"), 0);
}

void jb_marker_put(jb_desk *desk, jb_group *group, const jb_marker_of *of,
	double x, double baseline)
{
	double size = of->style->size_pt, em = icon_em * size;
	double middle = baseline - JB_MARKER_MIDDLE_EM * size;
	const jb_ink *ink = jb_desk_ink(desk, of->style->ink);
	guint from = group->items->len;

	switch (of->marker) {
	case JB_MARKER_DOT:
		jb_put_circle(desk, group, x + dot_em * size, middle,
			dot_em * size, ink, NULL, 0);
		break;
	case JB_MARKER_NUMBER:
	case JB_MARKER_CHINESE:
		jb_put_text(desk, group, x, baseline, JB_ALIGN_START,
			words(desk, of), of->style, NULL, 0);
		break;
	case JB_MARKER_CIRCLE:
		put_disc(desk, group, of, x, middle);
		break;
	case JB_MARKER_ICON:
		if (of->icon && jb_icon_known(desk->diags, of->icon, of->pos))
			jb_icon_put(desk, group, of->icon, x, middle - em / 2,
				em, ink, JB_ICON_LINE);
		break;
	case JB_MARKER_NONE:
		break;
	}
	jb_claim_at(group, from, of->pos);
}
