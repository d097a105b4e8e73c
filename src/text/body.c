/* body.c - a mark's glyph fills an em of which it takes half: which half is
 * blank, by region.
 */
#include "text/para.h"

#include <math.h>

/* The glyph fills an em of which the mark takes half: the rest is blank. */
static void set_body(jb_atom *atom, double before, double after)
{
	atom->before = before * atom->em;
	atom->after = after * atom->em;
	atom->width -= atom->before + atom->after;
	atom->origin = -atom->before;
}

/* · is narrower than half an em in the font, and half an em in China's rules;
 * elsewhere it has a cell of one em. */
static void set_middle_dot(jb_atom *atom)
{
	atom->origin = (atom->em / 2 - atom->width) / 2;
	atom->width = atom->em / 2;
	if (atom->region != JB_REGION_CN)
		atom->before = atom->after = atom->em / 4;
}

static void set_pause(jb_atom *atom, gunichar c)
{
	bool asks = c == 0xff01 || c == 0xff1f;	 /* ！？ */
	bool colon = c == 0xff1a || c == 0xff1b; /* ：； */

	if (atom->region == JB_REGION_CN)
		set_body(atom, 0, .5);
	else if (asks)
		return;
	else if (atom->region != JB_REGION_JP || colon)
		set_body(atom, .25, .25);
	else
		set_body(atom, 0, .5);
}

/* In vertical lines ：；！？ fill their cell (clreq #punctuation-adjustment). */
static bool is_rigid(gunichar c)
{
	return c == 0xff1a || c == 0xff1b || c == 0xff01 || c == 0xff1f;
}

void jb_atom_set_body(const jb_para *para, jb_atom *atom)
{
	gunichar c = jb_atom_first(para, atom)->c;
	bool full = fabs(atom->width - atom->em) < .02 * atom->em;

	if (atom->cls == JB_MID)
		set_middle_dot(atom);
	else if (!full || (para->setting->vertical && is_rigid(c)))
		return;
	else if (atom->cls == JB_OPEN)
		set_body(atom, .5, 0);
	else if (atom->cls == JB_CLOSE)
		set_body(atom, 0, .5);
	else if (atom->cls == JB_COMMA || atom->cls == JB_STOP)
		set_pause(atom, c);
}
