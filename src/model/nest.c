/* nest.c - texts name texts.  Filling them must come to an end soon: no
 * circles, not too deep, not too long.  What filling would cut short is
 * refused here, so that nothing is missing on paper in silence.
 */
#include "model/report-parts.h"

#include <string.h>

#include "base/messages.h"
#include "model/markup.h"
#include "model/resolve.h"

/* What a text comes to with everything in it filled. */
typedef struct extent {
	bool open; /* still being measured */
	unsigned levels;
	size_t pieces, bytes;
} extent;

typedef struct nesting {
	jb_arena *arena;
	jb_diags *diags;
	const jb_report *report;
	GHashTable *extents; /* jb_template -> extent */
} nesting;

static const extent *measure(
	const nesting *n, jb_template text, unsigned level);

static void refuse(const nesting *n, jb_template text, const jb_piece *piece,
	const char *why)
{
	jb_error(n->diags, jb_node_pos_at(text, piece->byte), "“${%s}” %s",
		piece->path, why);
	jb_span_chars(n->diags, (unsigned)g_utf8_strlen(piece->path, -1) + 3);
}

static void add_nested(const nesting *n, extent *e, jb_template text,
	const jb_piece *piece, jb_template inner, unsigned level)
{
	const extent *in;

	if (level >= JB_NEST_MAX) {
		refuse(n, text, piece, jb_tr("nests texts too deep"));
		return;
	}
	in = measure(n, inner, level + 1);
	if (in->open) {
		refuse(n, text, piece, jb_tr("leads back to this text"));
		return;
	}
	e->levels = MAX(e->levels, in->levels + 1);
	e->pieces = MIN(e->pieces + in->pieces, JB_FILL_PIECES_MAX + 1);
	e->bytes = MIN(e->bytes + in->bytes, JB_FILL_BYTES_MAX + 1);
}

static void add_pieces(const nesting *n, extent *e, jb_template text,
	const jb_piece *pieces, size_t count, unsigned level);

static void add_piece(const nesting *n, extent *e, jb_template text,
	const jb_piece *piece, unsigned level)
{
	jb_resolved r;

	e->pieces++;
	if (piece->note)
		add_pieces(
			n, e, text, piece->note->pieces, piece->note->n, level);
	else if (!piece->reference)
		e->bytes += piece->len;
	else if (!jb_report_resolve(
			 n->arena, n->report, piece->path, piece->format, &r))
		return; /* said elsewhere */
	else if (r.text)
		e->bytes += strlen(r.text);
	else
		add_nested(n, e, text, piece, r.nested, level);
}

static void add_pieces(const nesting *n, extent *e, jb_template text,
	const jb_piece *pieces, size_t count, unsigned level)
{
	for (size_t i = 0; i < count; i++)
		add_piece(n, e, text, &pieces[i], level);
}

/* One message is enough: the texts around a refused one count it as short. */
static void judge(const nesting *n, extent *e, jb_template text)
{
	bool deep = e->levels > JB_NEST_MAX;

	if (!deep && e->pieces <= JB_FILL_PIECES_MAX &&
		e->bytes <= JB_FILL_BYTES_MAX)
		return;
	jb_error(n->diags, text->pos,
		deep ? "this text nests texts too deep"
		     : "this text grows too long when it is filled");
	*e = (extent){.levels = 1};
}

static const extent *measure(const nesting *n, jb_template text, unsigned level)
{
	extent *e = g_hash_table_lookup(n->extents, text);
	size_t pieces, bad;
	jb_piece *piece;

	if (e)
		return e;
	e = jb_new(n->arena, extent);
	*e = (extent){.open = true, .levels = 1};
	g_hash_table_insert(n->extents, (void *)text, e);
	piece = jb_markup_split(n->arena, text, NULL, &pieces, &bad);
	add_pieces(n, e, text, piece, pieces, level);
	judge(n, e, text);
	e->open = false;
	return e;
}

void jb_report_nesting(jb_arena *arena, jb_diags *diags,
	const jb_report *report, GHashTable *extents, jb_template text)
{
	nesting n = {arena, diags, report, extents};

	measure(&n, text, 1);
}
