/* form.c - which form of picture can show what. */
#include "model/report-parts.h"
#include "model/wording.h"

#include <string.h>

#include "base/messages.h"

enum { UNITS_MAX = 2 };

static bool one_noun(const jb_subject *of)
{
	const jb_figure *first = NULL;

	for (size_t i = 0; i < of->n_figures; i++) {
		const jb_figure *figure = of->figures[i];

		if (!figure->has_value)
			continue;
		if (first && strcmp(first->noun, figure->noun) != 0)
			return false;
		first = figure;
	}
	return first != NULL;
}

static bool all_known(const jb_subject *of)
{
	for (size_t i = 0; i < of->n_figures; i++) {
		if (!of->figures[i]->has_value)
			return false;
	}
	return of->n_figures > 0;
}

static bool none_negative(const jb_subject *of)
{
	for (size_t i = 0; i < of->n_figures; i++) {
		if (of->figures[i]->value.mantissa < 0)
			return false;
	}
	return true;
}

static bool whole_counts(const jb_subject *of)
{
	for (size_t i = 0; i < of->n_figures; i++) {
		if (!jb_figure_whole(of->figures[i], NULL))
			return false;
	}
	return none_negative(of) && one_noun(of);
}

static bool fits_squares(const jb_picture *p)
{
	return one_noun(&p->of) && none_negative(&p->of);
}

static bool fits_change(const jb_picture *p)
{
	return p->of.n_figures == 1 && all_known(&p->of) &&
	       strcmp(p->of.figures[0]->unit, "%") == 0 &&
	       p->of.figures[0]->direction != 0;
}

static bool fits_tranches(const jb_picture *p)
{
	return p->of.n_figures == 1 && all_known(&p->of) && p->parts;
}

static bool fits_quote(const jb_picture *p)
{
	return p->text != NULL;
}

static bool fits_range(const jb_picture *p)
{
	return p->of.n_figures == 2 && all_known(&p->of) && one_noun(&p->of) &&
	       none_negative(&p->of);
}

static bool fits_units(const jb_picture *p)
{
	return p->of.n_figures >= 1 && p->of.n_figures <= UNITS_MAX &&
	       whole_counts(&p->of);
}

static bool fits_clock(const jb_picture *p)
{
	static const char *const nouns[] = {"秒", "分钟", "小时"};

	if (p->of.n_figures != 1 || !all_known(&p->of) ||
		!none_negative(&p->of))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(nouns); i++) {
		if (strcmp(p->of.figures[0]->unit, nouns[i]) == 0)
			return true;
	}
	return false;
}

static bool fits_list(const jb_picture *p)
{
	return p->of.list != NULL;
}

static bool fits_events(const jb_picture *p)
{
	return p->of.n_events > 0;
}

static bool fits_gantt(const jb_picture *p)
{
	for (size_t i = 0; i < p->of.n_events; i++)
		if (p->of.events[i]->date.year)
			return true;
	return false;
}

static bool fits_waffle(const jb_picture *p)
{
	return p->of.series && whole_counts(&p->of);
}

static bool fits_radii(const jb_picture *p)
{
	return all_known(&p->of) && one_noun(&p->of) && none_negative(&p->of);
}

static bool fits_stats(const jb_picture *p)
{
	return p->of.n_figures > 0;
}

static bool fits_bars(const jb_picture *p)
{
	return one_noun(&p->of);
}

static bool fits_table(const jb_picture *p)
{
	return p->of.table != NULL;
}

/* ---- parts of a whole ---- */

size_t jb_subject_runs(const jb_subject *of)
{
	size_t n = 0, loose = 0;

	for (size_t i = 0; i < of->n_figures; i++) {
		loose += !of->from[i];
		n += of->from[i] && (i == 0 || of->from[i] != of->from[i - 1]);
	}
	if (loose > 0)
		return n > 0 ? 0 : 1;
	return n;
}

/* Of a table: rows of words and a number; what they hold is judged where they
 * are drawn. */
static bool has_parts(const jb_table *table)
{
	bool words = false, numbers = false;

	for (size_t i = 0; i < table->n_columns; i++) {
		words = words || table->columns[i].type == JB_COLUMN_TEXT;
		numbers = numbers || table->columns[i].type != JB_COLUMN_TEXT;
	}
	return words && numbers;
}

static bool fits_parts(const jb_picture *p)
{
	if (p->of.table)
		return has_parts(p->of.table);
	return one_noun(&p->of) && none_negative(&p->of);
}

/* A circle is cut by what is known. */
static bool fits_slices(const jb_picture *p)
{
	return fits_parts(p) &&
	       (p->of.table || (p->of.n_figures > 1 && all_known(&p->of)));
}

