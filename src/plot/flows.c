/* flows.c - where something comes from and where it goes: nodes in layers, and
 * ribbons as thick as what flows.
 *
 * Of a table, or of series: the words of a row, from left to right, are the
 * nodes that its number flows through.  With two columns of words a name is one
 * node wherever it stands, so that what came in may flow on.
 */
#include "plot/places.h"

#include <math.h>
#include <string.h>

#include "plot/marks.h"
#include "plot/sankey.h"

static const double node_w = 7, words_most = 0.27, words_gap = 4;
static const double shape = 0.5, height_least = 110, height_most = 300;
enum { ROWS_MOST = 200, STAGES_MOST = 8 };

struct flows {
	jb_plot *plot;
	jb_part *whole, **rows; /* the parts that have a value */
	size_t n_rows;
	int stages;
	jb_sankey layout;
	const jb_rich **names; /* of nodes */
	const jb_part **of;    /* of flows: its row */
	size_t *first;	       /* of flows: the node its row begins with */
	jb_measure measure;
	int decimals;
	double left, right, top; /* of the ribbons */
};

/* ---- nodes ---- */

static size_t node_of(struct flows *f, const jb_rich *name, int stage)
{
	jb_arena *arena = f->plot->desk->arena;
	const char *text = jb_rich_text(arena, name);

	for (size_t i = 0; i < f->layout.n_nodes; i++)
		if ((f->stages == 2 || f->layout.nodes[i].layer == stage) &&
			strcmp(jb_rich_text(arena, f->names[i]), text) == 0)
			return i;
	f->names[f->layout.n_nodes] = name;
	f->layout.nodes[f->layout.n_nodes] =
		(jb_flow_node){.layer = f->stages == 2 ? 0 : stage};
	return f->layout.n_nodes++;
}

static void add_row(struct flows *f, jb_part *row)
{
	const jb_part *path[STAGES_MOST];
	size_t nodes[STAGES_MOST];

	for (const jb_part *p = row; p->depth; p = p->parent)
		path[p->depth - 1] = p;
	for (int i = 0; i < row->depth; i++)
		nodes[i] = node_of(f, path[i]->name, i);
	for (int i = 0; i + 1 < row->depth; i++) {
		f->of[f->layout.n_flows] = row;
		f->first[f->layout.n_flows] = nodes[0];
		f->layout.flows[f->layout.n_flows++] =
			(jb_flow){.from = nodes[i],
				.to = nodes[i + 1],
				.value = row->value};
	}
}

static bool usable(const struct flows *f, size_t n)
{
	if (n <= ROWS_MOST && f->stages >= 2 && f->stages <= STAGES_MOST)
		return true;
	jb_error(f->plot->desk->diags, f->plot->picture->picture->pos,
		"a sankey takes up to %d flows through 2 to %d stages",
		ROWS_MOST, STAGES_MOST);
	jb_hint(f->plot->desk->diags,
		"a table with a column of words for each stage, and one of "
		"numbers");
	return false;
}

static bool read(struct flows *f)
{
	jb_plot *plot = f->plot;
	jb_arena *arena = plot->desk->arena;
	size_t n, ends;

	f->whole = jb_whole_read(plot->desk, plot->picture);
	if (!f->whole)
		return false;
	n = jb_whole_count(f->whole);
	f->stages = jb_whole_depth(f->whole);
	if (!usable(f, n))
		return false;
	ends = n * (size_t)f->stages;
	f->rows = jb_new_array(arena, jb_part *, n);
	jb_whole_leaves(f->whole, f->rows);
	f->n_rows = n;
	f->layout.nodes = jb_new_array(arena, jb_flow_node, ends);
	f->layout.flows = jb_new_array(arena, jb_flow, ends);
	f->layout.n_layers = f->stages == 2 ? 0 : f->stages;
	f->names = jb_new_array(arena, const jb_rich *, ends);
	f->of = jb_new_array(arena, const jb_part *, ends);
	f->first = jb_new_array(arena, size_t, ends);
	for (size_t i = 0; i < n; i++)
		if (f->rows[i]->value > 0)
			add_row(f, f->rows[i]);
	if (f->stages > 2 || jb_sankey_layers(&f->layout, &n))
		return true;
	jb_error(plot->desk->diags, plot->picture->picture->pos,
		"what flows from “%s” comes back to it",
		jb_rich_text(arena, f->names[n]));
	jb_hint(plot->desk->diags, "flows go from left to right: give what "
				   "comes back a name of its own");
	return false;
}

/* ---- numbers ---- */

static void choose_measure(struct flows *f)
{
	jb_arena *arena = f->plot->desk->arena;
	const jb_figure **figures =
		jb_new_array(arena, const jb_figure *, f->n_rows + 1);

	for (size_t i = 0; i < f->n_rows; i++)
		figures[i] = f->rows[i]->figure;
	f->measure = jb_measure_of(arena, figures, f->n_rows);
	for (size_t i = 0; i < f->n_rows; i++)
		if (figures[i]->has_value)
			f->decimals = MAX(f->decimals,
				-jb_figure_in(figures[i], f->measure.power)
					 .exponent);
	f->decimals = MIN(f->decimals, 6);
}

