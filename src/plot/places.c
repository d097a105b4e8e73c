/* places.c - which drawing a word of recipes means, and what drawings share:
 * words at parts, numbered keys, remarks.
 */
#include "plot/places.h"

#include <math.h>
#include <string.h>

#include "model/wording.h"
#include "plot/marks.h"

static const double keys_gap = 6, column_gap = 18;
static const double column_least = 130, column_most = 170;

static const struct {
	const char *word;
	void (*put)(jb_plot *plot);
} places[] = {
	{"pie", jb_pie_put},
	{"donut", jb_donut_put},
	{"sunburst", jb_sunburst_put},
	{"treemap", jb_treemap_put},
	{"scatter", jb_scatter_put},
	{"bubble", jb_bubble_put},
	{"circles", jb_circles_put},
	{"funnel", jb_funnel_put},
	{"radar", jb_radar_put},
	{"tiles", jb_tiles_put},
	{"sankey", jb_sankey_put},
	{"tree", jb_tree_put},
	{"choropleth", jb_choropleth_put},
	{"gantt", jb_gantt_put},
	{"heat", jb_heat_put},
	{"days", jb_days_put},
};

void jb_places_put(jb_plot *plot)
{
	for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
		if (strcmp(places[i].word, plot->spec->places) == 0) {
			places[i].put(plot);
			return;
		}
	g_assert_not_reached();
}

/* --- words --- */

const jb_rich *jb_words_of(
	jb_plot *plot, const char *text, const jb_figure *figure, jb_pos pos)
{
	const jb_rich *rich = jb_rich_plain(
		plot->desk->arena, text, figure ? figure->value_pos : pos);

	if (rich->n && figure)
		rich->pieces[0].figure = figure->id;
	return rich;
}

const jb_rich *jb_part_words(jb_plot *plot, const jb_part *part, double of)
{
	jb_arena *arena = plot->desk->arena;
	const char *share = jb_part_share(arena, part, of);
	const char *text =
		part->figure ? jb_wording_text(arena, part->figure) : "";

	if (*share && *text)
		text = jb_sprintf(arena, "%s（%s）", text, share);
	else if (*share)
		text = share;
	return jb_words_of(plot, text, part->figure, part->pos);
}

static const jb_style *aligned(jb_plot *plot, jb_text_align align)
{
	size_t at = align == JB_TEXT_END ? 2 : align == JB_TEXT_CENTER ? 1 : 0;
	jb_style *style;

	if (plot->aligned[at])
		return plot->aligned[at];
	plot->aligned[at] = style = jb_new(plot->desk->arena, jb_style);
	*style = *jb_desk_style(plot->desk, JB_PLOT_LABEL);
	style->align = align;
	style->balance = true;
	return style;
}

double jb_lines_put(jb_plot *plot, double x, double y, double width,
	const jb_rich *rich, jb_text_align align, const jb_ink *ink, bool draw)
{
	jb_group *lines;
	double height;

	if (jb_rich_empty(rich))
		return 0;
	lines = jb_set_text(
		plot->desk, rich, aligned(plot, align), ink, width, NULL);
	height = lines->height;
	if (draw)
		jb_group_place(plot->group, lines, x, y);
	return height;
}

double jb_word_width(jb_plot *plot, const jb_rich *rich)
{
	return jb_rich_empty(rich)
		       ? 0
		       : jb_text_width(plot->desk, rich,
				 jb_desk_style(plot->desk, JB_PLOT_LABEL), 0);
}

double jb_word_height(const jb_plot *plot)
{
	return jb_desk_style(plot->desk, JB_PLOT_LABEL)->size_pt * 1.25;
}

void jb_word_put(jb_plot *plot, double x, double y, jb_align align,
	const jb_rich *rich, const jb_ink *ink)
{
	const jb_style *style = jb_desk_style(plot->desk, JB_PLOT_LABEL);

	jb_put_text(plot->desk, plot->group, x, y + 0.36 * style->size_pt,
		align, rich, style, ink, 0);
}

void jb_part_claim(jb_plot *plot, guint from, const jb_part *part)
{
	if (part->figure)
		jb_claim(plot->group, from, part->figure);
	else
		jb_claim_at(plot->group, from, part->pos);
}

/* --- numbered keys --- */

void jb_keys_begin(jb_plot *plot)
{
	plot->n_keys = 0;
}

int jb_keys_take(jb_plot *plot, jb_part *part)
{
	if (!part->key)
		part->key = ++plot->n_keys;
	return part->key;
}

