/* exif.h - which way up a camera held an image. */
#ifndef JB_BASE_EXIF_H
#define JB_BASE_EXIF_H

#include <stddef.h>

/* Orientation, 1 to 8, of Exif's bytes from their TIFF header on; 1 (upright)
 * where they do not say it, or are damaged. */
int jb_exif_orientation(const unsigned char *data, size_t len);

#endif
