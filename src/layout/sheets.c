/* sheets.c - what a sheet's pages have to spare: spaces give way before a page
 * is added; spaces, images and pictures take what is left; and short sheets
 * share a page.
 */
#include "layout/pager.h"

const jb_ink *jb_sheet_accent(const jb_desk *desk, const jb_sheet *sheet)
{
	return sheet->section.accent
		       ? sheet->section.accent
		       : jb_theme_ink(desk->layout->theme, "accent");
}

static void mark_last(jb_pager *p, guint before)
{
	if (p->pages->len > before + 1)
		g_array_index(p->pages, jb_paged, p->pages->len - 1).last =
			true;
}

static void take_back(jb_pager *p, guint pages)
{
	guint left = p->pages->len - pages;

	g_array_set_size(p->pages, left);
	g_ptr_array_set_size(p->scene->leaves, (gint)left);
}

/* ---- spaces, and what grows ---- */

typedef struct ease {
	double slack, growth;
} ease;

/* What was poured, and said since the mark, is taken back. */
static guint pour_again(jb_pager *p, guint pages, jb_diags_mark said,
	double slack, double growth)
{
	take_back(p, pages);
	jb_diags_back(p->desk->diags, said);
	return jb_page_pour(p, slack, growth);
}

/* Tries what is widest first, until the sheet takes no more than `most` pages,
 * nothing runs over, and what hangs at the foot is as high as before: prose
 * that lost a line to wider spaces would break badly.  The last try stands
 * either way. */
static void pour_widest(jb_pager *p, guint pages, jb_diags_mark said,
	const ease *tries, size_t n, guint most)
{
	double hung = p->hung;

	for (size_t i = 0; i < n; i++) {
		pages = pour_again(
			p, pages, said, tries[i].slack, tries[i].growth);
		if (pages <= most &&
			jb_diags_errors(p->desk->diags) == said.errors &&
			(most > 1 || p->hung == hung))
			return;
	}
}

static bool stretches(const jb_block *block)
{
	if (block->before_most_pt > block->before_pt ||
		block->size_most_pt > block->size_pt)
		return true;
	for (size_t i = 0; i < block->n_kids; i++)
		if (stretches(block->kids[i]))
			return true;
	return false;
}

/* Has the sheet something that grows with the page?  Pictures do so by
 * themselves where nothing comes after them. */
static bool grows(const jb_sheet *sheet)
{
	bool sized = false, hangs = false;

	for (size_t i = 0; i < sheet->n; i++) {
		const jb_block *block = sheet->blocks[i];

		if (stretches(block))
			return true;
		sized |= block->scale_most > block->scale;
		hangs |= block->bottom;
	}
	return sized && hangs;
}

/* A page with something to spare: spaces and what grows do so
 * together, by tenths; else spaces alone. */
static void pour_wide(jb_pager *p, jb_diags_mark said, bool growing)
{
	enum { STEPS = 10 };
	static const double wide[] = {1.75, 1.375, 1};
	ease tries[STEPS + G_N_ELEMENTS(wide)];
	size_t n = 0;

	for (int i = STEPS; growing && i > 0; i--)
		tries[n++] = (ease){
			1 + (wide[0] - 1) * i / STEPS, (double)i / STEPS};
	for (size_t i = 0; i < G_N_ELEMENTS(wide); i++)
		tries[n++] = (ease){wide[i], growing ? 0 : 1};
	pour_widest(p, 1, said, tries, n, 1);
}

/* What spaces give way to, step by step. */
static const double tight[] = {0.75, 0.5, 0.375};

/* The spaces between blocks give way before a page is added, and take what a
 * page has to spare: no holes above prose that hangs at the foot. */
static guint pour_spaced(jb_pager *p)
{
	bool growing = grows(p->sheet);
	double growth = growing ? 0 : 1;
	size_t n = G_N_ELEMENTS(tight);
	ease eases[G_N_ELEMENTS(tight)];
	jb_diags_mark said = jb_diags_here(p->desk->diags);
	guint before = p->pages->len;
	guint pages = jb_page_pour(p, 1, growth), least;

	for (size_t i = 0; i < n; i++)
		eases[i] = (ease){tight[i], growth};
	if (jb_diags_errors(p->desk->diags) > said.errors)
		return pages; /* said once is enough */
	if (pages == 1 && (growing || p->hung) &&
		p->spare > 1.5 * p->desk->layout->baseline_pt) {
		pour_wide(p, said, growing);
	} else if (pages > 1) {
		least = pour_again(p, pages, said, tight[n - 1], growth);
		if (least < pages)
			pour_widest(p, least, said, eases, n, least);
		else
			pour_again(p, least, said, 1, growth);
	}
	return p->pages->len - before;
}

/* Pours through columns; its pages. */
static guint pour_columns(jb_pager *p, double slack)
{
	guint before = p->pages->len;

	p->desk->slack = slack;
	p->desk->growth = grows(p->sheet) ? 0 : 1;
	p->desk->threads = p->threads;
	jb_page_new(p, true);
	jb_flow_pour(p);
	jb_page_end(p);
	p->desk->slack = p->desk->growth = 1;
	return p->pages->len - before;
}

/* Spaces give way where that saves a last page that has little on it.  Of many
 * pages one more is no matter. */
