/* layout-page.c - a layout's page: its size, grid and margins. */
#include "model/layout-parts.h"

#include <string.h>

#include "model/schema.h"

/* Trimmed pages in mm: ISO 216; what Chinese printers cut from sheets of 787 by
 * 1092 mm (16 and 32 to a sheet), 889 by 1194 (large 16) and 850 by 1168 (large
 * 32); newspapers, which are not trimmed: a quarter and an eighth of a sheet of
 * 781 by 1092 mm; slides of 7.5 inches; ANSI/ASME Y14.1. */
static const struct {
	const char *name;
	double width_mm, height_mm;
} sizes[] = {
	{"A0", 841, 1189},
	{"A1", 594, 841},
	{"A2", 420, 594},
	{"A3", 297, 420},
	{"A4", 210, 297},
	{"A5", 148, 210},
	{"A6", 105, 148},
	{"A7", 74, 105},
	{"A8", 52, 74},
	{"B0", 1000, 1414},
	{"B1", 707, 1000},
	{"B2", 500, 707},
	{"B3", 353, 500},
	{"B4", 250, 353},
	{"B5", 176, 250},
	{"B6", 125, 176},
	{"B7", 88, 125},
	{"B8", 62, 88},
	{"16K", 185, 260},
	{"16开", 185, 260},
	{"大16开", 210, 285},
	{"32开", 130, 184},
	{"大32开", 140, 203},
	{"对开", 390, 546},
	{"四开", 273, 390},
	{"16:9", 7.5 * 25.4 * 16 / 9, 7.5 * 25.4},
	{"4:3", 10 * 25.4, 7.5 * 25.4},
	{"Letter", 8.5 * 25.4, 11 * 25.4},
	{"Legal", 8.5 * 25.4, 14 * 25.4},
};

struct reader {
	jb_diags *diags;
	jb_layout *layout;
};

/* A length of the page: no style gives it an em, no row a rest. */
static double page_pt(struct reader *r, const jb_node *node, const char *text,
	double line_pt, double whole_pt)
{
	jb_length length = {0, JB_UNIT_PT};

	jb_length_parse(text, &length);
	if (length.unit == JB_UNIT_EM || length.unit == JB_UNIT_FR ||
		(length.unit == JB_UNIT_LH && line_pt == 0) ||
		(length.unit == JB_UNIT_PERCENT && whole_pt == 0)) {
		jb_error(r->diags, node->pos, "“%s” has no size here", text);
		jb_hint(r->diags, "write mm or pt");
	}
	return jb_length_pt(length, 0, line_pt, whole_pt);
}

/* A length of the page's mappings that must not be negative. */
static double read_pt(struct reader *r, const jb_node *map, const char *object,
	const char *key, double whole_pt)
{
	const jb_node *node = jb_node_lookup(map, key);
	const char *text = jb_schema_text(map, object, key);
	double pt;

	pt = page_pt(
		r, node ? node : map, text, r->layout->baseline_pt, whole_pt);
	if (pt < 0) {
		jb_error(r->diags, node->pos, "“%s” must not be negative", key);
		jb_span_chars(r->diags, (unsigned)strlen(text));
	}
	return pt;
}

static void read_size_list(struct reader *r, const jb_node *list)
{
	double *sides[] = {&r->layout->width_pt, &r->layout->height_pt};

	if (list->n != 2) {
		jb_error(r->diags, list->pos,
			"“size” must have 2 lengths, not %zu", list->n);
		jb_hint(r->diags, "width and height: [210mm, 297mm]");
		return;
	}
	for (size_t i = 0; i < 2; i++) {
		const jb_node *side = list->items[i];

		*sides[i] = page_pt(r, side, side->text, 0, 0);
		if (*sides[i] < JB_PAGE_MIN_PT || *sides[i] > JB_PAGE_MAX_PT)
			jb_error(r->diags, side->pos,
				"a page is from 36pt to 14400pt, not “%s”",
				side->text);
	}
}

static void read_size(struct reader *r, const jb_node *page)
{
	const jb_node *size = jb_node_lookup(page, "size");
	const char *name = jb_schema_text(page, "page", "size");

	r->layout->width_pt = 210 * JB_MM;
	r->layout->height_pt = 297 * JB_MM;
	if (size && size->kind == JB_SEQUENCE) {
		read_size_list(r, size);
		return;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
		if (strcmp(sizes[i].name, name) != 0)
			continue;
		r->layout->width_pt = sizes[i].width_mm * JB_MM;
		r->layout->height_pt = sizes[i].height_mm * JB_MM;
	}
}

