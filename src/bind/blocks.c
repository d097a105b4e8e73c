/* Block nodes become blocks: `each` unrolled, `when` decided, lengths in
 * points, references filled in.
 */
#include "bind/builder.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/icons.h"
#include "base/messages.h"
#include "model/schema.h"
#include "model/wording.h"

enum { SIZE_LEAST_PT = 8 }; /* of numerals */

typedef jb_builder builder;

double jb_build_points(const builder *x, const char *key)
{
	const char *text = jb_schema_text(x->node, x->object, key);

	return text ? jb_layout_pt(x->b->layout, text, 0) : 0;
}

const jb_rich *jb_build_words(const builder *x, const char *key)
{
	const jb_node *node = jb_node_lookup(x->node, key);

	return node ? jb_scope_text(x->b, x->scope, node) : NULL;
}

const jb_style *jb_build_style(const builder *x, const char *name)
{
	return x->block->style ? x->block->style
			       : jb_layout_style(x->b->layout, name);
}

static void set_kids(const builder *x, const char *key)
{
	x->block->kids = jb_bind_blocks(x->b, x->scope,
		jb_node_lookup(x->node, key), &x->block->n_kids);
}

void jb_build_wrong(const builder *x, const char *key, const char *hint)
{
	const jb_node *path = jb_node_lookup(x->node, key);

	jb_error(x->b->diags, path->pos, "`%s` cannot show “%s” here", key,
		path->text);
	jb_span_chars(x->b->diags, (unsigned)g_utf8_strlen(path->text, -1));
	jb_hint(x->b->diags, "%s", hint);
	x->block->absent = true; /* there is nothing to be set */
}

const jb_section *jb_build_section(const builder *x, const char *path)
{
	if (g_str_has_prefix(path, "lede"))
		return jb_scope_lede(x->b);
	if (g_str_has_prefix(path, "section") && x->scope->section)
		return x->scope->section->section;
	return NULL;
}

/* How long vertical lines are; horizontal ones are as long as their place. */
static void set_height(builder *x)
{
	const jb_node *height = jb_node_lookup(x->node, "height");
	const jb_style *style = x->block->style;

	if (!height || !style)
		return;
	x->block->height_pt = jb_build_points(x, "height");
	if (!style->vertical && x->block->kind != JB_BLOCK_PROSE) {
		jb_error(x->b->diags, height->pos,
			"`height` is for a style with `mode: vertical`, which "
			"“%s” is not",
			style->name);
	} else if (x->block->height_pt <= 0) {
		jb_error(x->b->diags, height->pos,
			"`height` must be more than 0");
	}
}

/* What its words may be. */
static void set_limits(builder *x)
{
	x->block->most_chars =
		(size_t)jb_schema_int(x->node, x->object, "most");
	x->block->han = jb_schema_bool(x->node, x->object, "han");
}

static void build_text(builder *x)
{
	x->block->text = jb_build_words(x, "text");
	x->block->style = jb_build_style(x, "label");
	set_height(x);
	set_limits(x);
}

static void build_heading(builder *x)
{
	x->block->text = jb_build_words(x, "heading");
	x->block->level = jb_schema_int(x->node, x->object, "level");
	x->block->style = jb_build_style(x, "story_title");
	set_height(x);
	set_limits(x);
}

/* Such prose stands in one piece, and around what is beside it. */
static void refuse_auto(builder *x, const char *key)
{
	if (!jb_node_lookup(x->node, key))
		return;
	jb_error(x->b->diags, jb_node_key(x->node, key)->pos,
		"prose with `columns: auto` takes no `%s`", key);
	jb_hint(x->b->diags, "give it a number of columns; what stands at its "
			     "side is `beside`");
}

/* `auto`: as many as its place has columns of the page; only then may blocks
 * stand beside them. */
