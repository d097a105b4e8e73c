/* dates.c - a few events side by side, each with its date as a large numeral.
 */
#include "chart/forms.h"

#include <math.h>

#include "plot/marks.h"
#include "chart/parts.h"
#include "model/wording.h"

static const double gutter_pt = 18, wide_pt = 400, beside_pt = 84;

/* The longest date: 6, 月, 15, 日. */
#define WORDS_MAX 4

/* A date as numerals and units in turn; or its wording as one piece. */
struct said {
	const char *word[WORDS_MAX];
	int n;
	bool wording;
};

/* What the cells of one picture share. */
struct cells {
	const jb_bound_event *events;
	size_t n;
	int per_row, rows;
	double cell_pt;
	double size_pt; /* of the numerals */
	double lead_pt; /* of the widest date and the gap after it */
	bool beside;	/* the words stand beside the date, not under it */
	bool line;	/* one line of words each: on the date's line */
	bool years;	/* more than one year: each date says its own */
};

static struct said say(jb_desk *desk, const jb_bound_event *bound)
{
	jb_date date = bound->event->date;
	struct said said = {.n = 2};

	if (bound->event->as && !jb_rich_empty(bound->date)) {
		said.word[0] = jb_rich_text(desk->arena, bound->date);
		said.n = 1;
		said.wording = true;
		return said;
	}
	if (!date.year) {
		said.word[0] = jb_missing_text(JB_NOT_STATED);
		said.n = 1;
		said.wording = true;
		return said;
	}
	said.word[0] = jb_sprintf(
		desk->arena, "%d", date.month ? date.month : date.year);
	said.word[1] = date.month ? "月" : "年";
	if (date.day) {
		said.word[2] = jb_sprintf(desk->arena, "%d", date.day);
		said.word[3] = "日";
		said.n = 4;
	}
	return said;
}

/* --- a date --- */

static const char *word_style(const struct said *said, int i)
{
	return said->wording ? "missing" : i % 2 ? "unit" : "numeral";
}

static double word_size(const struct said *said, int i, double size_pt)
{
	if (said->wording)
		return fmin(size_pt, 17);
	return i % 2 ? fmin(fmax(8, 0.34 * size_pt), 12) : size_pt;
}

static double date_width(
	jb_desk *desk, const jb_bound_event *bound, double size_pt)
{
	struct said said = say(desk, bound);
	double width = 0;

	for (int i = 0; i < said.n; i++)
		width += jb_text_width(desk,
				 jb_rich_plain(desk->arena, said.word[i],
					 bound->event->date_pos),
				 jb_desk_style(desk, word_style(&said, i)),
				 word_size(&said, i, size_pt)) +
			 (i ? 0.05 * size_pt : 0);
	return width;
}

static void date_put(jb_desk *desk, jb_group *group, double x, double baseline,
	const jb_bound_event *bound, double size_pt)
{
	struct said said = say(desk, bound);
	const jb_ink *text = jb_desk_ink(desk, "text");
	const jb_ink *ink = jb_is_ahead(bound->event->status)
				    ? desk->accent
				    : jb_desk_ink(desk, "primary");

	for (int i = 0; i < said.n; i++) {
		if (i)
			x += 0.05 * size_pt;
		x += jb_put_text(desk, group, x, baseline, JB_ALIGN_START,
			jb_rich_plain(desk->arena, said.word[i],
				bound->event->date_pos),
			jb_desk_style(desk, word_style(&said, i)),
			i % 2 ? text : ink, word_size(&said, i, size_pt));
	}
}

/* --- a cell --- */

static const jb_rich *head_of(const jb_bound_event *bound)
{
	if (!jb_rich_empty(bound->who))
		return bound->who;
	return jb_event_name(bound);
}

static const jb_rich *body_of(const jb_bound_event *bound)
{
	if (!jb_rich_empty(bound->detail))
		return bound->detail;
	return jb_rich_empty(bound->who) ? NULL : bound->title;
}

static double text_room(const struct cells *cells)
{
	return cells->beside ? cells->cell_pt - cells->lead_pt : cells->cell_pt;
}

static double text_height(
	jb_desk *desk, const struct cells *cells, const jb_bound_event *bound)
{
	double room = text_room(cells);

	return jb_words_height(desk, room, head_of(bound), "label_strong") +
	       jb_words_height(desk, room, body_of(bound), "small");
}

