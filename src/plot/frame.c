/* frame.c - from figures to columns of values. */
#include "plot/frame.h"

#include <math.h>

#include "model/wording.h"

enum { SLOTS_MAX = 4000 };

/* ---- days ---- */

int jb_days_of(jb_date date)
{
	GDate *d = g_date_new_dmy((GDateDay)date.day, (GDateMonth)date.month,
		(GDateYear)date.year);
	int days = (int)g_date_get_julian(d);

	g_date_free(d);
	return days - 719163;
}

jb_date jb_date_of_days(int days)
{
	GDate *d = g_date_new_julian((guint32)(days + 719163));
	jb_date date = {g_date_get_year(d), (int)g_date_get_month(d),
		g_date_get_day(d)};

	g_date_free(d);
	return date;
}

/* ---- slots in time ---- */

static jb_slots exactness(jb_date date)
{
	if (!date.year)
		return JB_BY_NAME;
	return date.day ? JB_BY_DAY : date.month ? JB_BY_MONTH : JB_BY_YEAR;
}

static int key_of(jb_slots by, jb_date date)
{
	if (by == JB_BY_YEAR)
		return date.year;
	return by == JB_BY_MONTH ? date.year * 12 + date.month - 1
				 : jb_days_of(date);
}

jb_date jb_slot_date(const jb_frame *frame, size_t slot)
{
	int key = frame->first + frame->step * (int)slot;

	if (frame->by == JB_BY_YEAR)
		return (jb_date){key, 0, 0};
	if (frame->by == JB_BY_MONTH)
		return (jb_date){key / 12, key % 12 + 1, 0};
	return jb_date_of_days(key);
}

/* Of one run: figures [from, to). */
static bool dates_differ(const jb_stat *stats, size_t from, size_t to)
{
	GHashTable *seen = g_hash_table_new(NULL, NULL);
	bool differ = true;

	for (size_t i = from; i < to && differ; i++) {
		jb_date date = jb_figure_date(stats[i].figure);
		int key = (date.year * 16 + date.month) * 32 + date.day;

		differ = g_hash_table_add(seen, GINT_TO_POINTER(key));
	}
	g_hash_table_unref(seen);
	return differ;
}

static size_t run_end(const jb_bound_subject *of, size_t from)
{
	size_t end = from + 1;

	while (end < of->n_stats && of->stats[end].series &&
		of->stats[end].series == of->stats[from].series)
		end++;
	while (end < of->n_stats && !of->stats[from].series &&
		!of->stats[end].series)
		end++;
	return end;
}

/* By what the figures can be told apart in time, if at all. */
static jb_slots slots_of(const jb_bound_subject *of)
{
	jb_slots by = exactness(jb_figure_date(of->stats[0].figure));
	bool several = false;

	for (size_t i = 0; i < of->n_stats; i++)
		if (exactness(jb_figure_date(of->stats[i].figure)) != by)
			return JB_BY_NAME;
	for (size_t i = 0, end; i < of->n_stats; i = end) {
		end = run_end(of, i);
		several = several || end > i + 1;
		if (!dates_differ(of->stats, i, end))
			return JB_BY_NAME;
	}
	return several ? by : JB_BY_NAME;
}

static int divisor(int a, int b)
{
	return b ? divisor(b, a % b) : a;
}

static bool set_time(
	jb_desk *desk, jb_frame *frame, const jb_bound_picture *picture)
{
	const jb_bound_subject *of = &picture->of;
	int first = G_MAXINT, last = G_MININT, step = 0;

	for (size_t i = 0; i < of->n_stats; i++) {
		int key =
			key_of(frame->by, jb_figure_date(of->stats[i].figure));

		first = MIN(first, key);
		last = MAX(last, key);
	}
	for (size_t i = 0; i < of->n_stats; i++)
		step = divisor(step,
			key_of(frame->by, jb_figure_date(of->stats[i].figure)) -
				first);
	frame->first = first;
	frame->step = MAX(step, 1);
	frame->n_slots = (size_t)((last - first) / frame->step) + 1;
	if (frame->n_slots <= SLOTS_MAX)
		return true;
	jb_error(desk->diags, picture->picture->pos,
		"from %s to %s are more than %d steps of time",
		jb_date_text(desk->arena, jb_slot_date(frame, 0)),
		jb_date_text(
			desk->arena, jb_slot_date(frame, frame->n_slots - 1)),
		SLOTS_MAX);
	jb_hint(desk->diags, "give dates as months or years");
	return false;
}

/* ---- slots by name ---- */

/* Slots by name while figures are put into them; NULL in time. */
typedef GHashTable slots_by_name;

