/* The document's journey.  Read jb_make() first: every step is a room. */
#include "jianbao.h"

#include <string.h>

#include "base/messages.h"
#include "bind/bind.h"
#include "layout/boxes.h"
#include "layout/paginate.h"
#include "model/overlay.h"
#include "model/recipe.h"
#include "model/shelf.h"
#include "paint/paint.h"
#include "scene/desk.h"
#include "scene/overlap.h"

/* ---- layouts and themes ---- */

static bool is_path(const char *name)
{
	return strchr(name, '/') || g_str_has_suffix(name, ".yaml");
}

/* A path if it has a slash or ends in .yaml, else a shipped one. */
static const char *path_of(jb_arena *arena, const jb_shop *shop,
	const char *object, const char *name)
{
	if (is_path(name))
		return jb_strdup(arena, name);
	if (strcmp(object, "theme") == 0)
		return jb_sprintf(arena, "%s/%s.yaml", shop->themes, name);
	return jb_sprintf(arena, "%s/%s/layout.yaml", shop->layouts, name);
}

/* The same for a name that a file says: its path starts beside that file. */
static const char *path_beside(jb_arena *arena, const jb_shop *shop,
	const char *object, const jb_node *name)
{
	g_autofree char *folder = g_path_get_dirname(name->pos.src->name);

	if (!is_path(name->text) || g_path_is_absolute(name->text) ||
		strcmp(folder, ".") == 0)
		return path_of(arena, shop, object, name->text);
	return jb_sprintf(arena, "%s/%s", folder, name->text);
}

/* What opening a layout and its theme needs. */
struct opening {
	const jb_shop *shop;
	jb_arena *arena;
	jb_diags *diags;
	GArray *overrides;
	const char *object; /* of the tree that is open: "layout" or "theme" */
};

/* What to write for a name that is not there; NULL for a path. */
static const char *advice_on(
	const struct opening *o, const char *object, const char *name)
{
	if (is_path(name))
		return NULL;
	if (strcmp(object, "theme") == 0)
		return jb_shelf_advice(
			o->arena, o->shop->themes, ".yaml", name);
	return jb_shelf_advice(
		o->arena, o->shop->layouts, "/layout.yaml", name);
}

/* The file that a name in a file means; NULL, and told there, when there is
 * none. */
static const char *find_named(
	const struct opening *o, const jb_node *name, const char *object)
{
	const char *path = path_beside(o->arena, o->shop, object, name);
	const char *advice;

	if (is_path(name->text) || g_file_test(path, G_FILE_TEST_EXISTS))
		return path;
	jb_error(o->diags, name->pos,
		strcmp(object, "theme") == 0 ? "there is no theme “%s”"
					     : "there is no layout “%s”",
		name->text);
	jb_span_chars(o->diags, (unsigned)g_utf8_strlen(name->text, -1));
	advice = advice_on(o, object, name->text);
	if (advice)
		jb_hint(o->diags, "%s", advice);
	return NULL;
}

static const char *find_base(void *data, jb_arena *arena, const jb_node *name)
{
	const struct opening *o = data;

	(void)arena; /* it is o's */
	return find_named(o, name, o->object);
}

/* The file of a name of the command line, read. */
static const jb_source *read_asked(const struct opening *o, const char *object,
	const char *name, GError **error)
{
	const char *path = path_of(o->arena, o->shop, object, name);
	const jb_source *src = jb_source_read(o->arena, path, error);
	const char *advice = src ? NULL : advice_on(o, object, name);
	char *all;

	if (!advice || !error)
		return src;
	all = g_strdup_printf(jb_tr("%s; %s"), (*error)->message, advice);
	g_free((*error)->message);
	(*error)->message = all;
	return NULL;
}

/* A file's tree with all that it extends and what is set over it. */
static const jb_node *open_tree(
	struct opening *o, const char *object, const jb_source *src)
{
	const jb_node *root = jb_yaml_read(o->arena, o->diags, src);

	o->object = object;
	if (root)
		root = jb_overlay_extend(
			o->arena, o->diags, root, object, find_base, o);
	return root ? jb_overrides_apply(
			      o->arena, o->diags, o->overrides, root, object)
		    : NULL;
}

/* The theme that the layout names, read; NULL, and told there, when it cannot
 * be. */
