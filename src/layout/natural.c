/* natural.c - the width a block would like: that of its words on one line.
 * What has no such width (prose, tables, pictures, rules) likes all there is.
 */
#include "layout/box.h"

#include <math.h>

#include "chart/parts.h"

/* Words are set again to their own width: rounding must not break them. */
static const double slack_pt = 0.05;

static double words_width(
	jb_desk *desk, const jb_rich *text, const jb_style *style)
{
	double size = style->fit_most_pt > 0 ? style->fit_most_pt : 0;

	if (jb_rich_empty(text))
		return 0;
	return jb_text_width(desk, text, style, size) +
	       style->indent_em * style->size_pt + slack_pt;
}

static double text_width(jb_desk *desk, const jb_block *block)
{
	if (block->style->vertical)
		return jb_galley_whole(desk, block, INFINITY)->width;
	return words_width(desk, block->text, block->style);
}

/* A cell is as wide as its numeral or label. */
static double stats_width(jb_desk *desk, const jb_block *block)
{
	const jb_style *label = jb_desk_style(desk, "label_strong");
	double cell = 0, n = fmin((double)block->n_stats, block->per_row);

	for (size_t i = 0; i < block->n_stats; i++) {
		const jb_stat *stat = &block->stats[i];
		jb_callout callout =
			jb_callout_of(desk, stat->figure, block->size_pt, NULL);

		cell = fmax(cell, words_width(desk, stat->label, label));
		if (stat->figure->has_value)
			cell = fmax(cell,
				jb_callout_width(desk, &callout) + slack_pt);
	}
	return n * cell + fmax(n - 1, 0) * desk->layout->gutter_pt;
}

static double image_width(const jb_block *block, double room)
{
	const jb_bound_image *image = block->image;
	double ratio;

	if (!image || block->size_pt <= 0 || !image->file)
		return room;
	ratio = image->ratio;
	if (ratio <= 0 && image->cover)
		return room;
	if (ratio <= 0)
		ratio = (double)image->file->info.width /
			(double)image->file->info.height;
	return ratio * block->size_pt;
}

static double widest_kid(jb_desk *desk, const jb_block *block, double room)
{
	double widest = 0;

	for (size_t i = 0; i < block->n_kids; i++)
		widest = fmax(
			widest, jb_natural_width(desk, block->kids[i], room));
	return widest;
}

static double panel_width(jb_desk *desk, const jb_block *block, double room)
{
	return fmax(widest_kid(desk, block, room),
		words_width(desk, block->text,
			jb_desk_style(desk, "picture_title")));
}

double jb_natural_width(jb_desk *desk, const jb_block *block, double room)
{
	double inner = room - jb_box_across(block), width = inner;

	switch (block->kind) {
	case JB_BLOCK_TEXT:
	case JB_BLOCK_HEADING:
		width = text_width(desk, block);
		break;
	case JB_BLOCK_STATS:
		width = stats_width(desk, block);
		break;
	case JB_BLOCK_IMAGE:
		width = image_width(block, inner);
		break;
	case JB_BLOCK_QR:
	case JB_BLOCK_ICON:
		width = block->size_pt;
		break;
	case JB_BLOCK_SPACE:
		width = 0;
		break;
	case JB_BLOCK_COLUMN:
		width = widest_kid(desk, block, inner);
		break;
	case JB_BLOCK_PANEL:
		width = panel_width(desk, block, inner);
		break;
	default:
		break;
	}
	return fmin(width + jb_box_across(block), room);
}
