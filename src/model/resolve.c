/* References: an id, a part of the thing it names, a format. */
#include "model/resolve.h"

#include <string.h>

#include "base/words.h"
#include "model/markup.h"
#include "model/wording.h"

/* Why a reference means nothing. */
typedef enum { FINE, NO_ID, NO_CELL, NO_PART, NO_VALUE, NO_FORMAT } fault;

static fault own_text(jb_resolved *out, jb_template text)
{
	out->nested = text;
	return text ? FINE : NO_VALUE;
}

static fault date_text(jb_arena *arena, jb_resolved *out, jb_date date)
{
	if (!date.year)
		return NO_VALUE;
	out->text = jb_date_text(arena, date);
	return FINE;
}

static fault count_text(
	jb_arena *arena, jb_resolved *out, size_t n, const char *format)
{
	out->text = format ? jb_hanzi_number(arena, (int)n)
			   : jb_sprintf(arena, "%zu", n);
	return FINE;
}

static fault number_text(jb_arena *arena, jb_resolved *out, const jb_figure *f,
	const char *format)
{
	jb_decimal value = jb_decimal_round(f->value, 0);
	double n = jb_decimal_double(value);

	out->figure = f;
	if (!f->has_value)
		return NO_VALUE;
	out->text = jb_wording_of(arena, f).number;
	if (!format)
		return FINE;
	if (jb_decimal_compare(value, f->value) != 0)
		return NO_FORMAT;
	if (n >= 1 && n <= 99)
		out->text = jb_hanzi_number(arena, (int)n);
	return FINE;
}

static fault figure_part(jb_arena *arena, const jb_figure *f, const char *part,
	const char *format, jb_resolved *out)
{
	if (!part) {
		out->figure = f;
		out->text = jb_wording_text(arena, f);
		return FINE;
	}
	if (!strcmp(part, "number") || !strcmp(part, "value"))
		return number_text(arena, out, f, format);
	if (!strcmp(part, "unit")) {
		out->text = f->unit;
		return FINE;
	}
	if (!strcmp(part, "label"))
		return own_text(out, f->label);
	if (!strcmp(part, "short"))
		return own_text(
			out, f->short_label ? f->short_label : f->label);
	if (!strcmp(part, "scope"))
		return own_text(out, f->scope);
	if (!strcmp(part, "due"))
		return date_text(arena, out, f->due);
	if (!strcmp(part, "as_of"))
		return date_text(arena, out, f->as_of);
	return NO_PART;
}

static fault event_part(
	jb_arena *arena, const jb_event *e, const char *part, jb_resolved *out)
{
	if (!part || !strcmp(part, "title"))
		return own_text(out, e->title);
	if (!strcmp(part, "date"))
		return date_text(arena, out, e->date);
	if (!strcmp(part, "short") || !strcmp(part, "month")) {
		jb_date date = e->date;

		if (part[0] == 'm')
			date.day = 0;
		if (!date.year)
			return NO_VALUE;
		out->text = jb_date_short(arena, date);
		return FINE;
	}
	return NO_PART;
}

static fault series_part(jb_arena *arena, const jb_series *s, const char *part,
	const char *format, jb_resolved *out)
{
	size_t known = 0;

	if (!part || !strcmp(part, "label"))
		return own_text(out, s->label);
	if (!strcmp(part, "count"))
		return count_text(arena, out, s->n, format);
	if (strcmp(part, "known") != 0)
		return NO_PART;
	for (size_t i = 0; i < s->n; i++)
		known += s->items[i]->has_value;
	return count_text(arena, out, known, format);
}

static fault list_part(jb_arena *arena, const jb_list *l, const char *part,
	const char *format, jb_resolved *out)
{
	if (!part || !strcmp(part, "label"))
		return own_text(out, l->label);
	if (!strcmp(part, "count"))
		return count_text(arena, out, l->n, format);
	return NO_PART;
}

/* |hanzi is the only format, and only for what counts. */
static bool takes_format(const char *part, const char *format)
{
	return !strcmp(format, "hanzi") && part &&
	       (!strcmp(part, "number") || !strcmp(part, "value") ||
		       !strcmp(part, "count") || !strcmp(part, "known"));
}