static void set_columns(builder *x)
{
	const char *columns = jb_schema_text(x->node, x->object, "columns");
	const jb_node *beside = jb_node_lookup(x->node, "beside");
	jb_block *block = x->block;

	block->columns = strcmp(columns, "auto") == 0 ? 0 : atoi(columns);
	block->rule = jb_bind_rule(x->b, jb_node_lookup(x->node, "rule"));
	block->beside_spans =
		jb_bind_spans(x->b, jb_node_lookup(x->node, "beside_spans"),
			x->b->layout->columns, &block->n_beside_spans);
	if (block->columns == 0 && block->style && !block->style->vertical) {
		refuse_auto(x, "thread");
		refuse_auto(x, "inset");
		set_kids(x, "beside");
		return;
	}
	if (block->columns == 0 || beside) {
		jb_error(x->b->diags, x->block->pos,
			"`beside` and `columns: auto` are for horizontal prose "
			"whose columns are those of the page");
		jb_hint(x->b->diags, "say both, in a style that is not "
				     "vertical, or neither");
		block->columns = MAX(block->columns, 1);
	}
}

/* In `each: stories`, each has threads of its own. */
static const char *story_of(const builder *x)
{
	const jb_bound_section *s = x->scope->section;

	return s && s->section ? s->section->id : NULL;
}

/* The words are set when the pages have their labels. */
static void bind_thread(builder *x)
{
	const jb_node *jump = jb_node_lookup(x->node, "jump");

	x->block->thread = jb_schema_text(x->node, x->object, "thread");
	x->block->story = story_of(x);
	if (jump && jump->kind == JB_SCALAR) {
		x->block->no_jump = true;
	} else if (jump) {
		x->block->jump_to = jb_node_lookup(jump, "to");
		x->block->jump_from = jb_node_lookup(jump, "from");
	}
	if (!x->block->thread)
		return;
	if (x->block->style->vertical) {
		jb_error(x->b->diags, jb_node_key(x->node, "thread")->pos,
			"vertical lines do not go on in another frame");
		x->block->thread = NULL;
	} else if (x->block->n_footnotes) {
		jb_error(x->b->diags, jb_node_key(x->node, "thread")->pos,
			"prose with notes does not go on in another frame");
		jb_hint(x->b->diags,
			"let it run on in columns of the page itself");
		x->block->thread = NULL;
	}
}

static void build_prose(builder *x)
{
	const jb_section *s = jb_build_section(
		x, jb_schema_text(x->node, x->object, "prose"));

	x->block->style = jb_build_style(x, "body");
	set_height(x);
	set_columns(x);
	if (x->block->columns > 0)
		jb_bind_insets(x->b, x->scope, x->node, x->block);
	if (!s) {
		jb_build_wrong(x, "prose",
			jb_tr("`prose: section` stands in pages with "
			      "`each: stories`; or `prose: lede`"));
		return;
	}
	x->block->foot_of_page =
		strcmp(jb_schema_text(x->node, x->object, "footnotes"),
			"foot") == 0;
	if (s->prose)
		x->block->paragraphs = jb_rich_paragraphs(x->b->arena,
			jb_bind_prose(x->b, s->prose, &x->block->footnotes,
				&x->block->n_footnotes),
			&x->block->n_paragraphs);
	jb_build_from(x, s, jb_schema_int(x->node, x->object, "from"));
	bind_thread(x);
}

static void build_more(builder *x)
{
	x->block->thread = jb_schema_text(x->node, x->object, "more");
	x->block->story = story_of(x);
	x->block->columns = jb_schema_int(x->node, x->object, "columns");
	x->block->height_pt = jb_build_points(x, "height");
}

/* What `from` and `most` leave of n things: the first of them and how many. */
static size_t slice(const builder *x, size_t n, size_t *count)
{
	size_t from = (size_t)jb_schema_int(x->node, x->object, "from") - 1;
	size_t most = n;

	if (jb_node_lookup(x->node, "most"))
		most = (size_t)jb_schema_int(x->node, x->object, "most");
	from = MIN(from, n);
	*count = MIN(most, n - from);
	return from;
}

