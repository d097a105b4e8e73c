/* dump.c - the scene as text: what people and golden tests read.
 *
 * The same on every machine: lengths in mm with two decimals, never a locale.
 */
#include "scene/scene.h"

#include <math.h>
#include <string.h>

#include "base/length.h"
#include "scene/role.h"

static void put_number(GString *out, double value)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE + 320];

	if (fabs(value) < 0.005) /* no “-0.00” */
		value = 0;
	g_ascii_formatd(text, sizeof(text), "%.2f", value);
	g_string_append(out, text);
}

static void put_mm(GString *out, double pt)
{
	g_string_append_c(out, ' ');
	put_number(out, pt / JB_MM);
}

static void put_pt(GString *out, double pt)
{
	g_string_append_c(out, ' ');
	put_number(out, pt);
	g_string_append(out, "pt");
}

static void put_quoted(GString *out, const char *text, size_t len)
{
	const char *end = text + len;

	g_string_append_c(out, '"');
	while (text < end) {
		gunichar c = g_utf8_get_char_validated(text, end - text);

		if (c >= (gunichar)-2) { /* not UTF-8: our fault, but show it */
			g_string_append_printf(
				out, "\\x%02X", (unsigned char)*text++);
			continue;
		}
		if (c == '"' || c == '\\')
			g_string_append_printf(out, "\\%c", (char)c);
		else if (c == '\n')
			g_string_append(out, "\\n");
		else if (g_unichar_isprint(c))
			g_string_append_unichar(out, c);
		else
			g_string_append_printf(out, "\\u{%04X}", c);
		text = g_utf8_next_char(text);
	}
	g_string_append_c(out, '"');
}

static const char *ink_name(const jb_ink *ink)
{
	return ink && ink->name ? ink->name : "-";
}

static void put_text(GString *out, const jb_item *item)
{
	const jb_run *run = &item->u.text;

	g_string_append(out, "text");
	put_mm(out, item->x);
	put_mm(out, item->y);
	g_string_append(out, " w");
	put_mm(out, run->width_pt);
	if (run->face)
		g_string_append_printf(out, " | %s %d",
			jb_face_family(run->face), jb_face_weight(run->face));
	else
		g_string_append(out, " | -");
	put_pt(out, run->size_pt);
	if (run->turn == JB_TURN_RIGHT)
		g_string_append(out, " turned");
	if (run->condense > 0) {
		g_string_append(out, " condensed ");
		put_number(out, run->condense);
	}
	g_string_append_printf(out, " | %s", ink_name(run->ink));
}

/* Box of a path's points.  Handles of curves count, so a circle's box is
 * right and that of a leaning curve may be a little large. */
static void put_path_box(GString *out, const jb_item *item)
{
	static const int coords[] = {2, 2, 6, 0};
	const jb_path *path = &item->u.path;
	double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;

	for (size_t i = 0; i < path->n; i++) {
		const jb_step *step = &path->steps[i];

		for (int k = 0; k < coords[step->op]; k += 2) {
			x0 = fmin(x0, step->p[k]);
			x1 = fmax(x1, step->p[k]);
			y0 = fmin(y0, step->p[k + 1]);
			y1 = fmax(y1, step->p[k + 1]);
		}
	}
	if (x0 > x1) /* no point at all */
		x0 = y0 = x1 = y1 = 0;
	put_mm(out, item->x + x0);
	put_mm(out, item->y + y0);
	put_mm(out, x1 - x0);
	put_mm(out, y1 - y0);
}

static void put_path(GString *out, const jb_item *item)
{
	const jb_path *path = &item->u.path;

	g_string_append(out, "path");
	put_path_box(out, item);
	g_string_append_printf(out, " | %zu steps | fill %s | stroke %s",
		path->n, ink_name(path->fill), ink_name(path->stroke));
	if (!path->stroke)
		return;
	put_pt(out, path->width_pt);
	if (path->dash_on > 0) {
		g_string_append(out, " dash");
		put_pt(out, path->dash_on);
		put_pt(out, path->dash_off);
	}
	if (path->cap == JB_CAP_ROUND)
		g_string_append(out, " round");
}

