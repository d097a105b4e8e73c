/* date.h - the dates of a PDF, for this room only. */
#ifndef JB_PAINT_DATE_H
#define JB_PAINT_DATE_H

#include <cairo.h>
#include <glib.h>

/* Sets both dates of a PDF from ISO 8601 in UTC; the epoch when there is none.
 * Never left to cairo, which would ask the clock. */
void jb_pdf_date_put(cairo_surface_t *pdf, const char *iso);

/* Mends in the finished file what cairo wrote for the same date. */
void jb_pdf_date_mend(GByteArray *file, const char *iso);

#endif
