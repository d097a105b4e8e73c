/* things.c - what a report has besides figures: lists, series, events and
 * images. */
#include "model/report-parts.h"

#include <string.h>

#include "model/schema.h"

/* ---- lists ---- */

static void read_item(jb_reading *r, jb_list_item *item, const jb_node *node);

static jb_list_item *read_items(jb_reading *r, const jb_node *items, size_t *n)
{
	jb_list_item *all;

	*n = items ? items->n : 0;
	all = jb_new_array(r->arena, jb_list_item, *n + 1);
	for (size_t i = 0; i < *n; i++)
		read_item(r, &all[i], items->items[i]);
	return all;
}

static void read_item(jb_reading *r, jb_list_item *item, const jb_node *node)
{
	const jb_node *event;

	item->pos = node->pos;
	if (node->kind == JB_SCALAR) {
		item->name = node;
		return;
	}
	item->name = jb_read_template(node, "name");
	item->detail = jb_read_template(node, "detail");
	item->when = jb_read_template(node, "when");
	item->icon = jb_schema_text(node, "list_item", "icon");
	item->items =
		read_items(r, jb_node_lookup(node, "items"), &item->n);
	event = jb_node_lookup(node, "event");
	if (event)
		item->event = jb_resolve(r, event, JB_NAMED_EVENT);
}

void jb_list_read(jb_reading *r, jb_list *list, const jb_named *named)
{
	list->id = named->id;
	list->pos = named->pos;
	list->label = jb_read_template(named->node, "label");
	list->icon = jb_schema_text(named->node, "list", "icon");
	list->section = jb_read_section(r, named->node);
	list->items = read_items(
		r, jb_node_lookup(named->node, "items"), &list->n);
}

/* ---- series ---- */

void jb_series_read(jb_reading *r, jb_series *series, const jb_named *named)
{
	const jb_node *total = jb_node_lookup(named->node, "total");

	series->id = named->id;
	series->pos = named->pos;
	series->label = jb_read_template(named->node, "label");
	series->items = jb_resolve_figures(
		r, jb_node_lookup(named->node, "items"), &series->n);
	if (total)
		series->total = jb_resolve(r, total, JB_NAMED_FIGURE);
}

/* ---- events ---- */

static void read_from(jb_reading *r, jb_event *event, const jb_node *from)
{
	jb_date first; /* day of the begin */

	if (!from)
		return;
	jb_date_parse(from->text, &event->from);
	first = event->from;
	first.month = MAX(first.month, 1);
	first.day = MAX(first.day, 1);
	if (event->open_start)
		jb_refuse(r, from,
			"“from” says when it began, “open_start” that nobody "
			"does");
	else if (!event->date.year)
		jb_refuse(r, from, "“from” needs a `date`: the end");
	else if (jb_date_compare(event->date, first) < 0)
		jb_refuse(r, from, "the event ends before it begins");
}

static void read_date(jb_reading *r, jb_event *event, const jb_node *map)
{
	const jb_node *date = jb_node_lookup(map, "date");

	event->date = jb_read_date(map, "date");
	event->date_pos = date ? date->pos : event->pos;
	read_from(r, event, jb_node_lookup(map, "from"));
	if (date || event->status == JB_PROPOSED)
		return;
	jb_error(r->diags, event->pos, "event “%s” has no date", event->id);
	jb_span_chars(r->diags, (unsigned)strlen(event->id));
	jb_hint(r->diags, "only what has `status: proposed` may be without");
}

void jb_event_read(jb_reading *r, jb_event *event, const jb_named *named)
{
	const jb_node *map = named->node;

	event->id = named->id;
	event->pos = named->pos;
	event->title = jb_read_template(map, "title");
	event->short_title = jb_read_template(map, "short");
	event->who = jb_read_template(map, "who");
	event->detail = jb_read_template(map, "detail");
	event->section = jb_read_section(r, map);
	event->status = jb_read_status(map, "event");
	event->open_start = jb_schema_bool(map, "event", "open_start");
	event->refs = jb_resolve_figures(
		r, jb_node_lookup(map, "refs"), &event->n_refs);
	event->as = jb_schema_text(map, "event", "as");
	event->at = jb_read_at(r, map, &event->at_pos);
	read_date(r, event, map);
}

/* ---- images ---- */

void jb_image_read(jb_reading *r, jb_report_image *image, const jb_named *named)
{
	const jb_node *map = named->node;

	image->id = named->id;
	image->pos = named->pos;
	image->file = jb_node_lookup(map, "file");
	image->alt = jb_read_template(map, "alt");
	image->caption = jb_read_template(map, "caption");
	image->credit = jb_read_template(map, "credit");
	image->focus = jb_node_lookup(map, "focus");
	image->section = jb_read_section(r, map);
}
