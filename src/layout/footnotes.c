/* footnotes.c - the notes of prose: under it, or at the foot of the page.
 *
 * A short rule, and under it each note with its number before it; a note is
 * never cut.  Notes at the foot stand on the page that has their mark, each
 * time it has one, and the prose leaves them room: what is more than that is
 * an error of the page as any other.
 */
#include "layout/footnotes.h"

#include <math.h>

/* The rule is so long, at most; the notes begin so far after their numbers. */
static const double rule_em = 8, number_gap_em = 0.5;

struct jb_feet {
	jb_galley *galley;
	/* of the prose itself */
	jb_group *(*take)(
		jb_galley *galley, double height, bool page, bool *done);
	bool poured; /* all prose stands */
	size_t at;   /* notes under it: the next one */
};

static const jb_style *foot_style(const jb_desk *desk)
{
	const jb_style *own = jb_layout_style(desk->layout, "footnote");

	return own ? own : jb_desk_style(desk, "note_text");
}

static const jb_rich *number_of(jb_desk *desk, const jb_footnote *note)
{
	return jb_rich_plain(desk->arena,
		jb_sprintf(desk->arena, "%d", note->number), note->pos);
}

/* Space and rule over notes: a line of the grid. */
static double head_height(const jb_desk *desk)
{
	return desk->layout->baseline_pt;
}

/* Where the rule is in it: half a line over the first note's characters, which
 * begin a little below the top of their line. */
static double rule_height(const jb_desk *desk)
{
	double line = head_height(desk);

	return fmax(
		line + jb_style_em_top(desk, foot_style(desk)) - line / 2, 0);
}

/* ---- setting ---- */

static jb_group *set_note(
	jb_desk *desk, const jb_footnote *note, double width, double x)
{
	const jb_style *style = foot_style(desk);
	jb_group *group = jb_group_new(desk->arena);
	size_t n;
	const jb_rich **parts = jb_rich_paragraphs(desk->arena, note->text, &n);

	jb_put_text(desk, group, 0, jb_style_ascent(desk, style),
		JB_ALIGN_START, number_of(desk, note), style, NULL, 0);
	for (size_t i = 0; i < n; i++) {
		jb_group *text = jb_set_text(
			desk, parts[i], style, NULL, width - x, NULL);

		jb_group_place(group, text, x, group->height);
		group->height += text->height;
	}
	group->height = fmax(group->height, style->leading_pt);
	jb_group_tag(group, jb_tag_new(desk->arena, JB_ROLE_NOTE, NULL));
	return group;
}

typedef struct foot_notes {
	jb_group **each;
	size_t n;
	double width; /* of a column */
} foot_notes;

static foot_notes set_notes(
	const jb_feet *feet, const size_t *which, size_t n, double width)
{
	jb_desk *desk = feet->galley->desk;
	const jb_block *block = feet->galley->block;
	const jb_style *style = foot_style(desk);
	foot_notes s = {.n = n};
	double x = 0;

	s.width = jb_column_width(desk, block->columns, width);
	s.each = jb_new_array(desk->arena, jb_group *, n + 1);
	for (size_t i = 0; i < n; i++)
		x = fmax(x, jb_text_width(desk,
				    number_of(desk, block->footnotes[which[i]]),
				    style, 0));
	x += number_gap_em * style->size_pt;
	for (size_t i = 0; i < n; i++)
		s.each[i] =
			set_note(desk, block->footnotes[which[i]], s.width, x);
	return s;
}

/* How many of the notes fit into columns of a height; cuts[] gets the end of
 * each column. */
static size_t fit(const foot_notes *s, int columns, double height, size_t *cuts)
{
	size_t i = 0;

	for (int c = 0; c < columns; c++) {
		double y = 0;

		while (i < s->n &&
			y + s->each[i]->height <= height + JB_HAIR_PT)
			y += s->each[i++]->height;
		cuts[c] = i;
	}
	return i;
}

/* The least height at which the first n notes fit: some columns end with its
 * last note. */
static double least_height(
	const foot_notes *all, size_t n, int columns, size_t *cuts)
{
	const foot_notes s = {all->each, n, all->width};
	double low = 0, high = 0;

	for (size_t i = 0; i < n; i++) {
		low = fmax(low, s.each[i]->height);
		high += s.each[i]->height;
	}
	while (high - low > JB_HAIR_PT) {
		double middle = (low + high) / 2;

		if (fit(&s, columns, middle, cuts) == n)
			high = middle;
		else
			low = middle;
	}
	fit(&s, columns, high, cuts);
	return high;
}

/* The rule and the first n notes under it. */
static jb_group *place_notes(const jb_feet *feet, const foot_notes *s, size_t n)
{
	jb_galley *galley = feet->galley;
	jb_desk *desk = galley->desk;
	int columns = galley->block->columns;
	size_t *cuts = jb_new_array(desk->arena, size_t, columns), i = 0;
	jb_group *group = jb_group_new(desk->arena);
	double head = head_height(desk), step, rule = rule_height(desk);
	double em = foot_style(desk)->size_pt;

	least_height(s, n, columns, cuts);
	step = s->width + desk->layout->gutter_pt;
	jb_put_line(desk, group, 0, rule, fmin(rule_em * em, s->width), rule,
		jb_desk_ink(desk, "text"), 0.5, false);
	group->height = head;
	for (int c = 0; c < columns; c++) {
		double y = head;

		for (; i < cuts[c]; i++) {
			double height = s->each[i]->height;

			jb_group_place(group, s->each[i], c * step, y);
			y += height;
		}
		group->height = fmax(group->height, y);
	}
	return group;
}

