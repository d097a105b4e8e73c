/* image.c - the images that blocks show: files beside the layout, or beside the
 * report with what it says of them.  Each file is read once. */
#include "bind/scope.h"

#include <string.h>

#include "base/beside.h"
#include "base/messages.h"
#include "model/schema.h"

/* --- files --- */

static void refuse_outside(jb_binding *b, const jb_node *name)
{
	bool layout = !jb_source_same(name->pos.src, b->report->src);

	jb_error(b->diags, name->pos,
		layout ? "“%s” is outside the folder of its layout"
		       : "“%s” is outside the folder of its report",
		name->text);
	jb_hint(b->diags, layout ? "put the image beside the layout"
				 : "put the image beside the report");
}

static const jb_source *read_beside(jb_binding *b, const jb_node *name)
{
	g_autoptr(GError) error = NULL;
	bool outside;
	const jb_source *src = jb_source_beside(
		b->arena, name->pos.src, name->text, &outside, &error);

	if (outside)
		refuse_outside(b, name);
	else if (!src)
		jb_error(b->diags, name->pos, "the image cannot be read: %s",
			error->message);
	return src;
}

/* Whoever reads the file's name must know what it is. */
static bool check_suffix(
	jb_binding *b, const jb_node *name, const jb_image_info *info)
{
	jb_image_format promised;

	if (!jb_image_named(name->text, &promised)) {
		jb_error(b->diags, name->pos,
			"“%s” does not say what kind of image it is",
			name->text);
		jb_hint(b->diags, "its name ends in .jpg, .png, .webp or .svg");
		return false;
	}
	if (promised == info->format)
		return true;
	jb_error(b->diags, name->pos,
		"“%s” is named %s, but what it holds is %s", name->text,
		jb_image_format_name(promised),
		jb_image_format_name(info->format));
	jb_hint(b->diags, "give it the name that it should have");
	return false;
}

static const jb_bound_file *read_file(jb_binding *b, const jb_node *name)
{
	jb_bound_file *file = jb_new(b->arena, jb_bound_file);
	const jb_source *src = read_beside(b, name);
	const char *wrong;

	if (!src)
		return file;
	wrong = jb_image_look(b->arena, src->text, src->len, &file->info);
	if (wrong)
		jb_error(b->diags, name->pos, "“%s” %s", name->text,
			jb_tr(wrong));
	else if (check_suffix(b, name, &file->info))
		file->src = src;
	return file;
}

/* By its name's place in YAML: a block that is there many times shows one. */
static const jb_bound_file *file_of(jb_binding *b, const jb_node *name)
{
	const jb_bound_file *file = g_hash_table_lookup(b->files, name);

	if (!file) {
		file = read_file(b, name);
		g_hash_table_insert(b->files, (void *)name, (void *)file);
	}
	return file;
}

void jb_bind_report_images(jb_binding *b)
{
	for (guint i = 0; i < b->report->images->len; i++) {
		const jb_report_image *image = b->report->images->pdata[i];

		file_of(b, image->file);
	}
}

void jb_bind_miss_images(jb_binding *b)
{
	for (guint i = 0; i < b->report->images->len; i++) {
		const jb_report_image *image = b->report->images->pdata[i];

		if (jb_layout_omits(b->layout, "images") ||
			g_hash_table_contains(b->shown, image))
			continue;
		jb_warning(b->diags, image->pos,
			"the layout does not show the image “%s”", image->id);
		jb_span_chars(b->diags, (unsigned)strlen(image->id));
		jb_hint(b->diags, image->section
					  ? "it has no place for more images"
					  : "`section` says which story it "
					    "belongs to");
	}
}

/* --- how it stands in its frame --- */

static void read_focus(jb_binding *b, const jb_node *node, double *focus)
{
	for (size_t i = 0; node && i < node->n && i < 2; i++) {
		jb_length length = {0, JB_UNIT_PT};
		bool ok = jb_length_parse(node->items[i]->text, &length);

		focus[i] = length.value / 100;
		if (ok && length.unit == JB_UNIT_PERCENT && focus[i] >= 0 &&
			focus[i] <= 1 && node->n == 2)
			continue;
		jb_error(b->diags, node->pos, "this is no point of an image");
		jb_hint(b->diags, "two parts of it, from its left and its "
				  "top: [50%%, 30%%]");
		focus[i] = 0.5;
		return;
	}
}

