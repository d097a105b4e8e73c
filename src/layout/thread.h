/* thread.h - prose that goes on in another frame: “more: NAME”.
 *
 * What is left of each thread is a list that never changes; desk->threads is
 * its head, and setting it back is all that pouring again takes.
 */
#ifndef JB_LAYOUT_THREAD_H
#define JB_LAYOUT_THREAD_H

#include "bind/bind.h"
#include "layout/frame.h"

/* The block that a galley of prose pours: of a `more`, the prose it goes on
 * with, in its own style, columns and height. */
const jb_block *jb_thread_block(const jb_galley *galley);

/* What of it is still to be set, and the tags of its paragraphs. */
const jb_story *jb_thread_story(const jb_galley *galley);
jb_tag **jb_thread_tags(const jb_galley *galley);

/* Is its frame what others leave of a column's height? */
bool jb_thread_asked(const jb_block *block);

/* Sets galley->take if the prose stands in a frame of a height; false if it
 * does not. */
bool jb_thread_pour(jb_galley *galley, const jb_style *style,
	const jb_style *plain, double measure, jb_tag **tags);

/* What no frame took is an error. */
void jb_threads_check(jb_desk *desk);

/* Jump lines.  Which threads go on on another page is known when all blocks
 * are placed; room for the words is kept before.  False: another try is needed,
 * with room where it is needed.  (jump.c) */
void jb_jumps_open(jb_desk *desk);
bool jb_jumps_settle(jb_desk *desk, const jb_scene *scene);

/* The words, in the room that was kept; no more room is kept after that. */
void jb_jumps_say(jb_desk *desk, jb_binding *binding, const jb_scene *scene);

/* Does a thread's frame, from 1 on, begin on another page than the one before
 * ends?  As far as known. */
bool jb_jump_known(const jb_desk *desk, const jb_block *origin, unsigned frame);

/* A place for words: a line `width` wide with its top left corner at x, y. */
void jb_jump_keep(jb_desk *desk, jb_group *group, double x, double y,
	const jb_block *origin, unsigned frame, bool to, double width,
	bool room);

#endif
