/* The words a layout may say about the report, and what they give at a place.
 */
#include "bind/scope.h"

#include <string.h>

#include "base/words.h"
#include "model/wording.h"

static const jb_rich *own(jb_binding *b, const char *text, const jb_node *at)
{
	return text ? jb_rich_plain(b->arena, text, at->pos) : NULL;
}

/* Two texts with a gap between them; either may be NULL. */
static const jb_rich *joined(
	jb_binding *b, const jb_rich *one, const char *gap, const jb_rich *two)
{
	jb_rich *all = jb_new(b->arena, jb_rich);
	const jb_rich *parts[2] = {one, two};

	if (!one || !two)
		return one ? one : two;
	all->pieces =
		jb_new_array(b->arena, jb_rich_piece, one->n + two->n + 1);
	for (int k = 0; k < 2; k++) {
		for (size_t i = 0; i < parts[k]->n; i++)
			all->pieces[all->n++] = parts[k]->pieces[i];
		if (k == 0 && *gap)
			all->pieces[all->n++] = (jb_rich_piece){
				.text = gap, .pos = two->pieces[0].pos};
	}
	return all;
}

/* Overline and headline in one: 西部科学城建设按下“加速键”, or two sentences
 * with a blank between them. */
static const jb_rich *full_title(jb_binding *b)
{
	return joined(b, jb_bind_report_text(b, b->report->overline),
		b->report->run_on ? "" : "　",
		jb_bind_report_text(b, b->report->title));
}

/* The overline, where it is a line of its own. */
static const jb_rich *lead_in(jb_binding *b)
{
	return b->report->run_on ? NULL
				 : jb_bind_report_text(b, b->report->overline);
}

static const jb_rich *headline(jb_binding *b)
{
	return b->report->run_on ? full_title(b)
				 : jb_bind_report_text(b, b->report->title);
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

/* ---- names ---- */

static void add_text(
	jb_binding *b, GArray *out, const char *text, const jb_node *at)
{
	jb_rich_piece piece = {.text = text, .pos = at->pos};

	(void)b;
	g_array_append_val(out, piece);
}

static void add_template(jb_binding *b, GArray *out, jb_template text)
{
	const jb_rich *rich = jb_bind_report_text(b, text);

	for (size_t i = 0; rich && i < rich->n; i++)
		g_array_append_val(out, rich->pieces[i]);
}

/* A role is said once for all who have it one after the other. */
const jb_rich *jb_bind_byline(jb_binding *b, const jb_author *authors, size_t n)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(jb_rich_piece));
	const char *role = NULL;

	for (size_t i = 0; i < n; i++) {
		const jb_author *a = &authors[i];
		const char *own_role = a->role ? a->role->text : NULL;

		if (i)
			add_text(b, out, "　", a->name);
		if (own_role && g_strcmp0(own_role, role) != 0) {
			add_template(b, out, a->role);
			add_text(b, out, "　", a->role);
		}
		role = own_role;
		add_template(b, out, a->name);
	}
	return jb_rich_take(b->arena, out);
}

const jb_rich *jb_bind_who(jb_binding *b, const jb_quoted *quote)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(jb_rich_piece));

	if (quote->who)
		add_template(b, out, quote->who);
	if (quote->who && quote->title)
		add_text(b, out, "　", quote->title);
	if (quote->title)
		add_template(b, out, quote->title);
	return jb_rich_take(b->arena, out);
}

typedef enum {
	R_KICKER,
	R_STANDFIRST,
	R_BYLINE,
	R_PLACE,
	R_OVERLINE,
	R_TITLE,
	R_SUBTITLE,
	R_FULL_TITLE,
	R_LEAD_IN,
	R_HEADLINE,
	R_GENRE,
	R_RUNNING,
	R_ISSUER,
	R_SOURCE,
	R_PERIOD,
	R_PERIOD_NOTE,
	R_LINK,
	R_DATE,
	S_LABEL,
	S_TITLE,
	S_SUBTITLE,
	S_NUMBER,
	S_KICKER,
	S_STANDFIRST,
	S_BYLINE,
	F_LABEL,
	F_TEXT,
	F_GLOSS,
	F_NOTE,
	E_DATE,
	E_TITLE,
	E_DETAIL,
	E_WHO,
	N_LABEL,
	N_TEXT,
	I_CAPTION,
	I_CREDIT,
	I_ALT,
	Q_TEXT,
	Q_WHO,
	C_LABEL,
	G_LABEL,
	G_TOTAL,
	L_LABEL,
	L_NAME,
	L_DETAIL,
	L_WHEN,
	T_LABEL,
	T_TITLE,
	T_NUMBER,
	T_ROW,
	T_HEAD,
	T_TEXT,
	X_INDEX,
	X_COUNT,
	X_NUMBER,
	X_MORE,
	P_NUMBER,
	P_COUNT,
	P_LABEL,
	WORD_COUNT,
} word;

