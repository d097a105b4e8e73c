/* guard.h - what is looked at before libyaml sees a byte. */
#ifndef JB_YAML_GUARD_H
#define JB_YAML_GUARD_H

#include "base/diag.h"

/* True when the source is UTF-8 (with or without its mark) and holds only
 * characters that YAML allows; else the first fault is in diags.
 *
 * U+0085, U+2028 and U+2029 are refused too: YAML 1.2 takes them for letters,
 * libyaml for line ends, and nobody sees them. */
bool jb_guard_bytes(jb_diags *diags, const jb_source *src);

/* The first character of a text that has no business in print, or 0. */
gunichar jb_guard_control(const char *text, size_t len);

#endif