/* One run of them. */
static bool fits_steps(const jb_picture *p)
{
	return fits_slices(p) && (p->of.table || jb_subject_runs(&p->of) == 1);
}

static bool fits_donut(const jb_picture *p)
{
	size_t n = jb_subject_runs(&p->of);

	return fits_slices(p) && (p->of.table || (n >= 1 && n <= 3));
}

/* ---- clouds of points ---- */

/* All figures of a series have the unit of its first. */
static bool each_one_noun(const jb_subject *of)
{
	for (size_t i = 1; i < of->n_figures; i++)
		if (of->from[i] == of->from[i - 1] &&
			strcmp(of->figures[i]->noun,
				of->figures[i - 1]->noun) != 0)
			return false;
	return true;
}

static bool fits_scatter(const jb_picture *p)
{
	return jb_subject_runs(&p->of) == 2 && each_one_noun(&p->of);
}

/* Areas are not below zero. */
static bool fits_bubble(const jb_picture *p)
{
	const jb_subject *of = &p->of;

	if (jb_subject_runs(of) != 3 || !each_one_noun(of))
		return false;
	for (size_t i = of->n_figures; i-- > 0;)
		if (of->from[i] == of->from[of->n_figures - 1] &&
			of->figures[i]->value.mantissa < 0)
			return false;
	return true;
}

/* ---- others ---- */

static bool fits_pictogram(const jb_picture *p)
{
	return p->of.n_figures > 0 && whole_counts(&p->of);
}

/* Series flow into their items. */
static bool fits_flows(const jb_picture *p)
{
	return fits_parts(p) && (p->of.table || jb_subject_runs(&p->of) > 0);
}

static bool fits_tiles(const jb_picture *p)
{
	return one_noun(&p->of);
}

static bool fits_heat(const jb_picture *p)
{
	return p->of.n_figures > 0 && one_noun(&p->of);
}

static bool fits_days(const jb_picture *p)
{
	for (size_t i = 0; i < p->of.n_figures; i++)
		if (!jb_figure_date(p->of.figures[i]).day)
			return false;
	return fits_heat(p) && jb_subject_runs(&p->of) <= 1;
}

static bool fits_choropleth(const jb_picture *p)
{
	return p->map && one_noun(&p->of);
}

