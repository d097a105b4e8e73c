/* arena.h - memory with one owner and one end.
 *
 * Everything made for a document comes from the document's arena and goes in
 * one call.  Memory is zeroed.  Out of memory aborts, as in GLib.
 */
#ifndef JB_BASE_ARENA_H
#define JB_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

typedef struct jb_arena jb_arena;

jb_arena *jb_arena_open(void);

/* Runs the deferred drops, last one first, then frees all memory. */
void jb_arena_close(jb_arena *arena);

/* Zeroed memory, aligned for any type; size 0 gives a valid pointer. */
void *jb_arena_alloc(jb_arena *arena, size_t size);

/* Hands a counted object over: drop(object) runs when the arena closes. */
void jb_arena_defer(jb_arena *arena, void (*drop)(void *), void *object);

char *jb_strdup(jb_arena *arena, const char *s); /* NULL gives NULL */
char *jb_strndup(jb_arena *arena, const char *s, size_t len);
char *jb_sprintf(jb_arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
char *jb_vsprintf(jb_arena *arena, const char *format, va_list args);

#define jb_new(arena, type) ((type *)jb_arena_alloc((arena), sizeof(type)))
#define jb_new_array(arena, type, n) \
	((type *)jb_arena_alloc((arena), sizeof(type) * (size_t)(n)))

#endif
