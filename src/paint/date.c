/* date.c - the dates of a PDF.
 *
 * cairo 1.16 leaves out the “D:” that ISO 32000-1, 7.9.4 asks for.  The date
 * goes in with its offset from UTC written out, which is longer than a plain Z;
 * so the right date fits in its place and nothing in the file moves.
 */
#include "paint/date.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <string.h>

typedef struct when {
	unsigned year, month, day, hour, minute, second;
} when;

static when when_of(const char *iso)
{
	when t = {0};

	if (!iso || sscanf(iso, "%4u-%2u-%2uT%2u:%2u:%2u", &t.year, &t.month,
			    &t.day, &t.hour, &t.minute, &t.second) < 3)
		return (when){1970, 1, 1, 0, 0, 0};
	return t;
}

void jb_pdf_date_put(cairo_surface_t *pdf, const char *iso)
{
	when t = when_of(iso);
	g_autofree char *date =
		g_strdup_printf("%04u-%02u-%02uT%02u:%02u:%02u+00:00", t.year,
			t.month, t.day, t.hour, t.minute, t.second);

	cairo_pdf_surface_set_metadata(
		pdf, CAIRO_PDF_METADATA_CREATE_DATE, date);
	cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/* The last place in the file, for there the information dictionary stands.
 * Strings in it cannot look like this: their parentheses are escaped. */
static void replace_last(GByteArray *file, const char *old, const char *new)
{
	size_t len = strlen(old);

	g_assert(strlen(new) == len);
	for (size_t at = file->len; at >= len; at--) {
		unsigned char *here = file->data + at - len;

		if (memcmp(here, old, len) == 0) {
			memcpy(here, new, len);
			return;
		}
	}
}

void jb_pdf_date_mend(GByteArray *file, const char *iso)
{
	static const char *const keys[] = {"/CreationDate", "/ModDate"};
	when t = when_of(iso);
	g_autofree char *digits = g_strdup_printf("%04u%02u%02u%02u%02u%02u",
		t.year, t.month, t.day, t.hour, t.minute, t.second);

	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		g_autofree char *old =
			g_strdup_printf("%s (%s+00'00)", keys[i], digits);
		g_autofree char *new =
			g_strdup_printf("%s (D:%sZ)   ", keys[i], digits);

		replace_last(file, old, new);
	}
}
