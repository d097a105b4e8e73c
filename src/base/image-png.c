/* image-png.c - the chunks of a PNG file (ISO/IEC 15948, 5), each with the sum
 * that proves it whole. */
#include "base/image.h"

#include <string.h>

#include "base/messages.h"

enum { SIGNATURE = 8, AROUND = 12, HEADER = 13 };

static uint32_t big_endian(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	       (uint32_t)p[2] << 8 | p[3];
}

/* CRC-32 (ISO/IEC 15948, annex D). */
static uint32_t sum(const unsigned char *p, size_t len)
{
	uint32_t table[256], c = 0xFFFFFFFFu;

	for (uint32_t i = 0; i < 256; i++) {
		uint32_t x = i;

		for (int k = 0; k < 8; k++)
			x = x & 1 ? 0xEDB88320u ^ x >> 1 : x >> 1;
		table[i] = x;
	}
	for (size_t i = 0; i < len; i++)
		c = table[(c ^ p[i]) & 0xFF] ^ c >> 8;
	return c ^ 0xFFFFFFFFu;
}

/* A chunk's name, or NULL with what is wrong. */
static const char *chunk(
	const unsigned char *p, size_t left, uint32_t *len, const char **wrong)
{
	*wrong = JB_TR("is cut off: the end of its data is missing");
	if (left < AROUND)
		return NULL;
	*len = big_endian(p);
	if (*len > left - AROUND)
		return NULL;
	*wrong = JB_TR("is damaged: a sum in it does not agree with its data");
	if (sum(p + 4, *len + 4u) != big_endian(p + 8 + *len))
		return NULL;
	return (const char *)p + 4;
}

static bool is(const char *name, const char *wanted)
{
	return memcmp(name, wanted, 4) == 0;
}

const char *jb_image_look_png(jb_arena *arena, const unsigned char *data,
	size_t len, jb_image_info *info)
{
	const unsigned char *p = data + SIGNATURE, *end = data + len;
	const char *name, *wrong;
	bool pixels = false;
	uint32_t size;

	name = chunk(p, (size_t)(end - p), &size, &wrong);
	if (!name)
		return wrong;
	if (!is(name, "IHDR") || size != HEADER)
		return JB_TR("is damaged: it does not begin with its size");
	info->file_w = big_endian(p + 8);
	info->file_h = big_endian(p + 12);
	info->width = info->file_w;
	info->height = info->file_h;
	wrong = jb_image_judge_size(arena, info->file_w, info->file_h);
	if (wrong)
		return wrong;
	while (!is(name, "IEND")) {
		p += AROUND + size;
		name = chunk(p, (size_t)(end - p), &size, &wrong);
		if (!name)
			return wrong;
		if (is(name, "acTL"))
			return JB_TR("is animated: save one picture of it");
		pixels = pixels || is(name, "IDAT");
	}
	return pixels ? NULL : JB_TR("is an image without pixels");
}
