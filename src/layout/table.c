/* The table of all figures: label, value, scope, status, time and the line of
 * the source, under the heads of their sections.  Cut between rows; each page
 * repeats the head; a section's head never stands alone at a foot.
 */
#include "layout/galley.h"

#include <math.h>

#include "model/wording.h"

/* Places of the columns, as shares of a measure of 498 pt. */
enum {
	X_LABEL = 174, /* right edge, as of the two that follow */
	X_QUALIFIER = 182,
	X_NUMBER = 206, /* right edge of the numeral */
	X_UNIT = 210,
	X_SCOPE = 268,
	X_STATUS = 374,
	X_TIME = 414,
	X_END = 498,
	INDENT = 10,
	LEAST = 7, /* pt: smaller cannot be read */
};

typedef struct table_row {
	const jb_table_part *part; /* a section's head, or NULL */
	const jb_stat *stat;
} table_row;

typedef struct table {
	table_row *rows;
	size_t n, at;
	double row_pt;
	double unit;  /* points a share of the measure */
	bool sourced; /* some figure cites a line of a source */
} table;

static const jb_rich *plain(jb_galley *galley, const char *text)
{
	return jb_rich_plain(galley->desk->arena, text, galley->block->pos);
}

static double row_baseline(jb_galley *galley)
{
	return jb_style_ascent(
		galley->desk, jb_desk_style(galley->desk, "table_cell"));
}

static void put(jb_galley *galley, jb_group *group, double x, double base,
	jb_align align, const jb_rich *rich, const char *style, const char *ink,
	jb_role role)
{
	jb_desk *desk = galley->desk;
	guint before = group->items->len;

	if (jb_rich_empty(rich))
		return;
	jb_put_text(desk, group, x, base, align, rich,
		jb_desk_style(desk, style), ink ? jb_desk_ink(desk, ink) : NULL,
		0);
	jb_tag *tag = jb_tag_new(desk->arena, role, NULL);
	for (guint i = before; i < group->items->len; i++)
		((jb_item *)group->items->pdata[i])->tag = tag;
}

/* Text of a cell within its column: smaller rather than lost, down to the least
 * legible size, and then an error. */
static void put_fitting(jb_galley *galley, jb_group *group, double x,
	double base, double width, const jb_rich *rich, const char *ink)
{
	jb_desk *desk = galley->desk;
	const jb_style *style = jb_desk_style(desk, "table_cell");
	double natural, size = style->size_pt;
	guint before = group->items->len;

	if (jb_rich_empty(rich))
		return;
	natural = jb_text_width(desk, rich, style, 0);
	if (natural > width + JB_HAIR_PT)
		size *= width / natural;
	if (size < LEAST) {
		jb_error(desk->diags, rich->pieces[0].pos,
			"“%s” is %.0f pt too wide for its column of the table",
			jb_rich_text(desk->arena, rich), natural - width);
		jb_hint(desk->diags,
			"give the figure a `short` label or shorter words");
		size = LEAST;
	}
	jb_put_text(desk, group, x, base, JB_ALIGN_START, rich, style,
		ink ? jb_desk_ink(desk, ink) : NULL, size);
	jb_tag *tag = jb_tag_new(desk->arena, JB_ROLE_TD, NULL);
	for (guint i = before; i < group->items->len; i++)
		((jb_item *)group->items->pdata[i])->tag = tag;
}

static jb_group *head_set(jb_galley *galley)
{
	static const struct {
		int x;
		jb_align align;
		const char *words;
	} heads[] = {
		{0, JB_ALIGN_START, "指标"},
		{X_NUMBER, JB_ALIGN_END, "数值"},
		{X_UNIT, JB_ALIGN_START, "单位"},
		{X_SCOPE, JB_ALIGN_START, "口径或主体"},
		{X_STATUS, JB_ALIGN_START, "状态"},
		{X_TIME, JB_ALIGN_START, "时点"},
		{X_END, JB_ALIGN_END, "原文行"},
	};
	table *t = galley->state;
	jb_desk *desk = galley->desk;
	jb_group *group = jb_group_new(desk->arena);
	const jb_ink *ink = jb_desk_ink(desk, "text");

	jb_put_line(desk, group, 0, 0, galley->width, 0, ink, 1.0, false);
	for (size_t i = 0; i < G_N_ELEMENTS(heads) - !t->sourced; i++)
		put(galley, group, heads[i].x * t->unit, row_baseline(galley),
			heads[i].align, plain(galley, heads[i].words),
			"table_head", NULL, JB_ROLE_TH);
	jb_put_line(desk, group, 0, t->row_pt, galley->width, t->row_pt, ink,
		0.5, false);
	group->height = t->row_pt;
	return group;
}