/* "3:2" */
static double read_ratio(jb_binding *b, const jb_node *node)
{
	char *rest = NULL;
	double w, h = 0;

	if (!node)
		return 0;
	w = g_ascii_strtod(node->text, &rest);
	if (rest != node->text && *rest == ':') {
		const char *from = rest + 1;

		h = g_ascii_strtod(from, &rest);
		if (rest != from && !*rest && w > 0 && h > 0 && w / h <= 100 &&
			h / w <= 100)
			return w / h;
	}
	jb_error(b->diags, node->pos, "“%s” is no ratio of width to height",
		node->text);
	jb_hint(b->diags, "write \"3:2\", in quotes");
	return 0;
}

/* --- which image --- */

static const jb_report_image *first_of(const jb_section *section)
{
	return section && section->n_images ? section->images[0] : NULL;
}

/* An image of the report that a block's word means; false for other words. */
static bool image_at(jb_binding *b, const jb_scope *scope, const char *path,
	const jb_report_image **image)
{
	*image = NULL;
	if (strcmp(path, "lede.image") == 0)
		*image = first_of(jb_scope_lede(b));
	else if (strcmp(path, "section.image") == 0 && scope->section)
		*image = first_of(scope->section->section);
	else if (strcmp(path, "image") == 0 && scope->image)
		*image = scope->image;
	else
		return false;
	return true;
}

static const jb_rich *words(jb_binding *b, const jb_scope *scope,
	const jb_node *block, const char *key, jb_template other)
{
	const jb_node *own = jb_node_lookup(block, key);

	return own ? jb_scope_text(b, scope, own)
		   : jb_bind_report_text(b, other);
}

static void check_alt(jb_binding *b, const jb_node *block, const jb_node *name,
	bool from_report)
{
	const jb_node *alt = jb_node_lookup(block, "alt");

	if (from_report && alt) {
		jb_error(b->diags, alt->pos,
			"the report says what its images show");
		jb_hint(b->diags, "leave `alt` out");
	} else if (!from_report && !alt) {
		jb_error(b->diags, name->pos, "this image needs an “alt”");
		jb_hint(b->diags, "say what it shows, for who cannot see it");
	}
}

/* Neither a file nor a word of this place. */
static bool refuse_word(jb_binding *b, const jb_node *name)
{
	static const char *const paths[] = {
		"image", "section.image", "lede.image"};
	jb_image_format format;

	if (jb_image_named(name->text, &format))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
		if (strcmp(name->text, paths[i]) != 0)
			continue;
		jb_error(b->diags, name->pos, "`image` cannot show “%s” here",
			name->text);
		jb_span_chars(b->diags, (unsigned)strlen(name->text));
		jb_hint(b->diags,
			"`section.image` stands in pages with "
			"`each: stories`, `image` inside `each: images`");
		return true;
	}
	return false;
}

jb_bound_image *jb_bind_image(
	jb_binding *b, const jb_scope *scope, const jb_node *block)
{
	static const jb_report_image none;
	const jb_node *name = jb_node_lookup(block, "image");
	const jb_node *focus = jb_node_lookup(block, "focus");
	const jb_report_image *of = &none;
	bool from_report = image_at(b, scope, name->text, &of);
	jb_bound_image *image;

	if (from_report ? !of : refuse_word(b, name))
		return NULL;
	check_alt(b, block, name, from_report);
	if (from_report) {
		name = of->file;
		g_hash_table_add(b->shown, (void *)of);
	} else {
		of = &none;
	}
	image = jb_new(b->arena, jb_bound_image);
	*image = (jb_bound_image){
		.name = name->text,
		.pos = name->pos,
		.file = file_of(b, name),
		.alt = words(b, scope, block, "alt", of->alt),
		.caption = words(b, scope, block, "caption", of->caption),
		.credit = words(b, scope, block, "credit", of->credit),
		.ratio = read_ratio(b, jb_node_lookup(block, "ratio")),
		.cover = !strcmp(
			jb_schema_text(block, "block.image", "fit"), "cover"),
		.enlarge = jb_schema_bool(block, "block.image", "enlarge"),
		.focus = {0.5, 0.5},
	};
	read_focus(b, focus ? focus : of->focus, image->focus);
	return image->file->src ? image : NULL;
}
