/* The first 33 bytes of a PNG file. */
#include "base/png.h"

#include <string.h>

enum { HEADER = 33, WIDTH_AT = 16, HEIGHT_AT = 20 };

static uint32_t big_endian(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	       (uint32_t)p[2] << 8 | p[3];
}

bool jb_png_size(
	const void *data, size_t len, uint32_t *width, uint32_t *height)
{
	static const unsigned char start[16] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
	const unsigned char *bytes = data;

	if (len < HEADER || memcmp(bytes, start, sizeof start) != 0)
		return false;
	*width = big_endian(bytes + WIDTH_AT);
	*height = big_endian(bytes + HEIGHT_AT);
	return true;
}

bool jb_png_size_allowed(uint32_t width, uint32_t height)
{
	return width && height && (uint64_t)width * height <= JB_PIXELS_MAX;
}
