/* orient.h - how a character stands in a vertical line (UAX #50).
 */
#ifndef JB_TEXT_ORIENT_H
#define JB_TEXT_ORIENT_H

#include <glib.h>

/* The property Vertical_Orientation of Unicode 15.0. */
typedef enum {
	JB_ORIENT_R,  /* turned by 90° clockwise */
	JB_ORIENT_U,  /* upright */
	JB_ORIENT_TU, /* has a vertical form, else upright: 、 ぁ */
	JB_ORIENT_TR, /* has a vertical form, else turned: （ ー */
} jb_orient;

jb_orient jb_char_orient(gunichar c);

#endif
