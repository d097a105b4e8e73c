/* body.c - a mark's glyph fills an em of which it takes half: the blank of the
 * other half belongs to the gaps beside it.
 */
#include "text/para.h"

#include <math.h>

#include "text/marks.h"

static void set_body(jb_atom *atom, const jb_mark *mark)
{
	double before = mark->before * atom->em, after = mark->after * atom->em;

	atom->width -= before + after;
	atom->origin = -before;
	atom->before = mark->tight ? 0 : before;
	atom->after = mark->tight ? 0 : after;
}

/* The body of · is half an em, with the region's blanks around it.  Where the
 * font draws it narrower the rest is blank, too, so that a line ends at the
 * glyph; wider (・), it is cut.  Korea takes what the font has. */
static void set_middle_dot(jb_atom *atom, const jb_mark *mark)
{
	double rest = (atom->em / 2 - atom->width) / 2;

	/* jlreq 3.1.2: ・ has an em, also at a line's end */
	bool cell = atom->region == JB_REGION_JP && rest < -.2 * atom->em;

	if (atom->region == JB_REGION_KR || cell)
		return;
	atom->before = atom->after = mark->before * atom->em + fmax(0, rest);
	atom->width = fmin(atom->width, atom->em / 2);
	atom->origin = fmin(0, rest);
}

/* In vertical lines ：；！？ fill their cell (clreq #punctuation-adjustment).
 */
static bool is_rigid(gunichar c)
{
	return c == 0xff1a || c == 0xff1b || c == 0xff01 || c == 0xff1f;
}

void jb_atom_set_body(const jb_para *para, jb_atom *atom)
{
	gunichar c = jb_atom_first(para, atom)->c;
	const jb_mark *mark = jb_mark_of((jb_region)atom->region, atom->cls, c);
	bool full = fabs(atom->width - atom->em) < .02 * atom->em;

	if (!mark)
		return;
	if (atom->cls == JB_MID)
		set_middle_dot(atom, mark);
	else if (full && !(para->setting->vertical && is_rigid(c)))
		set_body(atom, mark);
}
