/* exif.c - Exif (JEITA CP-3451): a TIFF file, of which one entry matters. */
#include "base/exif.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct tiff {
	const unsigned char *data;
	size_t len;
	bool big;
} tiff;

/* A number of 2 or 4 bytes, 0 beyond the end. */
static uint32_t tiff_number(const tiff *t, size_t at, unsigned bytes)
{
	uint32_t value = 0;

	if (at > t->len || t->len - at < bytes)
		return 0;
	for (unsigned i = 0; i < bytes; i++)
		value = value << 8 | t->data[at + (t->big ? i : bytes - 1 - i)];
	return value;
}

int jb_exif_orientation(const unsigned char *data, size_t len)
{
	enum { ORIENTATION = 0x0112, ENTRY = 12 };
	const tiff t = {data, len, len >= 2 && data[0] == 'M'};
	uint32_t first = tiff_number(&t, 4, 4);
	uint32_t entries = tiff_number(&t, first, 2);

	for (uint32_t i = 0; i < entries; i++) {
		size_t at = (size_t)first + 2 + (size_t)i * ENTRY;
		uint32_t value = tiff_number(&t, at + 8, 2);

		if (tiff_number(&t, at, 2) == ORIENTATION)
			return value >= 1 && value <= 8 ? (int)value : 1;
	}
	return 1;
}
