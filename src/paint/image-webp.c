/* image-webp.c - pixels of WebP files, by libwebp. */
#include "paint/images.h"

#include <webp/decode.h>

#include "base/messages.h"

cairo_surface_t *jb_webp_open(const jb_image *image, GError **error)
{
	WebPBitstreamFeatures features;
	cairo_surface_t *surface = NULL;
	size_t stride = (size_t)image->info.file_w * 4;
	g_autofree unsigned char *bytes = NULL;

	if (WebPGetFeatures(image->data, image->len, &features) !=
			VP8_STATUS_OK ||
		features.has_animation ||
		(uint32_t)features.width != image->info.file_w ||
		(uint32_t)features.height != image->info.file_h) {
		jb_image_refuse(image, JB_TR("it is damaged"), error);
		return NULL;
	}
	bytes = g_malloc(stride * image->info.file_h);
	if (!WebPDecodeRGBAInto(image->data, image->len, bytes,
		    stride * image->info.file_h, (int)stride)) {
		jb_image_refuse(image, JB_TR("it is damaged"), error);
		return NULL;
	}
	surface = jb_pixels_new(image, features.has_alpha, error);
	for (uint32_t i = 0; surface && i < image->info.file_h; i++)
		jb_pixels_put(surface, i, bytes + i * stride);
	return surface;
}
