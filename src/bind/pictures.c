/* pictures.c - pictures and the timeline. */
#include "bind/builder.h"

#include <string.h>

#include "base/messages.h"
#include "model/schema.h"

static double scale_of(const jb_builder *x, const jb_node *scale)
{
	static const double least = 0.25, most = 8;
	double factor = jb_layout_pt(x->b->layout, scale->text, 1);

	if (factor < least || factor > most)
		jb_error(x->b->diags, scale->pos,
			"`scale` is from 25%% to 800%%, not “%s”", scale->text);
	return CLAMP(factor, least, most);
}

/* One scale, or the least and the most. */
static void set_scale(jb_builder *x)
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
	const jb_builder *x, const jb_picture **pictures, size_t *n)
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

void jb_build_pictures(jb_builder *x)
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
	from = jb_build_slice(x, n, &block->n_pictures);
	block->pictures = jb_new_array(x->b->arena, jb_bound_picture, n + 1);
	for (size_t i = 0; i < block->n_pictures; i++) {
		g_hash_table_add(x->b->shown, (void *)&pictures[from + i]);
		block->pictures[i] = jb_bind_picture(x->b, &pictures[from + i]);
	}
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

void jb_build_timeline(jb_builder *x)
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