/* What flows through a node: its flows together. */
static const jb_rich *node_words(const struct flows *f, size_t i)
{
	jb_arena *arena = f->plot->desk->arena;
	double unit = pow(10, f->measure.power);
	jb_decimal sum = {
		llround(f->layout.nodes[i].value / unit * pow(10, f->decimals)),
		-f->decimals};

	return jb_words_of(f->plot,
		jb_sprintf(arena, "%s %s", jb_rich_text(arena, f->names[i]),
			jb_decimal_text(arena, sum)),
		NULL, f->names[i]->pieces[0].pos);
}

/* ---- places ---- */

static bool is_end(const struct flows *f, size_t i)
{
	int layer = f->layout.nodes[i].layer;

	return layer == 0 || layer == f->layout.n_layers - 1;
}

/* Words stand beside the first and last layers, over the nodes of others. */
static void measure(struct flows *f)
{
	jb_plot *plot = f->plot;
	double widest[2] = {0, 0};

	for (size_t i = 0; i < f->layout.n_nodes; i++) {
		bool last = f->layout.nodes[i].layer > 0;

		if (is_end(f, i))
			widest[last] = fmax(widest[last],
				jb_word_width(plot,
					jb_words_of(plot,
						jb_rich_text(plot->desk->arena,
							f->names[i]),
						NULL,
						f->names[i]->pieces[0].pos)) +
					40);
	}
	for (int i = 0; i < 2; i++)
		widest[i] = fmin(widest[i], words_most * plot->width);
	f->left = widest[0] + words_gap;
	f->right = plot->width - widest[1] - words_gap;
	f->layout.gap = f->layout.n_layers > 2 ? jb_word_height(plot) + 2 : 5;
	f->layout.height =
		CLAMP(shape * plot->width, height_least, height_most);
}

static double end_width(const struct flows *f, size_t i)
{
	return f->layout.nodes[i].layer == 0
		       ? f->left - words_gap
		       : f->plot->width - f->right - words_gap;
}

static void set_least(struct flows *f)
{
	for (size_t i = 0; i < f->layout.n_nodes; i++)
		f->layout.nodes[i].least =
			is_end(f, i)
				? jb_lines_put(f->plot, 0, 0, end_width(f, i),
					  node_words(f, i), JB_TEXT_START, NULL,
					  false)
				: 1;
}

/* The left edge of a layer's nodes. */
static double layer_x(const struct flows *f, int layer)
{
	return f->left + (f->right - f->left - node_w) * layer /
				 MAX(f->layout.n_layers - 1, 1);
}

/* ---- drawing ---- */

/* Light enough for words on them. */
static const jb_ink *ribbon_ink(const struct flows *f, size_t k)
{
	static const char *const inks[] = {
		"primary38", "primary16", "text20", "primary6"};
	const jb_figure *hero = f->plot->picture->picture->hero;

	if (hero && hero == f->of[k]->figure)
		return f->plot->desk->accent;
	return jb_desk_ink(
		f->plot->desk, inks[f->first[k] % G_N_ELEMENTS(inks)]);
}

static void put_ribbon(const struct flows *f, size_t k)
{
	jb_plot *plot = f->plot;
	const jb_flow *flow = &f->layout.flows[k];
	double x0 = layer_x(f, f->layout.nodes[flow->from].layer) + node_w;
	double x1 = layer_x(f, f->layout.nodes[flow->to].layer);
	double xm = (x0 + x1) / 2, h = flow->thick / 2;
	double a = f->top + flow->y0, b = f->top + flow->y1;
	jb_item *item =
		jb_item_new(plot->desk->arena, plot->group, JB_ITEM_PATH);
	jb_path *path = &item->u.path;
	jb_step steps[] = {{JB_MOVE, {x0, a - h}},
		{JB_CURVE, {xm, a - h, xm, b - h, x1, b - h}},
		{JB_LINE, {x1, b + h}},
		{JB_CURVE, {xm, b + h, xm, a + h, x0, a + h}},
		{.op = JB_CLOSE}};

	path->n = G_N_ELEMENTS(steps);
	path->steps = jb_new_array(plot->desk->arena, jb_step, path->n);
	memcpy(path->steps, steps, sizeof(steps));
	path->fill = ribbon_ink(f, k);
	path->stroke = jb_desk_ink(plot->desk, "paper");
	path->width_pt = fmin(0.5, flow->thick / 4);
	if (f->of[k]->figure && jb_is_ahead(f->of[k]->figure->status)) {
		path->fill = jb_desk_ink(plot->desk, "paper");
		path->stroke = jb_desk_ink(plot->desk, "primary");
		path->dash_on = 3;
		path->dash_off = 2;
	}
	item->figure = f->of[k]->figure->id;
	item->pos = f->of[k]->figure->value_pos;
}

