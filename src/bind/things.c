/* Figures, events, lists, pictures and notes with their words filled in. */
#include "bind/scope.h"

#include <string.h>

#include "model/wording.h"

static const jb_rich *joined(jb_binding *b, const jb_figure *f,
	const jb_rich *first, const char *between, const jb_rich *second)
{
	return jb_rich_plain(b->arena,
		jb_sprintf(b->arena, "%s%s%s",
			first ? jb_rich_text(b->arena, first) : "", between,
			jb_rich_text(b->arena, second)),
		f->pos);
}

/* 口径: the scope, what is measured; a change is 较上年, never 上年 as if that
 * were its subject. */
static const jb_rich *counted(jb_binding *b, const jb_stat *stat)
{
	if (stat->base)
		return joined(b, stat->figure, NULL, "较", stat->base);
	if (stat->scope && stat->measure)
		return joined(
			b, stat->figure, stat->scope, "，", stat->measure);
	return stat->scope ? stat->scope : stat->measure;
}

static const jb_rich *dated(jb_binding *b, const jb_stat *stat)
{
	const jb_figure *f = stat->figure;
	jb_date date = f->due.year ? f->due : f->as_of;

	if (stat->time || !date.year)
		return stat->time;
	return jb_rich_plain(b->arena, jb_date_text(b->arena, date), f->pos);
}

/* What stands under a callout: when, and that a target is one. */
static const jb_rich *when(jb_binding *b, const jb_stat *stat)
{
	const jb_figure *f = stat->figure;
	const char *status = jb_status_text(f->status);

	if (stat->gloss || stat->time)
		return stat->gloss ? stat->gloss : stat->time;
	if (f->status != JB_TARGET)
		return NULL;
	return jb_rich_plain(b->arena,
		f->due.year ? jb_sprintf(b->arena, "%s，%s", status,
				      jb_date_text(b->arena, f->due))
			    : status,
		f->pos);
}

jb_stat jb_bind_stat(jb_binding *b, const jb_figure *f)
{
	jb_stat stat = {
		.figure = f,
		.label = jb_bind_report_text(b, f->label),
		.short_label = jb_bind_report_text(b, f->short_label),
		.gloss = jb_bind_report_text(b, f->gloss),
		.measure = jb_bind_report_text(b, f->measure),
		.scope = jb_bind_report_text(b, f->scope),
		.base = jb_bind_report_text(b, f->base),
		.subject = jb_bind_report_text(b, f->subject),
		.time = jb_bind_report_text(b, f->time),
		.note = jb_bind_report_text(b, f->note),
	};

	stat.when = when(b, &stat);
	stat.counted = counted(b, &stat);
	stat.dated = dated(b, &stat);
	return stat;
}

jb_stat *jb_bind_stats(jb_binding *b, const jb_figure *const *figures, size_t n)
{
	jb_stat *stats = jb_new_array(b->arena, jb_stat, n + 1);

	for (size_t i = 0; i < n; i++)
		stats[i] = jb_bind_stat(b, figures[i]);
	return stats;
}

/* The date of an event as a list or axis says it: its own wording; the day or
 * month alone within the reported year, the year with others. */
static const jb_rich *event_date(jb_binding *b, const jb_event *e)
{
	const char *text;

	if (e->as)
		text = e->as;
	else if (!e->date.year)
		return NULL;
	else if (e->date.month && e->date.year == b->report->to.year)
		text = jb_date_short(b->arena, e->date);
	else
		text = jb_date_text(b->arena, e->date);
	return jb_rich_plain(b->arena, text, e->date_pos);
}

jb_bound_event jb_bind_event(jb_binding *b, const jb_event *e)
{
	return (jb_bound_event){
		.event = e,
		.date = event_date(b, e),
		.title = jb_bind_report_text(b, e->title),
		.short_title = jb_bind_report_text(b, e->short_title),
		.who = jb_bind_report_text(b, e->who),
		.detail = jb_bind_report_text(b, e->detail),
	};
}

jb_bound_item jb_bind_item(
	jb_binding *b, const jb_list *list, const jb_list_item *item)
{
	jb_bound_item bound = {
		.name = jb_bind_report_text(b, item->name),
		.detail = jb_bind_report_text(b, item->detail),
		.when = jb_bind_report_text(b, item->when),
		.icon = item->icon ? item->icon : list->icon,
		.pos = item->pos,
	};

	bound.items = jb_new_array(b->arena, jb_bound_item, item->n + 1);
	for (; bound.n_items < item->n; bound.n_items++)
		bound.items[bound.n_items] =
			jb_bind_item(b, list, &item->items[bound.n_items]);
	if (!bound.when && item->event) {
		const jb_event *e = item->event;

		bound.when = e->date.month && !e->as
				     ? jb_rich_plain(b->arena,
					       jb_date_text(b->arena, e->date),
					       e->date_pos)
				     : event_date(b, e);
	}
	return bound;
}

