/* pdf.c - the whole scene as PDF: pages, metadata, outline, structure.
 */
#include "paint/draw.h"

#include <cairo-pdf.h>
#include <string.h>

#include "paint/date.h"
#include "paint/inks.h"
#include "paint/links.h"
#include "paint/tags.h"

static void put_metadata(cairo_surface_t *pdf, const jb_scene *scene)
{
	const struct {
		cairo_pdf_metadata_t key;
		const char *text;
	} entries[] = {
		{CAIRO_PDF_METADATA_TITLE, scene->title},
		{CAIRO_PDF_METADATA_AUTHOR, scene->author},
		{CAIRO_PDF_METADATA_SUBJECT, scene->subject},
		{CAIRO_PDF_METADATA_KEYWORDS, scene->keywords},
		{CAIRO_PDF_METADATA_CREATOR, "jianbao"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(entries); i++)
		if (entries[i].text)
			cairo_pdf_surface_set_metadata(
				pdf, entries[i].key, entries[i].text);
}

/* True when the folios say something else than 1, 2, 3. */
static bool has_labels(const jb_scene *scene)
{
	for (unsigned i = 0; i < scene->leaves->len; i++) {
		const jb_leaf *leaf = g_ptr_array_index(scene->leaves, i);
		g_autofree char *number = g_strdup_printf("%u", i + 1);

		if (leaf->label && strcmp(leaf->label, number) != 0)
			return true;
	}
	return false;
}

/* Entries hang below the nearest entry of a lesser level before them. */
static void put_outline(cairo_surface_t *pdf, const jb_scene *scene)
{
	int parents[] = {CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT,
		CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT};

	for (unsigned i = 0; i < scene->leaves->len; i++) {
		const jb_leaf *leaf = g_ptr_array_index(scene->leaves, i);

		for (unsigned k = 0; k < leaf->marks->len; k++) {
			const jb_mark *mark = g_ptr_array_index(leaf->marks, k);
			int level = CLAMP(mark->level, 1, 3);
			/* whole points: cairo reads numbers by the locale */
			g_autofree char *where = g_strdup_printf(
				"page=%u pos=[0 %d]", i + 1,
				(int)CLAMP(mark->y, 0, leaf->group->height));
			int id = cairo_pdf_surface_add_outline(pdf,
				parents[level - 1], mark->title, where,
				CAIRO_PDF_OUTLINE_FLAG_OPEN);

			for (int below = level; below < 4; below++)
				parents[below] = id;
		}
	}
}

/* The first tag on a page or those after it. */
static const jb_tag *next_tag(const jb_scene *scene, unsigned page)
{
	for (; page < scene->leaves->len; page++) {
		const jb_leaf *leaf = g_ptr_array_index(scene->leaves, page);

		for (unsigned i = 0; i < leaf->group->items->len; i++) {
			const jb_item *item =
				g_ptr_array_index(leaf->group->items, i);

			if (item->tag)
				return item->tag;
		}
	}
	return NULL;
}

static void draw_leaf(jb_draw *draw, jb_tags *tags, const jb_leaf *leaf)
{
	jb_links links;

	jb_links_open(&links, leaf);
	for (unsigned i = 0; i < leaf->group->items->len; i++) {
		const jb_item *item = g_ptr_array_index(leaf->group->items, i);

		jb_tags_switch(tags, item->tag, jb_links_at(&links, i));
		jb_draw_item(draw, item);
	}
	jb_links_close(&links);
}

static void draw_pages(jb_draw *draw, const jb_scene *scene)
{
	cairo_surface_t *pdf = cairo_get_target(draw->cr);
	bool labels = has_labels(scene);
	jb_tags tags;

	jb_tags_open(&tags, draw->cr, scene);
	for (unsigned i = 0; i < scene->leaves->len; i++) {
		const jb_leaf *leaf = g_ptr_array_index(scene->leaves, i);

		cairo_pdf_surface_set_size(
			pdf, leaf->group->width, leaf->group->height);
		draw_leaf(draw, &tags, leaf);
		if (labels && leaf->label)
			cairo_pdf_surface_set_page_label(pdf, leaf->label);
		jb_tags_page(&tags, next_tag(scene, i + 1));
		cairo_show_page(draw->cr);
		if (!jb_draw_check(draw, NULL))
			break;
	}
	jb_tags_close(&tags);
}

bool jb_paint_pdf(jb_painter *painter, const jb_scene *scene, GByteArray *out,
	GError **error)
{
	unsigned before = out->len;
	cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream(
		jb_draw_write, out, scene->width_pt, scene->height_pt);
	jb_draw draw;

	put_metadata(pdf, scene);
	jb_pdf_date_put(pdf, scene->date);
	put_outline(pdf, scene);
	jb_draw_open(&draw, painter, scene, pdf);
	draw.pass = JB_PASS_ALL;
	draw_pages(&draw, scene);
	if (!jb_draw_close(&draw, error)) {
		g_byte_array_set_size(out, before);
		return false;
	}
	jb_pdf_date_mend(out, scene->date);
	jb_pdf_inks_mend(out, scene);
	return true;
}
