/* file.c - writing beside the target and renaming at the end. */
#include "base/file.h"

#include <string.h>
#include <sys/stat.h>
#include <glib/gstdio.h>

#include "base/messages.h"

bool jb_file_write(
	const char *path, const void *data, size_t len, GError **error)
{
	GStatBuf st;
	GError *why = NULL;
	const char *reason;

	/* the rename would put our file in the place of a device or pipe */
	if (g_stat(path, &st) == 0 && !S_ISREG(st.st_mode)) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
			jb_tr("cannot write “%s”: not a regular file"), path);
		return false;
	}
	if (len > G_MAXSSIZE) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
			jb_tr("cannot write “%s”: too large"), path);
		return false;
	}
	if (g_file_set_contents_full(path, data, (gssize)len,
		    G_FILE_SET_CONTENTS_CONSISTENT |
			    G_FILE_SET_CONTENTS_DURABLE,
		    0644, &why))
		return true;
	/* GLib names the file beside the target: keep only the reason */
	reason = g_strrstr(why->message, ": ");
	g_set_error(error, why->domain, why->code,
		jb_tr("cannot write “%s”: %s"), path,
		jb_tr(reason ? reason + strlen(": ") : why->message));
	g_error_free(why);
	return false;
}