static void bind_stats(builder *x, const jb_figure *const *figures, size_t n)
{
	size_t from = slice(x, n, &x->block->n_stats);

	x->block->stats =
		jb_bind_stats(x->b, figures + from, x->block->n_stats);
	for (size_t i = 0; i < x->block->n_stats; i++)
		x->block->stats[i].ink =
			jb_schema_text(x->node, x->object, "ink");
}

static void add_piece(GArray *pieces, const char *text, const char *figure,
	jb_pos pos, const jb_look *look)
{
	jb_rich_piece piece = {text, figure, pos, look};

	g_array_append_val(pieces, piece);
}

/* Name and value of each, an em apart, as a text. */
static void set_line(builder *x)
{
	static const jb_look strong = {.strong = true};
	GArray *pieces = g_array_new(FALSE, FALSE, sizeof(jb_rich_piece));
	jb_block *block = x->block;

	for (size_t i = 0; i < block->n_stats; i++) {
		const jb_figure *figure = block->stats[i].figure;
		const jb_rich *label = block->stats[i].label;

		if (i > 0)
			add_piece(pieces, "　", NULL, block->pos, NULL);
		g_array_append_vals(pieces, label->pieces, (guint)label->n);
		add_piece(pieces, "\xc2\xa0", NULL, block->pos, NULL);
		add_piece(pieces, jb_wording_text(x->b->arena, figure),
			figure->id, block->pos, &strong);
	}
	block->text = jb_rich_take(x->b->arena, pieces);
	block->kind = block->n_stats ? JB_BLOCK_TEXT : JB_BLOCK_SPACE;
	block->style = jb_build_style(x,
		jb_layout_style(x->b->layout, "figures_line") ? "figures_line"
							      : "small");
}

static void build_stats(builder *x)
{
	const jb_report *r = x->b->report;
	const char *path = jb_schema_text(x->node, x->object, "stats");
	const jb_section *s = jb_build_section(x, path);
	jb_block *block = x->block;

	block->per_row = jb_schema_int(x->node, x->object, "per_row");
	block->size_pt = jb_build_points(x, "size");
	if (block->size_pt < SIZE_LEAST_PT) {
		jb_error(x->b->diags, jb_node_lookup(x->node, "size")->pos,
			"numerals are at least %d pt large", SIZE_LEAST_PT);
		block->size_pt = SIZE_LEAST_PT;
	}
	if (!strcmp(path, "heroes")) {
		bind_stats(x, r->heroes, r->n_heroes);
	} else if (!strcmp(path, "rest")) {
		size_t n;
		const jb_figure **rest = jb_scope_all_rest(x->b, &n);

		bind_stats(x, rest, n);
	} else if (!strcmp(path, "section.figures") && s) {
		bind_stats(x, s->figures, s->n_figures);
	} else if (!strcmp(path, "section.rest") && s) {
		size_t n;
		const jb_figure **rest = jb_scope_rest(x->b, s, &n);

		bind_stats(x, rest, n);
	} else if (g_str_has_prefix(path, "figures.")) {
		const jb_figure *figure = jb_scope_figure(x->b, path);

		bind_stats(x, &figure, figure ? 1 : 0);
		if (!figure)
			jb_build_wrong(x, "stats",
				jb_tr("the report has no such figure; `when` "
				      "can ask for it"));
	} else if (!strcmp(path, "figure") && x->scope->figure) {
		bind_stats(x, &x->scope->figure, 1);
	} else {
		jb_build_wrong(x, "stats",
			jb_tr("heroes, rest, section.figures, section.rest, or "
			      "figure inside "
			      "`each: figures`"));
	}
	if (!strcmp(jb_schema_text(x->node, x->object, "form"), "line"))
		set_line(x);
}

