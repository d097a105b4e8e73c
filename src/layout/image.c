/* Images, scaled to their width or to the height that was asked for. */
#include "layout/galley.h"

jb_group *jb_image_set(jb_desk *desk, const jb_block *block, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	double scale;
	jb_item *item;

	if (!block->image)
		return group;
	scale = width / block->image_w;
	if (block->size_pt > 0 && block->image_h * scale > block->size_pt)
		scale = block->size_pt / block->image_h;
	item = jb_item_new(desk->arena, group, JB_ITEM_IMAGE);
	item->u.image = (jb_image){
		.file = block->file,
		.width_pt = block->image_w * scale,
		.height_pt = block->image_h * scale,
		.data = (const unsigned char *)block->image->text,
		.len = block->image->len,
	};
	item->pos = block->pos;
	item->tag = jb_tag_new(desk->arena, JB_ROLE_FIGURE, NULL);
	item->tag->alt = jb_rich_text(desk->arena, block->text);
	group->width = width;
	group->height = item->u.image.height_pt;
	return group;
}
