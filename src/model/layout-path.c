/* layout-path.c - the parts of a report a layout can ask for. */
#include "model/layout-parts.h"

#include <string.h>

#include "base/messages.h"
#include "base/words.h"

/* What a path gives, told by the keys it can stand under.  Under `when` and
 * `unless` every path can stand; whether it is there at that place, bind/
 * knows. */
enum {
	EACH = 1 << 0,
	PROSE = 1 << 1,
	STATS = 1 << 2,
	PICTURES = 1 << 3,
	TIMELINE = 1 << 4,
	TABLE = 1 << 5,
	NOTES = 1 << 6,
	THERE = 1 << 7,
	TITLE = 1 << 8,
	SECTION = 1 << 9,
	QUOTE = 1 << 10,
	ROADMAP = 1 << 11,
	TOC = 1 << 12,
};

static const struct {
	const char *path;
	unsigned gives;
} paths[] = {
	{"report", TITLE},
	{"sections", EACH | TOC},
	{"stories", EACH | TOC}, /* sections but the lede */
	{"heroes", EACH | STATS},
	{"figures", EACH | TABLE},
	{"rest", EACH | STATS},
	{"events", EACH | TIMELINE | ROADMAP},
	{"notes", EACH | NOTES},
	{"images", EACH},
	{"lede", PROSE | SECTION},
	{"lede.prose", PROSE},
	{"lede.pictures", EACH | PICTURES},
	{"series", EACH},
	{"lists", EACH},
	{"tables", EACH},
	{"lede.figures", EACH},
	{"lede.events", EACH},
	{"lede.images", EACH},
	{"lede.image", 0},
	{"section", PROSE | SECTION},
	{"section.prose", PROSE},
	{"section.pictures", EACH | PICTURES},
	{"section.figures", EACH | STATS},
	{"section.rest", EACH | STATS},
	{"section.events", EACH | ROADMAP},
	{"section.images", EACH},
	{"section.tables", EACH},
	{"table", TABLE},
	{"table.title", 0},
	{"table.number", 0},
	{"section.image", 0},
	{"section.quotes", EACH},
	{"section.quote", QUOTE},
	{"lede.quotes", EACH},
	{"lede.quote", QUOTE},
	{"quote", QUOTE},
	{"section.lists", EACH},
	{"section.list", 0},
	{"comparisons", EACH},
	{"section.comparisons", EACH},
	{"section.comparison", 0},
	{"section.kicker", 0},
	{"section.standfirst", 0},
	{"section.byline", 0},
	{"quote.text", 0},
	{"quote.who", 0},
	{"list.label", 0},
	{"comparison.label", 0},
	{"report.standfirst", 0},
	{"report.byline", 0},
	{"report.place", 0},
	{"section.label", 0},
	{"section.title", 0},
	{"section.subtitle", 0},
	{"section.number", 0},
	{"figure", STATS},
	{"figure.label", 0},
	{"figure.text", 0},
	{"figure.gloss", 0},
	{"figure.note", 0},
	{"event.date", 0},
	{"event.title", 0},
	{"event.detail", 0},
	{"event.who", 0},
	{"note.label", 0},
	{"note.text", 0},
	{"picture", PICTURES},
	{"picture.lead", 0},
	{"image.caption", 0},
	{"image.credit", 0},
	{"image.alt", 0},
	{"series.label", 0},
	{"series.items", EACH},
	{"series.total", 0},
	{"list.items", EACH},
	{"item.name", 0},
	{"item.detail", 0},
	{"item.when", 0},
	{"table.label", 0},
	{"table.rows", EACH},
	{"row.head", 0},
	{"row.cells", EACH},
	{"cell.head", 0},
	{"cell.text", 0},
	{"each.first", 0},
	{"each.last", 0},
	{"each.odd", 0},
	{"each.even", 0},
	{"more", 0},
	{"report.kicker", 0},
	{"report.overline", 0},
	{"report.title", 0},
	{"report.subtitle", 0},
	{"report.full_title", 0},
	{"report.lead_in", 0},
	{"report.headline", 0},
	{"report.genre", 0},
	{"report.running", 0},
	{"report.period", 0},
	{"report.period_note", 0},
	{"report.issuer", 0},
	{"report.date", 0},
	{"report.source", 0},
	{"report.link", 0},
};

/* Things of the report by their ids: figures.seats. */
static const struct {
	const char *prefix;
	unsigned gives;
} families[] = {
	{"figures.", STATS},
	{"series.", EACH},
	{"lists.", EACH},
	{"tables.", EACH},
	{"events.", 0},
	{"sections.", 0},
	{"images.", 0},
};

static const struct {
	const char *key;
	unsigned takes;
} keys[] = {
	{"each", EACH},
	{"when", THERE},
	{"unless", THERE},
	{"prose", PROSE},
	{"stats", STATS},
	{"pictures", PICTURES},
	{"timeline", TIMELINE},
	{"table", TABLE},
	{"notes", NOTES},
	{"title", TITLE},
	{"section", SECTION},
	{"lead", SECTION},
	{"quote", QUOTE},
	{"roadmap", ROADMAP},
	{"toc", TOC},
};

static unsigned takes(const char *key)
{
	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		if (strcmp(keys[i].key, key) == 0)
			return keys[i].takes;
	}
	return THERE;
}

/* The paths a key takes; returns how many. */
static size_t collect(unsigned mask, const char **out)
{
	size_t n = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
		if ((paths[i].gives | THERE) & mask)
			out[n++] = paths[i].path;
	}
	return n;
}

static bool in_family(unsigned mask, const char *path)
{
	for (size_t i = 0; i < G_N_ELEMENTS(families); i++) {
		const char *prefix = families[i].prefix;

		if (g_str_has_prefix(path, prefix) &&
			!strchr(path + strlen(prefix), '.'))
			return ((families[i].gives | THERE) & mask) != 0;
	}
	return false;
}

static bool known(const char *path)
{
	for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
		if (strcmp(paths[i].path, path) == 0)
			return true;
	}
	return false;
}

void jb_path_check(jb_diags *diags, const char *key, const jb_node *path)
{
	const char *fitting[G_N_ELEMENTS(paths) + 1] = {NULL};
	size_t n = collect(takes(key), fitting);
	g_autofree char *list = NULL;
	const char *near;

	for (size_t i = 0; i < n; i++) {
		if (strcmp(fitting[i], path->text) == 0)
			return;
	}
	if (!known(path->text) && in_family(takes(key), path->text))
		return;
	if (takes(key) == TABLE && !known(path->text))
		return; /* a table of the report, whose ids bind/ knows */
	near = jb_words_nearest(path->text, fitting, n);
	if (known(path->text) || in_family(THERE, path->text))
		jb_error(diags, path->pos, "“%s” cannot take “%s”", key,
			path->text);
	else
		jb_error(diags, path->pos, "unknown path “%s”", path->text);
	jb_span_chars(diags, (unsigned)strlen(path->text));
	list = g_strjoinv(jb_tr(", "), (char **)fitting);
	if (near)
		jb_hint(diags, "did you mean “%s”?", near);
	else
		jb_hint(diags, "“%s” takes %s", key, list);
}
