/* csv.c - rows of cells from a text file. */
#include "yaml/csv.h"

#include <string.h>
#include <glib.h>

#include "yaml/guard.h"
#include "yaml/spot.h"

enum { RAGGED_MAX = 20 }; /* rows that are told one by one */

typedef struct csv {
	jb_arena *arena;
	jb_diags *diags;
	const jb_source *src;
	const char *p, *end;
	unsigned line, col;
	char part;	  /* parts the cells */
	GPtrArray *cells; /* of the row: jb_node */
	size_t width;	  /* cells of the heads; 0: not read yet */
	size_t n, ragged; /* cells, rows of another length */
} csv;

/* ---- steps ---- */

static bool at_eol(const csv *c)
{
	return c->p == c->end || *c->p == '\n' || *c->p == '\r';
}

static void next_char(csv *c)
{
	const char *from = c->p;

	c->p = g_utf8_next_char(from);
	c->col++;
	if (*from == '\r' && c->p < c->end && *c->p == '\n')
		c->p++;
	if (*from == '\r' || *from == '\n') {
		c->line++;
		c->col = 1;
	}
}

static bool is_blank(gunichar ch)
{
	return ch == ' ' || ch == '\t' || ch == 0xA0 || ch == 0x3000;
}

static void skip_blanks(csv *c)
{
	while (c->p < c->end && *c->p != c->part &&
		is_blank(g_utf8_get_char(c->p)))
		next_char(c);
}

static jb_pos here(const csv *c)
{
	return (jb_pos){c->src, c->line, c->col};
}

/* ---- cells ---- */

static void add_cell(csv *c, jb_pos pos, const char *text, size_t len)
{
	jb_node *node = jb_new(c->arena, jb_node);

	node->kind = JB_SCALAR;
	node->type = JB_TEXT;
	node->pos = pos;
	node->text = len ? jb_strndup(c->arena, text, len) : "";
	g_ptr_array_add(c->cells, node);
}

static void read_plain(csv *c)
{
	const char *from = c->p, *to;
	jb_pos pos = here(c);

	while (!at_eol(c) && *c->p != c->part) {
		c->p++;
		c->col += ((unsigned char)*c->p & 0xC0) != 0x80;
	}
	for (to = c->p; to > from; to = g_utf8_prev_char(to))
		if (!is_blank(g_utf8_get_char(g_utf8_prev_char(to))))
			break;
	add_cell(c, pos, from, (size_t)(to - from));
}

/* False where the quote has no end. */
static bool read_quoted(csv *c)
{
	g_autoptr(GString) text = g_string_new(NULL);
	jb_pos pos = here(c);

	for (next_char(c);; next_char(c)) {
		if (c->p == c->end) {
			jb_error(c->diags, pos, "a quote that is never closed");
			jb_hint(c->diags,
				"\" closes it; a quote in a cell is \"\"");
			return false;
		}
		if (*c->p == '"') {
			next_char(c);
			if (c->p == c->end || *c->p != '"')
				break;
		}
		if (at_eol(c) || *c->p == '\t')
			g_string_append_c(text, ' ');
		else
			g_string_append_unichar(text, g_utf8_get_char(c->p));
	}
	skip_blanks(c);
	add_cell(c, pos, g_strstrip(text->str), strlen(text->str));
	if (at_eol(c) || *c->p == c->part)
		return true;
	jb_error(c->diags, here(c), "text after a closing quote");
	jb_hint(c->diags, "a quote in a cell is \"\"");
	while (!at_eol(c) && *c->p != c->part)
		next_char(c);
	return true;
}

/* ---- rows ---- */

static bool is_digits(const char *text, size_t least, size_t most)
{
	size_t n = strspn(text, "0123456789");

	return n >= least && n <= most &&
	       (text[n] == '\0' || (text[n] == '.' && least == 3));
}

static void hint_ragged(csv *c, size_t had)
{
	for (size_t i = 0; i + 1 < had; i++) {
		const jb_node *a = c->cells->pdata[i];
		const jb_node *b = c->cells->pdata[i + 1];

		if (had <= c->width || c->part != ',' ||
			!is_digits(a->text + (*a->text == '-'), 1, 3) ||
			!is_digits(b->text, 3, 3))
			continue;
		jb_hint(c->diags,
			"“%s,%s” is two cells: leave the comma out of the "
			"number",
			a->text, b->text);
		return;
	}
	if (had < c->width)
		jb_hint(c->diags, "a cell that is empty has its comma, too");
	else
		jb_hint(c->diags, "a cell that holds a comma stands in "
				  "quotes: \"a, b\"");
}

/* Rows of another length are told, and made to fit. */
static void fit_row(csv *c)
{
	size_t had = c->cells->len;
	jb_pos pos = ((jb_node *)c->cells->pdata[0])->pos;

	if (had != c->width && c->ragged++ < RAGGED_MAX) {
		jb_error(c->diags, pos,
			"a row of %zu in a table of %zu columns", had,
			c->width);
		hint_ragged(c, had);
	}
	while (c->cells->len < c->width)
		add_cell(c, here(c), "", 0);
}

static bool is_empty(const csv *c)
{
	for (guint i = 0; i < c->cells->len; i++)
		if (*((jb_node *)c->cells->pdata[i])->text)
			return false;
	return true;
}

