/* markup.c - a text without its marks: pieces that say how they are marked. */
#include "model/markup-parts.h"

#include <string.h>

jb_markup_level jb_markup_level_of(const char *type)
{
	static const char *const words[] = {"title", "marked", "prose"};

	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (strcmp(words[i], type) == 0)
			return (jb_markup_level)(JB_MARKUP_TITLE + i);
	return JB_MARKUP_NONE;
}

/* ---- from spots to pieces ---- */

/* What a mark stands in: the text itself, or a note. */
typedef struct frame {
	const jb_marking *marking;
	GArray *pieces; /* jb_piece, where they go */
	size_t byte;	/* of the note */
} frame;

typedef struct writer {
	const jb_markup *m;
	GArray *frames; /* frame; the first is the text */
	size_t at;	/* what is before it has been written */
} writer;

static frame *top(const writer *w)
{
	return &g_array_index(w->frames, frame, w->frames->len - 1);
}

static void literal(writer *w, size_t to)
{
	jb_piece piece = {
		.text = w->m->text + w->at,
		.len = to - w->at,
		.byte = w->at,
		.marking = top(w)->marking,
	};

	if (to > w->at)
		g_array_append_val(top(w)->pieces, piece);
}

static const jb_marking *joined(
	jb_arena *arena, const jb_marking *outer, const jb_marking *own)
{
	jb_marking *both = jb_new(arena, jb_marking);

	if (!outer)
		return own;
	*both = *outer;
	both->strong |= own->strong;
	both->display |= own->display;
	both->address |= own->address;
	both->marks |= own->marks;
	if (own->item)
		both->item = own->item;
	if (own->ruby)
		both->ruby = own->ruby;
	if (own->link)
		both->link = own->link;
	if (own->lang)
		both->lang = own->lang;
	return both;
}

static void enter(
	writer *w, const jb_marking *marking, GArray *pieces, size_t byte)
{
	const frame inner = {marking, pieces, byte};

	g_array_append_val(w->frames, inner);
}

static jb_piece *taken(jb_arena *arena, GArray *pieces, size_t *n)
{
	jb_piece *all = jb_new_array(arena, jb_piece, pieces->len + 1);

	*n = pieces->len;
	if (pieces->len)
		memcpy(all, pieces->data, pieces->len * sizeof(jb_piece));
	g_array_free(pieces, TRUE);
	return all;
}

static void leave_note(writer *w)
{
	frame inside = *top(w);
	jb_noted *note = jb_new(w->m->arena, jb_noted);
	jb_piece piece = {.byte = inside.byte, .note = note};

	note->pieces = taken(w->m->arena, inside.pieces, &note->n);
	g_array_set_size(w->frames, w->frames->len - 1);
	piece.marking = top(w)->marking;
	g_array_append_val(top(w)->pieces, piece);
}

static void put_piece(writer *w, const jb_piece *from)
{
	jb_piece piece = *from;

	piece.marking = top(w)->marking;
	g_array_append_val(top(w)->pieces, piece);
}

/* An icon is a piece without text, before the words of its span. */
static const jb_marking *put_icon(writer *w, const jb_spot *spot)
{
	jb_marking *words, *own;
	jb_piece piece = {.text = "", .byte = spot->byte};

	if (!spot->effect->icon)
		return spot->effect;
	words = jb_new(w->m->arena, jb_marking);
	*words = *spot->effect;
	words->icon = NULL;
	own = jb_new(w->m->arena, jb_marking);
	*own = *joined(w->m->arena, top(w)->marking, words);
	own->icon = spot->effect->icon;
	own->marks = 0; /* dots and lines are for words */
	own->ruby = NULL;
	piece.marking = own;
	g_array_append_val(top(w)->pieces, piece);
	return words;
}

