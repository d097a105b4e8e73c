/* tabular-cell.c - what stands in a cell: numbers on their point, the marks of
 * notes and statuses, bars. */
#include "chart/tabular-parts.h"

#include <math.h>
#include <string.h>

#include "plot/marks.h"
#include "chart/parts.h"
#include "model/wording.h"

/* ---- words ---- */

/* Lines of one cell stand closer than rows do. */
const jb_style *jb_tab_style(
	jb_tabular *t, const char *name, jb_text_align align)
{
	jb_style *copy = jb_new(t->desk->arena, jb_style);

	*copy = *jb_desk_style(t->desk, name);
	copy->align = align;
	copy->leading_pt = fmin(copy->leading_pt, 1.4 * copy->size_pt);
	copy->indent_em = 0;
	return copy;
}

const jb_rich *jb_tab_mark(const jb_tabular *t, int note, jb_pos pos)
{
	jb_arena *arena = t->desk->arena;
	jb_rich *rich;
	jb_look *look;
	char text[8] = "";

	if (!note)
		return NULL;
	if (t->table->look.letters && note <= 26)
		text[0] = (char)('a' + note - 1);
	else if (note <= 20) /* ① */
		g_unichar_to_utf8(0x2460 + (gunichar)note - 1, text);
	else
		g_snprintf(text, sizeof(text), "%d", note);
	rich = jb_new(arena, jb_rich);
	look = jb_new(arena, jb_look);
	look->note = note;
	rich->n = 1;
	rich->pieces = jb_new(arena, jb_rich_piece);
	rich->pieces[0] = (jb_rich_piece){
		.text = jb_strdup(arena, text), .pos = pos, .look = look};
	return rich;
}

const jb_rich *jb_tab_marked(
	const jb_tabular *t, const jb_rich *words, int note, jb_pos pos)
{
	GArray *pieces;
	const jb_rich *mark = jb_tab_mark(t, note, pos);

	if (!mark)
		return words;
	pieces = g_array_new(FALSE, FALSE, sizeof(jb_rich_piece));
	if (words)
		g_array_append_vals(pieces, words->pieces, (guint)words->n);
	g_array_append_vals(pieces, mark->pieces, 1);
	return jb_rich_take(t->desk->arena, pieces);
}

const jb_rich *jb_tab_head_words(const jb_tabular *t, size_t c, bool unit)
{
	const jb_bound_column *column = &t->table->columns[c];
	GArray *pieces = g_array_new(FALSE, FALSE, sizeof(jb_rich_piece));

	g_array_append_vals(
		pieces, column->head->pieces, (guint)column->head->n);
	if (unit && column->unit)
		g_array_append_vals(
			pieces, column->unit->pieces, (guint)column->unit->n);
	return jb_tab_marked(t, jb_rich_take(t->desk->arena, pieces),
		column->note, t->table->pos);
}

/* ---- numbers ---- */

/* GB/T 15835 5.1: from five digits on, threes may be set apart, by a quarter
 * of a Han character. */
static const char *grouped(jb_arena *arena, const char *number)
{
	size_t sign = strspn(number, "−+");
	size_t n = strspn(number + sign, "0123456789");
	g_autoptr(GString) out = g_string_new_len(number, (gssize)sign);

	if (n < 5)
		return number;
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && (n - i) % 3 == 0)
			g_string_append(out, "\u2009");
		g_string_append_c(out, number[sign + i]);
	}
	g_string_append(out, number + sign + n);
	return jb_strdup(arena, out->str);
}

static const jb_rich *said(
	const jb_tabular *t, const char *text, const jb_figure *figure)
{
	return *text ? jb_figure_words(t->desk, text, figure) : NULL;
}

static double width(
	const jb_tabular *t, const jb_rich *rich, const jb_style *style)
{
	return rich ? jb_text_width(t->desk, rich, style, 0) : 0;
}

/* What follows the digits: 余 and the like, and the unit where the head does
 * not say it. */
static const char *after(
	const jb_tabular *t, const jb_bound_cell *cell, const jb_wording *w)
{
	if (*cell->unit)
		return jb_sprintf(t->desk->arena, "%s%s", w->unit, w->after);
	return cell->figure->bound == JB_OVER ? "余" : w->after;
}

static jb_digits missing(
	const jb_tabular *t, const jb_figure *f, const jb_style *words)
{
	const char *text = f->as ? f->as : jb_missing_text(f->missing);
	jb_digits d = {.words = true};

	if (!f->as && f->missing == JB_NOT_APPLICABLE)
		text = "—";
	d.number = said(t, text, f);
	d.whole_pt = d.left = width(t, d.number, words);
	return d;
}