static double scale_of(const builder *x, const jb_node *scale)
{
	static const double least = 0.25, most = 8;
	double factor = jb_layout_pt(x->b->layout, scale->text, 1);

	if (factor < least || factor > most)
		jb_error(x->b->diags, scale->pos,
			"`scale` is from 25%% to 800%%, not “%s”", scale->text);
	return CLAMP(factor, least, most);
}

/* One scale, or the least and the most. */
static void set_scale(builder *x)
{
	const jb_node *scale = jb_node_lookup(x->node, "scale");
	jb_block *block = x->block;

	if (!scale)
		return;
	if (scale->kind != JB_SEQUENCE) {
		block->scale = scale_of(x, scale);
	} else if (scale->n != 2) {
		jb_error(x->b->diags, scale->pos,
			"`scale` has the least and the most: [165%%, 250%%]");
	} else {
		block->scale = scale_of(x, scale->items[0]);
		block->scale_most = scale_of(x, scale->items[1]);
	}
}

/* The pictures at a block's path: a section's, or the one of an `each`; false
 * where the path gives none here. */
static bool pictures_at(
	const builder *x, const jb_picture **pictures, size_t *n)
{
	const char *path = jb_schema_text(x->node, x->object, "pictures");
	const jb_section *s = jb_build_section(x, path);

	if (strcmp(path, "picture") == 0) {
		*pictures = x->scope->picture;
		*n = 1;
		return *pictures != NULL;
	}
	*pictures = s ? s->pictures : NULL;
	*n = s ? s->n_pictures : 0;
	return s != NULL;
}

static void build_pictures(builder *x)
{
	jb_block *block = x->block;
	const jb_picture *pictures;
	size_t n, from;
	bool fine = pictures_at(x, &pictures, &n);

	block->gap_pt = jb_build_points(x, "gap");
	block->per_row = jb_schema_int(x->node, x->object, "per_row");
	block->narrow = jb_layout_pt(
		x->b->layout, jb_schema_text(x->node, x->object, "narrow"), 1);
	set_scale(x);
	block->unnumbered = !jb_schema_bool(x->node, x->object, "numbers");
	block->ruled = jb_schema_bool(x->node, x->object, "ruled");
	if (!fine) {
		jb_build_wrong(x, "pictures",
			jb_tr("section.pictures, lede.pictures, or picture "
			      "inside `each: section.pictures`"));
		return;
	}
	from = slice(x, n, &block->n_pictures);
	block->pictures = jb_new_array(x->b->arena, jb_bound_picture, n + 1);
	for (size_t i = 0; i < block->n_pictures; i++)
		block->pictures[i] = jb_bind_picture(x->b, &pictures[from + i]);
}

static int by_date(gconstpointer a, gconstpointer b)
{
	const jb_bound_event *p = a, *q = b;

	return jb_date_compare(p->event->date, q->event->date);
}

/* On an axis, the first event of each year says the year. */
static void say_years(jb_binding *b, GArray *events)
{
	int year = 0;

	for (guint i = 0; i < events->len; i++) {
		jb_bound_event *e = &g_array_index(events, jb_bound_event, i);
		jb_date date = e->event->date;

		if (date.year != year && !e->event->as)
			e->date = jb_rich_plain(b->arena,
				jb_date_text(b->arena, date),
				e->event->date_pos);
		year = date.year;
	}
}

static void build_timeline(builder *x)
{
	const GPtrArray *events = x->b->report->events;
	const char *path = jb_schema_text(x->node, x->object, "timeline");
	const char *form = jb_schema_text(x->node, x->object, "form");
	GArray *out = g_array_new(FALSE, FALSE, sizeof(jb_bound_event));
	jb_block *block = x->block;

	if (strcmp(path, "events") != 0)
		jb_build_wrong(x, "timeline", "events");
	set_scale(x);
	block->form = !strcmp(form, "stops")  ? JB_TIME_STOPS
		      : !strcmp(form, "down") ? JB_TIME_DOWN
					      : JB_TIME_AXIS;
	for (guint i = 0; i < events->len; i++) {
		jb_bound_event e = jb_bind_event(x->b, events->pdata[i]);

		if (e.event->date.year)
			g_array_append_val(out, e);
	}
	g_array_sort(out, by_date);
	say_years(x->b, out);
	block->n_events = out->len;
	block->events = jb_new_array(x->b->arena, jb_bound_event, out->len + 1);
	if (out->len)
		memcpy(block->events, out->data,
			out->len * sizeof(jb_bound_event));
	g_array_free(out, TRUE);
}

