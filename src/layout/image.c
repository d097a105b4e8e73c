/* Images: PNG files beside the layout or the report. */
#include "layout/galley.h"

#include <string.h>

/* Largest picture that is read: 64 Mpx. */
#define PIXELS_MAX ((guint64)64 << 20)

static guint32 be32(const unsigned char *p)
{
	return (guint32)p[0] << 24 | (guint32)p[1] << 16 | (guint32)p[2] << 8 |
	       p[3];
}

/* Size from the header (PNG, second edition, 11.2.2); false if it has none. */
static bool png_size(
	const unsigned char *data, size_t len, guint32 *w, guint32 *h)
{
	static const unsigned char magic[] = {0x89, 'P', 'N', 'G', 13, 10, 26,
		10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

	if (len < 33 || memcmp(data, magic, sizeof magic) != 0)
		return false;
	*w = be32(data + 16);
	*h = be32(data + 20);
	return *w > 0 && *h > 0 && (guint64)*w * *h <= PIXELS_MAX;
}

/* The file a block names: beside the layout or report that names it, and never
 * outside that folder. */
static jb_source *read_file(jb_desk *desk, const jb_block *block)
{
	const char *base = block->pos.src ? block->pos.src->name : ".";
	char *folder = g_path_get_dirname(base);
	char *path = g_build_filename(folder, block->file, NULL);
	GError *error = NULL;
	jb_source *src = NULL;

	if (g_path_is_absolute(block->file) || strstr(block->file, "..")) {
		jb_error(desk->diags, block->pos,
			"“%s” is outside the folder of its layout",
			block->file);
		jb_hint(desk->diags, "put the image beside the layout");
	} else {
		src = jb_source_read(desk->arena, path, &error);
		if (!src)
			jb_error(desk->diags, block->pos,
				"the image cannot be read: %s", error->message);
	}
	g_clear_error(&error);
	g_free(path);
	g_free(folder);
	return src;
}

jb_group *jb_image_set(jb_desk *desk, const jb_block *block, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	jb_source *src = read_file(desk, block);
	guint32 w, h;
	jb_item *item;
	double scale;

	if (!src)
		return group;
	if (!png_size((const unsigned char *)src->text, src->len, &w, &h)) {
		jb_error(desk->diags, block->pos,
			"“%s” is not a PNG image of at most 64 million pixels",
			block->file);
		return group;
	}
	scale = width / w;
	if (block->size_pt > 0 && h * scale > block->size_pt)
		scale = block->size_pt / h;
	item = jb_item_new(desk->arena, group, JB_ITEM_IMAGE);
	item->u.image = (jb_image){
		.file = block->file,
		.width_pt = w * scale,
		.height_pt = h * scale,
		.data = (const unsigned char *)src->text,
		.len = src->len,
	};
	item->pos = block->pos;
	item->tag = jb_tag_new(desk->arena, JB_ROLE_FIGURE, NULL);
	item->tag->alt = jb_rich_text(desk->arena, block->text);
	group->width = width;
	group->height = h * scale;
	return group;
}
