/* What ${…}, `when` and `each` of a layout mean. */
#include "bind/scope.h"

#include <string.h>

#include "base/words.h"
#include "model/template.h"
#include "model/wording.h"

static const jb_rich *own(jb_binding *b, const char *text, const jb_node *at)
{
	return text ? jb_rich_plain(b->arena, text, at->pos) : NULL;
}

/* Overline and headline in one: 西部科学城建设按下“加速键”. */
static const jb_rich *full_title(jb_binding *b)
{
	const jb_rich *parts[2] = {
		jb_bind_report_text(b, b->report->overline),
		jb_bind_report_text(b, b->report->title),
	};
	jb_rich *all = jb_new(b->arena, jb_rich);

	all->pieces = jb_new_array(b->arena, jb_rich_piece,
		(parts[0] ? parts[0]->n : 0) + parts[1]->n + 1);
	for (int k = 0; k < 2; k++)
		for (size_t i = 0; parts[k] && i < parts[k]->n; i++)
			all->pieces[all->n++] = parts[k]->pieces[i];
	return all;
}

static const jb_rich *period(jb_binding *b, const jb_node *at)
{
	const jb_report *r = b->report;

	if (!r->from.year && !r->to.year)
		return NULL;
	return own(b,
		jb_date_period(b->arena, r->from.year ? r->from : r->to,
			r->to.year ? r->to : r->from),
		at);
}

typedef enum {
	R_KICKER,
	R_OVERLINE,
	R_TITLE,
	R_SUBTITLE,
	R_FULL_TITLE,
	R_GENRE,
	R_RUNNING,
	R_ISSUER,
	R_SOURCE,
	R_PERIOD,
	R_PERIOD_NOTE,
	R_DATE,
	S_LABEL,
	S_TITLE,
	S_SUBTITLE,
	S_NUMBER,
	F_LABEL,
	F_TEXT,
	F_GLOSS,
	F_NOTE,
	E_DATE,
	E_TITLE,
	E_DETAIL,
	N_LABEL,
	N_TEXT,
	P_NUMBER,
	P_COUNT,
	WORD_COUNT,
} word;

/* The words a layout may say, in the order of the enum. */
static const char *const words[WORD_COUNT] = {"report.kicker",
	"report.overline", "report.title", "report.subtitle",
	"report.full_title", "report.genre", "report.running",
	"report.issuer", "report.source", "report.period",
	"report.period_note", "report.date", "section.label", "section.title",
	"section.subtitle", "section.number", "figure.label", "figure.text",
	"figure.gloss", "figure.note", "event.date", "event.title",
	"event.detail", "note.label", "note.text", "page.number",
	"page.count"};

static const jb_rich *report_word(jb_binding *b, word w, const jb_node *at)
{
	const jb_report *r = b->report;

	switch (w) {
	case R_KICKER:
		return jb_bind_report_text(b, r->kicker);
	case R_OVERLINE:
		return jb_bind_report_text(b, r->overline);
	case R_TITLE:
		return jb_bind_report_text(b, r->title);
	case R_SUBTITLE:
		return jb_bind_report_text(b, r->subtitle);
	case R_FULL_TITLE:
		return full_title(b);
	case R_GENRE:
		return jb_bind_report_text(b, r->genre);
	case R_RUNNING:
		return r->running ? jb_bind_report_text(b, r->running) :
				    full_title(b);
	case R_ISSUER:
		return jb_bind_report_text(b, r->issuer);
	case R_SOURCE:
		return jb_bind_report_text(b, r->source);
	case R_PERIOD:
		return period(b, at);
	case R_PERIOD_NOTE:
		return jb_bind_report_text(b, r->period_note);
	default: /* R_DATE */
		return r->date.year ?
			own(b, jb_date_text(b->arena, r->date), at) :
			NULL;
	}
}

static const jb_rich *section_word(jb_binding *b, const jb_bound_section *s,
	word w, const jb_node *at)
{
	switch (w) {
	case S_LABEL:
		return s->label;
	case S_TITLE:
		return s->title;
	case S_SUBTITLE:
		return s->subtitle;
	default: /* S_NUMBER */
		return own(b, s->number, at);
	}
}

static const jb_rich *thing_word(jb_binding *b, const jb_scope *scope, word w,
	const jb_node *at)
{
	switch (w) {
	case F_LABEL:
		return jb_bind_report_text(b, scope->figure->label);
	case F_TEXT:
		return jb_bind_figure_text(b, scope->figure);
	case F_GLOSS:
		return jb_bind_report_text(b, scope->figure->gloss);
	case F_NOTE:
		return jb_bind_report_text(b, scope->figure->note);
	case E_DATE:
		return jb_bind_event(b, scope->event).date;
	case E_TITLE:
		return jb_bind_report_text(b, scope->event->title);
	case E_DETAIL:
		return jb_bind_report_text(b, scope->event->detail);
	case N_LABEL:
		return scope->note->label;
	case N_TEXT:
		return scope->note->text;
	case P_NUMBER:
		return own(b, jb_sprintf(b->arena, "%d", scope->page), at);
	default: /* P_COUNT */
		return own(b, jb_sprintf(b->arena, "%d", scope->pages), at);
	}
}

