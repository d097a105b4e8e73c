/* What ${…}, `when` and `each` of a layout mean. */
#include "bind/scope.h"

#include <string.h>

#include "model/template.h"

/* Numbers come from the report: a digit of the layout is suspicious. */
static void lint_digits(jb_binding *b, const jb_node *node, const jb_piece *p)
{
	for (size_t i = 0; i < p->len; i++)
		if (g_ascii_isdigit(p->text[i])) {
			jb_warning(b->diags, jb_node_pos_at(node, p->byte + i),
				"a digit is typed into the layout");
			jb_hint(b->diags, "numbers come from the report's "
					  "figures");
			return;
		}
}

static void append(GArray *pieces, const jb_rich *rich)
{
	for (size_t i = 0; rich && i < rich->n; i++)
		g_array_append_val(pieces, rich->pieces[i]);
}

static const jb_rich *fill(
	jb_binding *b, const jb_scope *scope, const jb_node *text, bool numbers)
{
	size_t n, bad;
	jb_piece *pieces = jb_template_split(
		b->arena, text->text, strlen(text->text), &n, &bad);
	GArray *out = g_array_new(FALSE, FALSE, sizeof(jb_rich_piece));

	if (bad != (size_t)-1)
		jb_error(b->diags, jb_node_pos_at(text, bad),
			"“${” is never closed");
	for (size_t i = 0; i < n; i++) {
		const jb_piece *p = &pieces[i];
		bool known;

		if (p->reference) {
			const jb_rich *said =
				jb_scope_say(b, scope, p->path, text, &known);

			if (!known)
				jb_scope_unknown(b, p->path,
					jb_node_pos_at(text, p->byte));
			append(out, said);
			continue;
		}
		if (!numbers)
			lint_digits(b, text, p);
		jb_rich_piece piece = {
			.text = jb_strndup(b->arena, p->text, p->len),
			.pos = jb_node_pos_at(text, p->byte),
		};
		g_array_append_val(out, piece);
	}
	return jb_rich_take(b->arena, out);
}

const jb_rich *jb_scope_text(
	jb_binding *b, const jb_scope *scope, const jb_node *text)
{
	return fill(b, scope, text, false);
}

const jb_rich *jb_scope_code(
	jb_binding *b, const jb_scope *scope, const jb_node *text)
{
	return fill(b, scope, text, true);
}

const jb_section *jb_scope_lede(const jb_binding *b)
{
	for (size_t i = 0; i < b->report->n_sections; i++)
		if (b->report->sections[i].lede)
			return &b->report->sections[i];
	return NULL;
}

static void add_all(GHashTable *set, const jb_figure *const *figures, size_t n)
{
	for (size_t i = 0; i < n; i++)
		g_hash_table_add(set, (void *)figures[i]);
}

/* What a picture shows, its hero and total too. */
static void add_shown(GHashTable *set, const jb_picture *p)
{
	const jb_subject *subjects[] = {&p->of, &p->more};

	for (size_t i = 0; i < G_N_ELEMENTS(subjects); i++) {
		const jb_subject *s = subjects[i];

		add_all(set, (const jb_figure *const *)s->figures,
			s->n_figures);
		if (s->series && s->series->total)
			g_hash_table_add(set, (void *)s->series->total);
	}
	if (p->hero)
		g_hash_table_add(set, (void *)p->hero);
	if (p->parts)
		g_hash_table_add(set, (void *)p->parts);
}

const jb_figure **jb_scope_rest(
	jb_binding *b, const jb_section *section, size_t *n)
{
	g_autoptr(GHashTable) shown = g_hash_table_new(NULL, NULL);
	const jb_figure **rest = jb_new_array(
		b->arena, const jb_figure *, section->n_figures + 1);

	for (size_t i = 0; i < section->n_pictures; i++)
		add_shown(shown, &section->pictures[i]);
	*n = 0;
	for (size_t i = 0; i < section->n_figures; i++) {
		const jb_figure *f = section->figures[i];

		if (f->listed && !g_hash_table_contains(shown, f))
			rest[(*n)++] = f;
	}
	return rest;
}

static bool has_rest(jb_binding *b, const jb_section *section)
{
	size_t n = 0;

	if (section)
		jb_scope_rest(b, section, &n);
	return n > 0;
}

/* Things that are there or not, besides words. */
static bool has_thing(
	jb_binding *b, const jb_scope *scope, const char *path, bool *known)
{
	const jb_report *r = b->report;
	const jb_section *s = scope->section ? scope->section->section : NULL;
	const jb_section *l = jb_scope_lede(b);
	const struct {
		const char *path;
		bool there;
	} things[] = {
		{"sections", r->n_sections > 0},
		{"stories", r->n_sections > (l ? 1u : 0u)},
		{"lede", l != NULL},
		{"lede.prose", l && l->prose},
		{"lede.pictures", l && l->n_pictures},
		{"lede.images", l && l->n_images},
		{"lede.image", l && l->n_images},
		{"heroes", r->n_heroes > 0},
		{"figures", r->figures->len > 0},
		{"events", r->events->len > 0},
		{"notes", r->n_notes > 0},
		{"images", r->images->len > 0},
		{"section", s != NULL},
		{"section.prose", s && s->prose},
		{"section.pictures", s && s->n_pictures},
		{"section.figures", s && s->n_figures},
		{"section.rest", has_rest(b, s)},
		{"section.images", s && s->n_images},
		{"section.image", s && s->n_images},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(things); i++)
		if (strcmp(things[i].path, path) == 0) {
			*known = true;
			return things[i].there;
		}
	*known = false;
	return false;
}

