/* said.h - on which page that stands which a message is about: what is too high
 * is said when it is set, and its page is known later.
 */
#ifndef JB_LAYOUT_SAID_H
#define JB_LAYOUT_SAID_H

#include "scene/desk.h"

/* The newest message is about this group, which is not empty: else nothing
 * will be said of its page. */
void jb_said_of(jb_desk *desk, const jb_group *group);

/* A hint under each of them, by a scene that is whole. */
void jb_said_pages(const jb_desk *desk, const jb_scene *scene);

#endif
