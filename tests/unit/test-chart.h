/* test-chart.h - what the tests of the forms share: a stand (a desk with the
 * briefing's styles and a picture), things to show on it, and facts about what
 * was drawn.
 */
#ifndef JB_TEST_CHART_H
#define JB_TEST_CHART_H

#include <math.h>
#include <string.h>
#include <glib.h>

#include "base/length.h"
#include "chart/chart.h"
#include "model/layout.h"
#include "model/recipe.h"
#include "yaml/node.h"

#define FONTS "build/fonts/fonts.conf"

/* All of the page, half and a third of it. */
static const double widths[] = {498, 240, 154};

typedef struct stand {
	jb_arena *arena;
	jb_diags *diags;
	jb_fonts *fonts;
	jb_report *report;
	jb_desk *desk;
	jb_picture *spec;
	jb_bound_picture *picture;
	jb_pos pos;
} stand;

static inline const jb_source *source_of(stand *s, const char *path)
{
	GError *error = NULL;
	jb_source *src = jb_source_read(s->arena, path, &error);

	g_assert_no_error(error);
	return src;
}

static inline void stand_open(stand *s)
{
	GError *error = NULL;
	const jb_theme *theme;
	const jb_layout *layout;

	*s = (stand){.arena = jb_arena_open()};
	s->diags = jb_diags_new(s->arena);
	s->fonts = jb_fonts_open(FONTS, &error);
	g_assert_no_error(error);
	theme = jb_theme_read(
		s->arena, s->diags, source_of(s, "themes/daiqing.yaml"));
	layout = jb_layout_read(s->arena, s->diags,
		source_of(s, "layouts/briefing/layout.yaml"), theme);
	g_assert_cmpuint(jb_diags_errors(s->diags), ==, 0);
	s->report = jb_new(s->arena, jb_report);
	s->report->to = (jb_date){2020, 6, 0};
	s->desk = jb_desk_new(s->arena, s->diags, s->fonts, s->report, layout);
	s->pos = (jb_pos){
		jb_source_new(s->arena, "r.yaml", "form: x\n", 8), 1, 7};
	s->spec = jb_new(s->arena, jb_picture);
	s->spec->pos = s->spec->icon_pos = s->pos;
	s->picture = jb_new(s->arena, jb_bound_picture);
	s->picture->picture = s->spec;
}

static inline void stand_close(stand *s)
{
	jb_fonts_close(s->fonts);
	jb_arena_close(s->arena);
}

/* Runs a test on a fresh stand. */
#define STAND_TEST(name)                 \
	static void name##_on(stand *s); \
	static void name(void)           \
	{                                \
		stand s;                 \
                                         \
		stand_open(&s);          \
		name##_on(&s);           \
		stand_close(&s);         \
	}                                \
	static void name##_on(stand *s)

/* --- things to show --- */

static inline const jb_rich *words(stand *s, const char *text)
{
	return text ? jb_rich_plain(s->arena, text, s->pos) : NULL;
}

/* "13", "个"; the noun is the unit without 万 or 亿. */
static inline jb_figure *figure(
	stand *s, const char *id, const char *value, const char *unit)
{
	jb_figure *f = jb_new(s->arena, jb_figure);

	f->id = id;
	f->pos = f->value_pos = s->pos;
	f->unit = f->noun = unit;
	f->prefix = "";
	if (strncmp(unit, "万", strlen("万")) == 0) {
		f->noun = unit + strlen("万");
		f->prefix = "万";
		f->power = 4;
	}
	f->has_value = value != NULL;
	f->missing = value ? JB_PRESENT : JB_NOT_STATED;
	if (value)
		g_assert_true(jb_decimal_parse(value, &f->value));
	return f;
}

/* "300", "亿元", 8, "元": a unit of any prefix. */
static inline jb_figure *figure_in(stand *s, const char *id, const char *value,
	const char *unit, int power, const char *noun)
{
	jb_figure *f = figure(s, id, value, unit);

	f->power = power;
	f->noun = noun;
	return f;
}