static double put_key(jb_plot *plot, const jb_part *part, double of, double x,
	double y, double width)
{
	jb_desk *desk = plot->desk;
	const jb_rich *value = jb_part_words(plot, part, of);
	const jb_rich *number = jb_words_of(plot,
		jb_sprintf(desk->arena, "%d", part->key), NULL, part->pos);
	double line = jb_word_height(plot), wide = jb_word_width(plot, value);
	double indent = 16, room = width - indent - wide - 6, height;
	bool under = room < 0.35 * width;
	const jb_style *style = jb_desk_style(desk, JB_PLOT_LABEL);
	double middle =
		y + jb_style_ascent(desk, style) - 0.36 * style->size_pt;
	guint from = plot->group->items->len;

	jb_word_put(plot, x + 11, middle, JB_ALIGN_END, number, NULL);
	height =
		jb_lines_put(plot, x + indent, y, under ? width - indent : room,
			part->name, JB_TEXT_START, NULL, true);
	if (under)
		height += jb_lines_put(plot, x + indent, y + height,
			width - indent, value, JB_TEXT_START, NULL, true);
	else
		jb_word_put(plot, x + width, middle, JB_ALIGN_END, value, NULL);
	jb_part_claim(plot, from, part);
	return fmax(height, line);
}

static int by_key(gconstpointer a, gconstpointer b)
{
	return (*(jb_part *const *)a)->key - (*(jb_part *const *)b)->key;
}

/* Columns side by side, filled one after the other. */
void jb_keys_put(jb_plot *plot, jb_part *const *parts, size_t n, double of)
{
	g_autoptr(GPtrArray) keyed = g_ptr_array_new();
	double y = plot->group->height + keys_gap, low = y;
	size_t columns, rows;
	double wide;

	for (size_t i = 0; i < n; i++)
		if (parts[i]->key)
			g_ptr_array_add(keyed, parts[i]);
	if (!keyed->len)
		return;
	g_ptr_array_sort(keyed, by_key);
	columns = (size_t)fmax(1, floor(plot->width / column_least));
	columns = MIN(columns, (size_t)keyed->len);
	rows = (keyed->len + columns - 1) / columns;
	wide = (plot->width - column_gap * (double)(columns - 1)) /
	       (double)columns;
	wide = fmin(wide, fmax(column_most, plot->width / 3));
	for (size_t c = 0; c < columns; c++) {
		double at = y;

		for (size_t i = c * rows; i < MIN((c + 1) * rows, keyed->len);
			i++)
			at += put_key(plot, keyed->pdata[i], of,
				(double)c * (wide + column_gap), at, wide);
		low = fmax(low, at);
	}
	plot->group->height = low;
}

/* --- remarks --- */

void jb_part_remark(jb_plot *plot, const jb_part *part)
{
	jb_arena *arena = plot->desk->arena;

	const char *name = jb_rich_text(arena, part->name);
	size_t n = strlen(name);

	jb_note_add(plot,
		jb_sprintf(arena, "%s%s%s", name,
			n && g_ascii_isalnum(name[n - 1]) ? " " : "",
			jb_rich_text(arena, jb_part_words(plot, part, 0))),
		part->figure);
}

/* Zero and what is not known have no mark, but words. */
static void add_unmarked(jb_plot *plot, const jb_part *part)
{
	for (size_t i = 0; i < part->n; i++)
		add_unmarked(plot, part->kids[i]);
	if (!part->n && !(part->value > 0))
		jb_part_remark(plot, part);
}

static bool add_sums(
	jb_plot *plot, const jb_part *part, bool whole, bool *rounded)
{
	bool here, fine = jb_whole_adds(part, whole, &here);
	jb_diags *diags = plot->desk->diags;

	*rounded = *rounded || here;
	if (!fine) {
		jb_error(diags,
			part->figure ? part->figure->value_pos : part->pos,
			"the parts add up to %.6g%% of their whole",
			100 * part->value /
				(part->figure ? jb_figure_size(part->figure)
					      : 100));
		jb_hint(diags, "add what is missing, perhaps as 其他, or take "
			       "`bars`");
		return false;
	}
	for (size_t i = 0; i < part->n; i++)
		fine = add_sums(plot, part->kids[i], false, rounded) && fine;
	return fine;
}

bool jb_whole_remarks(jb_plot *plot, const jb_part *whole)
{
	bool rounded = false;

	if (!add_sums(plot, whole, true, &rounded))
		return false;
	add_unmarked(plot, whole);
	if (rounded)
		jb_note_add(plot, "数值经四舍五入，各项之和不等于总计", NULL);
	return true;
}

void jb_part_status(jb_plot *plot, jb_item *item, const jb_figure *figure,
	const double *points, size_t n)
{
	jb_path *path = &item->u.path;

	if (!figure || !jb_is_ahead(figure->status))
		return;
	path->fill = jb_desk_ink(plot->desk, "paper");
	if (jb_is_target(figure)) {
		path->stroke = plot->desk->accent;
		path->width_pt = 1.25;
		return;
	}
	jb_put_hatch(plot->desk, plot->group, points, n,
		jb_desk_ink(plot->desk, "primary"), 0.8, 2.8);
	path->stroke = jb_desk_ink(plot->desk, "primary");
	path->width_pt = 0.75;
}
