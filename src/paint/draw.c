/* draw.c - items of a scene with cairo, one by one in the scene's order.
 */
#include "paint/draw.h"

#include <math.h>

#include "paint/font.h"

GQuark jb_paint_error_quark(void)
{
	return g_quark_from_static_string("jb-paint-error");
}

void jb_draw_open(jb_draw *draw, jb_painter *painter, const jb_scene *scene,
	cairo_surface_t *surface)
{
	cairo_font_options_t *options = cairo_font_options_create();

	*draw = (jb_draw){.painter = painter, .cr = cairo_create(surface)};
	cairo_surface_destroy(surface); /* the context holds it */
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_set_font_options(draw->cr, options);
	cairo_font_options_destroy(options);
	draw->own_images = !scene->images;
	draw->images = scene->images ? scene->images : jb_images_open();
}

cairo_status_t jb_draw_write(
	void *closure, const unsigned char *data, unsigned len)
{
	g_byte_array_append(closure, data, len);
	return CAIRO_STATUS_SUCCESS;
}

/* --- what may go wrong --- */

/* Every number passes here: cairo 1.16 hangs or aborts on some that are not
 * finite or too large for its fixed point. */
static double number(jb_draw *draw, double value)
{
	if (isfinite(value) && fabs(value) <= 1e6)
		return value;
	if (!draw->error)
		g_set_error_literal(&draw->error, JB_PAINT_ERROR,
			JB_PAINT_NUMBER,
			"the scene has a number that cannot be drawn");
	return 0;
}

bool jb_draw_check(jb_draw *draw, GError **error)
{
	cairo_status_t status = cairo_status(draw->cr);

	if (!status)
		status = cairo_surface_status(cairo_get_target(draw->cr));
	if (status && !draw->error)
		g_set_error(&draw->error, JB_PAINT_ERROR, JB_PAINT_CAIRO,
			"cannot draw: %s", cairo_status_to_string(status));
	if (!draw->error)
		return true;
	if (error && !*error)
		*error = g_error_copy(draw->error);
	return false;
}

bool jb_draw_close(jb_draw *draw, GError **error)
{
	bool ok;

	cairo_surface_finish(cairo_get_target(draw->cr));
	ok = jb_draw_check(draw, error);
	cairo_destroy(draw->cr);
	if (draw->own_images)
		jb_images_close(draw->images);
	g_clear_error(&draw->error);
	return ok;
}

/* --- items --- */

static void set_ink(jb_draw *draw, const jb_ink *ink)
{
	if (ink)
		cairo_set_source_rgb(draw->cr, number(draw, ink->r),
			number(draw, ink->g), number(draw, ink->b));
	else
		cairo_set_source_rgb(draw->cr, 0, 0, 0);
}

/* Glyphs on the page: those of a turned run go down it. */
static cairo_glyph_t *glyphs_new(
	jb_draw *draw, const jb_run *run, double x, double y)
{
	cairo_glyph_t *glyphs = g_new(cairo_glyph_t, run->n_glyphs);
	bool turned = run->turn == JB_TURN_RIGHT;

	for (size_t i = 0; i < run->n_glyphs; i++) {
		const jb_glyph *glyph = &run->glyphs[i];

		glyphs[i].index = glyph->id;
		glyphs[i].x = number(draw, x + (turned ? -glyph->y : glyph->x));
		glyphs[i].y = number(draw, y + (turned ? glyph->x : glyph->y));
	}
	return glyphs;
}

/* Size, width and turn belong to the font: so the same outlines serve all. */
static void set_font(jb_draw *draw, const jb_run *run, cairo_font_face_t *face)
{
	double size = number(draw, run->size_pt);
	double width = size * (run->condense > 0 ? run->condense : 1);
	cairo_matrix_t matrix;

	cairo_matrix_init(&matrix, width, 0, 0, size, 0, 0);
	if (run->turn == JB_TURN_RIGHT)
		cairo_matrix_init(&matrix, 0, width, -size, 0, 0, 0);
	cairo_set_font_face(draw->cr, face);
	cairo_set_font_matrix(draw->cr, &matrix);
}

/* With its characters and which glyphs stand for which, so that copying and
 * searching find them. */
static void show_glyphs(
	jb_draw *draw, const jb_run *run, const cairo_glyph_t *glyphs)
{
	g_autofree cairo_text_cluster_t *clusters =
		g_new(cairo_text_cluster_t, run->n_clusters);

	for (size_t i = 0; i < run->n_clusters; i++) {
		clusters[i].num_bytes = run->clusters[i].bytes;
		clusters[i].num_glyphs = run->clusters[i].glyphs;
	}
	cairo_show_text_glyphs(draw->cr, run->text, (int)run->len, glyphs,
		(int)run->n_glyphs, clusters, (int)run->n_clusters, 0);
}

