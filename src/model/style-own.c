/* style-own.c - the styles that blocks have of their own: what a layout does
 * not name is like a style that every layout has. */
#include "model/layout-parts.h"

#include <string.h>

/* Each is like one that a layout must have, or like one before it. */
static const char text[] =
	"kicker: {like: label_strong, weight: 700, ink: accent}\n"
	"overline: {like: body, size: 1.5em, leading: 1.4em, indent: 0em,"
	" weight: 500, align: start, squeeze: true, balance: true}\n"
	"title: {like: story_title, size: 1.4em, leading: 1.25em}\n"
	"subtitle: {like: overline, size: 0.9em, ink: text70}\n"
	"standfirst: {like: body, indent: 0em, ink: text70, align: start}\n"
	"byline: {like: small}\n"
	"source: {like: small}\n"
	"note: {like: note_text, align: start}\n"
	"lead: {like: body, indent: 0em, drop: 2}\n"
	"section_label: {like: label_strong, weight: 700, ink: accent}\n"
	"section_subtitle: {like: subtitle}\n"
	"quote_who: {like: label_strong}\n"
	"quote_mark: {like: quote, size: 3em, leading: 1em, ink: accent}\n"
	"stat_label: {like: label_strong}\n"
	"stat_gloss: {like: small}\n"
	"stat_change: {like: label_strong, weight: 700}\n"
	"list_marker: {like: label_strong, weight: 700, ink: primary}\n"
	"list_name: {like: label_strong}\n"
	"list_detail: {like: small}\n"
	"step_number: {like: label_strong, weight: 700, ink: primary}\n"
	"step_name: {like: label_strong, weight: 700}\n"
	"step_detail: {like: small}\n"
	"versus_side: {like: label_strong, weight: 700}\n"
	"versus_label: {like: small, align: center}\n"
	"versus_text: {like: label_strong}\n"
	"toc_number: {like: label_strong, weight: 700, ink: accent}\n"
	"toc_title: {like: label_strong}\n"
	"toc_page: {like: label, align: end}\n";

const jb_node *jb_styles_own(jb_arena *arena, jb_diags *diags)
{
	const jb_source *src =
		jb_source_new(arena, "styles of blocks", text, sizeof text - 1);
	const jb_node *node = jb_yaml_read(arena, diags, src);

	g_assert(node);
	return node;
}
