/* inks.h - CMYK images of a PDF, for this room only. */
#ifndef JB_PAINT_INKS_H
#define JB_PAINT_INKS_H

#include "scene/scene.h"

/* Tells readers of a finished file that the numbers of Adobe's CMYK JPEGs are
 * light and not ink (ISO 32000-1, 8.9.5.2), which cairo 1.16 leaves out. */
void jb_pdf_inks_mend(GByteArray *file, const jb_scene *scene);

#endif