/* The words a layout may say, in the order of the enum. */
static const char *const words[WORD_COUNT] = {"report.kicker",
	"report.standfirst", "report.byline", "report.place", "report.overline",
	"report.title", "report.subtitle", "report.full_title",
	"report.lead_in", "report.headline", "report.genre", "report.running",
	"report.issuer", "report.source", "report.period", "report.period_note",
	"report.link", "report.date", "section.label", "section.title",
	"section.subtitle", "section.number", "section.kicker",
	"section.standfirst", "section.byline", "figure.label", "figure.text",
	"figure.gloss", "figure.note", "event.date", "event.title",
	"event.detail", "event.who", "note.label", "note.text", "image.caption",
	"image.credit", "image.alt", "quote.text", "quote.who",
	"comparison.label", "series.label", "series.total", "list.label",
	"item.name", "item.detail", "item.when", "table.label", "table.title",
	"table.number", "row.head", "cell.head", "cell.text", "each.index",
	"each.count", "each.number", "more.count", "page.number", "page.count",
	"page.label"};

static const jb_rich *report_word(jb_binding *b, word w, const jb_node *at)
{
	const jb_report *r = b->report;

	switch (w) {
	case R_KICKER:
		return jb_bind_report_text(b, r->kicker);
	case R_STANDFIRST:
		return jb_bind_report_text(b, r->standfirst);
	case R_BYLINE:
		return jb_bind_byline(b, r->authors, r->n_authors);
	case R_PLACE:
		return jb_bind_report_text(b, r->place);
	case R_OVERLINE:
		return jb_bind_report_text(b, r->overline);
	case R_TITLE:
		return jb_bind_report_text(b, r->title);
	case R_SUBTITLE:
		return jb_bind_report_text(b, r->subtitle);
	case R_FULL_TITLE:
		return full_title(b);
	case R_LEAD_IN:
		return lead_in(b);
	case R_HEADLINE:
		return headline(b);
	case R_GENRE:
		return jb_bind_report_text(b, r->genre);
	case R_RUNNING:
		return jb_rich_unmarked(b->arena,
			r->running ? jb_bind_report_text(b, r->running)
				   : full_title(b));
	case R_ISSUER:
		return jb_bind_report_text(b, r->issuer);
	case R_SOURCE:
		return jb_bind_report_text(b, r->source);
	case R_PERIOD:
		return period(b, at);
	case R_PERIOD_NOTE:
		return jb_bind_report_text(b, r->period_note);
	case R_LINK:
		return r->link ? jb_rich_plain(
					 b->arena, r->link->text, r->link->pos)
			       : NULL;
	default: /* R_DATE */
		return r->date.year
			       ? own(b, jb_date_text(b->arena, r->date), at)
			       : NULL;
	}
}

static const jb_rich *section_word(
	jb_binding *b, const jb_bound_section *s, word w, const jb_node *at)
{
	switch (w) {
	case S_LABEL:
		return s->label;
	case S_TITLE:
		return s->title;
	case S_SUBTITLE:
		return s->subtitle;
	case S_KICKER:
		return jb_bind_report_text(b, s->section->kicker);
	case S_STANDFIRST:
		return jb_bind_report_text(b, s->section->standfirst);
	case S_BYLINE:
		return jb_bind_byline(
			b, s->section->authors, s->section->n_authors);
	default: /* S_NUMBER */
		return own(b, s->number, at);
	}
}

