/* image.c - images in their frames: how large, which part, how sharp, and the
 * words under them.
 */
#include "layout/galley.h"

#include <math.h>

#include "base/length.h"

/* Between an image and its caption, in lines; between caption and credit on one
 * line, in ems of the credit. */
#define CAPTION_GAP 0.25
#define CREDIT_GAP 1.5
#define CAPTION_LEAST 16

/* Below this, pixels are seen from an arm's length. */
enum { DPI_LEAST = 72 };

/* --- the frame --- */

typedef struct frame {
	double width, height; /* 0: as high as the image */
} frame;

static frame frame_of(const jb_desk *desk, const jb_block *block, double width)
{
	double height = block->size_pt, ratio = block->image->ratio;

	if (block->size_most_pt > height)
		height += desk->growth * (block->size_most_pt - height);
	if (block->place && !isnan(block->place->height))
		height = block->place->height;
	if (ratio > 0 && height > 0)
		width = fmin(width, height * ratio);
	if (ratio > 0)
		height = width / ratio;
	return (frame){width, height};
}

/* A part of the given share around the focus, but within the image. */
static double part_start(double focus, double share)
{
	return fmax(0, fmin(focus - share / 2, 1 - share));
}

/* Points for each pixel at which it is as sharp as the layout asks; art has its
 * own size. */
static double sharp_scale(const jb_desk *desk, const jb_bound_image *image)
{
	if (image->file->info.format == JB_IMAGE_SVG)
		return 72. / 96;
	return 72. / desk->layout->min_dpi;
}

/* Fills the picture's size and part; gives points for each of its pixels. */
static double fit(const jb_desk *desk, jb_image *item,
	const jb_bound_image *image, frame f)
{
	double w = image->file->info.width, h = image->file->info.height;
	double scale = f.width / w;

	if (f.height <= 0)
		f.height = h * scale;
	if (!image->cover) {
		scale = fmin(scale, f.height / h);
		if (!image->enlarge)
			scale = fmin(scale, sharp_scale(desk, image));
		item->width_pt = w * scale;
		item->height_pt = h * scale;
		return scale;
	}
	scale = fmax(scale, f.height / h);
	item->width_pt = f.width;
	item->height_pt = f.height;
	item->crop_w = fmin(1, f.width / (w * scale));
	item->crop_h = fmin(1, f.height / (h * scale));
	item->crop_x = part_start(image->focus[0], item->crop_w);
	item->crop_y = part_start(image->focus[1], item->crop_h);
	if (item->crop_w > 1 - 1e-9 && item->crop_h > 1 - 1e-9)
		item->crop_x = item->crop_y = item->crop_w = item->crop_h = 0;
	return scale;
}

/* --- sharpness --- */

static void say_size(
	jb_desk *desk, const jb_block *block, const jb_image *item, double dpi)
{
	const jb_bound_image *image = block->image;
	double wanted = desk->layout->min_dpi, more = wanted / dpi;

	jb_hint(desk->diags,
		"it needs %.0f × %.0f pixels for this, or a frame at most "
		"%.0f mm wide",
		ceil(image->file->info.width * more),
		ceil(image->file->info.height * more),
		floor(item->width_pt / more / JB_MM));
	if (!jb_source_same(block->pos.src, image->pos.src))
		jb_also(desk->diags, block->pos, "it is shown here");
}

static void check_dpi(
	jb_desk *desk, const jb_block *block, const jb_image *item, double dpi)
{
	const jb_bound_image *image = block->image;
	double w = item->width_pt / JB_MM, h = item->height_pt / JB_MM;

	if (image->file->info.format == JB_IMAGE_SVG ||
		dpi >= desk->layout->min_dpi - 0.5)
		return;
	if (dpi < DPI_LEAST)
		jb_error(desk->diags, image->pos,
			"“%s” is %.0f × %.0f mm on paper and has %.0f pixels "
			"to an inch; at least %d are needed",
			image->name, w, h, floor(dpi), (int)DPI_LEAST);
	else
		jb_warning(desk->diags, image->pos,
			"“%s” is %.0f × %.0f mm on paper and has %.0f pixels "
			"to an inch; the layout asks for %d",
			image->name, w, h, floor(dpi), desk->layout->min_dpi);
	say_size(desk, block, item, dpi);
}