static void build_table(builder *x)
{
	if (strcmp(jb_schema_text(x->node, x->object, "table"), "figures"))
		x->block->table = jb_bind_block_table(x->b, x->scope, x->node);
	else
		x->block->parts = jb_bind_table(x->b, &x->block->n_parts);
}

/* What a reader must know about a figure, under its label. */
static void add_figure_note(builder *x, const jb_figure *f)
{
	if (!f->note)
		return;
	x->block->notes[x->block->n_notes++] = (jb_bound_note){
		.label = jb_bind_report_text(
			x->b, f->short_label ? f->short_label : f->label),
		.text = jb_bind_report_text(x->b, f->note),
	};
}

static void build_notes(builder *x)
{
	const jb_report *r = x->b->report;
	jb_block *block = x->block;

	block->columns = jb_schema_int(x->node, x->object, "columns");
	if (strcmp(jb_schema_text(x->node, x->object, "notes"), "notes"))
		jb_build_wrong(x, "notes", "notes");
	block->notes = jb_new_array(
		x->b->arena, jb_bound_note, r->n_notes + r->figures->len + 1);
	for (; block->n_notes < r->n_notes; block->n_notes++)
		block->notes[block->n_notes] =
			jb_bind_note(x->b, &r->notes[block->n_notes]);
	for (guint i = 0; i < r->figures->len; i++)
		add_figure_note(x, r->figures->pdata[i]);
}

static void build_panel(builder *x)
{
	x->block->text = jb_build_words(x, "panel");
	x->block->aside = jb_build_words(x, "aside");
	set_kids(x, "blocks");
}

static void build_row(builder *x)
{
	x->block->equal = jb_schema_bool(x->node, x->object, "equal");
	set_kids(x, "row");
}

static void build_grid(builder *x)
{
	x->block->equal = jb_schema_bool(x->node, x->object, "equal");
	jb_bind_tracks(x->b, x->node, x->block);
	jb_bind_gap(x->b, x->node, x->block);
	set_kids(x, "grid");
}

static void build_column(builder *x)
{
	x->block->size_pt = jb_build_points(x, "height");
	set_kids(x, "column");
}

static void build_mosaic(builder *x)
{
	const jb_node *rows = jb_node_lookup(x->node, "rows");
	jb_block *block = x->block;

	block->columns = jb_node_lookup(x->node, "columns")
				 ? jb_schema_int(x->node, x->object, "columns")
				 : x->b->layout->columns;
	block->gap_pt = jb_build_points(x, "gap");
	block->rule = jb_bind_rule(x->b, jb_node_lookup(x->node, "rule"));
	block->least = jb_schema_int(rows, "rows", "least");
	block->most = jb_schema_int(rows, "rows", "most");
	if (block->least > block->most) {
		jb_error(x->b->diags, rows->pos,
			"“least” must not be more than “most”");
		block->least = block->most;
	}
	block->compact = jb_schema_bool(x->node, x->object, "compact");
	set_kids(x, "mosaic");
	if (jb_node_lookup(x->node, "spare"))
		block->spare = jb_bind_blocks(x->b, x->scope,
			jb_node_lookup(x->node, "spare"), &block->n_spare);
}

static void build_lanes(builder *x)
{
	x->block->least = jb_schema_int(x->node, x->object, "least");
	set_kids(x, "lanes");
}

