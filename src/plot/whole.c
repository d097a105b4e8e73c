/* whole.c - from figures, series and tables to a whole and its parts. */
#include "plot/whole.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/wording.h"
#include "plot/marks.h"

/* ---- the tree ---- */

static jb_part *part_new(jb_desk *desk, jb_part *parent, const jb_rich *name,
	const jb_figure *figure, jb_pos pos)
{
	jb_part *part = jb_new(desk->arena, jb_part);

	part->name = name;
	part->figure = figure;
	part->pos = pos;
	part->parent = parent;
	if (figure)
		part->value = figure->has_value ? jb_figure_size(figure) : NAN;
	if (!parent)
		return part;
	if (parent->n == parent->room) {
		size_t room = parent->room ? 2 * parent->room : 4;
		jb_part **kids = jb_new_array(desk->arena, jb_part *, room);

		if (parent->n)
			memcpy(kids, parent->kids,
				parent->n * sizeof(jb_part *));
		parent->kids = kids;
		parent->room = room;
	}
	part->depth = parent->depth + 1;
	part->branch = parent->depth ? parent->branch : parent->n;
	parent->kids[parent->n++] = part;
	return part;
}

/* Of a part with parts: what they are together. */
static void add_up(jb_part *part)
{
	if (!part->n)
		return;
	part->value = 0;
	for (size_t i = 0; i < part->n; i++) {
		add_up(part->kids[i]);
		if (isfinite(part->kids[i]->value))
			part->value += part->kids[i]->value;
	}
}

/* ---- of figures and series ---- */

static void read_stats(
	jb_desk *desk, jb_part *whole, const jb_bound_subject *of)
{
	const jb_series *first = of->n_stats ? of->stats[0].series : NULL;
	const jb_series *last = first;
	jb_part *branch = whole;
	bool several = false;

	for (size_t i = 0; i < of->n_stats; i++)
		several = several || of->stats[i].series != first;
	for (size_t i = 0; i < of->n_stats; i++) {
		const jb_stat *stat = &of->stats[i];

		if (several && (i == 0 || stat->series != last)) {
			branch = stat->series ? part_new(desk, whole,
							stat->series_label,
							stat->series->total,
							stat->series->pos)
					      : whole;
			last = stat->series;
		}
		part_new(desk, branch, jb_stat_name(stat), stat->figure,
			stat->figure->value_pos);
	}
	if (!several && of->total)
		whole->figure = of->total->figure;
}

/* ---- of a table ---- */

static jb_part *find(jb_desk *desk, const jb_part *parent, const jb_rich *name)
{
	const char *text = jb_rich_text(desk->arena, name);

	for (size_t i = parent->n; i-- > 0;)
		if (strcmp(jb_rich_text(desk->arena, parent->kids[i]->name),
			    text) == 0)
			return parent->kids[i];
	return NULL;
}

static const jb_figure *row_figure(
	const jb_bound_table *table, const jb_bound_row *row)
{
	for (size_t c = 0; c < table->n_columns; c++)
		if (row->cells[c].figure)
			return row->cells[c].figure;
	return NULL;
}

/* A cell that is covered or empty says what the row above does. */
static void read_row(jb_desk *desk, jb_part *whole, const jb_part *above,
	const jb_bound_table *table, const jb_bound_row *row)
{
	const jb_figure *figure = row_figure(table, row);
	const jb_part *chain[64];
	const jb_rich *names[64];
	size_t depth = 0, n = 0, last = 0;
	jb_part *at = whole;

	for (const jb_part *p = above; p && p->depth; p = p->parent)
		chain[p->depth - 1] = p, depth = MAX(depth, (size_t)p->depth);
	for (size_t c = 0; c < table->n_columns && n < 64; c++) {
		const jb_bound_cell *cell = &row->cells[c];

		if (table->columns[c].type != JB_COLUMN_TEXT)
			continue;
		if (!jb_rich_empty(cell->text))
			names[n++] = cell->text, last = n;
		else
			n++, names[n - 1] =
				     n <= depth ? chain[n - 1]->name : NULL;
	}
	for (size_t i = 0; i < last && figure; i++) {
		jb_part *kid;

		if (!names[i])
			continue;
		kid = i + 1 < last ? find(desk, at, names[i]) : NULL;
		at = kid ? kid
			 : part_new(desk, at, names[i],
				   i + 1 == last ? figure : NULL, row->pos);
	}
}

static jb_part *last_of(jb_part *part)
{
	return part->n ? last_of(part->kids[part->n - 1]) : part;
}

static void read_table(
	jb_desk *desk, jb_part *whole, const jb_bound_table *table)
{
	for (size_t i = 0; i < table->n_rows; i++)
		if (table->rows[i].kind == JB_ROW_PLAIN)
			read_row(desk, whole, last_of(whole), table,
				&table->rows[i]);
}

/* ---- what cannot be shared ---- */

static bool check(jb_desk *desk, const jb_part *part, const char **noun)
{
	const jb_figure *f = part->figure;
	bool fine = true;

	for (size_t i = 0; i < part->n; i++)
		fine = check(desk, part->kids[i], noun) && fine;
	if (part->n || !f || !f->has_value)
		return fine;
	if (f->value.mantissa < 0) {
		jb_error(desk->diags, f->value_pos,
			"a part of a whole cannot be below zero");
		jb_hint(desk->diags, "`bars` show such values");
		return false;
	}
	if (!*noun)
		*noun = f->noun;
	if (strcmp(*noun, f->noun) == 0)
		return fine;
	jb_error(desk->diags, f->value_pos,
		"parts of a whole have one unit: this is “%s”, others are “%s”",
		f->noun, *noun);
	return false;
}