static fault resolve(jb_arena *arena, const jb_report *r, const char *id,
	const char *part, const char *format, jb_resolved *out)
{
	const jb_figure *figure = jb_report_figure(r, id);
	const jb_event *event = jb_report_event(r, id);
	const jb_series *series = jb_report_series(r, id);
	const jb_list *list = jb_report_list(r, id);
	jb_template scope = g_hash_table_lookup(r->scopes, id);

	if (figure)
		return figure_part(arena, figure, part, format, out);
	if (event)
		return event_part(arena, event, part, out);
	if (series)
		return series_part(arena, series, part, format, out);
	if (list)
		return list_part(arena, list, part, format, out);
	if (scope)
		return part ? NO_PART : own_text(out, scope);
	return NO_ID;
}

/* ---- cells and columns of tables ---- */

static bool in_table(const jb_report *r, const char *path)
{
	g_autofree char *id = g_strndup(path, strcspn(path, "."));

	return jb_report_table(r, id) != NULL;
}

/* The longest name that is a cell's (table.row.column) or a column's; what
 * follows is the part. */
static fault table_part(jb_arena *arena, const jb_report *r, const char *path,
	const char *format, jb_resolved *out)
{
	char *name = jb_strdup(arena, path);
	const char *part = NULL;
	fault why = NO_CELL;
	char *dot;

	for (;;) {
		const jb_figure *figure = jb_report_figure(r, name);
		const jb_series *series = jb_report_series(r, name);

		if (figure)
			why = figure_part(arena, figure, part, format, out);
		else if (series)
			why = series_part(arena, series, part, format, out);
		if (figure || series || !(dot = strrchr(name, '.')))
			break;
		part = path + (dot - name) + 1;
		*dot = '\0';
	}
	if (why == FINE && format && !takes_format(part, format))
		return NO_FORMAT;
	return why;
}

static fault resolve_path(jb_arena *arena, const jb_report *r, const char *path,
	const char *format, jb_resolved *out, char **id)
{
	char *part;
	fault why;

	*out = (jb_resolved){0};
	if (g_str_has_prefix(path, "scopes."))
		path += strlen("scopes.");
	*id = jb_strdup(arena, path);
	if (in_table(r, path))
		return table_part(arena, r, path, format, out);
	part = strchr(*id, '.');
	if (part)
		*part++ = '\0';
	why = resolve(arena, r, *id, part, format, out);
	if (why == FINE && format && !takes_format(part, format))
		return NO_FORMAT;
	return why;
}

bool jb_report_resolve(jb_arena *arena, const jb_report *report,
	const char *path, const char *format, jb_resolved *out)
{
	char *id;

	return resolve_path(arena, report, path, format, out, &id) == FINE;
}

static void collect_ids(GPtrArray *ids, const GPtrArray *things)
{
	/* figures, events, series and lists all begin with their id */
	for (guint i = 0; i < things->len; i++)
		g_ptr_array_add(ids, *(void **)things->pdata[i]);
}

static const char *nearest_id(const jb_report *r, const char *id)
{
	GPtrArray *ids = g_ptr_array_new();
	GHashTableIter scopes;
	void *scope;
	const char *near;

	collect_ids(ids, r->figures);
	collect_ids(ids, r->events);
	collect_ids(ids, r->series);
	collect_ids(ids, r->lists);
	g_hash_table_iter_init(&scopes, r->scopes);
	while (g_hash_table_iter_next(&scopes, &scope, NULL))
		g_ptr_array_add(ids, scope);
	near = jb_words_nearest(id, (const char *const *)ids->pdata, ids->len);
	g_ptr_array_free(ids, TRUE);
	return near;
}

