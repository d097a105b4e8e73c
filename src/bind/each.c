/* each.c - the lists of a report, and the scopes that run through them. */
#include "bind/scope.h"

#include <string.h>

#include "base/messages.h"
#include "model/schema.h"

/* ---- things by their ids ---- */

/* What follows a prefix and a dot, if it is one word. */
static const char *after(const char *path, const char *prefix)
{
	size_t n = strlen(prefix);

	if (strncmp(path, prefix, n) != 0 || path[n] != '.' ||
		strchr(path + n + 1, '.'))
		return NULL;
	return path + n + 1;
}

const jb_figure *jb_scope_figure(const jb_binding *b, const char *path)
{
	const char *id = after(path, "figures");

	return id ? jb_report_figure(b->report, id) : NULL;
}

static bool has_section(const jb_report *r, const char *id)
{
	for (size_t i = 0; i < r->n_sections; i++)
		if (strcmp(r->sections[i].id, id) == 0)
			return true;
	return false;
}

static bool has_image(const jb_report *r, const char *id)
{
	for (guint i = 0; i < r->images->len; i++) {
		const jb_report_image *image = r->images->pdata[i];

		if (strcmp(image->id, id) == 0)
			return true;
	}
	return false;
}

bool jb_scope_named(const jb_binding *b, const char *path, bool *there)
{
	const jb_report *r = b->report;
	const char *id;

	if ((id = after(path, "figures")))
		*there = jb_report_figure(r, id) != NULL;
	else if ((id = after(path, "events")))
		*there = jb_report_event(r, id) != NULL;
	else if ((id = after(path, "sections")))
		*there = has_section(r, id);
	else if ((id = after(path, "images")))
		*there = has_image(r, id);
	else
		return false;
	return true;
}

/* ---- lists ---- */

struct adder {
	jb_binding *b;
	const jb_scope *scope;
	GArray *out; /* jb_scope */
};

static void add_sections(const struct adder *a, bool lede_too)
{
	for (size_t i = 0; i < a->b->report->n_sections; i++) {
		jb_scope one = *a->scope;

		if (a->b->report->sections[i].lede && !lede_too)
			continue;
		one.section = &a->b->sections[i];
		g_array_append_val(a->out, one);
	}
}

static void add_figures(
	const struct adder *a, const jb_figure *const *figures, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		jb_scope one = *a->scope;

		one.figure = figures[i];
		g_array_append_val(a->out, one);
	}
}

static void add_rest(const struct adder *a, const jb_section *section)
{
	size_t n;
	const jb_figure **rest = jb_scope_rest(a->b, section, &n);

	add_figures(a, rest, n);
}

static void add_all_rest(const struct adder *a)
{
	size_t n;
	const jb_figure **rest = jb_scope_all_rest(a->b, &n);

	add_figures(a, rest, n);
}

/* Of a section, or all for NULL. */
static void add_events(const struct adder *a, const char *section)
{
	const GPtrArray *events = a->b->report->events;

	for (guint i = 0; i < events->len; i++) {
		jb_scope one = *a->scope;

		one.event = events->pdata[i];
		if (!section || g_strcmp0(one.event->section, section) == 0)
			g_array_append_val(a->out, one);
	}
}

static void add_notes(const struct adder *a)
{
	for (size_t i = 0; i < a->b->report->n_notes; i++) {
		jb_scope one = *a->scope;
		jb_bound_note *note = jb_new(a->b->arena, jb_bound_note);

		*note = jb_bind_note(a->b, &a->b->report->notes[i]);
		one.note = note;
		g_array_append_val(a->out, one);
	}
}

static void add_images(
	const struct adder *a, const jb_report_image *const *images, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		jb_scope one = *a->scope;

		one.image = images[i];
		g_array_append_val(a->out, one);
	}
}

static void add_pictures(const struct adder *a, const jb_section *section)
{
	for (size_t i = 0; i < section->n_pictures; i++) {
		jb_scope one = *a->scope;

		one.picture = &section->pictures[i];
		g_array_append_val(a->out, one);
	}
}

static void add_all_series(const struct adder *a)
{
	for (guint i = 0; i < a->b->report->series->len; i++) {
		jb_scope one = *a->scope;

		one.series = a->b->report->series->pdata[i];
		g_array_append_val(a->out, one);
	}
}

static void add_lists(
	const struct adder *a, const jb_list *const *lists, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		jb_scope one = *a->scope;

		one.list = lists[i];
		g_array_append_val(a->out, one);
	}
}

static void add_comparisons(
	const struct adder *a, const jb_comparison *const *all, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		jb_scope one = *a->scope;

		one.comparison = all[i];
		g_array_append_val(a->out, one);
	}
}

static void add_quotes(const struct adder *a, const jb_section *section)
{
	for (size_t i = 0; i < section->n_quotes; i++) {
		jb_scope one = *a->scope;

		one.quote = &section->quotes[i];
		g_array_append_val(a->out, one);
	}
}