bool jb_scope_has(jb_binding *b, const jb_scope *scope, const jb_node *path)
{
	bool known, there = has_thing(b, scope, path->text, &known);
	const jb_rich *said;

	if (known)
		return there;
	said = jb_scope_say(b, scope, path->text, path, &known);
	if (!known) {
		jb_error(b->diags, path->pos, "there is no “%s” here",
			path->text);
		jb_span_chars(b->diags, (unsigned)strlen(path->text));
	}
	return !jb_rich_empty(said);
}

bool jb_scope_wants(jb_binding *b, const jb_scope *scope, const jb_node *node)
{
	const jb_node *when = jb_node_lookup(node, "when");
	const jb_node *unless = jb_node_lookup(node, "unless");

	if (when && !jb_scope_has(b, scope, when))
		return false;
	return !unless || !jb_scope_has(b, scope, unless);
}

static void add_sections(
	jb_binding *b, const jb_scope *scope, bool lede_too, GArray *out)
{
	for (size_t i = 0; i < b->report->n_sections; i++) {
		jb_scope one = *scope;

		if (b->report->sections[i].lede && !lede_too)
			continue;
		one.section = &b->sections[i];
		g_array_append_val(out, one);
	}
}

static void add_figures(const jb_scope *scope, const jb_figure *const *figures,
	size_t n, GArray *out)
{
	for (size_t i = 0; i < n; i++) {
		jb_scope one = *scope;

		one.figure = figures[i];
		g_array_append_val(out, one);
	}
}

static void add_rest(jb_binding *b, const jb_scope *scope, GArray *out)
{
	size_t n;
	const jb_figure **rest = jb_scope_rest(b, scope->section->section, &n);

	add_figures(scope, rest, n, out);
}

static void add_events(jb_binding *b, const jb_scope *scope, GArray *out)
{
	for (guint i = 0; i < b->report->events->len; i++) {
		jb_scope one = *scope;

		one.event = b->report->events->pdata[i];
		g_array_append_val(out, one);
	}
}

static void add_notes(jb_binding *b, const jb_scope *scope, GArray *out)
{
	for (size_t i = 0; i < b->report->n_notes; i++) {
		jb_scope one = *scope;
		jb_bound_note *note = jb_new(b->arena, jb_bound_note);

		*note = jb_bind_note(b, &b->report->notes[i]);
		one.note = note;
		g_array_append_val(out, one);
	}
}

static void add_images(const jb_scope *scope,
	const jb_report_image *const *images, size_t n, GArray *out)
{
	for (size_t i = 0; i < n; i++) {
		jb_scope one = *scope;

		one.image = images[i];
		g_array_append_val(out, one);
	}
}

/* False where a path gives no images here. */
static bool each_image(
	jb_binding *b, const jb_scope *scope, const char *path, GArray *out)
{
	const jb_section *lede = jb_scope_lede(b);

	if (strcmp(path, "images") == 0)
		add_images(scope,
			(const jb_report_image *const *)
				b->report->images->pdata,
			b->report->images->len, out);
	else if (strcmp(path, "lede.images") == 0)
		add_images(scope, lede ? lede->images : NULL,
			lede ? lede->n_images : 0, out);
	else if (strcmp(path, "section.images") == 0 && scope->section &&
		 scope->section->section)
		add_images(scope, scope->section->section->images,
			scope->section->section->n_images, out);
	else
		return false;
	return true;
}

jb_scope *jb_scope_each(
	jb_binding *b, const jb_scope *scope, const jb_node *path, size_t *n)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(jb_scope));
	const jb_report *r = b->report;
	const char *p = path->text;
	jb_scope *scopes;

	if (!strcmp(p, "sections") || !strcmp(p, "stories"))
		add_sections(b, scope, !strcmp(p, "sections"), out);
	else if (!strcmp(p, "figures"))
		add_figures(scope, (const jb_figure *const *)r->figures->pdata,
			r->figures->len, out);
	else if (!strcmp(p, "heroes"))
		add_figures(scope, r->heroes, r->n_heroes, out);
	else if (!strcmp(p, "section.figures") && scope->section)
		add_figures(scope, scope->section->section->figures,
			scope->section->section->n_figures, out);
	else if (!strcmp(p, "section.rest") && scope->section)
		add_rest(b, scope, out);
	else if (!strcmp(p, "events"))
		add_events(b, scope, out);
	else if (!strcmp(p, "notes"))
		add_notes(b, scope, out);
	else if (!each_image(b, scope, p, out)) {
		jb_error(b->diags, path->pos,
			"`each` cannot run through “%s” "
			"here",
			p);
		jb_hint(b->diags, "sections, stories, figures, heroes, "
				  "section.figures, section.rest, events, "
				  "notes, images, lede.images or "
				  "section.images");
	}
	*n = out->len;
	scopes = jb_new_array(b->arena, jb_scope, out->len + 1);
	if (out->len)
		memcpy(scopes, out->data, out->len * sizeof(jb_scope));
	g_array_free(out, TRUE);
	return scopes;
}
