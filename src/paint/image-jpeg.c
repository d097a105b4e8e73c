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
} work;

/* libjpeg's own words are for programmers. */
static void fail(j_common_ptr jpeg)
{
	work *w = (work *)jpeg;

	longjmp(w->back, 1);
}

/* Warnings are of damage: pixels that the file does not have are none. */
static void complain(j_common_ptr jpeg, int level)
{
	if (level < 0)
		fail(jpeg);
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

static void read_rows(work *w, const jb_image *image, GError **error)
{
	int channels = image->info.channels;
	void (*convert)(const unsigned char *, unsigned char *) =
		channels == 1	       ? from_grey
		: channels == 3	       ? from_rgb
		: image->info.inverted ? from_light
				       : from_ink;

	jpeg_mem_src(&w->jpeg, image->data, image->len);
	jpeg_read_header(&w->jpeg, TRUE);
	w->jpeg.out_color_space = channels == 1	  ? JCS_GRAYSCALE
				  : channels == 3 ? JCS_RGB
						  : JCS_CMYK;
	jpeg_start_decompress(&w->jpeg);
	if (w->jpeg.output_width != image->info.file_w ||
		w->jpeg.output_height != image->info.file_h ||
		w->jpeg.output_components != channels)
		ERREXIT(&w->jpeg, JERR_BAD_LENGTH);
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

cairo_surface_t *jb_jpeg_open(const jb_image *image, GError **error)
{
	/* kept on the heap: it is written between setjmp and longjmp */
	g_autofree work *w = g_new0(work, 1);

	w->jpeg.err = jpeg_std_error(&w->errors);
	w->errors.error_exit = fail;
	w->errors.emit_message = complain;
	if (setjmp(w->back)) {
		jb_image_refuse(image, JB_TR("it is damaged"), error);
		if (w->surface)
			cairo_surface_destroy(w->surface);
		w->surface = NULL;
	} else {
		jpeg_create_decompress(&w->jpeg);
		read_rows(w, image, error);
	}
	jpeg_destroy_decompress(&w->jpeg);
	g_free(w->row);
	g_free(w->rgba);
	return w->surface;
}