static void put_image(GString *out, const jb_item *item)
{
	const jb_image *image = &item->u.image;

	g_string_append(out, "image");
	put_mm(out, item->x);
	put_mm(out, item->y);
	put_mm(out, image->width_pt);
	put_mm(out, image->height_pt);
	g_string_append_printf(out, " | %s | %zu bytes",
		image->file ? image->file : "-", image->len);
	if (image->crop_w > 0)
		g_string_append_printf(out, " | crop %.3f %.3f %.3f %.3f",
			image->crop_x, image->crop_y, image->crop_w,
			image->crop_h);
	if (item->tag && item->tag->alt) {
		g_string_append(out, " | alt ");
		put_quoted(out, item->tag->alt, strlen(item->tag->alt));
	}
}

static void put_pos(GString *out, jb_pos pos)
{
	if (pos.src)
		g_string_append_printf(
			out, " | %s:%u:%u", pos.src->name, pos.line, pos.col);
	else
		g_string_append(out, " | -");
}

static void put_tag(GString *out, const jb_tag *tag)
{
	static const char *const scopes[] = {"", " column", " row"};

	g_string_append_printf(out, " | %s%s",
		tag ? jb_role_name(tag->role) : "-",
		tag ? scopes[tag->scope] : "");
	if (tag && (tag->col_span > 1 || tag->row_span > 1))
		g_string_append_printf(out, " %dx%d", MAX(tag->col_span, 1),
			MAX(tag->row_span, 1));
}

static void put_item(GString *out, const jb_item *item)
{
	switch (item->kind) {
	case JB_ITEM_TEXT:
		put_text(out, item);
		break;
	case JB_ITEM_PATH:
		put_path(out, item);
		break;
	case JB_ITEM_IMAGE:
		put_image(out, item);
		break;
	}
	put_tag(out, item->tag);
	if (item->kind == JB_ITEM_TEXT) {
		g_string_append(out, " | ");
		put_quoted(out, item->u.text.text, item->u.text.len);
	}
	put_pos(out, item->pos);
	g_string_append_printf(
		out, " | figure %s\n", item->figure ? item->figure : "-");
}

static void put_outline(GString *out, const jb_outline *outline)
{
	g_string_append(out, "block");
	put_mm(out, outline->x);
	put_mm(out, outline->y);
	put_mm(out, outline->width);
	put_mm(out, outline->height);
	g_string_append_printf(out, " | %s", outline->kind);
	put_pos(out, outline->pos);
	g_string_append_c(out, '\n');
}

static void put_leaf(GString *out, const jb_scene *scene, unsigned index)
{
	const jb_leaf *leaf = g_ptr_array_index(scene->leaves, index);
	const char *label = leaf->label ? leaf->label : "";
	const GPtrArray *outlines = leaf->group->outlines;

	g_string_append_printf(out, "page %u ", index + 1);
	put_quoted(out, label, strlen(label));
	put_mm(out, leaf->group->width);
	put_mm(out, leaf->group->height);
	g_string_append_c(out, '\n');
	for (unsigned i = 0; i < leaf->marks->len; i++) {
		const jb_mark *mark = g_ptr_array_index(leaf->marks, i);

		g_string_append_printf(out, "mark %d", mark->level);
		put_mm(out, mark->y);
		g_string_append_c(out, ' ');
		put_quoted(out, mark->title, strlen(mark->title));
		g_string_append_c(out, '\n');
	}
	for (unsigned i = 0; outlines && i < outlines->len; i++)
		put_outline(out, outlines->pdata[i]);
	for (unsigned i = 0; i < leaf->group->items->len; i++)
		put_item(out, g_ptr_array_index(leaf->group->items, i));
}

char *jb_scene_dump(jb_arena *arena, const jb_scene *scene)
{
	g_autoptr(GString) out = g_string_new(NULL);

	for (unsigned i = 0; i < scene->leaves->len; i++)
		put_leaf(out, scene, i);
	return jb_strndup(arena, out->str, out->len);
}
