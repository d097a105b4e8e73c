/* inks.c - CMYK images of a PDF.
 *
 * An image's dictionary stands before its bytes.  What it says of smoothing is
 * given up, so that the array fits in its place and nothing in the file moves.
 */
#define _GNU_SOURCE /* memmem */
#include "paint/inks.h"

#include <stdio.h>
#include <string.h>

/* As cairo 1.16 writes it. */
static const char said[] = "/Interpolate true\n"
			   "   /BitsPerComponent 8\n"
			   "   /Filter /DCTDecode";
static const char wanted[] = "/Decode[1 0 1 0 1 0 1 0]"
			     "/BitsPerComponent 8 "
			     "/Filter/DCTDecode";

_Static_assert(sizeof wanted <= sizeof said, "nothing in the file moves");

/* A dictionary is short. */
enum { REACH = 400 };

/* The last one before the bytes of an image. */
static void mend_before(unsigned char *start, unsigned char *bytes)
{
	size_t len = strlen(said);

	for (unsigned char *p = bytes - len; p >= start; p--)
		if (memcmp(p, said, len) == 0) {
			memset(p, ' ', len);
			memcpy(p, wanted, strlen(wanted));
			return;
		}
	g_assert_not_reached();
}

static void mend_image(GByteArray *file, const jb_image *image)
{
	unsigned char *at =
		memmem(file->data, file->len, image->data, image->len);

	g_assert(at); /* it has been drawn */
	mend_before(MAX(file->data, at - MIN(REACH, at - file->data)), at);
}

void jb_pdf_inks_mend(GByteArray *file, const jb_scene *scene)
{
	g_autoptr(GHashTable) done = g_hash_table_new(NULL, NULL);

	for (unsigned i = 0; i < scene->leaves->len; i++) {
		const jb_leaf *leaf = g_ptr_array_index(scene->leaves, i);

		for (unsigned k = 0; k < leaf->group->items->len; k++) {
			const jb_item *item =
				g_ptr_array_index(leaf->group->items, k);
			const jb_image *image = &item->u.image;

			if (item->kind == JB_ITEM_IMAGE &&
				image->info.inverted &&
				g_hash_table_add(done, (void *)image->data))
				mend_image(file, image);
		}
	}
}
