/* The report's own texts with their references filled in. */
#include "bind/scope.h"

#include <string.h>

#include "model/resolve.h"
#include "model/template.h"
#include "model/wording.h"

static void add_text(
	GArray *out, const char *text, const char *figure, jb_pos pos)
{
	jb_rich_piece piece = {.text = text, .figure = figure, .pos = pos};

	if (*text)
		g_array_append_val(out, piece);
}

static void add_pieces(jb_binding *b, GArray *out, jb_template text);

static void add_reference(
	jb_binding *b, GArray *out, const jb_piece *p, jb_pos pos)
{
	jb_resolved r;

	if (!jb_report_resolve(b->arena, b->report, p->path, p->format, &r))
		return; /* the reader of the report has said so */
	if (r.nested)
		add_pieces(b, out, r.nested);
	else
		add_text(out, r.text, r.figure ? r.figure->id : NULL, pos);
}

static void add_pieces(jb_binding *b, GArray *out, jb_template text)
{
	size_t n, bad;
	jb_piece *pieces;

	if (b->depth >= JB_NEST_MAX)
		return;
	b->depth++;
	pieces = jb_template_split(
		b->arena, text->text, strlen(text->text), &n, &bad);
	for (size_t i = 0; i < n; i++) {
		jb_pos pos = jb_node_pos_at(text, pieces[i].byte);

		if (pieces[i].reference)
			add_reference(b, out, &pieces[i], pos);
		else
			add_text(out,
				jb_strndup(b->arena, pieces[i].text,
					pieces[i].len),
				NULL, pos);
	}
	b->depth--;
}

const jb_rich *jb_bind_report_text(jb_binding *b, jb_template text)
{
	GArray *out;

	if (!text)
		return NULL;
	out = g_array_new(FALSE, FALSE, sizeof(jb_rich_piece));
	add_pieces(b, out, text);
	return jb_rich_take(b->arena, out);
}

const jb_rich *jb_bind_figure_text(jb_binding *b, const jb_figure *figure)
{
	jb_rich *rich = jb_new(b->arena, jb_rich);

	rich->n = 1;
	rich->pieces = jb_new(b->arena, jb_rich_piece);
	rich->pieces->text = jb_wording_text(b->arena, figure);
	rich->pieces->figure = figure->id;
	rich->pieces->pos = figure->value_pos;
	return rich;
}