static void build_either(builder *x)
{
	set_kids(x, "either");
	x->block->once = jb_schema_bool(x->node, x->object, "once");
	if (x->block->n_kids > 0)
		return;
	x->block->kind = JB_BLOCK_SPACE;
	jb_error(x->b->diags, x->block->pos, "there is nothing to choose from");
	jb_hint(x->b->diags, "one of the blocks of `either` must be without "
			     "`when`");
}

static void build_image(builder *x)
{
	x->block->image = jb_bind_image(x->b, x->scope, x->node);
	x->block->size_pt = jb_build_points(x, "height");
}

static void build_qr(builder *x)
{
	const jb_node *text = jb_node_lookup(x->node, "qr");
	jb_bound_qr *qr = jb_new(x->b->arena, jb_bound_qr);

	*qr = (jb_bound_qr){
		.text = jb_rich_text(
			x->b->arena, jb_scope_code(x->b, x->scope, text)),
		.pos = text->pos,
		.level = jb_schema_text(x->node, x->object, "level")[0],
		.ink = jb_schema_text(x->node, x->object, "ink"),
		.ground = jb_schema_text(x->node, x->object, "ground"),
	};
	x->block->qr = qr;
	x->block->size_pt = jb_build_points(x, "size");
	x->block->text = jb_build_words(x, "alt");
	if (!x->block->text)
		x->block->text = jb_rich_plain(x->b->arena,
			jb_sprintf(x->b->arena, "二维码：%s", qr->text),
			text->pos);
}

static void build_icon(builder *x)
{
	const jb_node *name = jb_node_lookup(x->node, "icon");

	if (jb_icon_known(x->b->diags, name->text, name->pos))
		x->block->icon = name->text;
	x->block->size_pt = jb_build_points(x, "size");
	x->block->ink = jb_schema_text(x->node, x->object, "ink");
	x->block->text = jb_build_words(x, "alt");
}

static void build_rule(builder *x)
{
	x->block->size_pt = jb_build_points(x, "rule");
	x->block->ink = jb_schema_text(x->node, x->object, "ink");
}

static void build_fill(builder *x)
{
	static const char *const shapes[] = {"rect", "disc", "ring", "chevron"};
	const char *shape = jb_schema_text(x->node, x->object, "shape");

	x->block->ink = jb_schema_text(x->node, x->object, "fill");
	for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++)
		if (strcmp(shape, shapes[i]) == 0)
			x->block->shape = (jb_shape)i;
}

static void build_space(builder *x)
{
	x->block->size_pt = jb_build_points(x, "space");
}

