/* spot.h - from a place to the bytes there and back. */
#ifndef JB_YAML_SPOT_H
#define JB_YAML_SPOT_H

#include "base/source.h"

/* The place of a byte of the source. */
jb_pos jb_spot_pos(const jb_source *src, size_t byte);

/* The rest of the line from pos; *len is 0 at its end and past it. */
const char *jb_spot_rest(jb_pos pos, size_t *len);

/* The character at pos; 0 at the end of the line. */
gunichar jb_spot_char(jb_pos pos);

/* True when only blanks stand before pos on its line. */
bool jb_spot_starts_line(jb_pos pos);

#endif