jb_digits jb_tab_digits(jb_tabular *t, const jb_bound_cell *cell, bool total)
{
	jb_arena *arena = t->desk->arena;
	const jb_style *words =
		total ? t->total[JB_TEXT_START] : t->cell[JB_TEXT_START];
	const jb_style *number = total ? t->number_total : t->number;
	const jb_figure *f = cell->figure;
	jb_wording w = jb_wording_of(arena, f);
	const char *point;
	jb_digits d = {0};

	if (!w.numeric)
		return missing(t, f, words);
	if (t->table->look.grouped)
		w.number = grouped(arena, w.number);
	point = strchr(w.number, '.');
	d.before = said(t, w.before, f);
	d.number = said(t, w.number, f);
	d.after = said(t, after(t, cell, &w), f);
	d.before_pt = width(t, d.before, words);
	d.rest_pt = point ? width(t, said(t, point, f), number) : 0;
	d.whole_pt = width(t, d.number, number) - d.rest_pt;
	d.after_pt = width(t, d.after, words);
	d.left = d.before_pt + d.whole_pt;
	d.right = d.rest_pt + d.after_pt;
	return d;
}

static double put(jb_tabular *t, jb_group *group, double x, double baseline,
	const jb_rich *rich, const jb_style *style, const jb_ink *ink)
{
	if (!rich)
		return 0;
	return jb_put_text(t->desk, group, x, baseline, JB_ALIGN_START, rich,
		style, ink, 0);
}

void jb_tab_put_digits(jb_tabular *t, jb_group *group, double x,
	double baseline, const jb_bound_cell *cell, const jb_digits *d,
	bool total)
{
	const jb_style *words =
		total ? t->total[JB_TEXT_START] : t->cell[JB_TEXT_START];
	const jb_style *number = total ? t->number_total : t->number;
	/* a sum of the rows above it is there for everybody to see */
	bool grey = d->words || cell->figure->verb > JB_SUM;
	const jb_ink *ink = grey ? jb_desk_ink(t->desk, "text70") : NULL;
	double at = x - d->left;

	at += put(t, group, at, baseline, d->before, words, ink);
	at += put(t, group, at, baseline, d->number, d->words ? words : number,
		ink);
	at += put(t, group, at, baseline, d->after, words, ink);
	put(t, group, at, baseline, jb_tab_mark(t, cell->note, cell->pos),
		words, NULL);
}

/* ---- statuses ---- */

static const double status_pt = 6, status_gap_pt = 4;

static void put_status_mark(
	jb_desk *desk, jb_group *group, double x, double y, jb_status status)
{
	const double s = status_pt;

	if (status == JB_TARGET)
		jb_put_frame(desk, group, x + 0.4, y + 0.4, s - 0.8, s - 0.8,
			jb_desk_ink(desk, "accent"), 0.9, false);
	else if (status == JB_PLANNED || status == JB_ESTIMATE ||
		 status == JB_PROPOSED)
		jb_put_hatched(desk, group, x, y, s, s);
	else
		jb_put_rect(
			desk, group, x, y, s, s, jb_desk_ink(desk, "primary"));
}

void jb_tab_put_status(jb_tabular *t, jb_group *group, double x,
	double baseline, jb_status status)
{
	jb_desk *desk = t->desk;
	double middle = baseline - 0.38 * t->cell[JB_TEXT_START]->size_pt;
	jb_pos none = {0};

	put_status_mark(desk, group, x, middle - status_pt / 2, status);
	put(t, group, x + status_pt + status_gap_pt, baseline,
		jb_rich_plain(desk->arena, jb_status_text(status), none),
		t->cell[JB_TEXT_START], NULL);
}

double jb_tab_status_width(jb_tabular *t)
{
	return status_pt + status_gap_pt + 3 * t->cell[JB_TEXT_START]->size_pt;
}

/* ---- bars ---- */

/* Lengths are in proportion from zero; zero draws nothing, and neither does
 * what is missing: its cell says so. */
void jb_tab_put_bar(jb_tabular *t, jb_group *group, const jb_tab_column *column,
	double y, double height, const jb_figure *f)
{
	double from = column->x + column->left + column->right + 2 * t->pad;
	double room = column->x + column->width - from;
	double scale = room / (column->high - column->low);
	double zero = from - column->low * scale;
	double length = jb_figure_size(f) * scale;
	guint first = group->items->len;

	if (!f->has_value || length == 0)
		return;
	jb_put_bar(t->desk, group, length < 0 ? zero + length : zero, y,
		fabs(length), height, f, jb_desk_ink(t->desk, "primary65"));
	for (guint i = first; i < group->items->len; i++)
		((jb_item *)group->items->pdata[i])->figure = f->id;
}
