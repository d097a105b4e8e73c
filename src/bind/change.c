/* change.c - one figure with all that is known of it: how it changed, what it
 * was before. */
#include "bind/builder.h"

#include <string.h>

#include "base/messages.h"
#include "base/words.h"
#include "model/schema.h"
#include "model/wording.h"

enum { DECIMALS = 1 }; /* of a computed change in per cent */
enum { SIZE_LEAST_PT = 8 };

typedef struct pieces {
	jb_binding *b;
	GArray *out; /* jb_rich_piece */
	const jb_figure *figure;
} pieces;

static void add(pieces *p, const char *text, const jb_figure *of)
{
	jb_rich_piece piece = {.text = text,
		.figure = of ? of->id : NULL,
		.pos = p->figure->value_pos};

	if (*text)
		g_array_append_val(p->out, piece);
}

static void add_rich(pieces *p, const jb_rich *rich)
{
	for (size_t i = 0; rich && i < rich->n; i++)
		g_array_append_val(p->out, rich->pieces[i]);
}

/* What a figure is held against: its time, its day, its label. */
static void add_base(pieces *p, const jb_figure *before)
{
	jb_template words = before->time;

	if (!words && before->as_of.year) {
		add(p, jb_date_text(p->b->arena, before->as_of), NULL);
		return;
	}
	if (!words)
		words = before->short_label ? before->short_label
					    : before->label;
	add_rich(p, jb_bind_report_text(p->b, words));
}

static const char *verb(int way, bool points)
{
	if (points)
		return way > 0 ? "上升" : "下降";
	return way > 0 ? "增长" : "下降";
}

/* 较上年增长8.6%: a figure of the report says it. */
static void say_given(pieces *p, jb_stat *stat, const jb_figure *change)
{
	stat->way = change->has_value ? change->direction : 0;
	if (change->base) {
		add(p, "较", NULL);
		add_rich(p, jb_bind_report_text(p->b, change->base));
	}
	if (!change->as && change->has_value)
		add(p, verb(change->direction, false), NULL);
	add(p, jb_wording_text(p->b->arena, change), change);
}

/* The same, computed: exactly, and with 约 where one of the two has it. */
static void say_computed(pieces *p, jb_stat *stat, const jb_figure *now)
{
	const jb_figure *before = now->previous;
	bool points = strcmp(now->unit, "%") == 0;
	bool about = now->bound == JB_ABOUT || before->bound == JB_ABOUT;
	jb_decimal value;

	if (!jb_figure_growth(
		    now, before, DECIMALS, points, &value, &stat->way))
		return; /* the reader of the report has said so */
	add(p, stat->way ? "较" : "与", NULL);
	add_base(p, before);
	if (!stat->way) {
		add(p, "持平", now);
		return;
	}
	add(p, verb(stat->way, points), NULL);
	add(p,
		jb_sprintf(p->b->arena, "%s%s%s", about ? "约" : "",
			jb_decimal_text(p->b->arena, value),
			points ? "个百分点" : "%"),
		now);
}

jb_stat *jb_bind_changed(jb_binding *b, const jb_figure *figure)
{
	jb_stat *stat = jb_new(b->arena, jb_stat);
	pieces p = {
		b, g_array_new(FALSE, FALSE, sizeof(jb_rich_piece)), figure};

	*stat = jb_bind_stat(b, figure);
	if (figure->change)
		say_given(&p, stat, figure->change);
	else if (figure->previous && figure->has_value)
		say_computed(&p, stat, figure);
	stat->change = jb_rich_take(b->arena, p.out);
	return stat;
}

static const char *nearest_figure(const jb_report *r, const char *id)
{
	g_autoptr(GPtrArray) ids = g_ptr_array_new();

	for (guint i = 0; i < r->figures->len; i++)
		g_ptr_array_add(ids,
			(void *)((const jb_figure *)r->figures->pdata[i])->id);
	return ids->len ? jb_words_nearest(
				  id, (const char *const *)ids->pdata, ids->len)
			: NULL;
}

/* The figure of this place, or one of the report by its id. */
static const jb_figure *figure_of(const jb_builder *x)
{
	const jb_node *node = jb_node_lookup(x->node, "stat");
	const jb_figure *figure = x->scope->figure;
	const char *near;

	if (strcmp(node->text, "figure") == 0 && figure)
		return figure;
	figure = jb_report_figure(x->b->report, node->text);
	if (figure)
		return figure;
	jb_error(x->b->diags, node->pos, "there is no figure “%s” here",
		node->text);
	jb_span_chars(x->b->diags, (unsigned)g_utf8_strlen(node->text, -1));
	near = nearest_figure(x->b->report, node->text);
	if (near)
		jb_hint(x->b->diags, "did you mean “%s”?", near);
	else
		jb_hint(x->b->diags, "the id of a figure; or `figure`, where "
				     "`each: figures` runs");
	return NULL;
}

/* A part of a whole: what a bar of its share can be drawn of. */
static bool is_share(const jb_figure *f)
{
	double value = jb_figure_size(f);

	return f->has_value && !strcmp(f->unit, "%") && !f->direction &&
	       f->verb != JB_GROWTH && value >= 0 && value <= 100;
}

void jb_build_stat(jb_builder *x)
{
	const jb_figure *figure = figure_of(x);
	jb_block *block = x->block;

	block->size_pt = jb_build_size(x);
	block->change = jb_schema_bool(x->node, x->object, "change");
	block->spark = jb_schema_bool(x->node, x->object, "spark");
	block->bar = jb_schema_bool(x->node, x->object, "bar");
	if (block->size_pt < SIZE_LEAST_PT) {
		jb_error(x->b->diags, jb_node_lookup(x->node, "size")->pos,
			"numerals are at least %d pt large", SIZE_LEAST_PT);
		block->size_pt = SIZE_LEAST_PT;
	}
	if (!figure)
		return;
	block->n_stats = 1;
	block->stats = jb_bind_changed(x->b, figure);
	block->bar = block->bar && is_share(figure);
}