jb_part *jb_whole_read(jb_desk *desk, const jb_bound_picture *picture)
{
	jb_pos pos = picture->picture->pos;
	jb_part *whole = part_new(desk, NULL, NULL, NULL, pos);
	const char *noun = NULL;

	if (picture->of.table)
		read_table(desk, whole, picture->of.table);
	else
		read_stats(desk, whole, &picture->of);
	if (!check(desk, whole, &noun))
		return NULL;
	add_up(whole);
	if (whole->n && whole->value > 0)
		return whole;
	jb_error(desk->diags, pos,
		"there is nothing to share: no part is more "
		"than zero");
	return NULL;
}

/* ---- walking ---- */

size_t jb_whole_count(const jb_part *part)
{
	size_t n = 0;

	for (size_t i = 0; i < part->n; i++)
		n += jb_whole_count(part->kids[i]);
	return part->n ? n : 1;
}

size_t jb_whole_leaves(jb_part *part, jb_part **out)
{
	size_t n = 0;

	for (size_t i = 0; i < part->n; i++)
		n += jb_whole_leaves(part->kids[i], out + n);
	if (!part->n)
		out[n++] = part;
	return n;
}

int jb_whole_depth(const jb_part *part)
{
	int depth = part->depth;

	for (size_t i = 0; i < part->n; i++)
		depth = MAX(depth, jb_whole_depth(part->kids[i]));
	return depth;
}

struct ranked {
	jb_part *part;
	size_t at;
};

static int by_value(const void *a, const void *b)
{
	const struct ranked *p = a, *q = b;
	double x = isfinite(p->part->value) ? p->part->value : -1;
	double y = isfinite(q->part->value) ? q->part->value : -1;

	if (x != y)
		return x > y ? -1 : 1;
	return p->at < q->at ? -1 : 1;
}

void jb_whole_sort(jb_part *part)
{
	struct ranked *order = g_new(struct ranked, part->n + 1);

	for (size_t i = 0; i < part->n; i++)
		order[i] = (struct ranked){part->kids[i], i};
	qsort(order, part->n, sizeof(*order), by_value);
	for (size_t i = 0; i < part->n; i++) {
		part->kids[i] = order[i].part;
		jb_whole_sort(part->kids[i]);
	}
	g_free(order);
}

/* ---- sums and shares ---- */

/* Half a unit of the last digit that is written. */
static double half_digit(const jb_figure *f)
{
	return 0.5 * pow(10, f->value.exponent + f->power);
}

bool jb_whole_adds(const jb_part *part, bool whole, bool *rounded)
{
	const jb_figure *any = NULL;
	double slack = 0, wanted, off;

	*rounded = false;
	for (size_t i = 0; i < part->n; i++) {
		const jb_figure *f = part->kids[i]->figure;

		if (!f || !f->has_value)
			return true;
		any = f;
		slack += f->verb == JB_GIVEN ? half_digit(f) : 0;
	}
	if (!any)
		return true;
	if (part->figure && part->figure->has_value) {
		wanted = jb_figure_size(part->figure);
		slack += half_digit(part->figure);
	} else if (whole && strcmp(any->noun, "%") == 0) {
		wanted = 100;
	} else {
		return true;
	}
	off = fabs(part->value - wanted);
	*rounded = off > 1e-9 * fmax(1, wanted);
	return !*rounded || off <= slack * (1 + 1e-9);
}

/* A share in tenths of a per cent, rounded half up. */
static long long tenths(const jb_part *part, double of)
{
	return llround(1000 * part->value / of);
}

char *jb_part_share(jb_arena *arena, const jb_part *part, double of)
{
	const jb_figure *f = part->figure;

	if (!isfinite(part->value) || of <= 0 ||
		(f && strcmp(f->noun, "%") == 0))
		return jb_strdup(arena, "");
	return jb_sprintf(arena, "%s%%",
		jb_decimal_text(arena, (jb_decimal){tenths(part, of), -1}));
}

bool jb_shares_rounded(const jb_part *part)
{
	long long sum = 0;

	for (size_t i = 0; i < part->n; i++)
		if (isfinite(part->kids[i]->value))
			sum += tenths(part->kids[i], part->value);
	return part->n && part->value > 0 && sum != 1000;
}

/* ---- inks ---- */

/* Of an ink's tint: so much of its dots. */
static const jb_ink *tint(jb_desk *desk, const jb_ink *ink, int percent)
{
	jb_ink *own = jb_new(desk->arena, jb_ink);
	double t = percent / 100.0;

	*own = (jb_ink){
		.name = jb_sprintf(desk->arena, "%s %d%%", ink->name, percent),
		.c = ink->c * t,
		.m = ink->m * t,
		.y = ink->y * t,
		.k = ink->k * t,
		.r = 1 - (1 - ink->r) * t,
		.g = 1 - (1 - ink->g) * t,
		.b = 1 - (1 - ink->b) * t,
	};
	return own;
}

jb_shade jb_part_look(const jb_desk *desk, size_t i, size_t n, bool colors)
{
	jb_shade look = jb_class_look(desk, i, n, colors);

	if (!desk->layout->theme->patterns)
		look.pattern = JB_PATTERN_NONE;
	return look;
}

const jb_ink *jb_part_ink(jb_desk *desk, size_t i, size_t n)
{
	static const int ladder[] = {100, 78, 58, 40, 24, 12};

	if (n <= JB_TINTS_MAX)
		return jb_class_ink(desk, i);
	i %= G_N_ELEMENTS(ladder);
	return i ? tint(desk, jb_desk_ink(desk, "primary"), ladder[i])
		 : jb_desk_ink(desk, "primary");
}