/* Of series, lists, tables, and of `each` itself. */
static const jb_rich *row_word(
	jb_binding *b, const jb_scope *scope, word w, const jb_node *at)
{
	const jb_row_at *cell = scope->cell;

	switch (w) {
	case G_LABEL:
		return jb_bind_report_text(b, scope->series->label);
	case G_TOTAL:
		return scope->series->total
			       ? jb_bind_figure_text(b, scope->series->total)
			       : NULL;
	case L_LABEL:
		return jb_bind_report_text(b, scope->list->label);
	case L_NAME:
		return scope->item->name;
	case L_DETAIL:
		return scope->item->detail;
	case L_WHEN:
		return scope->item->when;
	case T_LABEL:
		return jb_bind_report_text(b, scope->table->label);
	case T_TITLE:
		return jb_bind_report_text(b, scope->table->title
						      ? scope->table->title
						      : scope->table->label);
	case T_NUMBER:
		return own(b, jb_table_number(b->arena, scope->table), at);
	case T_ROW:
		return jb_bind_cell_text(
			b, scope->row->table, scope->row->row, 0);
	case T_HEAD:
		return jb_bind_report_text(
			b, cell->table->columns[cell->column].label);
	case T_TEXT:
		return jb_bind_cell_text(
			b, cell->table, cell->row, cell->column);
	case X_INDEX:
		return own(b, jb_sprintf(b->arena, "%zu", scope->index), at);
	case X_COUNT:
		return own(b, jb_sprintf(b->arena, "%zu", scope->count), at);
	case X_NUMBER:
		return own(b, jb_hanzi_number(b->arena, (int)scope->index), at);
	default: /* X_MORE */
		return own(b, jb_sprintf(b->arena, "%zu", scope->more), at);
	}
}

static const jb_rich *thing_word(
	jb_binding *b, const jb_scope *scope, word w, const jb_node *at)
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
	case E_WHO:
		return jb_bind_report_text(b, scope->event->who);
	case N_LABEL:
		return scope->note->label;
	case N_TEXT:
		return scope->note->text;
	case I_CAPTION:
		return jb_bind_report_text(b, scope->image->caption);
	case I_CREDIT:
		return jb_bind_report_text(b, scope->image->credit);
	case I_ALT:
		return jb_bind_report_text(b, scope->image->alt);
	case Q_TEXT:
		return jb_bind_report_text(b, scope->quote->text);
	case Q_WHO:
		return jb_bind_who(b, scope->quote);
	case C_LABEL:
		return jb_bind_report_text(b, scope->comparison->label);
	case P_NUMBER:
		return own(
			b, jb_sprintf(b->arena, "%d", scope->page->number), at);
	case P_COUNT:
		return own(
			b, jb_sprintf(b->arena, "%d", scope->page->count), at);
	default: /* P_LABEL */
		return own(b, scope->page->label, at);
	}
}

static bool word_here(const jb_scope *scope, word w)
{
	if (w <= R_DATE)
		return true;
	if (w <= S_BYLINE)
		return scope->section && scope->section->section;
	if (w <= F_NOTE)
		return scope->figure != NULL;
	if (w <= E_WHO)
		return scope->event != NULL;
	if (w <= N_TEXT)
		return scope->note != NULL;
	if (w <= I_ALT)
		return scope->image != NULL;
	if (w <= Q_WHO)
		return scope->quote != NULL;
	if (w == C_LABEL)
		return scope->comparison != NULL;
	if (w <= G_TOTAL)
		return scope->series != NULL;
	if (w == L_LABEL)
		return scope->list != NULL;
	if (w <= L_WHEN)
		return scope->item != NULL;
	if (w <= T_NUMBER)
		return scope->table != NULL;
	if (w == T_ROW)
		return scope->row != NULL;
	if (w <= T_TEXT)
		return scope->cell != NULL;
	if (w <= X_NUMBER)
		return scope->index > 0;
	if (w == X_MORE)
		return scope->limited;
	return scope->page != NULL;
}

const jb_rich *jb_scope_say(jb_binding *b, const jb_scope *scope,
	const char *path, const jb_node *at, bool *known)
{
	const jb_figure *figure = jb_scope_figure(b, path);

	*known = figure != NULL;
	if (figure)
		return jb_bind_figure_text(b, figure);
	for (int w = 0; w < WORD_COUNT; w++) {
		if (strcmp(words[w], path) != 0 || !word_here(scope, (word)w))
			continue;
		*known = true;
		if (w <= R_DATE)
			return report_word(b, (word)w, at);
		if (w <= S_BYLINE)
			return section_word(b, scope->section, (word)w, at);
		if (w >= G_LABEL && w <= X_MORE)
			return row_word(b, scope, (word)w, at);
		return thing_word(b, scope, (word)w, at);
	}
	return NULL;
}

bool jb_scope_knows(const void *binding, const char *path)
{
	if (jb_scope_figure(binding, path))
		return true;
	for (int w = 0; w < WORD_COUNT; w++)
		if (strcmp(words[w], path) == 0)
			return true;
	return false;
}

void jb_scope_unknown(jb_binding *b, const char *path, jb_pos pos)
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
