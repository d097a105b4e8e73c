/* label.h - what the folio of a page says: 12, xii, XII, 十二. */
#ifndef JB_LAYOUT_LABEL_H
#define JB_LAYOUT_LABEL_H

#include "base/arena.h"
#include "bind/block.h"

/* A number from 1 on. */
const char *jb_page_label(jb_arena *arena, jb_label label, int number);

#endif
