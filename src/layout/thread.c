/* thread.c - prose in frames: each takes what it holds, the next one the rest.
 */
#include "layout/thread.h"

#include <math.h>
#include <string.h>

#include "base/messages.h"

/* What is left of a thread; the list never changes. */
struct jb_threads {
	const char *name, *story; /* as in jb_block */
	const jb_block *origin;	  /* the prose */
	const jb_story *rest;
	jb_tag **tags;
	unsigned frame; /* the next one, from 0 */
	double measure; /* of the last one */
	const struct jb_threads *next;
};

typedef struct jb_threads thread;

typedef struct framed {
	const jb_style *style, *plain;
	double measure, height;
	jb_tag **tags;
} framed;

static bool is(const thread *t, const char *name, const char *story)
{
	return strcmp(t->name, name) == 0 && g_strcmp0(t->story, story) == 0;
}

/* A block's own thread.  A `more` that stands with no story goes on with the
 * only one of its name, and so any with one that began with no story. */
static const thread *find(const jb_desk *desk, const jb_block *block)
{
	const thread *named = NULL;

	for (const thread *t = desk->threads; t; t = t->next) {
		if (is(t, block->thread, block->story))
			return t;
		if (strcmp(t->name, block->thread) != 0 ||
			(block->story && t->story))
			continue;
		if (named)
			return NULL;
		named = t;
	}
	return block->kind == JB_BLOCK_MORE ? named : NULL;
}

/* The list without one of its threads. */
static const thread *without(
	jb_arena *arena, const thread *list, const thread *out)
{
	thread *copy;

	if (!list)
		return NULL;
	if (is(list, out->name, out->story))
		return list->next;
	copy = jb_new(arena, thread);
	*copy = *list;
	copy->next = without(arena, list->next, out);
	return copy;
}

static void set(jb_desk *desk, const thread *state)
{
	thread *t = jb_new(desk->arena, thread);

	*t = *state;
	t->next = without(desk->arena, desk->threads, state);
	desk->threads = t;
}

static glong count_chars(jb_arena *arena, const jb_story *story)
{
	glong n = 0;

	for (size_t i = 0; i < story->n; i++)
		n += g_utf8_strlen(
			jb_rich_text(arena, story->paragraphs[i]), -1);
	return n;
}

/* ---- blocks ---- */

static const thread *thread_of(const jb_galley *galley)
{
	const jb_block *block = galley->block;

	return block->kind == JB_BLOCK_MORE ? find(galley->desk, block) : NULL;
}

const jb_block *jb_thread_block(const jb_galley *galley)
{
	const jb_block *own = galley->block;
	const thread *t = thread_of(galley);
	jb_block *block;

	if (own->kind != JB_BLOCK_MORE)
		return own;
	block = jb_new(galley->desk->arena, jb_block);
	*block = *own;
	if (t) {
		block->paragraphs = t->origin->paragraphs;
		block->n_paragraphs = t->origin->n_paragraphs;
		if (!block->style)
			block->style = t->origin->style;
		return block;
	}
	jb_error(galley->desk->diags, own->pos,
		"no prose before this has the thread “%s”", own->thread);
	jb_hint(galley->desk->diags,
		"prose begins it: {prose: section, thread: %s, height: 20lh}",
		own->thread);
	block->style = jb_desk_style(galley->desk, "body");
	return block;
}

const jb_story *jb_thread_story(const jb_galley *galley)
{
	const jb_block *block = galley->block;
	const thread *t = thread_of(galley);
	jb_story *story;

	if (t)
		return t->rest;
	story = jb_new(galley->desk->arena, jb_story);
	story->paragraphs = block->paragraphs;
	story->n = block->n_paragraphs;
	return story;
}

jb_tag **jb_thread_tags(const jb_galley *galley)
{
	const thread *t = thread_of(galley);

	return t ? t->tags
		 : jb_new_array(galley->desk->arena, jb_tag *,
			   galley->block->n_paragraphs + 1);
}

bool jb_thread_asked(const jb_block *block)
{
	return block->thread && block->height_pt <= 0;
}

/* ---- frames ---- */

static double frame_height(const jb_block *block)
{
	if (block->height_pt > 0)
		return block->height_pt;
	if (block->frame_pt > 0)
		return block->frame_pt;
	return block->place && !isnan(block->place->height)
		       ? block->place->height
		       : 0;
}

static const jb_block *origin_of(const jb_galley *galley)
{
	const thread *t = thread_of(galley);

	return t ? t->origin : galley->block;
}

static unsigned frame_of(const jb_galley *galley)
{
	const thread *t = thread_of(galley);

	return t ? t->frame : 0;
}