/* NULL: nothing stands in it, or a fault that ends all. */
static jb_node *read_row(csv *c, bool *fine)
{
	jb_node *row;

	g_ptr_array_set_size(c->cells, 0);
	*fine = true;
	do {
		if (c->cells->len > 0)
			next_char(c);
		skip_blanks(c);
		if (c->p < c->end && *c->p == '"')
			*fine = read_quoted(c);
		else
			read_plain(c);
	} while (*fine && c->p < c->end && *c->p == c->part);
	if (!*fine || is_empty(c))
		return NULL;
	if (c->width)
		fit_row(c);
	else
		c->width = c->cells->len;
	row = jb_new(c->arena, jb_node);
	row->kind = JB_SEQUENCE;
	row->pos = ((jb_node *)c->cells->pdata[0])->pos;
	row->n = c->width;
	row->items = jb_new_array(c->arena, jb_node *, c->width);
	memcpy(row->items, c->cells->pdata, c->width * sizeof(jb_node *));
	c->n += c->width;
	return row;
}

/* ---- the heads ---- */

bool jb_heads_check(jb_diags *diags, const jb_node *heads)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	bool fine = heads->n <= JB_CSV_COLUMNS_MAX;

	if (!fine)
		jb_error(diags, heads->pos, "%zu columns are more than %d",
			heads->n, JB_CSV_COLUMNS_MAX);
	for (size_t i = 0; i < heads->n; i++) {
		const jb_node *head = heads->items[i];
		const jb_node *first = g_hash_table_lookup(seen, head->text);

		if (!*head->text) {
			jb_error(diags, head->pos, "a column without a head");
			jb_hint(diags, "the first row has a word for each "
				       "column; `head` is its line");
			fine = false;
		} else if (first) {
			jb_error(diags, head->pos, "a second column “%s”",
				head->text);
			jb_also(diags, first->pos, "the first is here");
			fine = false;
		}
		g_hash_table_insert(seen, (void *)head->text, (void *)head);
	}
	return fine;
}

/* What parts the cells of the line at p: what it has most of. */
static char find_part(const csv *c)
{
	static const char marks[] = ",\t;|";
	size_t count[sizeof(marks)] = {0}, best = 0;
	bool quoted = false;

	for (const char *p = c->p; p < c->end && *p != '\n' && *p != '\r';
		p++) {
		const char *mark = *p ? strchr(marks, *p) : NULL;

		quoted = quoted != (*p == '"');
		if (mark && !quoted)
			count[mark - marks]++;
	}
	for (size_t i = 1; i < sizeof(marks); i++)
		if (count[i] > count[best])
			best = i;
	return marks[best];
}

static bool refuse_wide_commas(csv *c, const jb_node *heads)
{
	const char *wide = strstr(heads->items[0]->text, "，");

	if (heads->n > 1 || !wide)
		return false;
	jb_error(c->diags, heads->pos, "cells are parted by “%s” here", "，");
	jb_hint(c->diags, "part them with ASCII commas");
	return true;
}

static void go_to_line(csv *c, unsigned line)
{
	while (c->p < c->end && c->line < line)
		next_char(c);
}

static jb_node *read_rows(csv *c, unsigned head)
{
	g_autoptr(GPtrArray) rows = g_ptr_array_new();
	jb_node *list = jb_new(c->arena, jb_node);
	bool fine = true;

	go_to_line(c, head);
	c->part = find_part(c);
	while (fine && c->p < c->end && c->n <= JB_YAML_NODES_MAX) {
		jb_node *row = read_row(c, &fine);

		if (row)
			g_ptr_array_add(rows, row);
		if (row && rows->len == 1)
			fine = !refuse_wide_commas(c, row) &&
			       jb_heads_check(c->diags, row);
		if (c->p < c->end)
			next_char(c);
	}
	if (c->ragged > RAGGED_MAX)
		jb_error(c->diags, (jb_pos){c->src, 1, 1},
			"%zu rows in all have not as many cells as there are "
			"heads",
			c->ragged);
	if (c->n > JB_YAML_NODES_MAX)
		jb_error(c->diags, (jb_pos){c->src, 1, 1},
			"a file of more than %d cells", JB_YAML_NODES_MAX);
	list->kind = JB_SEQUENCE;
	list->pos = (jb_pos){c->src, 1, 1};
	list->n = rows->len;
	list->items = jb_new_array(c->arena, jb_node *, rows->len + 1);
	if (rows->len)
		memcpy(list->items, rows->pdata, rows->len * sizeof(void *));
	return fine && c->n <= JB_YAML_NODES_MAX ? list : NULL;
}

jb_node *jb_csv_read(
	jb_arena *arena, jb_diags *diags, const jb_source *src, unsigned head)
{
	g_autoptr(GPtrArray) cells = g_ptr_array_new();
	csv c = {arena, diags, src, src->text, src->text + src->len, 1, 1, ',',
		cells, 0, 0, 0};
	jb_node *list;

	if (!jb_guard_bytes(diags, src)) {
		jb_hint(diags, "in Excel: save as “CSV UTF-8”");
		return NULL;
	}
	if (g_str_has_prefix(c.p, "\xEF\xBB\xBF"))
		c.p += 3;
	list = read_rows(&c, head);
	if (list && list->n == 0) {
		jb_error(diags, (jb_pos){src, 1, 1}, "there are no rows here");
		return NULL;
	}
	return list;
}