/* The word of a layout; how it is laid out. */
static const struct {
	const char *word, *object;
	jb_block_kind kind;
	void (*build)(builder *);
} kinds[] = {
	{"text", "block.text", JB_BLOCK_TEXT, build_text},
	{"heading", "block.heading", JB_BLOCK_HEADING, build_heading},
	{"prose", "block.prose", JB_BLOCK_PROSE, build_prose},
	{"more", "block.more", JB_BLOCK_MORE, build_more},
	{"stats", "block.stats", JB_BLOCK_STATS, build_stats},
	{"pictures", "block.pictures", JB_BLOCK_PICTURES, build_pictures},
	{"timeline", "block.timeline", JB_BLOCK_TIMELINE, build_timeline},
	{"table", "block.table", JB_BLOCK_TABLE, build_table},
	{"notes", "block.notes", JB_BLOCK_NOTES, build_notes},
	{"panel", "block.panel", JB_BLOCK_PANEL, build_panel},
	{"row", "block.row", JB_BLOCK_ROW, build_row},
	{"column", "block.column", JB_BLOCK_COLUMN, build_column},
	{"grid", "block.grid", JB_BLOCK_GRID, build_grid},
	{"mosaic", "block.mosaic", JB_BLOCK_MOSAIC, build_mosaic},
	{"either", "block.either", JB_BLOCK_EITHER, build_either},
	{"lanes", "block.lanes", JB_BLOCK_LANES, build_lanes},
	{"image", "block.image", JB_BLOCK_IMAGE, build_image},
	{"qr", "block.qr", JB_BLOCK_QR, build_qr},
	{"icon", "block.icon", JB_BLOCK_ICON, build_icon},
	{"rule", "block.rule", JB_BLOCK_RULE, build_rule},
	{"fill", "block.fill", JB_BLOCK_FILL, build_fill},
	{"space", "block.space", JB_BLOCK_SPACE, build_space},
	{"title", "block.title", JB_BLOCK_COLUMN, jb_build_title},
	{"section", "block.section", JB_BLOCK_COLUMN, jb_build_section_head},
	{"kicker", "block.kicker", JB_BLOCK_TEXT, jb_build_kicker},
	{"standfirst", "block.standfirst", JB_BLOCK_TEXT, jb_build_standfirst},
	{"byline", "block.byline", JB_BLOCK_TEXT, jb_build_byline},
	{"source", "block.source", JB_BLOCK_TEXT, jb_build_source},
	{"note", "block.note", JB_BLOCK_TEXT, jb_build_note},
	{"lead", "block.lead", JB_BLOCK_PROSE, jb_build_lead},
	{"quote", "block.quote", JB_BLOCK_QUOTE, jb_build_quote},
	{"stat", "block.stat", JB_BLOCK_STAT, jb_build_stat},
	{"list", "block.list", JB_BLOCK_LIST, jb_build_list},
	{"steps", "block.steps", JB_BLOCK_STEPS, jb_build_steps},
	{"versus", "block.versus", JB_BLOCK_VERSUS, jb_build_versus},
	{"roadmap", "block.roadmap", JB_BLOCK_ROADMAP, jb_build_roadmap},
	{"toc", "block.toc", JB_BLOCK_TOC, jb_build_toc},
};

static double edge(const builder *x, const jb_node *place, const char *key,
	double whole_pt)
{
	const jb_node *node = jb_node_lookup(place, key);

	return node ? jb_layout_pt(x->b->layout, node->text, whole_pt) : NAN;
}

static const jb_place *build_place(const builder *x)
{
	const jb_node *node = jb_node_lookup(x->node, "at");
	const jb_layout *l = x->b->layout;
	double width = l->width_pt, height;
	jb_place *place;
	const char *of;

	if (!node)
		return NULL;
	place = jb_new(x->b->arena, jb_place);
	height = x->scope->page->height_pt; /* only furniture has a place */
	of = jb_schema_text(node, "place", "of");
	place->of = !strcmp(of, "page")	    ? JB_OF_PAGE
		    : !strcmp(of, "bleed")  ? JB_OF_BLEED
		    : !strcmp(of, "spread") ? JB_OF_SPREAD
					    : JB_OF_AREA;
	if (place->of == JB_OF_AREA) {
		width -= l->inner_pt + l->outer_pt;
		height -= l->top_pt + l->bottom_pt;
	} else if (place->of == JB_OF_BLEED) {
		width += 2 * l->bleed_pt;
		height += 2 * l->bleed_pt;
	} else if (place->of == JB_OF_SPREAD) {
		width *= 2;
	}
	place->over = !strcmp(jb_schema_text(node, "place", "layer"), "over");
	place->mirrored =
		jb_node_lookup(node, "inner") || jb_node_lookup(node, "outer");
	place->left = edge(x, node, place->mirrored ? "inner" : "left", width);
	place->right =
		edge(x, node, place->mirrored ? "outer" : "right", width);
	place->top = edge(x, node, "top", height);
	place->bottom = edge(x, node, "bottom", height);
	place->width = edge(x, node, "width", width);
	place->height = edge(x, node, "height", height);
	return place;
}