/* What is left goes on; a thread that is begun again must be at its end. */
static void leave(jb_galley *galley, const framed *f, const jb_story *rest)
{
	jb_desk *desk = galley->desk;
	const thread *t = find(desk, galley->block);
	jb_story *none = jb_new(desk->arena, jb_story);

	if (t && galley->block->kind == JB_BLOCK_PROSE && t->rest->n) {
		jb_error(desk->diags, galley->block->pos,
			"the thread “%s” begins again, and %ld characters of "
			"it are left",
			galley->block->thread,
			count_chars(desk->arena, t->rest));
		jb_also(desk->diags, t->origin->pos, "where it began before");
	}
	set(desk, &(thread){
			  .name = galley->block->thread,
			  .story = origin_of(galley)->story,
			  .origin = origin_of(galley),
			  .rest = rest ? rest : none,
			  .tags = f->tags,
			  .frame = frame_of(galley) + 1,
			  .measure = f->measure,
		  });
}

static void keep_places(const jb_galley *galley, const framed *f,
	const jb_frame *frame, const jb_framed *done)
{
	const jb_block *block = galley->block, *origin = origin_of(galley);
	unsigned k = frame_of(galley);
	double line = block->style->leading_pt;
	double x = (block->columns - 1) *
		   (f->measure + galley->desk->layout->gutter_pt);

	if (k > 0)
		jb_jump_keep(galley->desk, done->group, 0, 0, origin, k, false,
			f->measure, frame->line_over);
	if (done->rest)
		jb_jump_keep(galley->desk, done->group, x,
			(double)(frame->rows - 1) * line, origin, k + 1, true,
			f->measure, frame->line_under);
}

static jb_group *thread_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	const framed *f = galley->state;
	jb_desk *desk = galley->desk;
	const jb_block *origin = origin_of(galley);
	unsigned k = frame_of(galley);
	double line = galley->block->style->leading_pt;
	jb_frame frame = {
		.galley = galley,
		.story = jb_thread_story(galley),
		.style = f->style,
		.plain = f->plain,
		.measure = f->measure,
		.columns = galley->block->columns,
		.rows = (size_t)fmax(floor((f->height + JB_HAIR_PT) / line), 1),
		.line_over = k > 0 && jb_jump_known(desk, origin, k),
		.line_under = jb_jump_known(desk, origin, k + 1),
		.tags = f->tags,
	};
	jb_framed filled;

	if (f->height > height + JB_HAIR_PT && !page)
		return NULL;
	*done = true;
	if (frame.story->n == 0)
		frame.line_over = false;
	filled = jb_frame_fill(&frame);
	keep_places(galley, f, &frame, &filled);
	leave(galley, f, filled.rest);
	filled.group->height = fmax(filled.group->height, f->height);
	return filled.group;
}

/* The last frame runs on as other prose does, under its jump line. */
static void run_on(jb_galley *galley, const framed *f)
{
	jb_desk *desk = galley->desk;
	const jb_block *origin = origin_of(galley);
	unsigned k = frame_of(galley);
	bool room = jb_jump_known(desk, origin, k);

	if (jb_thread_story(galley)->n > 0) {
		galley->over = jb_group_new(desk->arena);
		galley->over->height =
			room ? galley->block->style->leading_pt : 0;
		jb_jump_keep(desk, galley->over, 0, 0, origin, k, false,
			f->measure, room);
	}
	leave(galley, f, NULL);
}

bool jb_thread_pour(jb_galley *galley, const jb_style *style,
	const jb_style *plain, double measure, jb_tag **tags)
{
	const jb_block *block = galley->block;
	framed *f = jb_new(galley->desk->arena, framed);

	*f = (framed){style, plain, measure, frame_height(block), tags};
	if (!block->thread ||
		(block->kind == JB_BLOCK_MORE && !find(galley->desk, block)))
		return false;
	if (f->height > 0) {
		galley->take = thread_take;
		galley->state = f;
		galley->state_size = sizeof *f;
		return true;
	}
	if (block->kind == JB_BLOCK_MORE) {
		run_on(galley, f);
		return false;
	}
	jb_error(galley->desk->diags, block->pos,
		"prose with a thread needs a frame of a height");
	jb_hint(galley->desk->diags,
		"say its `height`, or that of the column around it");
	return false;
}

/* ---- at the end ---- */

static size_t count_lines(jb_desk *desk, const thread *t)
{
	jb_diags *diags = jb_desk_hush(desk);
	size_t lines = 0, n;

	for (size_t i = 0; i < t->rest->n; i++, lines += n)
		jb_set_lines(desk, t->rest->paragraphs[i], t->origin->style,
			NULL, t->measure, &n);
	jb_desk_speak(desk, diags);
	return lines;
}

void jb_threads_check(jb_desk *desk)
{
	for (const thread *t = desk->threads; t; t = t->next) {
		if (t->rest->n == 0)
			continue;
		jb_error(desk->diags, t->origin->pos,
			"%ld characters of the thread “%s” are left over: %zu "
			"lines, from “%s” on",
			count_chars(desk->arena, t->rest), t->name,
			count_lines(desk, t),
			jb_text_head(
				desk->arena, jb_rich_text(desk->arena,
						     t->rest->paragraphs[0])));
		jb_also(desk->diags, t->rest->paragraphs[0]->pieces[0].pos,
			"they begin here");
		jb_hint(desk->diags,
			"give it another frame, `more: %s`, or higher ones",
			t->name);
	}
}
