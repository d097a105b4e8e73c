/* keys.h - what the looks of marks mean, said once for a picture: for this room
 * only.
 */
#ifndef JB_CHART_KEYS_H
#define JB_CHART_KEYS_H

#include "scene/desk.h"

typedef enum {
	JB_KEY_ACTUAL,
	JB_KEY_PLANNED,
	JB_KEY_TARGET,
	JB_KEY_UNSTATED,
} jb_key;

/* As many as there are looks, and one of the picture's own. */
#define JB_KEYS_MAX 5
#define JB_KEY_BASELINE 9

/* The keys of a picture, from left to right. */
typedef struct jb_keys {
	jb_group *key[JB_KEYS_MAX]; /* each ends at x 0 */
	size_t n;
} jb_keys;

/* The key of a look: a mark 16 pt wide and its words. */
void jb_keys_add(jb_desk *desk, jb_keys *keys, jb_key key);

/* An own key: `words` of style “small”.  Its mark goes into the group, left of
 * -width; who draws it adds its width. */
jb_group *jb_keys_add_words(jb_desk *desk, jb_keys *keys, const char *words);

/* Puts the keys beside the title of a group where they leave it room, else in
 * rows at the top of the group, flush right; returns the height of the rows. */
double jb_keys_place(
	jb_desk *desk, const jb_keys *keys, jb_group *group, double width);

#endif
