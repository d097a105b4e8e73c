/* alt.c - a picture in words, from its data: for who cannot see it. */
#include "plot/spec.h"

#include "model/wording.h"

/* The time or name that a figure stands at. */
static char *where(jb_arena *arena, const jb_stat *stat)
{
	const jb_figure *f = stat->figure;
	jb_date date = jb_figure_date(f);

	if (stat->series && date.year)
		return jb_date_text(arena, date);
	return jb_rich_text(arena, stat->label);
}

/* More values than a listener can follow are told by their range. */
enum { TOLD_MOST = 100 };

struct range {
	const jb_stat *least, *most;
	size_t n;
};

static void widen(struct range *range, const jb_stat *stat)
{
	if (!stat->figure->has_value)
		return;
	range->n++;
	if (!range->least || jb_figure_size(stat->figure) <
				     jb_figure_size(range->least->figure))
		range->least = stat;
	if (!range->most || jb_figure_size(stat->figure) >
				    jb_figure_size(range->most->figure))
		range->most = stat;
}

static void add_range(
	jb_arena *arena, GString *alt, const struct range *range, size_t told)
{
	if (range->n < 3)
		return;
	if (told > TOLD_MOST)
		g_string_append_printf(alt, "%zu个值", range->n);
	g_string_append_printf(alt, "；最高%s%s，最低%s%s",
		where(arena, range->most),
		jb_wording_text(arena, range->most->figure),
		where(arena, range->least),
		jb_wording_text(arena, range->least->figure));
}

/* Events in time: what, from when, until when. */
static void add_events(
	jb_arena *arena, GString *alt, const jb_bound_subject *of)
{
	for (size_t i = 0; i < of->n_events; i++) {
		const jb_event *event = of->events[i].event;
		const char *when = !event->date.year ? "时间未定"
				   : event->from.year
					   ? jb_date_period(arena, event->from,
						     event->date)
					   : jb_date_text(arena, event->date);

		g_string_append_printf(alt, "%s%s，%s%s", i ? "；" : "",
			jb_rich_text(arena, of->events[i].title),
			event->as ? event->as : when,
			event->status == JB_TARGET    ? "（目标）"
			: event->status == JB_STARTED ? "（进行中）"
			: event->status == JB_PLANNED ||
					event->status == JB_PROPOSED
				? "（计划）"
				: "");
	}
}

char *jb_plot_alt(jb_arena *arena, const jb_bound_picture *picture)
{
	GString *alt = g_string_new(NULL);
	const jb_bound_subject *of = &picture->of;
	struct range range = {0};
	char *text;

	if (picture->title)
		g_string_append_printf(
			alt, "%s。", jb_rich_text(arena, picture->title));
	for (size_t i = 0; i < of->n_stats; i++) {
		const jb_stat *stat = &of->stats[i];
		bool first = i == 0 || stat->series != stat[-1].series;

		if (first && i > 0) {
			add_range(arena, alt, &range, of->n_stats);
			g_string_append(alt, "。");
			range = (struct range){0};
		}
		if (first && !jb_rich_empty(stat->series_label))
			g_string_append_printf(alt, "%s：",
				jb_rich_text(arena, stat->series_label));
		if (of->n_stats <= TOLD_MOST)
			g_string_append_printf(alt, "%s%s%s", first ? "" : "，",
				where(arena, stat),
				jb_wording_text(arena, stat->figure));
		widen(&range, stat);
	}
	add_range(arena, alt, &range, of->n_stats);
	add_events(arena, alt, of);
	text = jb_strdup(arena, alt->str);
	g_string_free(alt, TRUE);
	return text;
}
