/* The report's own texts with their references filled in. */
#include "bind/scope.h"

#include <string.h>

#include "model/markup.h"
#include "model/resolve.h"
#include "model/wording.h"

/* What goes on while a text is filled. */
typedef struct filler {
	jb_binding *b;
	GArray *out;	     /* jb_rich_piece */
	const jb_look *look; /* of the text this one stands in, or NULL */
	unsigned items;	     /* marked items of texts before this one */
} filler;

static void add_text(filler *f, const char *text, const char *figure,
	const jb_look *look, jb_pos pos)
{
	jb_rich_piece piece = {
		.text = text, .figure = figure, .pos = pos, .look = look};

	if (*text)
		g_array_append_val(f->out, piece);
}

/* Marks of a text within a marked text come on top. */
static const jb_look *look_of(const filler *f, const jb_marking *marking)
{
	jb_look *look;

	if (!marking)
		return f->look;
	look = jb_new(f->b->arena, jb_look);
	if (f->look)
		*look = *f->look;
	look->strong |= marking->strong;
	look->display |= marking->display;
	look->marks |= marking->marks;
	if (marking->item)
		look->item = f->items + marking->item;
	if (marking->ruby)
		look->ruby = marking->ruby;
	if (marking->link)
		look->link = marking->link;
	if (marking->lang)
		look->lang = marking->lang;
	look->icon = marking->icon;
	return look;
}

static void add_template(filler *f, jb_template text);

static void add_reference(
	filler *f, const jb_piece *p, const jb_look *look, jb_pos pos)
{
	jb_resolved r;
	filler inner = {.b = f->b, .out = f->out, .look = look};

	if (!jb_report_resolve(
		    f->b->arena, f->b->report, p->path, p->format, &r))
		return; /* the reader of the report has said so */
	if (r.nested)
		add_template(&inner, r.nested);
	else
		add_text(f, r.text, r.figure ? r.figure->id : NULL, look, pos);
}

static void add_note(filler *f, jb_template text, const jb_piece *p,
	const jb_look *around, jb_node_walk *walk);

/* Pieces of a text, in its order. */
static void add_pieces(filler *f, jb_template text, const jb_piece *pieces,
	size_t n, jb_node_walk *walk)
{
	for (size_t i = 0; i < n; i++) {
		const jb_piece *p = &pieces[i];
		jb_pos pos = jb_node_walk_to(walk, p->byte);
		const jb_look *look = look_of(f, p->marking);

		if (p->note)
			add_note(f, text, p, look, walk);
		else if (look && look->icon)
			add_text(f, JB_RICH_ICON, NULL, look, pos);
		else if (p->reference)
			add_reference(f, p, look, pos);
		else
			add_text(f, jb_strndup(f->b->arena, p->text, p->len),
				NULL, look, pos);
	}
}

/* The last item of a text, in its order. */
static unsigned count_items(const jb_piece *pieces, size_t n)
{
	unsigned most = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned own = pieces[i].marking ? pieces[i].marking->item : 0;

		if (pieces[i].note)
			own = count_items(
				pieces[i].note->pieces, pieces[i].note->n);
		most = MAX(most, own);
	}
	return most;
}

static void add_template(filler *f, jb_template text)
{
	jb_node_walk walk = jb_node_walk_new(text);
	unsigned before = f->items;
	size_t n, bad;
	jb_piece *pieces;

	if (f->b->depth >= JB_NEST_MAX)
		return;
	f->b->depth++;
	pieces = jb_markup_split(f->b->arena, text, NULL, &n, &bad);
	f->items = f->b->items;
	f->b->items += count_items(pieces, n);
	add_pieces(f, text, pieces, n, &walk);
	f->items = before;
	f->b->depth--;
}

/* ---- notes ---- */

/* The note a mark stands for: one with an id is numbered where it is first
 * met, and only once. */
static jb_footnote *take_note(filler *f, const char *id, jb_pos pos)
{
	jb_footnotes *all = f->b->footnotes;
	jb_footnote *note = id ? g_hash_table_lookup(all->by_id, id) : NULL;

	if (note)
		return note;
	note = jb_new(f->b->arena, jb_footnote);
	note->number = (int)all->notes->len + 1;
	note->pos = pos;
	g_ptr_array_add(all->notes, note);
	if (id)
		g_hash_table_insert(all->by_id, (char *)id, note);
	return note;
}

static const jb_look *note_look(
	const filler *f, const jb_look *around, int number)
{
	jb_look *look = jb_new(f->b->arena, jb_look);

	if (around)
		look->strong = around->strong;
	look->note = number;
	return look;
}

static void add_note(filler *f, jb_template text, const jb_piece *p,
	const jb_look *around, jb_node_walk *walk)
{
	jb_pos pos = jb_node_walk_to(walk, p->byte);
	const char *id = p->note->id;
	filler inner = {.b = f->b, .items = f->items};
	jb_template words =
		id ? g_hash_table_lookup(f->b->report->footnote_ids, id) : NULL;
	jb_footnote *note;

	/* only prose prints notes; the reader has refused unknown ones */
	if (!f->b->footnotes || (id && !words))
		return;
	note = take_note(f, id, pos);
	if (!note->text) {
		inner.out = g_array_new(FALSE, FALSE, sizeof(jb_rich_piece));
		if (id)
			add_template(&inner, words);
		else
			add_pieces(&inner, text, p->note->pieces, p->note->n,
				walk);
		note->text = jb_rich_take(f->b->arena, inner.out);
	}
	add_text(f, jb_sprintf(f->b->arena, "%d", note->number), NULL,
		note_look(f, around, note->number), pos);
}

const jb_rich *jb_bind_report_text(jb_binding *b, jb_template text)
{
	filler f = {.b = b};

	if (!text)
		return NULL;
	f.out = g_array_new(FALSE, FALSE, sizeof(jb_rich_piece));
	add_template(&f, text);
	return jb_rich_take(b->arena, f.out);
}

const jb_rich *jb_bind_prose(
	jb_binding *b, jb_template text, jb_footnote ***notes, size_t *n)
{
	g_autoptr(GHashTable) by_id = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	jb_footnotes footnotes = {all, by_id};
	const jb_rich *rich;

	b->footnotes = &footnotes;
	rich = jb_bind_report_text(b, text);
	b->footnotes = NULL;
	*n = all->len;
	*notes = jb_new_array(b->arena, jb_footnote *, all->len + 1);
	for (guint i = 0; i < all->len; i++)
		(*notes)[i] = all->pdata[i];
	return rich;
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