/* Shows a figure as one more of the picture's subject. */
static inline jb_stat *show(
	stand *s, jb_figure *f, const char *label, const char *gloss)
{
	jb_bound_subject *of = &s->picture->of;
	jb_stat *stats = jb_new_array(s->arena, jb_stat, of->n_stats + 1);

	if (of->n_stats)
		memcpy(stats, of->stats, of->n_stats * sizeof(*stats));
	stats[of->n_stats].figure = f;
	stats[of->n_stats].label = words(s, label);
	stats[of->n_stats].gloss = words(s, gloss);
	of->stats = stats;
	return &stats[of->n_stats++];
}

static inline jb_event *event(stand *s, const char *date, jb_status status,
	const char *title, const char *who, const char *detail)
{
	jb_bound_subject *of = &s->picture->of;
	jb_bound_event *events =
		jb_new_array(s->arena, jb_bound_event, of->n_events + 1);
	jb_event *e = jb_new(s->arena, jb_event);

	if (of->n_events)
		memcpy(events, of->events, of->n_events * sizeof(*events));
	g_assert_true(jb_date_parse(date, &e->date));
	e->status = status;
	e->pos = e->date_pos = s->pos;
	events[of->n_events].event = e;
	events[of->n_events].date = words(s, jb_date_short(s->arena, e->date));
	events[of->n_events].title = words(s, title);
	events[of->n_events].who = words(s, who);
	events[of->n_events].detail = words(s, detail);
	of->events = events;
	of->n_events++;
	return e;
}

static inline void item(stand *s, jb_bound_subject *to, const char *name,
	const char *detail, const char *when, const char *icon)
{
	jb_bound_item *items =
		jb_new_array(s->arena, jb_bound_item, to->n_items + 1);

	if (to->n_items)
		memcpy(items, to->items, to->n_items * sizeof(*items));
	items[to->n_items++] = (jb_bound_item){.name = words(s, name),
		.detail = words(s, detail),
		.when = words(s, when),
		.icon = icon,
		.pos = s->pos};
	to->items = items;
}

/* As it stands without a title to take its keys. */
static inline jb_group *settled(jb_group *group)
{
	jb_group_settle(group, 16);
	return group;
}

/* --- facts --- */

typedef struct box {
	double x0, y0, x1, y1;
} box;

/* Of an item's ink: of text its line, of a path its corners. */
static inline box box_of(const jb_item *it)
{
	static const int coords[] = {2, 2, 6, 0};
	box b = {INFINITY, INFINITY, -INFINITY, -INFINITY};

	if (it->kind == JB_ITEM_TEXT)
		return (box){it->x, it->y - 0.72 * it->u.text.size_pt,
			it->x + it->u.text.width_pt,
			it->y + 0.02 * it->u.text.size_pt};
	for (size_t i = 0; i < it->u.path.n; i++) {
		const jb_step *step = &it->u.path.steps[i];

		for (int k = 0; k < coords[step->op]; k += 2) {
			b.x0 = fmin(b.x0, it->x + step->p[k]);
			b.x1 = fmax(b.x1, it->x + step->p[k]);
			b.y0 = fmin(b.y0, it->y + step->p[k + 1]);
			b.y1 = fmax(b.y1, it->y + step->p[k + 1]);
		}
	}
	return b;
}

#define each_item(group, it)                                                  \
	for (unsigned i_ = 0; i_ < (group)->items->len &&                     \
			      ((it) = g_ptr_array_index((group)->items, i_)); \
		i_++)

/* The form that a shipped recipe is: what draw() takes. */
static inline jb_form chart(stand *s, const char *name)
{
	GError *error = NULL;
	GHashTable *recipes = s->desk->layout->recipes;

	if (g_hash_table_size(recipes) == 0)
		jb_recipes_open(s->arena, s->diags, recipes, "charts", &error);
	g_assert_no_error(error);
	s->spec->recipe = g_hash_table_lookup(recipes, name);
	g_assert_nonnull(s->spec->recipe);
	return JB_CHARTED;
}

/* Draws the picture; whatever it is, every item knows where it is from.  Tests
 * change a picture where it stands, so that how it looked is forgotten. */
static inline jb_group *draw(stand *s, jb_form form, double width)
{
	jb_group *group;
	jb_item *it;

	if (form != JB_CHARTED)
		s->spec->recipe = NULL;
	s->spec->form = form;
	g_hash_table_remove_all(s->desk->kept);
	group = settled(jb_chart_draw(s->desk, s->picture, width));
	each_item(group, it) g_assert_nonnull(it->pos.src);
	return group;
}