static const jb_source *read_theme(const struct opening *o, const jb_node *name)
{
	g_autoptr(GError) error = NULL;
	const char *path = find_named(o, name, "theme");
	const jb_source *src =
		path ? jb_source_read(o->arena, path, &error) : NULL;

	if (path && !src) {
		jb_error(o->diags, name->pos, "%s", error->message);
		jb_kind(o->diags, "the theme of this layout cannot be read");
		jb_span_chars(
			o->diags, (unsigned)g_utf8_strlen(name->text, -1));
	}
	return src;
}

/* *named: there is a name; where there is none the layout is refused. */
static const jb_theme *open_theme(struct opening *o, const jb_job *job,
	const jb_node *layout, bool *named, GError **error)
{
	const jb_node *name = jb_layout_theme_name(layout);
	const jb_source *src = NULL;
	const jb_node *root;

	*named = job->theme || name;
	if (job->theme)
		src = read_asked(o, "theme", job->theme, error);
	else if (name)
		src = read_theme(o, name);
	root = src ? open_tree(o, "theme", src) : NULL;
	return root ? jb_theme_type(o->arena, o->diags, root) : NULL;
}

jb_layout *jb_layout_open(const jb_shop *shop, jb_arena *arena, jb_diags *diags,
	const jb_job *job, GError **error)
{
	struct opening o = {shop, arena, diags, NULL, NULL};
	const jb_source *src = read_asked(
		&o, "layout", job->layout ? job->layout : "briefing", error);
	const jb_theme *theme;
	const jb_node *root;
	jb_layout *layout;
	bool named;

	if (!src)
		return NULL;
	o.overrides = jb_overrides_parse(arena, diags, job->sets);
	root = open_tree(&o, "layout", src);
	if (!root)
		return NULL;
	theme = open_theme(&o, job, root, &named, error);
	if (named && !theme)
		return NULL;
	layout = jb_layout_type(arena, diags, src, root, theme);
	if (layout && !jb_recipes_open(arena, diags, layout->recipes,
			      shop->charts, error))
		return NULL;
	return layout;
}

/* ---- dates ---- */

bool jb_epoch_parse(const char *text, int64_t *seconds)
{
	static const guint64 last = 253402300799; /* 9999-12-31T23:59:59 */
	guint64 value;

	if (!g_ascii_string_to_unsigned(text, 10, 0, last, &value, NULL))
		return false;
	*seconds = (int64_t)value;
	return true;
}

const char *jb_epoch_date(jb_arena *arena, const char *epoch)
{
	int64_t seconds;
	GDateTime *time;
	char *text, *copy;

	if (!epoch || !jb_epoch_parse(epoch, &seconds))
		return "2000-01-01T00:00:00Z";
	time = g_date_time_new_from_unix_utc(seconds);
	text = g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ");
	copy = jb_strdup(arena, text);
	g_free(text);
	g_date_time_unref(time);
	return copy;
}

/* The date in the file: never the clock's. */
static const char *scene_date(
	jb_arena *arena, const jb_report *report, const char *epoch)
{
	jb_date d = report->date.year ? report->date : report->to;

	if (epoch || !d.year)
		return jb_epoch_date(arena, epoch);
	return jb_sprintf(arena, "%04d-%02d-%02dT00:00:00Z", d.year,
		d.month ? d.month : 1, d.day ? d.day : 1);
}

static const char *rich_string(jb_arena *arena, const jb_rich *rich)
{
	return rich ? jb_rich_text(arena, rich) : NULL;
}

static jb_scene *open_scene(jb_arena *arena, jb_binding *binding,
	const jb_report *report, const jb_layout *layout, const char *epoch)
{
	jb_scene *scene = jb_scene_new(arena);
	const char *over = rich_string(
		arena, jb_bind_report_text(binding, report->overline));

	scene->width_pt = layout->width_pt;
	scene->height_pt = layout->height_pt;
	scene->bleed_pt = layout->bleed_pt;
	scene->title = jb_sprintf(arena, "%s%s", over ? over : "",
		rich_string(
			arena, jb_bind_report_text(binding, report->title)));
	scene->author = rich_string(
		arena, jb_bind_report_text(binding, report->issuer));
	scene->subject = rich_string(
		arena, jb_bind_report_text(binding, report->kicker));
	scene->lang = report->lang;
	scene->date = scene_date(arena, report, epoch);
	return scene;
}

