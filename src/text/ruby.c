/* ruby.c - ruby is composed, its bases make room, and each line gets its own.
 *
 * All of it is set in the CJK face: a Latin face that lacks ǎ or ǚ would mix
 * two faces in one syllable.
 */
#include "text/ruby.h"

#include <math.h>
#include <string.h>

#include "text/face.h"

#define GAP (.25 * JB_RUBY_EM) /* between two syllables (clreq) */
#define OVER (.5 * JB_RUBY_EM) /* over a neighbour without ruby */
/* Baseline of ruby over that of the text: the em box of Han and kana stands on
 * that of the base, the tails of pinyin reach it. */
#define FOOT_EM .94
#define FOOT_LETTERS_EM .98
/* The same in vertical lines, between centre lines. */
#define CENTRE_EM .77
#define CENTRE_LETTERS_EM .82
#define CELL .5 /* what zhuyin takes beside its base */

/* Part of a span's ruby, with the atoms it belongs to. */
typedef struct part {
	const char *text;
	size_t len;
	uint32_t from, to;
} part;

typedef struct annotator {
	jb_arena *arena;
	jb_para *para;
	jb_diags *diags;
} annotator;

static const jb_span *span_of(const jb_para *para, const part *p)
{
	return &para->spans[jb_para_atom(para, p->from)->span];
}

/* --- composing --- */

static const jb_lines *compose(
	const annotator *a, const part *p, double em, double tracking_em)
{
	const jb_span *base = span_of(a->para, p);
	jb_span span = {
		.text = p->text,
		.len = p->len,
		.font = jb_font_plain(base->font),
		.size_pt = JB_RUBY_EM * em,
		.ink = base->ink,
		.pos = base->pos,
		.lang = base->lang,
	};
	jb_setting setting = {
		.measure_pt = INFINITY,
		.lang = a->para->setting->lang,
		.tracking_em = tracking_em,
		.vertical = a->para->setting->vertical,
	};

	return jb_compose(a->arena, tracking_em > 0 ? NULL : a->diags, &span, 1,
		&setting);
}

/* Bodies and gaps from the first atom to the last. */
static double extent(const jb_para *para, uint32_t from, uint32_t to)
{
	double width = 0;

	for (uint32_t i = from; i < to; i++) {
		const jb_atom *atom = jb_para_atom(para, i);
		width += atom->width;
		if (i + 1 < to)
			width += atom->gap.natural;
	}
	return width;
}

/* Characters that may be set apart: not the letters of pinyin. */
static unsigned spreadable(const part *p)
{
	unsigned n = 0;

	for (const char *c = p->text; c < p->text + p->len;
		c = g_utf8_next_char(c), n++)
		if (!jb_class_is_han(jb_char_class(g_utf8_get_char(c))))
			return 0;
	return n;
}

/* Characters that are set apart are copied without spaces when they are one
 * cluster; but forms that the font lists for no character would be lost to
 * readers that look at single glyphs. */
static void join(jb_run *run)
{
	const char *c = run->text;

	if (run->n_clusters != run->n_glyphs)
		return;
	for (size_t i = 0; i < run->n_glyphs; i++, c = g_utf8_next_char(c))
		if (c >= run->text + run->len ||
			run->glyphs[i].id != jb_face_glyph((jb_face *)run->face,
						     g_utf8_get_char(c)))
			return;
	run->clusters[0] = (jb_cluster){(int)run->len, (int)run->n_glyphs};
	run->n_clusters = 1;
}

/* Over the base or, in vertical lines, at its right.  Han and kana that are
 * narrower than their base are spread over it: half as much at its ends. */
static void compose_over(const annotator *a, const part *p, jb_ruby *ruby)
{
	double em = ruby->em, room = extent(a->para, p->from, p->to);
	const jb_lines *lines = compose(a, p, em, 0);
	unsigned n = spreadable(p);

	ruby->letters = n == 0;
	if (n > 1 && lines->n && lines->width_pt < room) {
		lines = compose(a, p, em,
			(room - lines->width_pt) / n / (JB_RUBY_EM * em));
		for (size_t i = 0; i < lines->lines[0].n_runs; i++)
			join(&lines->lines[0].runs[i]);
	}
	ruby->width = lines->width_pt;
	if (lines->n) {
		ruby->runs = lines->lines[0].runs;
		ruby->n_runs = lines->lines[0].n_runs;
		ruby->boxes = lines->lines[0].decors;
		ruby->n_boxes = lines->lines[0].n_decors;
	}
}

static void compose_part(const annotator *a, const part *p, jb_ruby *ruby)
{
	const jb_atom *base = jb_para_atom(a->para, p->from);
	jb_run *run = jb_new(a->arena, jb_run);

	*ruby = (jb_ruby){.from = p->from, .to = p->to, .em = base->em};
	ruby->beside =
		p->to == p->from + 1 &&
		jb_zhuyin_run(a->arena, a->para, base, p->text, p->len, run);
	if (ruby->beside) {
		ruby->runs = run;
		ruby->n_runs = 1;
		ruby->width = run->width_pt;
	} else {
		compose_over(a, p, ruby);
	}
}