static void part_head(
	jb_galley *galley, jb_group *group, const jb_table_part *part, double y)
{
	table *t = galley->state;
	jb_desk *desk = galley->desk;
	const char *words = "其他";

	jb_put_rect(desk, group, 0, y, galley->width, t->row_pt,
		jb_desk_ink(desk, "primary6"));
	if (part->section.section) {
		const char *number = part->section.number;
		const char *label =
			jb_rich_text(desk->arena, part->section.label);

		words = *number ? jb_sprintf(
					  desk->arena, "%s　%s", number, label)
				: label;
	}
	put(galley, group, 4 * t->unit, y + row_baseline(galley),
		JB_ALIGN_START, plain(galley, words), "table_group", NULL,
		JB_ROLE_TH);
}

/* The mark of a status: solid, hatched, outlined or a dash. */
static void put_status(
	jb_galley *galley, jb_group *group, const jb_figure *f, double y)
{
	jb_desk *desk = galley->desk;
	table *t = galley->state;
	double x = X_STATUS * t->unit, top = y + t->row_pt / 2 - 3, s = 6;
	const char *words = jb_status_text(f->status);
	const jb_ink *primary = jb_desk_ink(desk, "primary");
	const double box[] = {x, top, x + s, top, x + s, top + s, x, top + s};

	if (!f->has_value) {
		words = f->missing == JB_VAGUE ? "约数" : "缺项";
		jb_put_line(desk, group, x, top + 3, x + s, top + 3,
			jb_desk_ink(desk, "text70"), 0.75, false);
	} else if (f->verb != JB_GIVEN) {
		words = "推算";
		jb_put_circle(desk, group, x + 3, top + 3, 2, NULL,
			jb_desk_ink(desk, "text70"), 0.75);
	} else if (f->status == JB_TARGET) {
		jb_put_frame(desk, group, x + 0.4, top + 0.4, s - 0.8, s - 0.8,
			jb_desk_ink(desk, "accent"), 0.9, false);
	} else if (f->status == JB_PLANNED || f->status == JB_ESTIMATE) {
		jb_put_hatch(desk, group, box, 4, primary, 0.7, 2);
		jb_put_frame(desk, group, x + 0.3, top + 0.3, s - 0.6, s - 0.6,
			primary, 0.6, false);
	} else {
		jb_put_rect(desk, group, x, top, s, s, primary);
	}
	put(galley, group, x + 10, y + row_baseline(galley), JB_ALIGN_START,
		plain(galley, words), "table_cell",
		f->status == JB_TARGET ? "accent" : NULL, JB_ROLE_TD);
}

/* The value: 约 before the numeral, unit and bound after it, or the words that
 * stand for it.  Returns where it begins. */
static double put_value(
	jb_galley *galley, jb_group *group, const jb_figure *f, double base)
{
	table *t = galley->state;
	jb_desk *desk = galley->desk;
	jb_arena *arena = desk->arena;
	const jb_wording w = jb_wording_of(arena, f);
	const char *ink = f->verb != JB_GIVEN ? "text70" : NULL;
	const jb_rich *before = jb_rich_plain(arena, w.before, f->value_pos);
	const jb_rich *number = jb_rich_plain(arena, w.number, f->value_pos);
	const jb_rich *unit = number;
	double x = X_UNIT * t->unit, right;
	guint from = group->items->len;

	if (w.numeric) {
		unit = jb_rich_plain(arena,
			jb_sprintf(arena, "%s%s%s", w.unit, w.after,
				ink ? " *" : ""),
			f->value_pos);
		x = X_NUMBER * t->unit -
		    jb_text_width(desk, number,
			    jb_desk_style(desk, "table_numeral"), 0);
	}
	if (*w.before) {
		right = fmin(x - 3, X_QUALIFIER * t->unit);
		put(galley, group, right, base, JB_ALIGN_END, before,
			"table_cell", ink, JB_ROLE_TD);
		x = right - jb_text_width(desk, before,
				    jb_desk_style(desk, "table_cell"), 0);
	}
	if (w.numeric)
		put(galley, group, X_NUMBER * t->unit, base, JB_ALIGN_END,
			number, "table_numeral", ink, JB_ROLE_TD);
	put_fitting(galley, group, X_UNIT * t->unit, base,
		(X_SCOPE - X_UNIT - 4) * t->unit, unit,
		w.numeric ? ink : "text70");
	for (guint i = from; i < group->items->len; i++)
		((jb_item *)group->items->pdata[i])->figure = f->id;
	return x;
}

