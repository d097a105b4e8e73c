/* image-jpeg.c - the markers of a JPEG file (ITU T.81, annex B): its frame,
 * its scans, and what Exif and Adobe say beside them. */
#include "base/image.h"

#include <string.h>

#include "base/exif.h"
#include "base/messages.h"

/* A progressive image is gone over once for each scan: so many pixels in all,
 * in images of the greatest size. */
enum { SCANS_OF_LARGEST = 16, SCANS_MAX = 500 };

enum {
	SOF0 = 0xC0,
	SOF2 = 0xC2,
	DHT = 0xC4,
	JPG = 0xC8,
	DAC = 0xCC,
	SOF15 = 0xCF,
	RST0 = 0xD0,
	RST7 = 0xD7,
	SOI = 0xD8,
	EOI = 0xD9,
	SOS = 0xDA,
	APP1 = 0xE1,
	APP14 = 0xEE,
	TEM = 0x01,
};

typedef struct walk {
	jb_arena *arena;
	const unsigned char *p, *end;
	jb_image_info *info;
	bool adobe;
	unsigned scans;
} walk;

static const char cut_off[] =
	JB_TR("is cut off: the end of its data is missing");

/* --- segments --- */

static unsigned two(const unsigned char *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

static const char *read_frame(walk *w, const unsigned char *p, size_t len)
{
	enum { LEAST = 6 };

	if (w->info->file_w)
		return JB_TR("is damaged: it has two frames");
	if (len < LEAST)
		return JB_TR("is damaged: its frame says too little");
	if (p[0] != 8)
		return JB_TR("has more than 8 bits to a colour, which a PDF "
			     "cannot hold: save it with 8");
	w->info->file_h = two(p + 1);
	w->info->file_w = two(p + 3);
	w->info->channels = p[5];
	if (p[5] != 1 && p[5] != 3 && p[5] != 4)
		return JB_TR("is neither grey nor RGB nor CMYK");
	return jb_image_judge_size(w->arena, w->info->file_w, w->info->file_h);
}

/* Baseline and progressive by Huffman codes: what PDF readers take. */
static bool is_other_frame(unsigned marker)
{
	return marker > SOF2 && marker <= SOF15 && marker != DHT &&
	       marker != JPG && marker != DAC;
}

static const char *read_segment(
	walk *w, unsigned marker, const unsigned char *p, size_t len)
{
	if (marker >= SOF0 && marker <= SOF2)
		return read_frame(w, p, len);
	if (is_other_frame(marker))
		return JB_TR("is a JPEG of a rare kind: save it as baseline or "
			     "progressive");
	if (marker == APP1 && len > 6 && !memcmp(p, "Exif\0", 6))
		w->info->turn = jb_exif_orientation(p + 6, len - 6);
	if (marker == APP14 && len >= 12 && !memcmp(p, "Adobe", 5))
		w->adobe = true;
	return NULL;
}

/* Over the codes of a scan, up to the next marker. */
static void skip_codes(walk *w)
{
	while (w->end - w->p >= 2) {
		const unsigned char *ff =
			memchr(w->p, 0xFF, (size_t)(w->end - w->p) - 1);

		if (!ff) {
			w->p = w->end;
			return;
		}
		w->p = ff;
		if (ff[1] && ff[1] != 0xFF && (ff[1] < RST0 || ff[1] > RST7))
			return;
		w->p += ff[1] == 0xFF ? 1 : 2;
	}
}

static const char *begin_scan(walk *w)
{
	uint64_t pixels = (uint64_t)w->info->file_w * w->info->file_h;

	if (!w->info->file_w)
		return JB_TR("is damaged: it has no frame");
	w->scans++;
	if (w->scans > SCANS_MAX ||
		w->scans * pixels > (uint64_t)JB_PIXELS_MAX * SCANS_OF_LARGEST)
		return JB_TR("has too many scans");
	skip_codes(w);
	return NULL;
}

/* The next marker; 0 where there is none. */
static unsigned next_marker(walk *w)
{
	while (w->p < w->end && *w->p != 0xFF)
		w->p++;
	while (w->p < w->end && *w->p == 0xFF)
		w->p++;
	return w->p < w->end ? *w->p++ : 0;
}

static const char *step(walk *w, bool *done)
{
	unsigned marker = next_marker(w);
	const unsigned char *p = w->p;
	const char *wrong;
	size_t len;

	*done = marker == EOI;
	if (!marker)
		return cut_off;
	if (*done || marker == TEM || (marker >= RST0 && marker <= SOI))
		return NULL;
	if (w->end - p < 2)
		return cut_off;
	len = two(p);
	if (len < 2)
		return JB_TR("is damaged: a part of it has no length");
	if (len > (size_t)(w->end - p))
		return cut_off;
	w->p += len;
	wrong = read_segment(w, marker, p + 2, len - 2);
	return wrong || marker != SOS ? wrong : begin_scan(w);
}

const char *jb_image_look_jpeg(jb_arena *arena, const unsigned char *data,
	size_t len, jb_image_info *info)
{
	walk w = {arena, data, data + len, info, false, 0};
	const char *wrong = NULL;
	bool done = false;

	while (!wrong && !done)
		wrong = step(&w, &done);
	if (wrong)
		return wrong;
	if (!w.scans)
		return JB_TR("is an image without pixels");
	info->inverted = w.adobe && info->channels == 4;
	info->width = info->turn > 4 ? info->file_h : info->file_w;
	info->height = info->turn > 4 ? info->file_w : info->file_h;
	return NULL;
}