static void pour_flow(jb_pager *p)
{
	enum { FEW = 24, LITTLE = 3 };
	jb_diags *diags = p->desk->diags;
	jb_diags_mark said = jb_diags_here(diags);
	unsigned errors = jb_diags_errors(diags);
	guint pages = pour_columns(p, 1), most = pages - 1, now = pages;

	if (pages == 1 || pages > FEW || jb_diags_errors(diags) > errors ||
		p->y > p->height / LITTLE)
		return;
	for (size_t i = 0; i <= G_N_ELEMENTS(tight) && now > most; i++) {
		take_back(p, now);
		jb_diags_back(diags, said);
		now = pour_columns(p, i < G_N_ELEMENTS(tight) ? tight[i] : 1);
	}
}

/* An empty page before one that opens on the other side. */
static void open_side(jb_pager *p)
{
	const jb_sheet *sheet = p->sheet;
	bool left = jb_is_left(p->desk->layout, p->pages->len + 1);
	jb_sheet *blank;

	if (!sheet->opens || left == (sheet->opens == 'l'))
		return;
	blank = jb_new(p->desk->arena, jb_sheet);
	*blank = (jb_sheet){
		.master = sheet->blank,
		.label = sheet->label,
		.section = sheet->section,
		.pos = sheet->pos,
	};
	p->sheet = blank;
	jb_page_new(p, true);
	jb_page_end(p);
	p->sheet = sheet;
}

static guint pour_sheet(jb_pager *p)
{
	guint before = p->pages->len;

	p->desk->accent = jb_sheet_accent(p->desk, p->sheet);
	p->threads = p->desk->threads;
	if (jb_flow_asked(p->sheet))
		pour_flow(p);
	else
		pour_spaced(p);
	mark_last(p, before);
	return p->pages->len - before;
}

/* ---- sheets that share a page ---- */

static bool may_join(const jb_sheet *one, const jb_sheet *next)
{
	return next->joins && next->joins == one->master && !next->start &&
	       !next->opens && !jb_flow_asked(one) && !jb_flow_asked(next);
}

/* The blocks of one sheet and then another; only the last prose hangs. */
static jb_sheet *joined(jb_pager *p, const jb_sheet *one, const jb_sheet *next)
{
	jb_arena *arena = p->desk->arena;
	jb_sheet *both = jb_new(arena, jb_sheet);

	*both = *one;
	both->master = next->master; /* it has what the last one needs */
	both->then = next->then;
	both->last = next->last;
	both->n = one->n + next->n;
	both->blocks = jb_new_array(arena, jb_block *, both->n + 1);
	for (size_t i = 0; i < one->n; i++) {
		both->blocks[i] = jb_new(arena, jb_block);
		*both->blocks[i] = *one->blocks[i];
		both->blocks[i]->bottom = false;
	}
	for (size_t i = 0; i < next->n; i++)
		both->blocks[one->n + i] = next->blocks[i];
	return both;
}

static const jb_ink **joined_accents(jb_pager *p, const jb_ink **of,
	const jb_sheet *one, const jb_sheet *next)
{
	const jb_ink **accents = jb_new_array(
		p->desk->arena, const jb_ink *, one->n + next->n + 1);

	for (size_t i = 0; i < one->n + next->n; i++)
		accents[i] = i >= one->n ? jb_sheet_accent(p->desk, next)
			     : of	 ? of[i]
					 : jb_sheet_accent(p->desk, one);
	return accents;
}

/* The page of the sheet that was poured last, and the next sheet: together, if
 * that is a page less and has no mistakes; else as they were. */
static bool join(jb_pager *p, const jb_sheet *next)
{
	const jb_sheet *one = p->sheet;
	const jb_ink **accents = p->accents;
	const struct jb_threads *from = p->threads, *on = p->desk->threads;
	jb_diags_mark said = jb_diags_here(p->desk->diags);
	unsigned errors = jb_diags_errors(p->desk->diags);
	jb_paged page = g_array_index(p->pages, jb_paged, p->pages->len - 1);
	guint apart, together;

	p->sheet = next;
	p->accents = NULL;
	apart = 1 + pour_sheet(p);
	take_back(p, apart);
	jb_diags_back(p->desk->diags, said);
	p->sheet = joined(p, one, next);
	p->accents = joined_accents(p, accents, one, next);
	p->threads = from;
	together = jb_page_pour(p, 1, grows(p->sheet) ? 0 : 1);
	if (together < apart) { /* and no space has to give way for it */
		take_back(p, together);
		jb_diags_back(p->desk->diags, said);
		p->desk->threads = from;
		together = pour_sheet(p);
	}
	if (together < apart && jb_diags_errors(p->desk->diags) == errors)
		return true;
	take_back(p, together);
	jb_diags_back(p->desk->diags, said);
	p->sheet = one;
	p->accents = accents;
	p->threads = from;
	p->desk->threads = on;
	g_array_append_val(p->pages, page);
	g_ptr_array_add(p->scene->leaves, page.leaf);
	return false;
}

void jb_sheets_pour(jb_pager *p, const jb_sheet *sheets, size_t n)
{
	guint pages = 0; /* of the sheet before */

	take_back(p, p->pages->len);
	p->desk->threads = NULL;
	p->sheet = NULL;
	for (size_t i = 0; i < n; i++) {
		if (pages == 1 && may_join(p->sheet, &sheets[i]) &&
			join(p, &sheets[i])) {
			pages = 1;
			continue;
		}
		p->sheet = &sheets[i];
		p->accents = NULL;
		open_side(p);
		pages = pour_sheet(p);
	}
	p->accents = NULL;
}
