/* bind.h - layout and report become sheets of blocks. */
#ifndef JB_BIND_BIND_H
#define JB_BIND_BIND_H

#include "base/diag.h"
#include "bind/block.h"

typedef struct jb_binding jb_binding;

jb_binding *jb_bind_new(jb_arena *arena, jb_diags *diags,
	const jb_report *report, const jb_layout *layout);

/* A template of the report with its references filled in; NULL for NULL. */
const jb_rich *jb_bind_report_text(jb_binding *binding, jb_template text);

/* Every page of the layout: `each` unrolled, `when` decided, text filled. */
jb_sheet *jb_bind_sheets(jb_binding *binding, size_t *n);

/* When all pages have their blocks and furniture: tells which images of the
 * report none of them shows. */
void jb_bind_miss_images(jb_binding *binding);

/* The same of paragraphs that a lead has taken from their prose. */
void jb_bind_miss_paragraphs(jb_binding *binding);

/* The same of tables. */
void jb_bind_miss_tables(jb_binding *binding);

/* A warning for the prose and each picture of a section that no page has; but not
 * of what the layout `omits`. */
void jb_bind_miss_sections(jb_binding *binding);

/* What is known of a page when all have their blocks. */
typedef struct jb_page {
	int number, count;
	const char *label;
	bool first, last; /* of its sheet; one page is only the first */
	bool left;	  /* of two sides */
	double height_pt;
} jb_page;

/* A text of the layout in which only the page's label is known. */
const jb_rich *jb_bind_page_text(
	jb_binding *binding, const jb_node *text, const char *label);

/* The furniture of a page; ${page.number}, ${page.count} and ${page.label} are
 * known here. */
jb_block **jb_bind_furniture(jb_binding *binding, const jb_sheet *sheet,
	const jb_page *page, size_t *n);

#endif
