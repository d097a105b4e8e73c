/* arena.c - blocks that are filled from the front and freed together. */
#include "base/arena.h"

#include <stdio.h>
#include <string.h>
#include <glib.h>

enum { BLOCK_SIZE = 64 << 10, ALIGN = _Alignof(max_align_t) };

typedef struct block {
	struct block *next;
	size_t used, size;
	max_align_t data[];
} block;

typedef struct deferred {
	struct deferred *next;
	void (*drop)(void *);
	void *object;
} deferred;

struct jb_arena {
	block *blocks; /* the first one is being filled */
	deferred *last;
};

static block *block_new(size_t size)
{
	block *b;

	g_assert(size <= G_MAXSIZE - sizeof(*b));
	b = g_malloc0(sizeof(*b) + size);
	b->size = size;
	return b;
}

jb_arena *jb_arena_open(void)
{
	return g_new0(jb_arena, 1);
}

void jb_arena_close(jb_arena *arena)
{
	if (!arena)
		return;
	/* a drop may still allocate, so take them one by one */
	while (arena->last) {
		deferred *d = arena->last;

		arena->last = d->next;
		d->drop(d->object);
	}
	while (arena->blocks) {
		block *b = arena->blocks;

		arena->blocks = b->next;
		g_free(b);
	}
	g_free(arena);
}

/* A large piece gets a block of its own, put second, so that the half-filled
 * first one stays in use. */
static void *alloc_large(jb_arena *arena, size_t size)
{
	block *b = block_new(size);

	b->used = size;
	if (arena->blocks) {
		b->next = arena->blocks->next;
		arena->blocks->next = b;
	} else {
		arena->blocks = b;
	}
	return b->data;
}

void *jb_arena_alloc(jb_arena *arena, size_t size)
{
	block *b = arena->blocks;
	char *piece;

	g_assert(size <= G_MAXSIZE - ALIGN);
	size = (MAX(size, 1) + ALIGN - 1) / ALIGN * ALIGN;
	if (size > BLOCK_SIZE / 4)
		return alloc_large(arena, size);
	if (!b || b->size - b->used < size) {
		b = block_new(BLOCK_SIZE);
		b->next = arena->blocks;
		arena->blocks = b;
	}
	piece = (char *)b->data + b->used;
	b->used += size;
	return piece;
}

void jb_arena_defer(jb_arena *arena, void (*drop)(void *), void *object)
{
	deferred *d = jb_new(arena, deferred);

	d->next = arena->last;
	d->drop = drop;
	d->object = object;
	arena->last = d;
}

char *jb_strdup(jb_arena *arena, const char *s)
{
	return s ? jb_strndup(arena, s, strlen(s)) : NULL;
}

char *jb_strndup(jb_arena *arena, const char *s, size_t len)
{
	char *copy = jb_arena_alloc(arena, len + 1);

	if (len > 0)
		memcpy(copy, s, len);
	return copy;
}

char *jb_sprintf(jb_arena *arena, const char *format, ...)
{
	va_list args;
	char *text;

	va_start(args, format);
	text = jb_vsprintf(arena, format, args);
	va_end(args);
	return text;
}

char *jb_vsprintf(jb_arena *arena, const char *format, va_list args)
{
	g_autofree char *text = g_strdup_vprintf(format, args);

	return jb_strdup(arena, text);
}