static const jb_rich *or_dash(jb_galley *galley, const jb_rich *rich)
{
	return rich ? rich : plain(galley, "—");
}

/* The label, or the short one where only that fits. */
static const jb_rich *label_words(
	jb_galley *galley, const jb_stat *stat, double width)
{
	const jb_style *style = jb_desk_style(galley->desk, "table_cell");

	if (stat->short_label &&
		jb_text_width(galley->desk, stat->label, style, 0) > width)
		return stat->short_label;
	return stat->label;
}

static void stat_row(
	jb_galley *galley, jb_group *group, const jb_stat *stat, double y)
{
	table *t = galley->state;
	jb_desk *desk = galley->desk;
	const jb_figure *f = stat->figure;
	double base = y + row_baseline(galley), u = t->unit;
	double x = (4 + stat->depth * INDENT) * u;

	jb_group *value = jb_group_new(desk->arena);
	double width = put_value(galley, value, f, base) - 6;

	width = fmin(width, X_LABEL * u) - x;
	put_fitting(galley, group, x, base, width,
		label_words(galley, stat, width), NULL);
	jb_group_place(group, value, 0, 0);
	put_fitting(galley, group, X_SCOPE * u, base,
		(X_STATUS - X_SCOPE - 6) * u, or_dash(galley, stat->counted),
		NULL);
	put_status(galley, group, f, y);
	put_fitting(galley, group, X_TIME * u, base,
		(X_END - (t->sourced ? 20 : 0) - X_TIME) * u,
		or_dash(galley, stat->dated), NULL);
	if (f->at)
		put(galley, group, X_END * u, base, JB_ALIGN_END,
			plain(galley, jb_sprintf(desk->arena, "%d", f->at)),
			"table_cell", "text70", JB_ROLE_TD);
	jb_put_line(desk, group, 0, y + t->row_pt, galley->width, y + t->row_pt,
		jb_desk_ink(desk, "text20"), 0.25, false);
}

/* How many rows from `at` fit below a head; a section's head needs a row. */
static size_t rows_that_fit(const table *t, double height)
{
	size_t n = (size_t)fmax(
		floor((height - 1 + JB_HAIR_PT) / t->row_pt) - 1, 0);

	n = MIN(n, t->n - t->at);
	while (n > 0 && t->at + n < t->n && t->rows[t->at + n - 1].part)
		n--;
	return n;
}

static jb_group *table_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	table *t = galley->state;
	jb_desk *desk = galley->desk;
	size_t n = rows_that_fit(t, height);
	jb_group *group;

	if (page && n == 0)
		n = t->n - t->at;
	if (n < 2 && n < t->n - t->at)
		return NULL;
	group = jb_group_new(desk->arena);
	jb_group *head = head_set(galley);
	double y = head->height;
	jb_group_place(group, head, 0, 0);
	for (size_t i = 0; i < n; i++, y += t->row_pt) {
		const table_row *row = &t->rows[t->at + i];

		if (row->part)
			part_head(galley, group, row->part, y);
		else
			stat_row(galley, group, row->stat, y);
	}
	t->at += n;
	jb_put_line(desk, group, 0, y, galley->width, y,
		jb_desk_ink(desk, "text"), 1.0, false);
	group->width = galley->width;
	group->height = y + 1;
	*done = t->at >= t->n;
	return group;
}

void jb_table_pour(jb_galley *galley)
{
	const jb_block *block = galley->block;
	table *t = jb_new(galley->desk->arena, table);
	size_t n = 0;

	if (block->table) {
		jb_tabular_pour(galley);
		return;
	}
	for (size_t i = 0; i < block->n_parts; i++)
		n += 1 + block->parts[i].n;
	t->rows = jb_new_array(galley->desk->arena, table_row, n + 1);
	for (size_t i = 0; i < block->n_parts; i++) {
		const jb_table_part *part = &block->parts[i];

		t->rows[t->n++].part = part;
		for (size_t k = 0; k < part->n; k++) {
			t->rows[t->n++].stat = &part->stats[k];
			t->sourced |= part->stats[k].figure->at > 0;
		}
	}
	t->row_pt = jb_desk_style(galley->desk, "table_cell")->leading_pt;
	t->unit = galley->width / X_END;
	galley->state = t;
	galley->state_size = sizeof *t;
	galley->take = table_take;
}
