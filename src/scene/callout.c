/* callout.c - a figure said large: 约 2.5 万个 on one baseline.
 *
 * The parts are composed one by one and set side by side, so that the gaps are
 * ours alone and the widths add up.
 */
#include <math.h>
#include <string.h>

#include "model/wording.h"
#include "scene/set.h"

static const double words_em = 0.34, words_least_pt = 8, percent_em = 0.37;
/* From part to part, and between the numeral and its unit at the most. */
static const double gap_em = 0.07, unit_gap_pt = 4;

struct part {
	const jb_lines *line;
	double gap_pt; /* before it */
};

struct parts {
	struct part part[4];
	size_t n;
	double width_pt;
};

/* No smaller than the layout's labels. */
static double words_least(const jb_desk *desk)
{
	const jb_style *label = jb_layout_style(desk->layout, "label");

	return label ? fmax(words_least_pt, label->size_pt) : words_least_pt;
}

static double words_size(const jb_desk *desk, const jb_callout *callout)
{
	double size = words_em * callout->size_pt;

	if (callout->unit_max_pt > 0)
		size = fmin(size, callout->unit_max_pt);
	return fmax(size, words_least(desk));
}

static void parts_add(jb_desk *desk, struct parts *parts,
	const jb_callout *callout, const char *text, const char *style_name,
	const jb_ink *ink, double size_pt, double gap_pt)
{
	const jb_rich *rich =
		jb_rich_plain(desk->arena, text, callout->figure->value_pos);
	struct part *part = &parts->part[parts->n];

	if (!text[0])
		return;
	rich->pieces[0].figure = callout->figure->id;
	part->line = jb_line_compose(
		desk, rich, jb_desk_style(desk, style_name), ink, size_pt);
	part->gap_pt = parts->n ? gap_pt : 0;
	parts->width_pt += part->gap_pt + part->line->width_pt;
	parts->n++;
}

static struct parts callout_parts(jb_desk *desk, const jb_callout *callout)
{
	const jb_wording wording = jb_wording_of(desk->arena, callout->figure);
	double words = words_size(desk, callout), size = callout->size_pt;
	double gap = gap_em * size;
	bool percent = strcmp(wording.unit, "%") == 0;
	struct parts parts = {0};

	if (!callout->figure->has_value) {
		size = MIN(size, jb_desk_style(desk, "missing")->size_pt);
		parts_add(desk, &parts, callout, wording.number, "missing",
			callout->words, size, gap);
		return parts;
	}
	parts_add(desk, &parts, callout, wording.before, "qualifier",
		callout->words, words, gap);
	parts_add(desk, &parts, callout, wording.number, "numeral",
		callout->ink, size, gap);
	if (percent) /* a part of the numeral, not a word */
		parts_add(desk, &parts, callout, wording.unit, "numeral",
			callout->ink,
			fmax(words_least(desk), percent_em * size),
			MIN(gap, unit_gap_pt));
	else
		parts_add(desk, &parts, callout, wording.unit, "unit",
			callout->words, words, MIN(gap, unit_gap_pt));
	parts_add(desk, &parts, callout, wording.after, "qualifier",
		callout->words, words, 0);
	return parts;
}

double jb_callout_width(jb_desk *desk, const jb_callout *callout)
{
	return callout_parts(desk, callout).width_pt;
}

double jb_put_callout(jb_desk *desk, jb_group *group, double x, double baseline,
	const jb_callout *callout)
{
	const struct parts parts = callout_parts(desk, callout);

	if (callout->align == JB_ALIGN_CENTER)
		x -= parts.width_pt / 2;
	else if (callout->align == JB_ALIGN_END)
		x -= parts.width_pt;
	for (size_t i = 0; i < parts.n; i++) {
		const jb_lines *lines = parts.part[i].line;
		bool optical = i == 0 && callout->align == JB_ALIGN_START;

		x += parts.part[i].gap_pt;
		if (lines->n)
			jb_line_put(desk->arena, group, &lines->lines[0], x,
				baseline, optical);
		x += lines->width_pt;
	}
	return parts.width_pt;
}