static void add_tables(
	const struct adder *a, const jb_table *const *tables, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		jb_scope one = *a->scope;

		one.table = tables[i];
		g_array_append_val(a->out, one);
	}
}

static void add_series(const struct adder *a, const jb_series *series)
{
	struct adder within = *a;
	jb_scope scope = *a->scope;

	if (!series)
		return;
	scope.series = series;
	within.scope = &scope;
	add_figures(&within, series->items, series->n);
}

static void add_items(const struct adder *a, const jb_list *list)
{
	for (size_t i = 0; list && i < list->n; i++) {
		jb_scope one = *a->scope;
		jb_bound_item *item = jb_new(a->b->arena, jb_bound_item);

		*item = jb_bind_item(a->b, list, &list->items[i]);
		one.list = list;
		one.item = item;
		g_array_append_val(a->out, one);
	}
}

/* Headings have no cells. */
static void add_rows(const struct adder *a, const jb_table *table)
{
	for (size_t i = 0; table && i < table->n_rows; i++) {
		jb_scope one = *a->scope;
		jb_row_at *row;

		if (!table->rows[i].cells)
			continue;
		row = jb_new(a->b->arena, jb_row_at);
		*row = (jb_row_at){table, i, 0};
		one.table = table;
		one.row = row;
		g_array_append_val(a->out, one);
	}
}

static void add_cells(const struct adder *a, const jb_row_at *row)
{
	for (size_t i = 0; i < row->table->n_columns; i++) {
		jb_scope one = *a->scope;
		jb_row_at *cell = jb_new(a->b->arena, jb_row_at);

		*cell = (jb_row_at){row->table, row->row, i};
		one.cell = cell;
		g_array_append_val(a->out, one);
	}
}

/* All figures but those with `listed: false`. */
static void add_listed(const struct adder *a)
{
	const GPtrArray *all = a->b->report->figures;

	for (guint i = 0; i < all->len; i++) {
		const jb_figure *figure = all->pdata[i];

		if (figure->listed)
			add_figures(a, &figure, 1);
	}
}

/* Lists of the whole report. */
static bool add_of_report(const struct adder *a, const char *path)
{
	const jb_report *r = a->b->report;

	if (!strcmp(path, "sections") || !strcmp(path, "stories"))
		add_sections(a, !strcmp(path, "sections"));
	else if (!strcmp(path, "figures"))
		add_listed(a);
	else if (!strcmp(path, "heroes"))
		add_figures(a, r->heroes, r->n_heroes);
	else if (!strcmp(path, "rest"))
		add_all_rest(a);
	else if (!strcmp(path, "events"))
		add_events(a, NULL);
	else if (!strcmp(path, "notes"))
		add_notes(a);
	else if (!strcmp(path, "images"))
		add_images(a, (const jb_report_image *const *)r->images->pdata,
			r->images->len);
	else if (!strcmp(path, "series"))
		add_all_series(a);
	else if (!strcmp(path, "lists"))
		add_lists(a, (const jb_list *const *)r->lists->pdata,
			r->lists->len);
	else if (!strcmp(path, "comparisons"))
		add_comparisons(a,
			(const jb_comparison *const *)r->comparisons->pdata,
			r->comparisons->len);
	else if (!strcmp(path, "tables"))
		add_tables(a, (const jb_table *const *)r->tables->pdata,
			r->tables->len);
	else
		return false;
	return true;
}

/* section.figures, lede.images: s is NULL where there is none. */
static void add_of_section(
	const struct adder *a, const char *what, const jb_section *s)
{
	if (!s)
		return;
	if (!strcmp(what, "figures"))
		add_figures(a, s->figures, s->n_figures);
	else if (!strcmp(what, "rest"))
		add_rest(a, s);
	else if (!strcmp(what, "images"))
		add_images(a, s->images, s->n_images);
	else if (!strcmp(what, "pictures"))
		add_pictures(a, s);
	else if (!strcmp(what, "lists"))
		add_lists(a, s->lists, s->n_lists);
	else if (!strcmp(what, "comparisons"))
		add_comparisons(a, s->comparisons, s->n_comparisons);
	else if (!strcmp(what, "quotes"))
		add_quotes(a, s);
	else if (!strcmp(what, "tables"))
		add_tables(a, s->tables, s->n_tables);
	else
		add_events(a, s->id);
}