static void draw_text(jb_draw *draw, const jb_item *item)
{
	const jb_run *run = &item->u.text;
	g_autofree cairo_glyph_t *glyphs = NULL;
	cairo_font_face_t *face;

	if (!run->n_glyphs)
		return;
	face = jb_painter_face(
		draw->painter, run->face, draw->error ? NULL : &draw->error);
	if (!face)
		return;
	set_font(draw, run, face);
	set_ink(draw, run->ink);
	glyphs = glyphs_new(draw, run, item->x, item->y);
	if (draw->outlines) {
		cairo_glyph_path(draw->cr, glyphs, (int)run->n_glyphs);
		cairo_fill(draw->cr);
	} else {
		show_glyphs(draw, run, glyphs);
	}
}

static void trace_path(jb_draw *draw, const jb_item *item)
{
	const jb_path *path = &item->u.path;
	cairo_t *cr = draw->cr;
	double p[6];

	cairo_new_path(cr);
	for (size_t i = 0; i < path->n; i++) {
		const jb_step *step = &path->steps[i];

		for (int k = 0; k < 6; k++)
			p[k] = number(
				draw, step->p[k] + (k % 2 ? item->y : item->x));
		switch (step->op) {
		case JB_MOVE:
			cairo_move_to(cr, p[0], p[1]);
			break;
		case JB_LINE:
			cairo_line_to(cr, p[0], p[1]);
			break;
		case JB_CURVE:
			cairo_curve_to(cr, p[0], p[1], p[2], p[3], p[4], p[5]);
			break;
		case JB_CLOSE:
			cairo_close_path(cr);
			break;
		}
	}
}

static void set_stroke(jb_draw *draw, const jb_path *path)
{
	/* dashes of no length would never end */
	const double dash[] = {fmax(number(draw, path->dash_on), 0.05),
		fmax(number(draw, path->dash_off), 0.05)};

	cairo_set_line_width(draw->cr, number(draw, path->width_pt));
	cairo_set_line_cap(draw->cr, path->cap == JB_CAP_ROUND
					     ? CAIRO_LINE_CAP_ROUND
					     : CAIRO_LINE_CAP_BUTT);
	cairo_set_dash(draw->cr, dash, path->dash_on > 0 ? 2 : 0, 0);
	set_ink(draw, path->stroke);
}

static void draw_path(jb_draw *draw, const jb_item *item)
{
	const jb_path *path = &item->u.path;

	trace_path(draw, item);
	if (path->fill) {
		set_ink(draw, path->fill);
		cairo_fill_preserve(draw->cr);
	}
	if (path->stroke && path->width_pt > 0) {
		set_stroke(draw, path);
		cairo_stroke_preserve(draw->cr);
	}
	cairo_new_path(draw->cr);
}

/* All of the image is drawn, and its frame cuts off what is not wanted.  It
 * always does: painting all over a page without a clip makes cairo 1.16 forget
 * the structure that was opened before. */
static void fit_frame(jb_draw *draw, const jb_item *item)
{
	const jb_image *image = &item->u.image;
	double width = number(draw, image->width_pt);
	double height = number(draw, image->height_pt);

	cairo_translate(draw->cr, number(draw, item->x), number(draw, item->y));
	cairo_rectangle(draw->cr, 0, 0, width, height);
	cairo_clip(draw->cr);
	if (image->crop_w > 0 && image->crop_h > 0) {
		width = number(draw, width / image->crop_w);
		height = number(draw, height / image->crop_h);
		cairo_translate(draw->cr, number(draw, -image->crop_x * width),
			number(draw, -image->crop_y * height));
	}
	cairo_scale(draw->cr, width / image->info.width,
		height / image->info.height);
}

static void draw_image(jb_draw *draw, const jb_item *item)
{
	const jb_image *image = &item->u.image;

	if (!(image->width_pt > 0 && image->height_pt > 0 &&
		    image->info.width > 0 && image->info.height > 0))
		return;
	cairo_save(draw->cr);
	fit_frame(draw, item);
	jb_images_draw(draw->images, image, draw->cr, draw->pass,
		draw->error ? NULL : &draw->error);
	cairo_restore(draw->cr);
}

void jb_draw_item(jb_draw *draw, const jb_item *item)
{
	switch (item->kind) {
	case JB_ITEM_TEXT:
		draw_text(draw, item);
		break;
	case JB_ITEM_PATH:
		draw_path(draw, item);
		break;
	case JB_ITEM_IMAGE:
		draw_image(draw, item);
		break;
	}
}

void jb_draw_leaf(jb_draw *draw, const jb_leaf *leaf)
{
	for (unsigned i = 0; i < leaf->group->items->len; i++)
		jb_draw_item(draw, g_ptr_array_index(leaf->group->items, i));
}