static bool alone(const struct flows *f, size_t k)
{
	size_t out = 0, in = 0;

	for (size_t i = 0; i < f->layout.n_flows; i++) {
		out += f->layout.flows[i].from == f->layout.flows[k].from;
		in += f->layout.flows[i].to == f->layout.flows[k].to;
	}
	return out == 1 || in == 1;
}

/* Its value where it leaves, if it is thick enough; else among the notes.
 * Where it is all of a node, the node says it. */
static void put_value(const struct flows *f, size_t k)
{
	jb_plot *plot = f->plot;
	const jb_flow *flow = &f->layout.flows[k];
	const jb_figure *figure = f->of[k]->figure;
	double x = layer_x(f, f->layout.nodes[flow->from].layer) + node_w + 3;
	double room = layer_x(f, 1) - layer_x(f, 0) - node_w;
	const jb_rich *value = jb_words_of(plot,
		jb_measured_text(plot->desk->arena, figure, &f->measure),
		figure, figure->value_pos);
	const jb_ink *ink = jb_ink_on(plot->desk, ribbon_ink(f, k));

	if (k > 0 && f->of[k] == f->of[k - 1]) /* said at its beginning */
		return;
	if (alone(f, k) && figure->bound == JB_EXACT)
		return;
	if (ink && flow->thick >= jb_word_height(plot) &&
		jb_word_width(plot, value) < room / 3) {
		jb_word_put(
			plot, x, f->top + flow->y0, JB_ALIGN_START, value, ink);
		return;
	}
	jb_note_add(plot,
		jb_sprintf(plot->desk->arena, "%s→%s %s",
			jb_rich_text(plot->desk->arena, f->names[flow->from]),
			jb_rich_text(plot->desk->arena, f->names[flow->to]),
			jb_rich_text(plot->desk->arena, value)),
		figure);
}

/* A name over its node, on paper: ribbons pass there. */
static void put_over(jb_plot *plot, double x, double foot, const jb_rich *words)
{
	double w = jb_word_width(plot, words) + 4, h = jb_word_height(plot);

	jb_put_rect(plot->desk, plot->group, x - w / 2, foot - h, w, h,
		jb_desk_ink(plot->desk, "paper"));
	jb_word_put(plot, x, foot - h / 2, JB_ALIGN_CENTER, words, NULL);
}

static void put_node(const struct flows *f, size_t i)
{
	jb_plot *plot = f->plot;
	const jb_flow_node *node = &f->layout.nodes[i];
	double x = layer_x(f, node->layer), y = f->top + node->middle;
	const jb_rich *words = node_words(f, i);
	jb_pos pos = f->names[i]->pieces[0].pos;
	guint from = plot->group->items->len;

	jb_put_rect(plot->desk, plot->group, x, y - node->height / 2, node_w,
		node->height, jb_desk_ink(plot->desk, "primary"));
	if (node->layer == 0)
		jb_lines_put(plot, 0, y - node->least / 2, f->left - words_gap,
			words, JB_TEXT_END, NULL, true);
	else if (is_end(f, i))
		jb_lines_put(plot, f->right + words_gap, y - node->least / 2,
			plot->width - f->right - words_gap, words,
			JB_TEXT_START, NULL, true);
	else
		put_over(plot, x + node_w / 2, y - node->height / 2, words);
	jb_claim_at(plot->group, from, pos);
}

/* Thick ones under thin ones. */
static void put_ribbons(const struct flows *f)
{
	size_t n = f->layout.n_flows;
	bool *done = g_new0(bool, n + 1);

	for (size_t left = n; left > 0; left--) {
		size_t most = n;

		for (size_t k = 0; k < n; k++)
			if (!done[k] &&
				(most == n ||
					f->layout.flows[k].thick >
						f->layout.flows[most].thick))
				most = k;
		done[most] = true;
		put_ribbon(f, most);
	}
	g_free(done);
}

void jb_sankey_put(jb_plot *plot)
{
	struct flows f = {.plot = plot};

	if (!read(&f))
		return;
	choose_measure(&f);
	measure(&f);
	set_least(&f);
	jb_sankey_place(plot->desk->arena, &f.layout);
	set_least(&f); /* values are known now */
	jb_sankey_place(plot->desk->arena, &f.layout);
	if (*f.measure.unit) {
		plot->legend[plot->n_legend++] =
			(jb_legend_key){.mark = JB_LEGEND_WORDS,
				.words = jb_words_of(plot,
					jb_sprintf(plot->desk->arena,
						"单位：%s", f.measure.unit),
					NULL, plot->picture->picture->pos)};
		f.top = jb_legend_put(plot, 0, true) + 4;
		plot->n_legend = 0;
	}
	f.top += f.layout.n_layers > 2 ? jb_word_height(plot) : 0;
	put_ribbons(&f);
	for (size_t i = 0; i < f.layout.n_nodes; i++)
		put_node(&f, i);
	for (size_t k = 0; k < f.layout.n_flows; k++)
		put_value(&f, k);
	for (size_t i = 0; i < f.n_rows; i++)
		if (!(f.rows[i]->value > 0))
			jb_part_remark(plot, f.rows[i]);
	plot->group->height = f.top + f.layout.height;
}