static const struct form {
	const char *word;
	bool numbered; /* where the report does not say */
	bool (*fits)(const jb_picture *picture);
	const char *needs, *hint;
} forms[] = {
	[JB_SQUARES] = {"squares", true, fits_squares,
		JB_TR("squares need a series or figures of one unit"),
		JB_TR("none of them below zero; those without a value may be "
		      "among "
		      "them")},
	[JB_CHANGE] = {"change", true, fits_change,
		JB_TR("a change needs one figure in % with a direction"),
		JB_TR("`unit: \"%\"` and `direction: up` or `down`")},
	[JB_TRANCHES] = {"tranches", true, fits_tranches,
		JB_TR("tranches need one figure and “parts”"),
		JB_TR("`parts` is the figure that says how many")},
	[JB_QUOTE] = {"quote", false, fits_quote, JB_TR("a quote needs text"),
		JB_TR("the words stand under `text`")},
	[JB_RANGE] = {"range", true, fits_range,
		JB_TR("a range needs two figures with values"),
		JB_TR("both in the same unit, neither below zero")},
	[JB_UNITS] = {"units", true, fits_units,
		JB_TR("units need one or two figures of whole counts"), NULL},
	[JB_CLOCK] = {"clock", true, fits_clock,
		JB_TR("a clock needs one figure in 秒, 分钟 or 小时"), NULL},
	[JB_LIST] = {"list", false, fits_list, JB_TR("a list needs a list"),
		JB_TR("`of` is the id of one of the `lists`")},
	[JB_ROADMAP] = {"roadmap", true, fits_events,
		JB_TR("a roadmap needs events"),
		JB_TR("`of` is a list of events, or a section that has some")},
	[JB_WAFFLE] = {"waffle", true, fits_waffle,
		JB_TR("a waffle needs a series of whole counts"), NULL},
	[JB_RADII] = {"radii", true, fits_radii,
		JB_TR("radii need a series or figures of one unit"),
		JB_TR("all with values, none below zero")},
	[JB_DATES] = {"dates", false, fits_events, JB_TR("dates need events"),
		JB_TR("`of` is a list of events, or a section that has some")},
	[JB_STATS] = {"stats", false, fits_stats, JB_TR("stats need figures"),
		NULL},
	[JB_BARS] = {"bars", true, fits_bars,
		JB_TR("bars need a series or figures of one unit"),
		JB_TR("those without a value may be among them")},
	[JB_TABLE] = {"table", false, fits_table,
		JB_TR("a table needs a table"),
		JB_TR("`of` is the id of one of the `tables`")},
	[JB_PIE] = {"pie", true, fits_steps,
		JB_TR("a pie needs two to six figures of one unit"),
		JB_TR("all with values, none below zero; for more parts: "
		      "`bars` or `treemap`")},
	[JB_DONUT] = {"donut", true, fits_donut,
		JB_TR("a donut needs one to three series of one unit"),
		JB_TR("each a whole of two to six parts, all with values, none "
		      "below zero")},
	[JB_SUNBURST] = {"sunburst", true, fits_slices,
		JB_TR("a sunburst needs series of one unit, or a table"),
		JB_TR("a table's columns of words are its rings, from the "
		      "middle outwards; all values are known")},
	[JB_TREEMAP] = {"treemap", true, fits_parts,
		JB_TR("a treemap needs series or figures of one unit, or a "
		      "table"),
		JB_TR("none of them below zero; those without a value may be "
		      "among them")},
	[JB_SCATTER] = {"scatter", true, fits_scatter,
		JB_TR("a scatter needs two series, each of one unit"),
		JB_TR("`of: [income, age]`: along the x axis, along the y "
		      "axis; "
		      "figures of the same name are a point")},
	[JB_BUBBLE] = {"bubble", true, fits_bubble,
		JB_TR("bubbles need three series, each of one unit"),
		JB_TR("along the x axis, along the y axis, and areas, none of "
		      "them below zero; without areas: `scatter`")},
	[JB_CIRCLES] = {"circles", true, fits_parts,
		JB_TR("circles need a series or figures of one unit"),
		JB_TR("none of them below zero; those without a value may be "
		      "among them")},
	[JB_FUNNEL] = {"funnel", true, fits_steps,
		JB_TR("a funnel needs a series or figures of one unit"),
		JB_TR("all with values, each no more than the one before it")},
	[JB_PICTOGRAM] = {"pictogram", true, fits_pictogram,
		JB_TR("a pictogram needs whole counts of one unit"), NULL},
	[JB_RADAR] = {"radar", true, fits_parts,
		JB_TR("a radar needs one to three series of one unit"),
		JB_TR("three to ten values each, none below zero; for several "
		      "units: indices or shares")},
	[JB_TILES] = {"tiles", true, fits_tiles,
		JB_TR("a tile map needs figures of one unit"),
		JB_TR("each named after its province: 四川 or 四川省")},
	[JB_SANKEY] = {"sankey", true, fits_flows,
		JB_TR("a sankey needs a table, or series of one unit"),
		JB_TR("each row: where it comes from, where it goes, how much; "
		      "a series flows into its figures")},
	[JB_TREE] = {"tree", true, fits_list, JB_TR("a tree needs a list"),
		JB_TR("what belongs under an item stands in its `items`")},
	[JB_GANTT] = {"gantt", true, fits_gantt,
		JB_TR("a gantt needs events, one of them with a date"),
		JB_TR("`from` and `date` of an event say when it begins and "
		      "ends")},
	[JB_HEAT] = {"heat", true, fits_heat,
		JB_TR("a heat map needs series or figures of one unit"),
		JB_TR("`of: [a, b]`: a series is a row; figures of the same "
		      "name or time are a column")},
	[JB_DAYS] = {"days", true, fits_days,
		JB_TR("a calendar needs figures of one unit, each of its day"),
		JB_TR("`as_of: 2025-03-05` says which; of a table, the column "
		      "of dates is its `x`")},
	[JB_CHOROPLETH] = {"choropleth", true, fits_choropleth,
		JB_TR("a choropleth needs a map and figures of one unit"),
		JB_TR("`map` is one of the `maps`: a file of GeoJSON beside "
		      "the report; each figure is named after its area")},
};

jb_form jb_form_of(const char *word)
{
	for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
		if (strcmp(forms[i].word, word) == 0)
			return (jb_form)i;
	return JB_CHARTED;
}

bool jb_form_numbered(jb_form form)
{
	return form == JB_CHARTED || forms[form].numbered;
}

const char *jb_form_word(size_t i)
{
	return i < G_N_ELEMENTS(forms) ? forms[i].word : NULL;
}

bool jb_subject_sound(const jb_subject *of)
{
	for (size_t i = 0; i < of->n_figures; i++) {
		if (!jb_figure_sound(of->figures[i]))
			return false;
	}
	return true;
}

void jb_form_check(
	jb_reading *r, const jb_picture *picture, const jb_node *word)
{
	const struct form *form = &forms[picture->form];

	if (!jb_subject_sound(&picture->of) || form->fits(picture))
		return;
	jb_refuse(r, word, "%s", jb_tr(form->needs));
	jb_kind(r->diags, "this form of picture does not fit what it shows");
	if (form->hint)
		jb_hint(r->diags, "%s", jb_tr(form->hint));
}