static jb_bound_subject bind_subject(jb_binding *b, const jb_subject *s)
{
	jb_bound_subject bound = {
		.stats = jb_bind_stats(b, s->figures, s->n_figures),
		.n_stats = s->n_figures,
	};

	for (size_t i = 0; i < s->n_figures; i++) {
		bound.stats[i].series = s->from[i];
		if (s->from[i])
			bound.stats[i].series_label =
				jb_bind_report_text(b, s->from[i]->label);
	}
	if (s->series && s->series->total) {
		jb_stat *total = jb_new(b->arena, jb_stat);

		*total = jb_bind_stat(b, s->series->total);
		bound.total = total;
	}
	bound.events = jb_new_array(b->arena, jb_bound_event, s->n_events + 1);
	for (; bound.n_events < s->n_events; bound.n_events++)
		bound.events[bound.n_events] =
			jb_bind_event(b, s->events[bound.n_events]);
	if (s->table)
		bound.table = jb_bind_report_table(b, s->table, NULL);
	if (!s->list)
		return bound;
	bound.items = jb_new_array(b->arena, jb_bound_item, s->list->n + 1);
	for (; bound.n_items < s->list->n; bound.n_items++)
		bound.items[bound.n_items] = jb_bind_item(
			b, s->list, &s->list->items[bound.n_items]);
	return bound;
}

/* The report's note, and what has been done to the data. */
static const jb_rich *note_of(jb_binding *b, const jb_picture *picture)
{
	const jb_rich *note = jb_bind_report_text(b, picture->note);
	GArray *pieces;

	if (!picture->notes || picture->notes->len == 0)
		return note;
	pieces = g_array_new(FALSE, TRUE, sizeof(jb_rich_piece));
	if (note)
		g_array_append_vals(pieces, note->pieces, (guint)note->n);
	for (guint i = 0; i < picture->notes->len; i++) {
		jb_rich_piece piece = {
			.text = jb_sprintf(b->arena, "%s%s",
				pieces->len ? "；" : "",
				(const char *)picture->notes->pdata[i]),
			.pos = picture->pos};

		g_array_append_val(pieces, piece);
	}
	return jb_rich_take(b->arena, pieces);
}

jb_bound_picture jb_bind_picture(jb_binding *b, const jb_picture *picture)
{
	jb_bound_picture bound = {
		.picture = picture,
		.title = jb_bind_report_text(b, picture->title),
		.aside = jb_bind_report_text(b, picture->aside),
		.note = note_of(b, picture),
		.text = jb_bind_report_text(b, picture->text),
		.who = jb_bind_report_text(b, picture->who),
		.of = bind_subject(b, &picture->of),
		.more = bind_subject(b, &picture->more),
		.lines = jb_bind_stats(b, picture->lines, picture->n_lines),
		.n_lines = picture->n_lines,
	};

	if (picture->parts) {
		jb_stat *parts = jb_new(b->arena, jb_stat);

		*parts = jb_bind_stat(b, picture->parts);
		bound.parts = parts;
	}
	return bound;
}

jb_bound_note jb_bind_note(jb_binding *b, const jb_note *note)
{
	return (jb_bound_note){
		.label = jb_bind_report_text(b, note->label),
		.text = jb_bind_report_text(b, note->text),
	};
}

/* Is a figure part of a series whose total is another figure? */
static const jb_figure *total_of(const jb_report *r, const jb_figure *f)
{
	for (guint i = 0; i < r->series->len; i++) {
		const jb_series *s = r->series->pdata[i];

		for (size_t k = 0; s->total && k < s->n; k++)
			if (s->items[k] == f)
				return s->total;
	}
	return NULL;
}

static void add_stat(
	jb_binding *b, GArray *stats, const jb_figure *f, int depth)
{
	jb_stat stat = jb_bind_stat(b, f);

	stat.depth = depth;
	g_array_append_val(stats, stat);
	for (guint i = 0; i < b->report->series->len && depth == 0; i++) {
		const jb_series *s = b->report->series->pdata[i];

		for (size_t k = 0; s->total == f && k < s->n; k++)
			if (s->items[k]->listed)
				add_stat(b, stats, s->items[k], 1);
	}
}

static bool same_section(const jb_figure *f, const jb_section *section)
{
	if (!section)
		return !f->section;
	return f->section && strcmp(f->section, section->id) == 0;
}

static jb_table_part bind_part(jb_binding *b, const jb_bound_section *bound)
{
	GArray *stats = g_array_new(FALSE, FALSE, sizeof(jb_stat));
	jb_table_part part = {0};

	if (bound)
		part.section = *bound;
	for (guint i = 0; i < b->report->figures->len; i++) {
		const jb_figure *f = b->report->figures->pdata[i];
		const jb_figure *total = total_of(b->report, f);

		if (!f->listed || !same_section(f, part.section.section))
			continue;
		/* stands under its total, if that is in the table */
		if (total && total->listed)
			continue;
		add_stat(b, stats, f, 0);
	}
	part.n = stats->len;
	part.stats = jb_new_array(b->arena, jb_stat, stats->len + 1);
	if (stats->len)
		memcpy(part.stats, stats->data, stats->len * sizeof(jb_stat));
	g_array_free(stats, TRUE);
	return part;
}

jb_table_part *jb_bind_table(jb_binding *b, size_t *n)
{
	size_t sections = b->report->n_sections;
	jb_table_part *parts =
		jb_new_array(b->arena, jb_table_part, sections + 1);

	*n = 0;
	for (size_t i = 0; i <= sections; i++) {
		jb_table_part part =
			bind_part(b, i < sections ? &b->sections[i] : NULL);

		if (part.n)
			parts[(*n)++] = part;
	}
	return parts;
}

/* ---- what a thing is called ---- */

const jb_rich *jb_stat_name(const jb_stat *stat)
{
	return jb_rich_empty(stat->short_label) ? stat->label
						: stat->short_label;
}

const jb_rich *jb_event_name(const jb_bound_event *event)
{
	return jb_rich_empty(event->short_title) ? event->title
						 : event->short_title;
}
