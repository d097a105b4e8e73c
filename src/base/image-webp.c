/* image-webp.c - the first chunk of a WebP file (RFC 9649, 2), and what Exif
 * says in a later one (2.7.1.5). */
#include "base/image.h"

#include <string.h>

#include "base/exif.h"
#include "base/messages.h"

enum { RIFF = 12, CHUNK = 8, LEAST = 30 };

static uint32_t little_endian(const unsigned char *p, unsigned bytes)
{
	uint32_t value = 0;

	while (bytes--)
		value = value << 8 | p[bytes];
	return value;
}

/* Of the chunks behind the first; each is filled up to an even length. */
static int turn_of(const unsigned char *data, size_t len)
{
	static const char prefix[] = "Exif\0"; /* as in a JPEG; some write it */
	size_t at = RIFF;

	while (at <= len && len - at >= CHUNK) {
		const unsigned char *body = data + at + CHUNK;
		size_t size = little_endian(data + at + 4, 4);

		if (size > len - at - CHUNK)
			break;
		if (memcmp(data + at, "EXIF", 4) != 0) {
			at += CHUNK + size + (size & 1);
			continue;
		}
		if (size >= sizeof(prefix) &&
			memcmp(body, prefix, sizeof(prefix)) == 0)
			return jb_exif_orientation(
				body + sizeof(prefix), size - sizeof(prefix));
		return jb_exif_orientation(body, size);
	}
	return 1;
}

const char *jb_image_look_webp(jb_arena *arena, const unsigned char *data,
	size_t len, jb_image_info *info)
{
	enum { ANIMATED = 0x02 };
	const unsigned char *chunk = data + RIFF, *body = chunk + CHUNK;

	if (len < LEAST || little_endian(data + 4, 4) > len - CHUNK)
		return JB_TR("is cut off: the end of its data is missing");
	if (!memcmp(chunk, "VP8 ", 4)) {
		info->file_w = little_endian(body + 6, 2) & 0x3FFF;
		info->file_h = little_endian(body + 8, 2) & 0x3FFF;
	} else if (!memcmp(chunk, "VP8L", 4)) {
		uint32_t bits = little_endian(body + 1, 4);

		info->file_w = (bits & 0x3FFF) + 1;
		info->file_h = (bits >> 14 & 0x3FFF) + 1;
	} else if (!memcmp(chunk, "VP8X", 4)) {
		if (body[0] & ANIMATED)
			return JB_TR("is animated: save one picture of it");
		info->file_w = little_endian(body + 4, 3) + 1;
		info->file_h = little_endian(body + 7, 3) + 1;
		info->turn = turn_of(data, len);
	} else {
		return JB_TR("is damaged: it does not begin with its size");
	}
	info->width = info->turn > 4 ? info->file_h : info->file_w;
	info->height = info->turn > 4 ? info->file_w : info->file_h;
	return jb_image_judge_size(arena, info->file_w, info->file_h);
}