/* Which name of a cell is wrong. */
static void refuse_cell(jb_arena *arena, jb_diags *diags,
	const jb_report *r, const char *path, jb_pos pos)
{
	g_auto(GStrv) names = g_strsplit(path, ".", 3);
	const jb_table *table = jb_report_table(r, names[0]);
	GPtrArray *known = g_ptr_array_new();
	bool row = false;
	const char *near = NULL;

	for (size_t i = 0; names[1] && i < table->n_rows; i++)
		row = row || strcmp(table->rows[i].key, names[1]) == 0;
	for (size_t i = 0; !row && i < table->n_rows; i++)
		g_ptr_array_add(known, (void *)table->rows[i].key);
	for (size_t c = 0; row && c < table->n_columns; c++)
		g_ptr_array_add(known, (void *)table->columns[c].key);
	jb_error(diags, pos, "the table “%s” has no cell “%s”", names[0],
		names[1] ? path + strlen(names[0]) + 1 : "");
	for (size_t c = 0; row && names[2] && c < table->n_columns; c++) {
		if (strcmp(table->columns[c].label->text, names[2]) == 0)
			near = table->columns[c].key; /* that has an id */
	}
	if (!near && names[1] && (!row || names[2]))
		near = jb_words_nearest(row ? names[2] : names[1],
			(const char *const *)known->pdata, known->len);
	if (near)
		jb_hint(diags, "did you mean “%s”?",
			row ? jb_sprintf(arena, "%s.%s.%s", names[0], names[1],
				      near)
			    : jb_sprintf(arena, "%s.%s", names[0], near));
	else
		jb_hint(diags, "${%s.row.column}: the ids of row and column, or "
			       "the row's first cell and the column's head",
			names[0]);
	g_ptr_array_free(known, TRUE);
}

bool jb_report_resolve_or_say(jb_arena *arena, jb_diags *diags,
	const jb_report *report, const char *path, const char *format,
	jb_pos pos, jb_resolved *out)
{
	char *id;
	const char *near;

	switch (resolve_path(arena, report, path, format, out, &id)) {
	case FINE:
		return true;
	case NO_ID:
		jb_error(diags, pos,
			"there is no figure, event, series, list "
			"or scope “%s”",
			id);
		near = nearest_id(report, id);
		if (near)
			jb_hint(diags, "did you mean “%s”?", near);
		else if (!g_str_is_ascii(id))
			jb_hint(diags, "between “${” and “}” stands an id, in "
				       "ASCII: ${parks.number}");
		break;
	case NO_CELL:
		refuse_cell(arena, diags, report, path, pos);
		break;
	case NO_PART:
		jb_error(diags, pos, "“%s” has no such part", path);
		jb_hint(diags, "figures have number, unit, label, short, "
			       "scope, due, as_of; events date, short, title; "
			       "series and lists count, label");
		break;
	case NO_VALUE:
		jb_error(diags, pos, "“%s” is not given", path);
		break;
	case NO_FORMAT:
		jb_error(diags, pos, "“%s” has no format “%s”", path,
			format ? format : "");
		jb_hint(diags, "|hanzi goes with .count, .known and whole "
			       ".number");
		break;
	}
	jb_span_chars(diags, (unsigned)g_utf8_strlen(path, -1) + 3);
	return false;
}

/* A text may name itself, by way of others: depth and work have an end. */
typedef struct filling {
	jb_arena *arena;
	const jb_report *report;
	GString *out;
	size_t pieces;
} filling;

static void fill(filling *f, jb_template text, int level)
{
	size_t n, bad;
	jb_piece *pieces = jb_markup_split(f->arena, text, NULL, &n, &bad);

	for (size_t i = 0; i < n; i++) {
		jb_resolved r;

		if (++f->pieces > JB_FILL_PIECES_MAX ||
			f->out->len > JB_FILL_BYTES_MAX)
			return;
		if (pieces[i].note)
			continue;
		if (!pieces[i].reference)
			g_string_append_len(
				f->out, pieces[i].text, (gssize)pieces[i].len);
		else if (!jb_report_resolve(f->arena, f->report, pieces[i].path,
				 pieces[i].format, &r))
			continue;
		else if (r.text)
			g_string_append(f->out, r.text);
		else if (level < JB_NEST_MAX)
			fill(f, r.nested, level + 1);
	}
}

char *jb_report_fill(jb_arena *arena, const jb_report *report, jb_template text)
{
	g_autoptr(GString) out = g_string_new(NULL);
	filling f = {arena, report, out, 0};

	fill(&f, text, 1);
	return jb_strdup(arena, out->str);
}
