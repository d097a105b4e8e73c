/* image.c - images of a scene: opened once, turned upright, drawn. */
#include "paint/images.h"

#include "base/messages.h"

typedef struct opened {
	cairo_surface_t *pixels; /* as the file has them, or NULL */
	cairo_surface_t *passed; /* stands for a JPEG's own bytes, or NULL */
	bool checked;		 /* a JPEG that can be unpacked */
	jb_art *art;		 /* SVG, or NULL */
} opened;

struct jb_images {
	GHashTable *opened; /* data of a jb_image -> opened */
};

static void drop(void *data)
{
	opened *o = data;

	if (o->pixels)
		cairo_surface_destroy(o->pixels);
	if (o->passed)
		cairo_surface_destroy(o->passed);
	if (o->art)
		jb_art_close(o->art);
	g_free(o);
}

jb_images *jb_images_open(void)
{
	jb_images *images = g_new0(jb_images, 1);

	images->opened = g_hash_table_new_full(NULL, NULL, NULL, drop);
	return images;
}

void jb_images_close(jb_images *images)
{
	g_hash_table_unref(images->opened);
	g_free(images);
}

static opened *opened_of(jb_images *images, const jb_image *image)
{
	opened *o = g_hash_table_lookup(images->opened, image->data);

	if (!o) {
		o = g_new0(opened, 1);
		g_hash_table_insert(images->opened, (void *)image->data, o);
	}
	return o;
}

void jb_image_refuse(const jb_image *image, const char *why, GError **error)
{
	g_set_error(error, JB_PAINT_ERROR, JB_PAINT_IMAGE,
		jb_tr("“%s” cannot be read as %s: %s"),
		image->file ? image->file : "",
		jb_image_format_name(image->info.format), jb_tr(why));
}

cairo_surface_t *jb_pixels_new(
	const jb_image *image, bool alpha, GError **error)
{
	cairo_surface_t *surface = cairo_image_surface_create(
		alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
		(int)image->info.file_w, (int)image->info.file_h);
	cairo_status_t status = cairo_surface_status(surface);

	if (status == CAIRO_STATUS_SUCCESS)
		return surface;
	jb_image_refuse(image, cairo_status_to_string(status), error);
	cairo_surface_destroy(surface);
	return NULL;
}

static uint32_t times(uint32_t value, uint32_t alpha)
{
	return (value * alpha + 127) / 255;
}

/* cairo's pixels are words: alpha first, the others multiplied by it. */
void jb_pixels_put(
	cairo_surface_t *surface, uint32_t row, const unsigned char *rgba)
{
	size_t stride = (size_t)cairo_image_surface_get_stride(surface);
	uint32_t *out =
		(uint32_t *)(void *)(cairo_image_surface_get_data(surface) +
				     row * stride);
	int width = cairo_image_surface_get_width(surface);

	for (int i = 0; i < width; i++, rgba += 4)
		out[i] = (uint32_t)rgba[3] << 24 |
			 times(rgba[0], rgba[3]) << 16 |
			 times(rgba[1], rgba[3]) << 8 | times(rgba[2], rgba[3]);
}

/* A surface that a PDF writes the file's own bytes for; its pixels are never
 * asked for, nor is memory for them. */
static cairo_surface_t *pass_jpeg(const jb_image *image, GError **error)
{
	cairo_surface_t *surface = jb_pixels_new(image, false, error);

	if (surface)
		cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG,
			image->data, image->len, NULL, NULL);
	return surface;
}

static cairo_surface_t *unpack(const jb_image *image, GError **error)
{
	switch (image->info.format) {
	case JB_IMAGE_PNG:
		return jb_png_open(image, error);
	case JB_IMAGE_JPEG:
		return jb_jpeg_open(image, error);
	case JB_IMAGE_WEBP:
		return jb_webp_open(image, error);
	case JB_IMAGE_SVG:
		break;
	}
	g_assert_not_reached();
}

static cairo_surface_t *pixels_of(
	opened *o, const jb_image *image, GError **error)
{
	if (!o->pixels) {
		o->pixels = unpack(image, error);
		if (o->pixels)
			cairo_surface_mark_dirty(o->pixels);
	}
	return o->pixels;
}