static double date_height(const jb_desk *desk, const struct cells *cells)
{
	return jb_snap(desk, JB_DIGIT_EM * cells->size_pt) +
	       (cells->years ? 14 : 0);
}

static double cell_height(
	jb_desk *desk, const struct cells *cells, const jb_bound_event *bound)
{
	double date = date_height(desk, cells);
	double text = text_height(desk, cells, bound);

	return cells->beside ? fmax(date, text) : date + 6 + text;
}

static void cell_put(jb_desk *desk, jb_group *group, const struct cells *cells,
	const jb_bound_event *bound, double x, double y)
{
	double base = y + jb_snap(desk, JB_DIGIT_EM * cells->size_pt);
	double room = text_room(cells);
	double top = cells->beside ? y : y + date_height(desk, cells) + 6;
	double left = cells->beside ? x + cells->lead_pt : x;
	guint from = group->items->len;

	if (cells->line)
		top = base - jb_style_ascent(
				     desk, jb_desk_style(desk, "label_strong"));
	date_put(desk, group, x, base, bound, cells->size_pt);
	if (cells->years && bound->event->date.month && !bound->event->as)
		jb_put_words(desk, group, x, base + 2, cells->lead_pt,
			jb_rich_plain(desk->arena,
				jb_sprintf(desk->arena, "%d年",
					bound->event->date.year),
				bound->event->date_pos),
			"small");
	top += jb_put_words(
		desk, group, left, top, room, head_of(bound), "label_strong");
	jb_put_words(desk, group, left, top, room, body_of(bound), "small");
	jb_claim_at(group, from, bound->event->pos);
}

/* --- the grid --- */

static void measure(jb_desk *desk, struct cells *cells, double width)
{
	double most = width < wide_pt ? 1 : 4;
	double dates = 0;

	cells->rows = (int)ceil((double)cells->n / most);
	cells->per_row = ((int)cells->n + cells->rows - 1) / cells->rows;
	cells->cell_pt =
		(width - gutter_pt * (cells->per_row - 1)) / cells->per_row;
	cells->size_pt = 40;
	for (size_t i = 0; i < cells->n; i++) {
		jb_date date = cells->events[i].event->date;

		if (date.day || !date.month)
			cells->size_pt = 28;
		if (date.year != cells->events[0].event->date.year)
			cells->years = true;
	}
	for (size_t i = 0; i < cells->n; i++)
		dates = fmax(dates,
			date_width(desk, &cells->events[i], cells->size_pt));
	cells->lead_pt = dates + 8;
	cells->beside = cells->cell_pt - cells->lead_pt >= beside_pt;
	cells->line = cells->beside;
	for (size_t i = 0; i < cells->n; i++)
		if (text_height(desk, cells, &cells->events[i]) > 12.01)
			cells->line = false;
}

static double row_put(jb_desk *desk, jb_group *group, const struct cells *cells,
	int row, double y)
{
	const jb_bound_event *events =
		cells->events + (size_t)row * (size_t)cells->per_row;
	int left = (int)cells->n - row * cells->per_row;
	int n = MIN(left, cells->per_row);
	double height = 0;

	for (int i = 0; i < n; i++)
		height = fmax(height, cell_height(desk, cells, &events[i]));
	for (int i = 0; i < n; i++) {
		double x = i * (cells->cell_pt + gutter_pt);

		if (i)
			jb_put_line(desk, group, x - gutter_pt / 2, y,
				x - gutter_pt / 2, y + height,
				jb_desk_ink(desk, "text45"), 0.35, false)
				->pos = events[i].event->pos;
		cell_put(desk, group, cells, &events[i], x, y);
	}
	return height;
}

jb_group *jb_form_dates(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	struct cells cells = {
		.events = picture->of.events,
		.n = picture->of.n_events,
	};
	double y = 0;

	group->width = width;
	if (!cells.n) {
		jb_error(desk->diags, picture->picture->pos,
			"the form “dates” needs events");
		return group;
	}
	measure(desk, &cells, width);
	for (int row = 0; row < cells.rows; row++) {
		if (row && cells.per_row == 1) {
			y = jb_snap(desk, y + 6);
			jb_put_hairline(desk, group, 0, width, y,
				picture->picture->pos);
			y += 6;
		} else if (row) {
			y = jb_snap(desk, y + 12);
		}
		y += row_put(desk, group, &cells, row, y);
	}
	group->height = jb_snap(desk, y);
	return group;
}