/* ---- at the foot of the page ---- */

size_t *jb_feet_marks(jb_arena *arena, const jb_group *line, size_t *n)
{
	size_t *marks = NULL;

	*n = 0;
	for (guint i = 0; i < line->items->len; i++) {
		const jb_item *item = line->items->pdata[i];

		if (item->kind != JB_ITEM_TEXT || !item->u.text.note)
			continue;
		if (!marks)
			marks = jb_new_array(arena, size_t, line->items->len);
		marks[(*n)++] = (size_t)item->u.text.note - 1;
	}
	return marks;
}

void jb_feet_add(jb_feet_set *set, const size_t *marks, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t k = 0;

		while (k < set->n && set->which[k] < marks[i])
			k++;
		if (k < set->n && set->which[k] == marks[i])
			continue;
		for (size_t j = set->n++; j > k; j--)
			set->which[j] = set->which[j - 1];
		set->which[k] = marks[i];
	}
}

double jb_feet_height(jb_feet *feet, const jb_feet_set *set)
{
	jb_galley *galley = feet->galley;
	int columns = galley->block->columns;
	size_t *cuts;
	foot_notes s;
	jb_diags *diags;
	double height;

	if (set->n == 0)
		return 0;
	/* a trial: what it has to say will be said when they are placed */
	diags = jb_desk_hush(galley->desk);
	cuts = jb_new_array(galley->desk->arena, size_t, columns);
	s = set_notes(feet, set->which, set->n, galley->width);
	height = head_height(galley->desk) +
		 least_height(&s, set->n, columns, cuts);
	jb_desk_speak(galley->desk, diags);
	return height;
}

jb_group *jb_feet_place(jb_feet *feet, const jb_feet_set *set)
{
	foot_notes s;

	if (set->n == 0)
		return NULL;
	s = set_notes(feet, set->which, set->n, feet->galley->width);
	return place_notes(feet, &s, set->n);
}

/* ---- under the prose ---- */

/* No more notes than this stand in the columns of a height. */
static size_t most_notes(const jb_galley *galley, double height)
{
	double lines = fmax(height / foot_style(galley->desk)->leading_pt, 0);

	return (size_t)ceil(lines + 1) * (size_t)galley->block->columns;
}

/* As many notes as fit into a height, under a group; with `must` at least one.
 * False when none did. */
static bool add_under(jb_feet *feet, jb_group *group, double height, bool must)
{
	jb_galley *galley = feet->galley;
	jb_desk *desk = galley->desk;
	double room = height - group->height - head_height(desk);
	size_t n = MIN(galley->block->n_footnotes - feet->at,
		       most_notes(galley, room)),
	       fits;
	size_t *which = jb_new_array(desk->arena, size_t, n);
	int columns = galley->block->columns;
	size_t *cuts = jb_new_array(desk->arena, size_t, columns);
	foot_notes s;
	jb_group *notes;

	for (size_t i = 0; i < n; i++)
		which[i] = feet->at + i;
	s = set_notes(feet, which, n,
		isinf(galley->width) ? group->width : galley->width);
	fits = fit(&s, columns, room, cuts);
	if (fits == 0 && must)
		fits = 1;
	if (fits == 0)
		return false;
	notes = place_notes(feet, &s, fits);
	room = notes->height;
	jb_group_place(group, notes, 0, group->height);
	group->height += room;
	feet->at += fits;
	return true;
}

/* The prose, then its notes; notes that find no room go to the next page. */
static jb_group *take_under(
	jb_galley *galley, double height, bool page, bool *done)
{
	jb_feet *feet = galley->feet;
	jb_group *group;
	bool alone = feet->poured; /* only notes are left */

	if (alone) {
		group = jb_group_new(galley->desk->arena);
		group->width = galley->width;
	} else {
		group = feet->take(galley, height, page, &feet->poured);
	}
	*done = false;
	if (!group || !feet->poured)
		return group;
	if (!add_under(feet, group, height, alone && page) && alone)
		return NULL;
	*done = feet->at >= galley->block->n_footnotes;
	return group;
}

void jb_feet_pour(jb_galley *galley)
{
	const jb_block *block = galley->block;
	jb_feet *feet;

	if (block->n_footnotes == 0)
		return;
	feet = jb_new(galley->desk->arena, jb_feet);
	feet->galley = galley;
	feet->take = galley->take;
	galley->feet = feet;
	if (!jb_feet_at_foot(galley))
		galley->take = take_under;
}

jb_feet *jb_feet_copy(jb_arena *arena, const jb_feet *feet)
{
	jb_feet *copy = jb_new(arena, jb_feet);

	*copy = *feet;
	return copy;
}

void jb_feet_restore(jb_feet *feet, const jb_feet *copy)
{
	*feet = *copy;
}

bool jb_feet_at_foot(const jb_galley *galley)
{
	return galley->feet && galley->block->foot_of_page &&
	       !galley->block->style->vertical;
}