static void write_spot(writer *w, const jb_spot *spot)
{
	const jb_marking *own;

	literal(w, spot->byte);
	switch (spot->kind) {
	case JB_SPOT_SKIP:
		break;
	case JB_SPOT_OPEN:
		own = put_icon(w, spot);
		enter(w, joined(w->m->arena, top(w)->marking, own),
			top(w)->pieces, 0);
		break;
	case JB_SPOT_CLOSE:
		g_array_set_size(w->frames, w->frames->len - 1);
		break;
	case JB_SPOT_REF:
	case JB_SPOT_NOTE:
		put_piece(w, spot->piece);
		break;
	case JB_SPOT_INSIDE:
		enter(w, NULL, g_array_new(FALSE, FALSE, sizeof(jb_piece)),
			spot->byte);
		break;
	case JB_SPOT_OUTSIDE:
		leave_note(w);
		break;
	}
	w->at = spot->byte + spot->len;
}

static jb_piece *write_pieces(const jb_markup *m, size_t len, size_t *n)
{
	GArray *pieces = g_array_new(FALSE, FALSE, sizeof(jb_piece));
	writer w = {m, g_array_new(FALSE, FALSE, sizeof(frame)), 0};

	enter(&w, NULL, pieces, 0);
	for (guint i = 0; i < m->spots->len; i++)
		write_spot(&w, &g_array_index(m->spots, jb_spot, i));
	literal(&w, len);
	g_array_free(w.frames, TRUE);
	return taken(m->arena, pieces, n);
}

/* ---- reading ---- */

static int by_byte(gconstpointer a, gconstpointer b)
{
	const jb_spot *p = a, *q = b;

	return (p->byte > q->byte) - (p->byte < q->byte);
}

static jb_markup markup_open(
	jb_arena *arena, const char *text, GArray *slips, jb_markup_level level)
{
	jb_markup m = {
		.arena = arena,
		.text = text,
		.len = strlen(text),
		.level = level,
		.slips = slips,
		.spots = g_array_new(FALSE, FALSE, sizeof(jb_spot)),
		.runs = g_array_new(FALSE, FALSE, sizeof(jb_run_mark)),
		.last_run = -1,
		.brackets = g_array_new(FALSE, FALSE, sizeof(jb_bracket)),
		.bad = (size_t)-1,
	};

	jb_markup_scan(&m);
	g_array_sort(m.spots, by_byte);
	return m;
}

static void markup_close(jb_markup *m)
{
	g_array_free(m->spots, TRUE);
	g_array_free(m->runs, TRUE);
	g_array_free(m->brackets, TRUE);
}

jb_piece *jb_markup_split(jb_arena *arena, const jb_node *text, GArray *slips,
	size_t *n, size_t *bad)
{
	size_t len = strlen(text->text);
	jb_piece *pieces;
	jb_markup m;

	if (text->markup == JB_MARKUP_NONE)
		return jb_template_split(arena, text->text, len, n, bad);
	m = markup_open(arena, text->text, slips, text->markup);
	*bad = m.bad;
	pieces = write_pieces(&m, len, n);
	markup_close(&m);
	return pieces;
}

/* Single stars and plain addresses may be meant as they are. */
static bool is_surely_mark(const jb_spot *spot)
{
	return spot->kind == JB_SPOT_INSIDE || spot->kind == JB_SPOT_NOTE ||
	       (spot->kind == JB_SPOT_OPEN &&
		       spot->effect->marks != JB_MARKED_DOTS &&
		       !spot->effect->address);
}

bool jb_markup_unread(jb_arena *arena, const jb_node *text, size_t *byte)
{
	jb_markup m = markup_open(arena, text->text, NULL, JB_MARKUP_PROSE);
	bool found = false;

	for (guint i = 0; i < m.spots->len && !found; i++) {
		const jb_spot *spot = &g_array_index(m.spots, jb_spot, i);
		bool span = spot->kind == JB_SPOT_OPEN && spot->effect->item;

		if (text->markup == JB_MARKUP_TITLE && span)
			continue;
		found = is_surely_mark(spot);
		*byte = spot->byte;
	}
	markup_close(&m);
	return found;
}
