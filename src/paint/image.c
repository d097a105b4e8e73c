/* image.c - PNG files from memory, looked at before they are unpacked. */
#include "paint/draw.h"

#include <string.h>

typedef struct reader {
	const unsigned char *data;
	size_t left;
} reader;

static cairo_status_t read_bytes(
	void *closure, unsigned char *out, unsigned len)
{
	reader *r = closure;

	if (len > r->left)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(out, r->data, len);
	r->data += len;
	r->left -= len;
	return CAIRO_STATUS_SUCCESS;
}

static bool header_ok(const jb_image *image, GError **error)
{
	const char *file = image->file ? image->file : "";
	uint32_t width, height;

	if (!jb_png_size(image->data, image->len, &width, &height)) {
		g_set_error(error, JB_PAINT_ERROR, JB_PAINT_IMAGE,
			"“%s” is not a PNG file", file);
		return false;
	}
	if (!jb_png_size_allowed(width, height)) {
		g_set_error(error, JB_PAINT_ERROR, JB_PAINT_IMAGE,
			"“%s” has %u × %u pixels; at most %u million are "
			"allowed",
			file, width, height, JB_PIXELS_MAX >> 20);
		return false;
	}
	return true;
}

cairo_surface_t *jb_image_surface(const jb_image *image, GError **error)
{
	reader r = {image->data, image->len};
	cairo_surface_t *surface;
	cairo_status_t status;

	if (!header_ok(image, error))
		return NULL;
	surface = cairo_image_surface_create_from_png_stream(read_bytes, &r);
	status = cairo_surface_status(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		return surface;
	g_set_error(error, JB_PAINT_ERROR, JB_PAINT_IMAGE,
		"“%s” cannot be read as PNG: %s",
		image->file ? image->file : "", cairo_status_to_string(status));
	cairo_surface_destroy(surface);
	return NULL;
}