static bool word_here(const jb_scope *scope, word w)
{
	if (w <= R_DATE)
		return true;
	if (w <= S_NUMBER)
		return scope->section && scope->section->section;
	if (w <= F_NOTE)
		return scope->figure != NULL;
	if (w <= E_DETAIL)
		return scope->event != NULL;
	if (w <= N_TEXT)
		return scope->note != NULL;
	return scope->pages > 0;
}

/* The text of a word, NULL if the report has none; *known tells whether there
 * is such a word here at all. */
static const jb_rich *say(jb_binding *b, const jb_scope *scope,
	const char *path, const jb_node *at, bool *known)
{
	*known = false;
	for (int w = 0; w < WORD_COUNT; w++) {
		if (strcmp(words[w], path) != 0 || !word_here(scope, (word)w))
			continue;
		*known = true;
		if (w <= R_DATE)
			return report_word(b, (word)w, at);
		if (w <= S_NUMBER)
			return section_word(b, scope->section, (word)w, at);
		return thing_word(b, scope, (word)w, at);
	}
	return NULL;
}

static void say_unknown(jb_binding *b, const char *path, jb_pos pos)
{
	const char *near = jb_words_nearest(path, words, WORD_COUNT);

	jb_error(b->diags, pos, "there is no ${%s} here", path);
	jb_span_chars(b->diags, (unsigned)strlen(path) + 3);
	if (near && strcmp(near, path) != 0)
		jb_hint(b->diags, "did you mean “${%s}”?", near);
	else if (near)
		jb_hint(b->diags, "`each` or a master's furniture brings it");
	else
		jb_hint(b->diags, "a layout says words of the report, the "
				  "section, the page: ${report.title}");
}

/* Numbers come from the report: a digit of the layout is suspicious. */
static void lint_digits(jb_binding *b, const jb_node *node, const jb_piece *p)
{
	for (size_t i = 0; i < p->len; i++)
		if (g_ascii_isdigit(p->text[i])) {
			jb_warning(b->diags,
				jb_node_pos_at(node, p->byte + i),
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

const jb_rich *jb_scope_text(jb_binding *b, const jb_scope *scope,
	const jb_node *text)
{
	size_t n, bad;
	jb_piece *pieces = jb_template_split(b->arena, text->text,
		strlen(text->text), &n, &bad);
	GArray *out = g_array_new(FALSE, FALSE, sizeof(jb_rich_piece));

	if (bad != (size_t)-1)
		jb_error(b->diags, jb_node_pos_at(text, bad),
			"“${” is never closed");
	for (size_t i = 0; i < n; i++) {
		const jb_piece *p = &pieces[i];
		bool known;

		if (p->reference) {
			const jb_rich *said =
				say(b, scope, p->path, text, &known);

			if (!known)
				say_unknown(b, p->path,
					jb_node_pos_at(text, p->byte));
			append(out, said);
			continue;
		}
		lint_digits(b, text, p);
		jb_rich_piece piece = {
			.text = jb_strndup(b->arena, p->text, p->len),
			.pos = jb_node_pos_at(text, p->byte),
		};
		g_array_append_val(out, piece);
	}
	return jb_rich_take(b->arena, out);
}

const jb_section *jb_scope_lede(const jb_binding *b)
{
	for (size_t i = 0; i < b->report->n_sections; i++)
		if (b->report->sections[i].lede)
			return &b->report->sections[i];
	return NULL;
}

/* Things that are there or not, besides words. */
static bool has_thing(jb_binding *b, const jb_scope *scope, const char *path,
	bool *known)
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
		{"heroes", r->n_heroes > 0},
		{"figures", r->figures->len > 0},
		{"events", r->events->len > 0},
		{"notes", r->n_notes > 0},
		{"section", s != NULL},
		{"section.prose", s && s->prose},
		{"section.pictures", s && s->n_pictures},
		{"section.figures", s && s->n_figures},
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
	said = say(b, scope, path->text, path, &known);
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

static void add_sections(jb_binding *b, const jb_scope *scope, bool lede_too,
	GArray *out)
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

jb_scope *jb_scope_each(jb_binding *b, const jb_scope *scope,
	const jb_node *path, size_t *n)
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
	else if (!strcmp(p, "events"))
		add_events(b, scope, out);
	else if (!strcmp(p, "notes"))
		add_notes(b, scope, out);
	else {
		jb_error(b->diags, path->pos, "`each` cannot run through “%s” "
			"here", p);
		jb_hint(b->diags, "sections, stories, figures, heroes, "
				  "section.figures, events or notes");
	}
	*n = out->len;
	scopes = jb_new_array(b->arena, jb_scope, out->len + 1);
	if (out->len)
		memcpy(scopes, out->data, out->len * sizeof(jb_scope));
	g_array_free(out, TRUE);
	return scopes;
}