/* Lists of the thing that an `each` around this has come to. */
static bool add_of_thing(const struct adder *a, const char *path)
{
	static const char *const of_section[] = {"figures", "rest", "images",
		"pictures", "events", "lists", "comparisons", "quotes",
		"tables", NULL};
	const jb_scope *s = a->scope;
	const char *what;

	if ((what = after(path, "lede")) && g_strv_contains(of_section, what))
		add_of_section(a, what, jb_scope_lede(a->b));
	else if ((what = after(path, "section")) && s->section &&
		 g_strv_contains(of_section, what))
		add_of_section(a, what, s->section->section);
	else if (!strcmp(path, "series.items") && s->series)
		add_series(a, s->series);
	else if (!strcmp(path, "list.items") && s->list)
		add_items(a, s->list);
	else if (!strcmp(path, "table.rows") && s->table)
		add_rows(a, s->table);
	else if (!strcmp(path, "row.cells") && s->row)
		add_cells(a, s->row);
	else
		return false;
	return true;
}

/* The items of series.ID, lists.ID, tables.ID; none if the report has no such
 * thing. */
static bool add_of_id(const struct adder *a, const char *path)
{
	static const char *const own[] = {"items", "label", "total", NULL};
	const jb_report *r = a->b->report;
	const char *id;

	if ((id = after(path, "series")) && !g_strv_contains(own, id))
		add_series(a, jb_report_series(r, id));
	else if ((id = after(path, "lists")))
		add_items(a, jb_report_list(r, id));
	else if ((id = after(path, "tables")))
		add_rows(a, jb_report_table(r, id));
	else
		return false;
	return true;
}

bool jb_scope_list(
	jb_binding *b, const jb_scope *scope, const char *path, GArray *out)
{
	const struct adder a = {b, scope, out};

	return add_of_report(&a, path) || add_of_thing(&a, path) ||
	       add_of_id(&a, path);
}

/* ---- each ---- */

static bool has_status(const jb_node *wanted, jb_status status)
{
	static const char *const words[] = {"actual", "started", "provisional",
		"estimate", "planned", "target", "proposed"};

	if (wanted->kind == JB_SCALAR)
		return strcmp(wanted->text, words[status]) == 0;
	for (size_t i = 0; i < wanted->n; i++)
		if (strcmp(wanted->items[i]->text, words[status]) == 0)
			return true;
	return false;
}

/* Does a thing stand in the section, and has it the status, that are asked for?
 * model/layout-path.c has seen that the list has both. */
static bool passes(const jb_scope *one, const jb_node *each)
{
	const jb_node *section = jb_node_lookup(each, "section");
	const jb_node *status = jb_node_lookup(each, "status");
	const char *own = one->figure  ? one->figure->section
			  : one->event ? one->event->section
			  : one->image ? one->image->section
				       : NULL;

	if (section && g_strcmp0(own, section->text) != 0)
		return false;
	return !status || has_status(status, one->figure ? one->figure->status
							 : one->event->status);
}

static void sift(GArray *list, const jb_node *each)
{
	guint kept = 0;

	for (guint i = 0; i < list->len; i++) {
		jb_scope one = g_array_index(list, jb_scope, i);

		if (passes(&one, each))
			g_array_index(list, jb_scope, kept++) = one;
	}
	g_array_set_size(list, kept);
}

/* from and limit; returns what is left out behind. */
static size_t cut(GArray *list, const jb_node *each)
{
	size_t from = (size_t)jb_schema_int(each, "each", "from") - 1;
	size_t limit = jb_node_lookup(each, "limit")
			       ? (size_t)jb_schema_int(each, "each", "limit")
			       : list->len;
	size_t left;

	g_array_remove_range(list, 0, (guint)MIN(from, list->len));
	left = list->len > limit ? list->len - limit : 0;
	g_array_set_size(list, (guint)(list->len - left));
	return left;
}

static void refuse_list(jb_binding *b, const jb_node *path)
{
	jb_error(b->diags, path->pos, "`each` cannot run through “%s” here",
		path->text);
	jb_span_chars(b->diags, (unsigned)strlen(path->text));
	if (strchr(path->text, '.'))
		jb_hint(b->diags, "an `each` around this must bring it");
}

jb_scope *jb_scope_each(jb_binding *b, const jb_scope *scope,
	const jb_node *each, size_t *n, size_t *more)
{
	GArray *list = g_array_new(FALSE, FALSE, sizeof(jb_scope));
	const jb_node *path =
		each->kind == JB_MAPPING ? jb_node_lookup(each, "of") : each;
	jb_scope *scopes;

	if (!jb_scope_list(b, scope, path->text, list))
		refuse_list(b, path);
	*more = 0;
	if (each->kind == JB_MAPPING) {
		sift(list, each);
		*more = cut(list, each);
	}
	*n = list->len;
	scopes = jb_new_array(b->arena, jb_scope, list->len + 1);
	for (guint i = 0; i < list->len; i++) {
		scopes[i] = g_array_index(list, jb_scope, i);
		scopes[i].index = i + 1;
		scopes[i].count = list->len;
		scopes[i].limited = true;
		scopes[i].more = *more;
	}
	g_array_free(list, TRUE);
	return scopes;
}