/* --- parts --- */

static void add_ruby(const annotator *a, const part *p)
{
	jb_ruby ruby;

	compose_part(a, p, &ruby);
	g_array_append_val(a->para->rubies, ruby);
}

static void refuse(const annotator *a, const jb_span *span, size_t n_parts,
	uint32_t n_atoms)
{
	if (!a->diags)
		return;
	jb_error(a->diags, span->pos,
		"ruby has %zu parts, but its base has %u characters", n_parts,
		n_atoms);
	jb_hint(a->diags, "write one part for all, or one for each character");
}

/* A span's ruby: one part for each of its atoms, or one for all. */
static void annotate(const annotator *a, uint32_t from, uint32_t to)
{
	const jb_span *span =
		&a->para->spans[jb_para_atom(a->para, from)->span];
	g_auto(GStrv) parts = g_strsplit(span->ruby, " ", -1);
	size_t n = g_strv_length(parts);
	bool mono = n == to - from && n > 1;
	part p = {span->ruby, strlen(span->ruby), from, to};

	if (n > 1 && !mono)
		refuse(a, span, n, to - from);
	if (!mono) {
		add_ruby(a, &p);
		return;
	}
	for (uint32_t i = from; i < to; i++, p.text += p.len + 1) {
		p.len = strlen(parts[i - from]);
		p.from = i;
		p.to = i + 1;
		if (p.len)
			add_ruby(a, &p);
	}
}

static uint32_t same_span(const jb_para *para, uint32_t from)
{
	uint32_t to = from + 1;

	while (to < para->atoms->len &&
		jb_para_atom(para, to)->span == jb_para_atom(para, from)->span)
		to++;
	return to;
}

/* --- making room --- */

/* How far ruby may stand out over the neighbour at a gap. */
static double allowed(
	const jb_para *para, const jb_ruby *ruby, uint32_t gap, uint32_t other)
{
	const jb_gap *between = &jb_para_atom(para, gap)->gap;

	if (jb_ruby_of(para, other))
		return -GAP / 2 * ruby->em;
	return fmax(0, between->natural - between->shrink) + OVER * ruby->em;
}

static jb_segment segment_of(const jb_para *para, uint32_t atom)
{
	for (unsigned i = 0; i < para->segments->len; i++) {
		jb_segment seg = g_array_index(para->segments, jb_segment, i);
		if (atom < seg.to)
			return seg;
	}
	return (jb_segment){0, para->atoms->len};
}

/* The pads of a base: a single character stands under the middle of its ruby,
 * those of a group are spread, half as much at its ends. */
static void find_pads(const jb_para *para, jb_ruby *ruby)
{
	jb_segment seg = segment_of(para, ruby->from);
	uint32_t n = ruby->to - ruby->from;
	double excess = (ruby->width - extent(para, ruby->from, ruby->to)) / 2;
	double left =
		ruby->from > seg.from
			? allowed(para, ruby, ruby->from - 1, ruby->from - 1)
			: 0;
	double right = ruby->to < seg.to
			       ? allowed(para, ruby, ruby->to - 1, ruby->to)
			       : 0;

	ruby->pad = fmax(0, excess - left);
	ruby->pad_end = fmax(0, excess - right);
	ruby->out = excess - ruby->pad;
	if (n > 1)
		ruby->pad = ruby->pad_end =
			(ruby->pad + ruby->pad_end) / (2 * n);
}

static void make_room(jb_para *para, jb_ruby *ruby)
{
	if (ruby->beside && !para->setting->vertical)
		ruby->pad_end = CELL * ruby->em;
	else if (ruby->beside)
		ruby->out = 0;
	else
		find_pads(para, ruby);
}

static void grow(jb_para *para, jb_ruby *ruby)
{
	for (uint32_t i = ruby->from; i < ruby->to; i++) {
		jb_atom *atom = jb_para_atom(para, i);
		atom->width += ruby->pad + ruby->pad_end;
		atom->origin += ruby->pad;
		if (i + 1 < ruby->to)
			atom->gap.permit = JB_BREAK_NEVER;
	}
	ruby->natural = extent(para, ruby->from, ruby->to);
}

