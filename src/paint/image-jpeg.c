/* image-jpeg.c - pixels of JPEG files, by libjpeg: for pictures of pages; a PDF
 * takes the file's own bytes. */
#include "paint/images.h"

#include <stdio.h>
#include <jpeglib.h>
#include <jerror.h>
#include <setjmp.h>

#include "base/messages.h"

typedef struct work {
	struct jpeg_decompress_struct jpeg;
	struct jpeg_error_mgr errors;
	jmp_buf back;
	unsigned char *row, *rgba;
	cairo_surface_t *surface;
	bool failed;
} work;

/* libjpeg's own words are for programmers. */
static void fail(j_common_ptr jpeg)
{
	work *w = (work *)jpeg;

	longjmp(w->back, 1);
}

/* Warnings that pixels are missing or wrong; others are of the file's style. */
static void complain(j_common_ptr jpeg, int level)
{
	switch (level < 0 ? jpeg->err->msg_code : 0) {
	case JWRN_BOGUS_PROGRESSION:
	case JWRN_HIT_MARKER:
	case JWRN_HUFF_BAD_CODE:
	case JWRN_JPEG_EOF:
	case JWRN_MUST_RESYNC:
		fail(jpeg);
	}
}

static void from_grey(const unsigned char *in, unsigned char *rgba)
{
	rgba[0] = rgba[1] = rgba[2] = in[0];
}

static void from_rgb(const unsigned char *in, unsigned char *rgba)
{
	rgba[0] = in[0];
	rgba[1] = in[1];
	rgba[2] = in[2];
}

/* In: how much light each ink lets through. */
static void from_light(const unsigned char *in, unsigned char *rgba)
{
	for (int i = 0; i < 3; i++)
		rgba[i] = (unsigned char)((in[i] * in[3] + 127) / 255);
}

static void from_ink(const unsigned char *in, unsigned char *rgba)
{
	const unsigned char light[] = {(unsigned char)(255 - in[0]),
		(unsigned char)(255 - in[1]), (unsigned char)(255 - in[2]),
		(unsigned char)(255 - in[3])};

	from_light(light, rgba);
}

/* Up to the first row of 1 / part of its size. */
static void begin(work *w, const jb_image *image, unsigned part)
{
	int channels = image->info.channels;

	jpeg_mem_src(&w->jpeg, image->data, image->len);
	jpeg_read_header(&w->jpeg, TRUE);
	w->jpeg.out_color_space = channels == 1	  ? JCS_GRAYSCALE
				  : channels == 3 ? JCS_RGB
						  : JCS_CMYK;
	w->jpeg.scale_denom = part;
	jpeg_start_decompress(&w->jpeg);
	if (w->jpeg.image_width != image->info.file_w ||
		w->jpeg.image_height != image->info.file_h ||
		w->jpeg.output_components != channels)
		ERREXIT(&w->jpeg, JERR_BAD_LENGTH);
}

static void read_rows(work *w, const jb_image *image, GError **error)
{
	int channels = image->info.channels;
	void (*convert)(const unsigned char *, unsigned char *) =
		channels == 1	       ? from_grey
		: channels == 3	       ? from_rgb
		: image->info.inverted ? from_light
				       : from_ink;

	begin(w, image, 1);
	w->surface = jb_pixels_new(image, false, error);
	w->row = g_malloc0((size_t)w->jpeg.output_width * (size_t)channels);
	w->rgba = g_malloc0((size_t)w->jpeg.output_width * 4);
	while (w->surface && w->jpeg.output_scanline < image->info.file_h) {
		uint32_t y = w->jpeg.output_scanline;

		jpeg_read_scanlines(&w->jpeg, &w->row, 1);
		for (uint32_t i = 0; i < image->info.file_w; i++) {
			convert(w->row + i * (uint32_t)channels,
				w->rgba + 4 * i);
			w->rgba[4 * i + 3] = 255;
		}
		jb_pixels_put(w->surface, y, w->rgba);
	}
}

/* All codes are read, but few pixels made of them. */
static void read_codes(work *w, const jb_image *image)
{
	enum { PART = 8 };

	begin(w, image, PART);
	w->row = g_malloc0((size_t)w->jpeg.output_width *
			   (size_t)w->jpeg.output_components);
	while (w->jpeg.output_scanline < w->jpeg.output_height)
		jpeg_read_scanlines(&w->jpeg, &w->row, 1);
}

/* With a surface its pixels are kept. */
static bool read_all(
	const jb_image *image, cairo_surface_t **surface, GError **error)
{
	/* kept on the heap: it is written between setjmp and longjmp */
	g_autofree work *w = g_new0(work, 1);

	w->jpeg.err = jpeg_std_error(&w->errors);
	w->errors.error_exit = fail;
	w->errors.emit_message = complain;
	if (setjmp(w->back)) {
		w->failed = true;
		jb_image_refuse(image, JB_TR("it is damaged"), error);
	} else {
		jpeg_create_decompress(&w->jpeg);
		if (surface)
			read_rows(w, image, error);
		else
			read_codes(w, image);
	}
	jpeg_destroy_decompress(&w->jpeg);
	g_free(w->row);
	g_free(w->rgba);
	if (w->failed && w->surface)
		cairo_surface_destroy(w->surface);
	else if (surface)
		*surface = w->surface;
	return !w->failed;
}

cairo_surface_t *jb_jpeg_open(const jb_image *image, GError **error)
{
	cairo_surface_t *surface = NULL;

	return read_all(image, &surface, error) ? surface : NULL;
}

bool jb_jpeg_check(const jb_image *image, GError **error)
{
	return read_all(image, NULL, error);
}
