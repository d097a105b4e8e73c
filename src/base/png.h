/* png.h - what the header of a PNG file says, before anybody unpacks it. */
#ifndef JB_BASE_PNG_H
#define JB_BASE_PNG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Larger pictures are refused. */
#define JB_PIXELS_MAX (64u << 20)

/* Signature and header chunk (ISO/IEC 15948, 5.2 and 11.2.2): false if they are
 * not those of a PNG file.  Whether the size is possible is for the caller. */
bool jb_png_size(
	const void *data, size_t len, uint32_t *width, uint32_t *height);

/* At least one pixel, at most JB_PIXELS_MAX. */
bool jb_png_size_allowed(uint32_t width, uint32_t height);

#endif