static size_t find_name(
	jb_desk *desk, slots_by_name *slots, const jb_stat *stat)
{
	return GPOINTER_TO_SIZE(g_hash_table_lookup(
		slots, jb_rich_text(desk->arena, jb_stat_name(stat))));
}

static slots_by_name *set_names(
	jb_desk *desk, jb_frame *frame, const jb_bound_subject *of)
{
	slots_by_name *slots = g_hash_table_new(g_str_hash, g_str_equal);

	frame->names = jb_new_array(desk->arena, const jb_rich *, of->n_stats);
	for (size_t i = 0; i < of->n_stats; i++) {
		const jb_rich *name = jb_stat_name(&of->stats[i]);
		char *text = jb_rich_text(desk->arena, name);

		if (g_hash_table_contains(slots, text))
			continue;
		g_hash_table_insert(
			slots, text, GSIZE_TO_POINTER(frame->n_slots));
		frame->names[frame->n_slots++] = name;
	}
	return slots;
}

/* ---- cells ---- */

bool jb_cell_has(const jb_cell *cell)
{
	return cell->stat && cell->stat->figure->has_value;
}

bool jb_cell_missing(const jb_cell *cell)
{
	return cell->stat && !cell->stat->figure->has_value;
}

char *jb_slot_text(jb_arena *arena, const jb_frame *frame, size_t slot)
{
	if (frame->by == JB_BY_NAME)
		return jb_rich_text(arena, frame->names[slot]);
	return jb_date_text(arena, jb_slot_date(frame, slot));
}

static size_t slot_of(jb_desk *desk, const jb_frame *frame,
	slots_by_name *slots, const jb_stat *stat)
{
	if (slots)
		return find_name(desk, slots, stat);
	return (size_t)((key_of(frame->by, jb_figure_date(stat->figure)) -
				frame->first) /
			frame->step);
}

static bool put_cell(jb_desk *desk, jb_frame *frame, slots_by_name *slots,
	jb_run_of *run, const jb_stat *stat)
{
	size_t slot = slot_of(desk, frame, slots, stat);
	jb_cell *cell = &run->cells[slot];

	if (cell->stat) {
		jb_error(desk->diags, stat->figure->pos,
			"“%s” and “%s” would stand in one place, “%s”",
			cell->stat->figure->id, stat->figure->id,
			jb_slot_text(desk->arena, frame, slot));
		jb_hint(desk->diags, "give each another `as_of`, or another "
				     "label");
		return false;
	}
	cell->stat = stat;
	cell->value =
		stat->figure->has_value ? jb_figure_size(stat->figure) : NAN;
	if (!run->any || !run->any->has_value)
		run->any = stat->figure;
	return true;
}

static bool add_run(jb_desk *desk, jb_frame *frame, slots_by_name *slots,
	const jb_stat *stats, size_t n)
{
	jb_run_of *run = &frame->runs[frame->n_runs++];

	run->name = stats[0].series_label;
	run->cells = jb_new_array(desk->arena, jb_cell, frame->n_slots);
	for (size_t i = 0; i < frame->n_slots; i++)
		run->cells[i].value = NAN;
	for (size_t i = 0; i < n; i++)
		if (!put_cell(desk, frame, slots, run, &stats[i]))
			return false;
	return true;
}

static bool has_gaps(const jb_frame *frame)
{
	for (size_t i = 0; i < frame->n_slots; i++) {
		bool any = false;

		for (size_t k = 0; k < frame->n_runs; k++)
			any = any || frame->runs[k].cells[i].stat;
		if (!any)
			return true;
	}
	return false;
}

static bool add_runs(jb_desk *desk, jb_frame *frame, slots_by_name *slots,
	const jb_bound_subject *of)
{
	bool fine = true;

	frame->runs = jb_new_array(desk->arena, jb_run_of, of->n_stats);
	for (size_t i = 0, end; i < of->n_stats && fine; i = end) {
		end = run_end(of, i);
		fine = add_run(desk, frame, slots, &of->stats[i], end - i);
	}
	return fine;
}

bool jb_frame_read(
	jb_desk *desk, jb_frame *frame, const jb_bound_picture *picture)
{
	const jb_bound_subject *of = &picture->of;
	slots_by_name *slots = NULL;
	bool fine = true;

	*frame = (jb_frame){.by = slots_of(of), .step = 1};
	if (frame->by == JB_BY_NAME)
		slots = set_names(desk, frame, of);
	else
		fine = set_time(desk, frame, picture);
	fine = fine && add_runs(desk, frame, slots, of);
	g_clear_pointer(&slots, g_hash_table_unref);
	frame->gaps = fine && has_gaps(frame);
	return fine;
}
