/* tabular-head.c - what stands over and under the rows of a table: title and
 * unit, heads of columns and of groups of columns, notes and source. */
#include "chart/tabular-parts.h"

#include <math.h>
#include <string.h>

#include "chart/parts.h"

static const double foot_gap_pt = 4, title_gap_pt = 2;

static jb_group *set(
	jb_tabular *t, const jb_rich *rich, const jb_style *style, double width)
{
	if (jb_rich_empty(rich))
		return NULL;
	return jb_set_text(t->desk, rich, style, NULL, width, NULL);
}

static double height_of(const jb_group *group)
{
	return group ? group->height : 0;
}

/* ---- title ---- */

/* The unit stands at the end of the title's line, or under a title that has
 * the middle. */
jb_group *jb_tab_title(jb_tabular *t)
{
	jb_group *all = jb_group_new(t->desk->arena);
	jb_group *title = set(t, t->table->title, t->title, t->width);
	jb_group *unit = set(t, t->table->unit, t->aside, t->width);
	double y = height_of(title);
	guint from;

	if (title)
		jb_group_place(all, title, 0, 0);
	if (unit && (!title || t->title->align != JB_TEXT_START))
		y += unit->height;
	else if (unit)
		y = fmax(y, unit->height);
	jb_group_retag(
		all, 0, jb_tag_new(t->desk->arena, JB_ROLE_CAPTION, t->tag));
	from = all->items->len;
	if (unit)
		jb_group_place(all, unit, 0, y - unit->height);
	jb_group_retag(
		all, from, jb_tag_new(t->desk->arena, JB_ROLE_CAPTION, t->tag));
	all->height = y > 0 ? y + title_gap_pt : 0;
	return all;
}

/* ---- heads ---- */

bool jb_tab_same_group(const jb_tabular *t, size_t c)
{
	const jb_rich *a = t->table->columns[c - 1].group;
	const jb_rich *b = t->table->columns[c].group;

	return a && b &&
	       strcmp(jb_rich_text(t->desk->arena, a),
		       jb_rich_text(t->desk->arena, b)) == 0;
}

/* How many columns from c on have the head over c. */
static int group_span(const jb_tabular *t, size_t c)
{
	size_t n = 1;

	while (c + n < t->table->n_columns && jb_tab_same_group(t, c + n))
		n++;
	return (int)n;
}

static bool has_groups(const jb_tabular *t)
{
	for (size_t c = 0; c < t->table->n_columns; c++) {
		if (t->table->columns[c].group)
			return true;
	}
	return false;
}

/* Head and unit on one line; where that is too long, the unit under it. */
static jb_group *head_of(jb_tabular *t, size_t c)
{
	const jb_bound_column *column = &t->table->columns[c];
	const jb_style *style = t->head[column->align];
	double width = t->columns[c].width;
	const jb_rich *whole = jb_tab_head_words(t, c, true);
	jb_group *head, *unit;

	if (!column->unit ||
		jb_text_width(t->desk, whole, style, 0) <= width + 0.01)
		return set(t, whole, style, width);
	head = set(t, column->head, style, width);
	unit = set(t,
		jb_tab_marked(t, column->unit, column->note, t->table->pos),
		style, width);
	jb_group_place(head, unit, 0, head->height);
	head->height += unit->height;
	return head;
}

static double padding(const jb_tabular *t)
{
	return fmax(0, jb_desk_style(t->desk, "table_head")->leading_pt -
			       t->head[JB_TEXT_START]->leading_pt);
}

void jb_tab_measure_head(jb_tabular *t)
{
	t->group_height =
		has_groups(t) ? t->head[JB_TEXT_START]->leading_pt + padding(t)
			      : 0;
	t->head_height = 0;
	for (size_t c = 0; c < t->table->n_columns; c++) {
		double own = height_of(head_of(t, c)) + padding(t);

		if (!t->table->columns[c].group)
			own -= t->group_height;
		t->head_height = fmax(t->head_height, own);
	}
	t->head_height += t->group_height;
}

static jb_tag *head_tag(jb_tabular *t, jb_tag *row, int across, int down)
{
	jb_tag *tag = jb_tag_new(t->desk->arena, JB_ROLE_TH, row);

	tag->scope = JB_SCOPE_COLUMN;
	tag->col_span = across;
	tag->row_span = down;
	return tag;
}