static bool passes(const jb_image *image, jb_pass pass)
{
	return image->info.format == JB_IMAGE_JPEG &&
	       (pass == JB_PASS_ALL ||
		       (pass == JB_PASS_LIGHT && image->info.channels != 4));
}

static cairo_surface_t *surface_of(
	opened *o, const jb_image *image, jb_pass pass, GError **error)
{
	if (!passes(image, pass))
		return pixels_of(o, image, error);
	if (!o->passed)
		o->passed = pass_jpeg(image, error);
	return o->passed;
}

static jb_art *art_of(opened *o, const jb_image *image, GError **error)
{
	if (!o->art)
		o->art = jb_art_open(image, error);
	return o->art;
}

bool jb_images_try(jb_images *images, const jb_image *image, GError **error)
{
	opened *o = opened_of(images, image);

	if (image->info.format == JB_IMAGE_SVG)
		return art_of(o, image, error) != NULL;
	if (image->info.format != JB_IMAGE_JPEG)
		return pixels_of(o, image, error) != NULL;
	o->checked = o->checked || jb_jpeg_check(image, error);
	return o->checked;
}

/* From the file's pixels to upright ones, by Exif's orientation (JEITA
 * CP-3451, 4.6.4): x' = xx x + xy y + (w: of the width, h: of the height). */
static void turn_upright(cairo_t *cr, const jb_image_info *info)
{
	static const struct {
		double xx, yx, xy, yy, x_w, x_h, y_w, y_h;
	} turns[] = {
		{1, 0, 0, 1, 0, 0, 0, 0},
		{-1, 0, 0, 1, 1, 0, 0, 0},
		{-1, 0, 0, -1, 1, 0, 0, 1},
		{1, 0, 0, -1, 0, 0, 0, 1},
		{0, 1, 1, 0, 0, 0, 0, 0},
		{0, 1, -1, 0, 0, 1, 0, 0},
		{0, -1, -1, 0, 0, 1, 1, 0},
		{0, -1, 1, 0, 0, 0, 1, 0},
	};
	double w = info->file_w, h = info->file_h;
	cairo_matrix_t m;

	if (info->turn < 2 || info->turn > 8)
		return;
	typeof(turns[0]) *t = &turns[info->turn - 1];
	cairo_matrix_init(&m, t->xx, t->yx, t->xy, t->yy,
		t->x_w * w + t->x_h * h, t->y_w * w + t->y_h * h);
	cairo_transform(cr, &m);
}

bool jb_images_draw(jb_images *images, const jb_image *image, cairo_t *cr,
	jb_pass pass, GError **error)
{
	opened *o = opened_of(images, image);
	cairo_surface_t *surface;
	jb_art *art;

	if (image->info.format == JB_IMAGE_SVG) {
		art = art_of(o, image, error);
		return art && jb_art_draw(art, image, cr, error);
	}
	surface = surface_of(o, image, pass, error);
	if (!surface)
		return false;
	turn_upright(cr, &image->info);
	cairo_set_source_surface(cr, surface, 0, 0);
	if (pass == JB_PASS_NONE) /* the frame is the edge, not the pixels */
		cairo_pattern_set_extend(
			cairo_get_source(cr), CAIRO_EXTEND_PAD);
	cairo_paint(cr);
	return true;
}

/* --- before anything is drawn --- */

static void drop_images(void *images)
{
	jb_images_close(images);
}

void jb_paint_open_images(jb_arena *arena, jb_diags *diags, jb_scene *scene)
{
	scene->images = jb_images_open();
	jb_arena_defer(arena, drop_images, scene->images);
	for (unsigned i = 0; i < scene->leaves->len; i++) {
		const jb_leaf *leaf = g_ptr_array_index(scene->leaves, i);

		for (unsigned k = 0; k < leaf->group->items->len; k++) {
			const jb_item *item =
				g_ptr_array_index(leaf->group->items, k);
			g_autoptr(GError) error = NULL;

			if (item->kind == JB_ITEM_IMAGE &&
				!jb_images_try(scene->images, &item->u.image,
					&error)) {
				jb_error(
					diags, item->pos, "%s", error->message);
				jb_kind(diags, "an image cannot be drawn");
			}
		}
	}
}