/* What making a document needs. */
struct making {
	const jb_shop *shop;
	jb_arena *arena;
	jb_diags *diags;
	jb_document *doc;
	jb_source *src;	 /* of the report */
	jb_desk *desk;	 /* of the pages that stand; … */
	jb_scene *scene; /* … NULL: none do */
};

/* From the files to the pages; false where there can be none. */
static bool make_pages(struct making *m, const jb_job *job, GError **error)
{
	jb_document *doc = m->doc;
	jb_binding *binding;

	/* 1. read: YAML to a layout and a report, each mistake with its place
	 */
	m->scene = NULL;
	doc->layout = jb_layout_open(m->shop, m->arena, m->diags, job, error);
	doc->report = jb_report_read(m->arena, m->diags, m->src,
		doc->layout ? doc->layout->recipes : NULL);
	if (!doc->report || !doc->layout || jb_diags_errors(m->diags))
		return false;

	/* 2. bind: the report's figures and words go into the layout's blocks
	 */
	binding = jb_bind_new(m->arena, m->diags, doc->report, doc->layout);
	if (jb_diags_errors(m->diags))
		return false;

	/* 3. lay out: text is composed, pictures are drawn, pages are filled */
	m->desk = jb_desk_new(
		m->arena, m->diags, m->shop->fonts, doc->report, doc->layout);
	m->desk->outlines = job->outlines;
	m->scene = open_scene(
		m->arena, binding, doc->report, doc->layout, job->epoch);
	jb_paginate(m->desk, binding, m->scene);
	jb_bind_miss_images(binding);
	jb_bind_miss_paragraphs(binding);
	jb_bind_miss_tables(binding);
	if (!jb_diags_errors(m->diags)) /* a layout to be mended prints little */
		jb_bind_miss_sections(binding);
	jb_overlaps_warn(m->arena, m->diags, m->scene);
	return true;
}

static bool one_sheet(const struct making *m)
{
	return m->scene->leaves->len == 1 && !jb_diags_errors(m->diags);
}

/* The job with pages of another size. */
static jb_job on_sheet(jb_arena *arena, const jb_job *job, const char *size)
{
	size_t n = job->sets ? g_strv_length((char **)job->sets) : 0;
	const char **sets = jb_new_array(arena, const char *, n + 2);
	jb_job larger = *job;

	for (size_t i = 0; i < n; i++)
		sets[i] = job->sets[i];
	sets[n] = jb_sprintf(arena, "layout.page.size=\"%s\"", size);
	larger.sets = sets;
	return larger;
}

/* While one sheet does not hold the report, the next of `larger`; what was said
 * of the smaller ones is taken back. */
static void make_larger(
	struct making *m, const jb_job *job, jb_diags_mark said, GError **error)
{
	const jb_node *larger = m->doc->layout->larger;
	size_t n = larger ? larger->n : 0;

	for (size_t i = 0; i < n && !one_sheet(m); i++) {
		jb_job next = on_sheet(m->arena, job, larger->items[i]->text);

		jb_diags_back(m->diags, said);
		if (!make_pages(m, &next, error))
			return;
	}
	if (n == 0 || one_sheet(m) || jb_diags_errors(m->diags))
		return;
	jb_warning(m->diags, larger->pos,
		"one sheet does not hold the report, not even %s: it takes %u",
		larger->items[n - 1]->text, m->scene->leaves->len);
	jb_hint(m->diags, "add a size to `larger`, or show fewer things");
}

jb_document *jb_make(const jb_shop *shop, jb_arena *arena, jb_diags *diags,
	const jb_job *job, GError **error)
{
	jb_document *doc = jb_new(arena, jb_document);
	jb_source *src = jb_source_read(arena, job->report, error);
	struct making m = {shop, arena, diags, doc, src, NULL, NULL};
	jb_diags_mark said = jb_diags_here(diags);

	if (!src)
		return NULL;
	if (make_pages(&m, job, error))
		make_larger(&m, job, said, error);
	if (!doc->layout && error && *error)
		return NULL;
	if (!m.scene)
		return doc;

	/* 4. the scene: its images are opened, and from here on nothing is
	 * decided, only drawn */
	jb_paint_open_images(arena, diags, m.scene);
	if (job->boxes && !jb_diags_errors(diags))
		jb_boxes_draw(m.desk, m.scene);
	doc->scene = m.scene;
	return doc;
}