/* A head over several columns, with a rule that ends where they do. */
static void put_group(
	jb_tabular *t, jb_group *all, size_t c, int span, jb_tag *row)
{
	double x = t->columns[c].x, width = jb_tab_reach(t, c, span);
	jb_group *words = set(
		t, t->table->columns[c].group, t->head[JB_TEXT_CENTER], width);
	guint from = all->items->len;

	if (words)
		jb_group_place(all, words, x, padding(t) / 2);
	jb_group_retag(all, from, head_tag(t, row, span, 1));
	if (t->table->look.column_pt > 0) { /* from rule to rule */
		x -= t->pad;
		width += 2 * t->pad;
	}
	jb_put_line(t->desk, all, x, t->group_height, x + width,
		t->group_height, jb_desk_ink(t->desk, t->table->look.ink), 0.25,
		false);
}

/* Heads end at one foot. */
static void put_head(jb_tabular *t, jb_group *all, size_t c, jb_tag *row)
{
	const jb_bound_column *column = &t->table->columns[c];
	jb_group *words = head_of(t, c);
	guint from = all->items->len;
	bool two = t->group_height > 0 && !column->group;

	if (words)
		jb_group_place(all, words, t->columns[c].x,
			t->head_height - padding(t) / 2 - words->height);
	jb_group_retag(all, from, head_tag(t, row, 1, two ? 2 : 1));
}

/* Heads over both rows belong to the first, which is read before the second. */
static void put_heads(jb_tabular *t, jb_group *all, bool over)
{
	jb_tag *first = jb_tag_new(t->desk->arena, JB_ROLE_TR, t->tag);
	jb_tag *second = first;

	if (over) {
		for (size_t c = 0; c < t->table->n_columns;) {
			bool group = t->table->columns[c].group != NULL;
			int span = group ? group_span(t, c) : 1;

			if (group)
				put_group(t, all, c, span, first);
			else
				put_head(t, all, c, first);
			c += (size_t)span;
		}
		second = jb_tag_new(t->desk->arena, JB_ROLE_TR, t->tag);
	}
	for (size_t c = 0; c < t->table->n_columns; c++) {
		if (!over || t->table->columns[c].group)
			put_head(t, all, c, second);
	}
}

jb_group *jb_tab_head(jb_tabular *t, bool again)
{
	jb_group *all = jb_group_new(t->desk->arena);

	put_heads(t, all, t->group_height > 0);
	if (again) /* read once (ISO 14289-1 7.1) */
		jb_group_retag(all, 0, NULL);
	all->height = t->head_height;
	return all;
}

/* ---- notes ---- */

/* A line of the foot: its mark stands out at the left. */
static double put_note(jb_tabular *t, jb_group *all, double y,
	const jb_rich *mark, const jb_rich *words, double indent)
{
	jb_group *text = set(t, words, t->note, t->width - indent);
	guint from = all->items->len;

	if (!text)
		return 0;
	jb_put_text(t->desk, all, 0, y + text->baseline, JB_ALIGN_START, mark,
		t->note, NULL, 0);
	y = text->height;
	jb_group_place(all, text, indent,
		((jb_item *)all->items->pdata[from])->y - text->baseline);
	jb_group_retag(
		all, from, jb_tag_new(t->desk->arena, JB_ROLE_NOTE, NULL));
	return y;
}

static const jb_rich *plain(jb_tabular *t, const char *text)
{
	return jb_rich_plain(t->desk->arena, text, t->table->pos);
}

static const jb_rich *mark_text(jb_tabular *t, size_t i)
{
	const jb_rich *mark = jb_tab_mark(t, (int)i + 1, t->table->pos);

	return plain(t, mark->pieces[0].text);
}

jb_group *jb_tab_foot(jb_tabular *t)
{
	jb_group *all = jb_group_new(t->desk->arena);
	const jb_bound_table *table = t->table;
	double em = t->note->size_pt, y = foot_gap_pt;

	if (!jb_rich_empty(table->note))
		y += put_note(t, all, y, plain(t, "注："), table->note, 2 * em);
	for (size_t i = 0; i < table->n_notes; i++)
		y += put_note(
			t, all, y, mark_text(t, i), table->notes[i], 1.5 * em);
	if (!jb_rich_empty(table->source))
		y += put_note(t, all, y, plain(t, "资料来源："), table->source,
			5 * em);
	all->height = y > foot_gap_pt ? y : 0;
	return all;
}