void jb_para_annotate(jb_arena *arena, jb_para *para, jb_diags *diags)
{
	const annotator a = {arena, para, diags};
	bool any = false;

	for (size_t i = 0; i < para->n_spans; i++) {
		para->marked |= para->spans[i].marks != 0;
		any |= para->spans[i].ruby && para->spans[i].ruby[0];
	}
	if (!any)
		return;
	para->rubies = g_array_new(FALSE, FALSE, sizeof(jb_ruby));
	for (uint32_t i = 0, to; i < para->atoms->len; i = to) {
		const char *text =
			para->spans[jb_para_atom(para, i)->span].ruby;
		to = same_span(para, i);
		if (text && text[0])
			annotate(&a, i, to);
	}
	/* all pads first: they ask whether the neighbours have ruby */
	for (unsigned i = 0; i < para->rubies->len; i++)
		make_room(para, &g_array_index(para->rubies, jb_ruby, i));
	for (unsigned i = 0; i < para->rubies->len; i++)
		grow(para, &g_array_index(para->rubies, jb_ruby, i));
}

/* --- lines --- */

/* The first ruby that ends behind an atom's start. */
static unsigned first_behind(const GArray *rubies, uint32_t atom)
{
	unsigned low = 0, high = rubies->len;

	while (low < high) {
		unsigned mid = (low + high) / 2;
		if (g_array_index(rubies, jb_ruby, mid).to > atom)
			high = mid;
		else
			low = mid + 1;
	}
	return low;
}

const jb_ruby *jb_ruby_of(const jb_para *para, uint32_t atom)
{
	unsigned i;

	if (!para->rubies)
		return NULL;
	i = first_behind(para->rubies, atom);
	if (i == para->rubies->len)
		return NULL;
	const jb_ruby *ruby = &g_array_index(para->rubies, jb_ruby, i);
	return ruby->from <= atom ? ruby : NULL;
}

/* Where a ruby starts.  At the edges of a line, where nothing stands for it to
 * lean on, it moves inwards unless a neighbour's ruby is in the way. */
static double place(const jb_para *para, const jb_cut *cut, const double *at,
	const jb_ruby *ruby, const jb_line *line)
{
	uint32_t last = MIN(ruby->to, cut->to) - 1;
	double start = at[ruby->from - cut->from];
	double end = at[last - cut->from] + jb_para_atom(para, last)->width;
	double x = start - ruby->out + (end - start - ruby->natural) / 2;
	double over = x + ruby->width - (line->x + line->width_pt);

	if (ruby->beside)
		return para->setting->vertical ? start : end - ruby->pad_end;
	if (x < line->x && !(last + 1 < cut->to && jb_ruby_of(para, last + 1)))
		return line->x;
	if (over > 0 && ruby->from > cut->from &&
		!jb_ruby_of(para, ruby->from - 1))
		return fmax(line->x, x - over);
	return x;
}

/* A row that grows: what over and decors of a line are made from. */
static void put_all(jb_arena *arena, void **to, size_t *n, const GArray *row)
{
	size_t size = g_array_get_element_size((GArray *)row);
	char *all = jb_arena_alloc(arena, (*n + row->len) * size);

	if (*n)
		memcpy(all, *to, *n * size);
	if (row->len)
		memcpy(all + *n * size, row->data, row->len * size);
	*to = all;
	*n += row->len;
}

static double rise_of(const jb_para *para, const jb_ruby *ruby)
{
	if (para->setting->vertical)
		return (ruby->letters ? CENTRE_LETTERS_EM : CENTRE_EM) *
		       ruby->em;
	return (ruby->letters ? FOOT_LETTERS_EM : FOOT_EM) * ruby->em;
}

static void put_ruby(const jb_para *para, const jb_ruby *ruby, double x,
	GArray *over, GArray *boxes)
{
	double rise = rise_of(para, ruby);

	for (size_t i = 0; i < ruby->n_runs; i++) {
		jb_run run = ruby->runs[i];
		run.x += x;
		if (!ruby->beside)
			run.rise_pt += rise;
		g_array_append_val(over, run);
	}
	for (size_t i = 0; i < ruby->n_boxes; i++) {
		jb_decor box = ruby->boxes[i];
		box.x0 += x;
		box.x1 += x;
		box.y -= rise;
		g_array_append_val(boxes, box);
	}
}

void jb_line_ruby(jb_arena *arena, const jb_para *para, const jb_cut *cut,
	const double *at, jb_line *line)
{
	if (!para->rubies)
		return;
	g_autoptr(GArray) over = g_array_new(FALSE, FALSE, sizeof(jb_run));
	g_autoptr(GArray) boxes = g_array_new(FALSE, FALSE, sizeof(jb_decor));
	for (unsigned i = first_behind(para->rubies, cut->from);
		i < para->rubies->len; i++) {
		const jb_ruby *ruby = &g_array_index(para->rubies, jb_ruby, i);
		if (ruby->from >= cut->to)
			break;
		if (ruby->from >= cut->from)
			put_ruby(para, ruby, place(para, cut, at, ruby, line),
				over, boxes);
	}
	put_all(arena, (void **)&line->over, &line->n_over, over);
	put_all(arena, (void **)&line->decors, &line->n_decors, boxes);
}
