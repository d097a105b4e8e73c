/* file.h - output that is whole or not there. */
#ifndef JB_BASE_FILE_H
#define JB_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <glib.h>

/* Writes beside the target, syncs, renames: never half a file.  An existing
 * file stays as it was when anything fails.  Missing folders are not made. */
bool jb_file_write(
	const char *path, const void *data, size_t len, GError **error);

#endif
