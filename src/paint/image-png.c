/* image-png.c - pixels of PNG files, by libpng. */
#include "paint/images.h"

#include <png.h>
#include <string.h>

#include "base/messages.h"

/* What else than pixels may be kept. */
enum { CHUNKS_MAX = 64, CHUNK_BYTES_MAX = 4 << 20 };

typedef struct reader {
	const unsigned char *data;
	size_t left;
} reader;

static void read_bytes(png_structp png, png_bytep out, size_t len)
{
	reader *r = png_get_io_ptr(png);

	if (len > r->left)
		png_error(png, "it is cut off");
	memcpy(out, r->data, len);
	r->data += len;
	r->left -= len;
}

/* libpng's own words are for programmers. */
static void fail(png_structp png, png_const_charp why)
{
	(void)why;
	png_longjmp(png, 1);
}

static void stay_silent(png_structp png, png_const_charp why)
{
	(void)png;
	(void)why;
}

/* Any PNG comes out as bytes red, green, blue, alpha. */
static void ask_for_rgba(png_structp png, png_infop info)
{
	png_set_expand(png);
	png_set_strip_16(png);
	png_set_gray_to_rgb(png);
	png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
	png_set_interlace_handling(png);
	png_read_update_info(png, info);
}

/* Rows of an interlaced file come in passes: so all of them are kept. */
typedef struct work {
	png_structp png;
	png_infop info;
	unsigned char *bytes;
	png_bytep *rows;
	cairo_surface_t *surface;
} work;

static void read_rows(work *w, const jb_image *image, GError **error)
{
	uint32_t height = image->info.file_h;
	size_t stride = (size_t)image->info.file_w * 4;
	bool alpha;

	png_read_info(w->png, w->info);
	if (png_get_image_width(w->png, w->info) != image->info.file_w ||
		png_get_image_height(w->png, w->info) != height)
		png_error(w->png, "its size changes");
	alpha = png_get_color_type(w->png, w->info) & PNG_COLOR_MASK_ALPHA ||
		png_get_valid(w->png, w->info, PNG_INFO_tRNS);
	ask_for_rgba(w->png, w->info);
	if (png_get_rowbytes(w->png, w->info) != stride)
		png_error(w->png, "its rows are not as long as they should be");
	w->bytes = g_malloc(stride * height);
	w->rows = g_new(png_bytep, height);
	for (uint32_t i = 0; i < height; i++)
		w->rows[i] = w->bytes + i * stride;
	png_read_image(w->png, w->rows);
	w->surface = jb_pixels_new(image, alpha, error);
	for (uint32_t i = 0; w->surface && i < height; i++)
		jb_pixels_put(w->surface, i, w->rows[i]);
}

cairo_surface_t *jb_png_open(const jb_image *image, GError **error)
{
	reader r = {image->data, image->len};
	/* kept on the heap: it is written between setjmp and longjmp */
	g_autofree work *w = g_new0(work, 1);

	w->png = png_create_read_struct(
		PNG_LIBPNG_VER_STRING, NULL, fail, stay_silent);
	g_assert(w->png);
	w->info = png_create_info_struct(w->png);
	png_set_read_fn(w->png, &r, read_bytes);
	png_set_user_limits(w->png, JB_IMAGE_SIDE_MAX, JB_IMAGE_SIDE_MAX);
	png_set_chunk_cache_max(w->png, CHUNKS_MAX);
	png_set_chunk_malloc_max(w->png, CHUNK_BYTES_MAX);
	if (setjmp(png_jmpbuf(w->png)))
		jb_image_refuse(image, JB_TR("it is damaged"), error);
	else
		read_rows(w, image, error);
	png_destroy_read_struct(&w->png, &w->info, NULL);
	g_free(w->bytes);
	g_free(w->rows);
	return w->surface;
}
