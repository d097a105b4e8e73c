/* kept.c - what a picture looked like. */
#include "chart/kept.h"

/* One of few: the sizes that a page was tried with. */
typedef struct look {
	double width;
	const jb_layout *layout;
	const jb_ink *accent;
	const jb_group *group;
	struct look *next;
} look;

typedef struct kept {
	look *looks;
	const char *alt;
} kept;

static kept *kept_of(jb_desk *desk, const jb_bound_picture *picture)
{
	kept *k = g_hash_table_lookup(desk->kept, picture);

	if (!k) {
		k = jb_new(desk->arena, kept);
		g_hash_table_insert(desk->kept, (void *)picture, k);
	}
	return k;
}

jb_group *jb_kept_look(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	for (look *l = kept_of(desk, picture)->looks; l; l = l->next)
		if (l->width == width && l->layout == desk->layout &&
			l->accent == desk->accent)
			return jb_group_copy(desk->arena, l->group);
	return NULL;
}

void jb_keep_look(jb_desk *desk, const jb_bound_picture *picture, double width,
	const jb_group *group)
{
	kept *k = kept_of(desk, picture);
	look *l = jb_new(desk->arena, look);

	*l = (look){width, desk->layout, desk->accent,
		jb_group_copy(desk->arena, group), k->looks};
	k->looks = l;
}

const char **jb_kept_alt(jb_desk *desk, const jb_bound_picture *picture)
{
	return &kept_of(desk, picture)->alt;
}
