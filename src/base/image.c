/* image.c - which kind of image a file is. */
#include "base/image.h"

#include <string.h>
#include <glib.h>

#include "base/messages.h"

static const struct {
	const char *name;
	const char *suffixes[3];
	const char *(*look)(
		jb_arena *, const unsigned char *, size_t, jb_image_info *);
} formats[] = {
	[JB_IMAGE_PNG] = {"PNG", {".png"}, jb_image_look_png},
	[JB_IMAGE_JPEG] = {"JPEG", {".jpg", ".jpeg"}, jb_image_look_jpeg},
	[JB_IMAGE_WEBP] = {"WebP", {".webp"}, jb_image_look_webp},
	[JB_IMAGE_SVG] = {"SVG", {".svg"}, jb_image_look_svg},
};

const char *jb_image_format_name(jb_image_format format)
{
	return formats[format].name;
}

bool jb_image_named(const char *file, jb_image_format *format)
{
	const char *dot = strrchr(file, '.');

	for (size_t i = 0; dot && i < G_N_ELEMENTS(formats); i++)
		for (size_t k = 0; formats[i].suffixes[k]; k++)
			if (!g_ascii_strcasecmp(formats[i].suffixes[k], dot)) {
				*format = (jb_image_format)i;
				return true;
			}
	return false;
}

/* SVG begins with a mark of its order of bytes, blanks, or at once. */
static bool looks_like_xml(const unsigned char *data, size_t len)
{
	size_t at = len >= 3 && !memcmp(data, "\xEF\xBB\xBF", 3) ? 3 : 0;

	while (at < len && strchr(" \t\r\n", data[at]) && data[at])
		at++;
	return at < len && data[at] == '<';
}

static bool format_of(
	const unsigned char *data, size_t len, jb_image_format *format)
{
	if (len >= 8 && !memcmp(data, "\x89PNG\r\n\x1a\n", 8))
		*format = JB_IMAGE_PNG;
	else if (len >= 3 && !memcmp(data, "\xFF\xD8\xFF", 3))
		*format = JB_IMAGE_JPEG;
	else if (len >= 12 && !memcmp(data, "RIFF", 4) &&
		 !memcmp(data + 8, "WEBP", 4))
		*format = JB_IMAGE_WEBP;
	else if (looks_like_xml(data, len))
		*format = JB_IMAGE_SVG;
	else
		return false;
	return true;
}

const char *jb_image_look(
	jb_arena *arena, const void *data, size_t len, jb_image_info *info)
{
	jb_image_format format;

	*info = (jb_image_info){.turn = 1};
	if (!len)
		return JB_TR("is empty");
	if (!format_of(data, len, &format))
		return JB_TR("is not an image in PNG, JPEG, WebP or SVG");
	info->format = format;
	return formats[format].look(arena, data, len, info);
}

const char *jb_image_judge_size(
	jb_arena *arena, uint32_t width, uint32_t height)
{
	if (!width || !height)
		return JB_TR("is an image without pixels");
	if (width > JB_IMAGE_SIDE_MAX || height > JB_IMAGE_SIDE_MAX ||
		(uint64_t)width * height > JB_PIXELS_MAX)
		return jb_sprintf(arena,
			jb_tr("has %u × %u pixels; at most %u million are "
			      "allowed, "
			      "and %d on a side"),
			width, height, JB_PIXELS_MAX >> 20, JB_IMAGE_SIDE_MAX);
	return NULL;
}
