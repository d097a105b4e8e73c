/* The image a block names: a PNG beside its layout, read once. */
#include "bind/scope.h"

#include <string.h>

#include "base/png.h"

/* Leads out of the folder: absolute, or with a step up. */
static bool leaves_folder(const char *file)
{
	char **steps = g_strsplit(file, "/", -1);
	bool leaves = g_path_is_absolute(file);

	for (size_t i = 0; steps[i]; i++)
		leaves = leaves || strcmp(steps[i], "..") == 0;
	g_strfreev(steps);
	return leaves;
}

static const jb_source *read_beside(
	jb_binding *b, const jb_node *node, const char *file)
{
	char *folder = g_path_get_dirname(node->pos.src->name);
	char *path = g_build_filename(folder, file, NULL);
	GError *error = NULL;
	const jb_source *src = jb_source_read(b->arena, path, &error);

	if (!src)
		jb_error(b->diags, node->pos, "the image cannot be read: %s",
			error->message);
	g_clear_error(&error);
	g_free(path);
	g_free(folder);
	return src;
}

void jb_bind_image(jb_binding *b, const jb_node *node, jb_block *block)
{
	const jb_source *src;

	block->file = node->text;
	if (leaves_folder(node->text)) {
		jb_error(b->diags, node->pos,
			"“%s” is outside the folder of its layout", node->text);
		jb_hint(b->diags, "put the image beside the layout");
		return;
	}
	src = read_beside(b, node, node->text);
	if (!src)
		return;
	if (!jb_png_size(
		    src->text, src->len, &block->image_w, &block->image_h) ||
		!jb_png_size_allowed(block->image_w, block->image_h)) {
		jb_error(b->diags, node->pos,
			"“%s” is not a PNG image of at most %u million pixels",
			node->text, JB_PIXELS_MAX >> 20);
		return;
	}
	block->image = src;
}