/* The longer side across, and free height. */
static void turn_size(struct reader *r, const jb_node *page)
{
	jb_layout *l = r->layout;
	double width = l->width_pt, height = l->height_pt;

	if (jb_schema_bool(page, "page", "landscape") && width < height) {
		l->width_pt = height;
		l->height_pt = width;
	}
	l->free_height = jb_node_lookup(page, "height") != NULL;
	if (l->free_height)
		l->height_pt = JB_PAGE_MAX_PT;
	l->max_height_pt = l->height_pt;
}

static void read_grid(struct reader *r, const jb_node *page)
{
	jb_layout *l = r->layout;
	const jb_node *node = jb_node_lookup(page, "baseline");

	l->baseline_pt = read_pt(r, page, "page", "baseline", 0);
	if (node && l->baseline_pt < 1) {
		jb_error(
			r->diags, node->pos, "“baseline” must be at least 1pt");
		l->baseline_pt = 1;
	}
	l->ascent_pt = read_pt(r, page, "page", "ascent", l->baseline_pt);
	node = jb_node_lookup(page, "ascent");
	if (node && l->ascent_pt > l->baseline_pt)
		jb_error(r->diags, node->pos,
			"“ascent” must be at most the baseline");
	/* the default is meant for the default baseline */
	if (!node && l->ascent_pt > l->baseline_pt)
		l->ascent_pt = 0.75 * l->baseline_pt;
	l->columns = jb_schema_int(page, "page", "columns");
	l->gutter_pt = read_pt(r, page, "page", "gutter", l->width_pt);
	l->bleed_pt = read_pt(r, page, "page", "bleed", 0);
}

static void read_margin(struct reader *r, const jb_node *margin)
{
	jb_layout *l = r->layout;
	double height = l->free_height ? 0 : l->height_pt;

	l->top_pt = read_pt(r, margin, "margin", "top", height);
	l->bottom_pt = read_pt(r, margin, "margin", "bottom", height);
	l->inner_pt = read_pt(r, margin, "margin", "inner", l->width_pt);
	l->outer_pt = read_pt(r, margin, "margin", "outer", l->width_pt);
}

static void read_max_height(struct reader *r, const jb_node *page)
{
	jb_layout *l = r->layout;
	const jb_node *node = jb_node_lookup(page, "max_height");

	if (!node)
		return;
	l->max_height_pt = read_pt(r, page, "page", "max_height", 0);
	if (!l->free_height) {
		jb_error(r->diags, node->pos,
			"“max_height” is for pages with `height: auto`");
	} else if (l->max_height_pt < JB_PAGE_MIN_PT ||
		   l->max_height_pt > JB_PAGE_MAX_PT) {
		jb_error(r->diags, node->pos,
			"a page is from 36pt to 14400pt, not “%s”", node->text);
	}
}

static void read_larger(struct reader *r, const jb_node *page)
{
	jb_layout *l = r->layout;

	l->larger = jb_node_lookup(page, "larger");
	if (l->larger && l->free_height)
		jb_error(r->diags, l->larger->pos,
			"“larger” is not for pages with `height: auto`");
}

/* The type area holds a line, and each column a character. */
static void check_room(struct reader *r, const jb_node *page)
{
	const jb_layout *l = r->layout;
	jb_pos margin = jb_node_key(page, "margin")->pos;
	double width = l->width_pt - l->inner_pt - l->outer_pt;
	double height = l->height_pt - l->top_pt - l->bottom_pt;
	double columns = width - (l->columns - 1) * l->gutter_pt;

	if (width < JB_STYLE_SIZE_PT) {
		jb_error(r->diags, margin,
			"inner and outer margin leave no room for type");
	} else if (columns < l->columns * JB_STYLE_SIZE_PT) {
		jb_error(r->diags, margin,
			"%d columns and their gutters do not fit between the "
			"margins",
			l->columns);
		jb_hint(r->diags, "fewer columns, or a narrower gutter");
	}
	if (height < l->baseline_pt)
		jb_error(r->diags, margin,
			"top and bottom margin leave no room for a line");
}

void jb_page_read(jb_diags *diags, jb_layout *layout, const jb_node *page)
{
	struct reader reader = {diags, layout}, *r = &reader;
	unsigned before = jb_diags_errors(r->diags);

	read_size(r, page);
	turn_size(r, page);
	layout->two_sided =
		!strcmp(jb_schema_text(page, "page", "sides"), "two");
	read_grid(r, page);
	read_margin(r, jb_node_lookup(page, "margin"));
	read_max_height(r, page);
	read_larger(r, page);
	if (jb_diags_errors(r->diags) == before)
		check_room(r, page);
}