static jb_block *build_block(
	jb_binding *b, const jb_scope *scope, const jb_node *node)
{
	const char *word = jb_schema_block_word(node);
	builder x = {.b = b, .scope = scope, .node = node};
	const jb_node *style = jb_node_lookup(node, "style");
	const jb_node *span = jb_node_lookup(node, "span");
	size_t k = 0;

	while (k < G_N_ELEMENTS(kinds) && strcmp(kinds[k].word, word) != 0)
		k++;
	g_assert(k < G_N_ELEMENTS(kinds)); /* the schema has checked */
	x.block = jb_new(b->arena, jb_block);
	x.object = kinds[k].object;
	x.block->kind = kinds[k].kind;
	x.block->word = kinds[k].word;
	x.block->pos = jb_node_key(node, word)->pos;
	x.block->style = style ? jb_layout_style(b->layout, style->text) : NULL;
	x.block->span = span ? jb_bind_span(node, x.object) : 0;
	jb_bind_flow(b, node, x.object, x.block);
	x.block->before_pt = jb_build_points(&x, "before");
	x.block->bottom =
		!strcmp(jb_schema_text(node, x.object, "anchor"), "bottom");
	x.block->place = build_place(&x);
	x.block->box = jb_bind_box(b, node, x.object);
	jb_bind_stand(b, node, x.object, x.block);
	x.block->fit = jb_new(b->arena, jb_fit);
	x.block->spans = jb_bind_spans(b, jb_node_lookup(node, "spans"),
		b->layout->columns, &x.block->n_spans);
	kinds[k].build(&x);
	return x.block;
}

/* One `each` in another soon makes more than any page could hold. */
enum { BLOCKS_MOST = 100000 };

static void add_blocks(jb_binding *b, const jb_scope *scope,
	const jb_node *list, GPtrArray *out);

bool jb_bind_too_many(const jb_binding *b)
{
	return b->blocks > BLOCKS_MOST;
}

static bool too_many(jb_binding *b, const jb_node *node)
{
	if (b->blocks < BLOCKS_MOST)
		return false;
	if (b->blocks++ == BLOCKS_MOST) {
		jb_error(b->diags, node->pos,
			"the pages have more than %d blocks", BLOCKS_MOST);
		jb_hint(b->diags,
			"an `each` within another runs through all of its list "
			"each time; `limit` takes a part");
	}
	return true;
}

/* A group's blocks stand where it stands. */
static void add_block(jb_binding *b, const jb_scope *scope, const jb_node *node,
	GPtrArray *out)
{
	jb_block *block;

	b->blocks++;
	if (strcmp(jb_schema_block_word(node), "group") == 0) {
		add_blocks(b, scope, jb_node_lookup(node, "group"), out);
		return;
	}
	block = build_block(b, scope, node);
	if (!block->absent)
		g_ptr_array_add(out, block);
}

/* What an `each` has left out is known to all that follows it. */
static void add_blocks(jb_binding *b, const jb_scope *scope,
	const jb_node *list, GPtrArray *out)
{
	jb_scope here = *scope;

	for (size_t i = 0; list && i < list->n; i++) {
		const jb_node *node = list->items[i];
		const jb_node *each = jb_node_lookup(node, "each");
		size_t count = 1, more;
		const jb_scope *scopes = &here;

		if (each)
			scopes = jb_scope_each(b, &here, each, &count, &more);
		for (size_t k = 0; k < count && !too_many(b, node); k++)
			if (jb_scope_wants(b, &scopes[k], node))
				add_block(b, &scopes[k], node, out);
		if (each) {
			here.limited = true;
			here.more = more;
		}
	}
}

jb_block **jb_bind_blocks(
	jb_binding *b, const jb_scope *scope, const jb_node *list, size_t *n)
{
	GPtrArray *out = g_ptr_array_new();
	jb_block **blocks;

	add_blocks(b, scope, list, out);
	jb_bind_sides(b, out);
	*n = out->len;
	blocks = jb_new_array(b->arena, jb_block *, out->len + 1);
	if (out->len)
		memcpy(blocks, out->pdata, out->len * sizeof *blocks);
	g_ptr_array_free(out, TRUE);
	return blocks;
}