/* Nothing outside the width or above the top; at most 3 pt of optical
 * alignment.  No text on text. */
static inline void assert_tidy(const jb_group *group, double width)
{
	jb_item *a, *b;

	each_item(group, a)
	{
		box p = box_of(a);

		if (a->kind == JB_ITEM_PATH && !a->u.path.n)
			continue;
		g_assert_cmpfloat(p.x0, >=, -3);
		g_assert_cmpfloat(p.x1, <=, width + 0.5);
		g_assert_cmpfloat(p.y0, >=, -1);
		g_assert_cmpfloat(p.y1, <=, group->height + 1);
		for (unsigned j = i_ + 1; j < group->items->len; j++) {
			box q;

			b = g_ptr_array_index(group->items, j);
			if (a->kind != JB_ITEM_TEXT || b->kind != JB_ITEM_TEXT)
				continue;
			q = box_of(b);
			if (p.x0 < q.x1 - 0.1 && q.x0 < p.x1 - 0.1 &&
				p.y0 < q.y1 && q.y0 < p.y1)
				g_error("“%s” stands on “%s”", a->u.text.text,
					b->u.text.text);
		}
	}
}

static inline const jb_item *text_item(const jb_group *group, const char *text)
{
	jb_item *it;

	each_item(group, it) if (it->kind == JB_ITEM_TEXT &&
				 strncmp(it->u.text.text, text, strlen(text)) ==
					 0) return it;
	return NULL;
}

/* Paths filled or stroked with an ink. */
static inline unsigned count_paths(
	const jb_group *group, const char *fill, const char *stroke)
{
	unsigned n = 0;
	jb_item *it;

	each_item(group, it)
	{
		const jb_path *path = &it->u.path;

		if (it->kind == JB_ITEM_PATH &&
			g_strcmp0(path->fill ? path->fill->name : NULL, fill) ==
				0 &&
			g_strcmp0(path->stroke ? path->stroke->name : NULL,
				stroke) == 0)
			n++;
	}
	return n;
}

static inline void assert_message(const stand *s, const char *message)
{
	g_autofree char *text = jb_diags_text(s->diags);

	if (!strstr(text, message))
		g_error("not said: %s\nbut: %s", message, text);
}

/* The n-th path of a figure with a fill, or NULL. */
static inline const jb_item *mark_of(
	const jb_group *group, const char *id, const char *fill, unsigned n)
{
	jb_item *it;

	each_item(group, it) if (it->kind == JB_ITEM_PATH &&
				 g_strcmp0(it->figure, id) == 0 &&
				 it->u.path.fill &&
				 g_strcmp0(it->u.path.fill->name, fill) == 0 &&
				 n-- == 0) return it;
	return NULL;
}

static inline double width_of(const jb_item *it)
{
	box b;

	g_assert_nonnull(it);
	b = box_of(it);
	return b.x1 - b.x0;
}

/* How many filled paths show a figure. */
static inline unsigned count_marks(const jb_group *group, const char *id)
{
	unsigned n = 0;
	jb_item *it;

	each_item(group, it) if (it->kind == JB_ITEM_PATH && it->u.path.fill &&
				 g_strcmp0(it->figure, id) == 0) n++;
	return n;
}

static inline void assert_near(double a, double b)
{
	if (fabs(a - b) > 1e-6 * fmax(1, fabs(b)))
		g_error("%.9g is not %.9g", a, b);
}

static inline void assert_quiet(const stand *s)
{
	g_autofree char *text = jb_diags_text(s->diags);

	g_assert_cmpstr(text, ==, "");
}

/* At every width: nothing outside, no text on text, no message, a height of
 * whole half lines. */
static inline void assert_tidy_everywhere(stand *s, jb_form form)
{
	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		jb_group *group = draw(s, form, widths[i]);

		assert_tidy(group, widths[i]);
		g_assert_cmpfloat(group->width, ==, widths[i]);
		g_assert_cmpfloat(fmod(group->height, 8), ==, 0);
		g_assert_cmpuint(group->items->len, >, 0);
	}
	assert_quiet(s);
}

#endif