/* --- the words under it --- */

static const jb_style *style_or(
	const jb_desk *desk, const char *own, const char *other)
{
	const jb_style *style = jb_layout_style(desk->layout, own);

	return style ? style : jb_desk_style(desk, other);
}

/* The credit at the right end: of the caption's line if both fit one, else of a
 * line of its own. */
static jb_group *credit_set(jb_desk *desk, const jb_rich *credit,
	const jb_rich *caption, const jb_style *caption_style, double width,
	bool *beside)
{
	const jb_style *style = style_or(desk, "image_credit", "picture_aside");
	jb_group *group = jb_group_new(desk->arena);
	double own = jb_text_width(desk, credit, style, 0);
	double other = jb_rich_empty(caption)
			       ? 0
			       : jb_text_width(desk, caption, caption_style, 0);

	*beside = other + own + CREDIT_GAP * style->size_pt <= width;
	if (own > width)
		return jb_set_text(desk, credit, style, NULL, width, NULL);
	jb_put_text(desk, group, width, jb_style_ascent(desk, style),
		JB_ALIGN_END, credit, style, NULL, 0);
	group->height = style->leading_pt;
	group->baseline = jb_style_ascent(desk, style);
	return group;
}

/* As wide as the image, but no narrower than lines can be. */
static void put_caption(jb_desk *desk, jb_group *group,
	const jb_bound_image *image, double width, jb_tag *tag)
{
	const jb_style *style = style_or(desk, "image_caption", "picture_note");
	double least = fmin(group->width, CAPTION_LEAST * style->size_pt);
	double y = group->height + CAPTION_GAP * desk->layout->baseline_pt;
	double rise = jb_style_ascent(desk, style);
	jb_group *words;
	bool beside = false;

	width = fmax(width, least);
	if (!jb_rich_empty(image->caption)) {
		words = jb_set_text(
			desk, image->caption, style, NULL, width, NULL);
		jb_group_tag(words, tag);
		group->height = y + words->height;
		jb_group_place(group, words, 0, y);
	}
	if (jb_rich_empty(image->credit))
		return;
	words = credit_set(
		desk, image->credit, image->caption, style, width, &beside);
	jb_group_tag(words, tag);
	if (!beside && !jb_rich_empty(image->caption))
		y = group->height;
	else if (!jb_rich_empty(image->caption)) /* one baseline */
		y += rise - words->baseline;
	group->height = fmax(group->height, y + words->height);
	jb_group_place(group, words, 0, y);
}

jb_group *jb_image_set(jb_desk *desk, const jb_block *block, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	const jb_bound_image *image = block->image;
	jb_item *item;
	jb_tag *caption;
	double scale;

	group->width = width;
	if (!image)
		return group;
	item = jb_item_new(desk->arena, group, JB_ITEM_IMAGE);
	item->u.image = (jb_image){
		.file = image->name,
		.data = (const unsigned char *)image->file->src->text,
		.len = image->file->src->len,
		.info = image->file->info,
	};
	scale = fit(desk, &item->u.image, image, frame_of(desk, block, width));
	check_dpi(desk, block, &item->u.image, 72 / scale);
	item->pos = image->pos;
	item->tag = jb_tag_new(desk->arena, JB_ROLE_FIGURE, NULL);
	item->tag->alt = jb_rich_text(desk->arena, image->alt);
	group->height = item->u.image.height_pt;
	caption = jb_tag_new(desk->arena, JB_ROLE_CAPTION, item->tag);
	put_caption(desk, group, image, item->u.image.width_pt, caption);
	return group;
}
