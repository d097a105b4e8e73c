/* upright.h - characters of a vertical line: how each stands, and where its
 * glyphs are.
 *
 * Chinese stands upright, Latin words and long numbers are turned, one letter
 * and up to three digits stand side by side in a cell of one em
 * (tate-chu-yoko).  Rules: UAX #50; clreq #mixed_text_composition_in_vertical_
 * writing_mode.
 */
#ifndef JB_TEXT_UPRIGHT_H
#define JB_TEXT_UPRIGHT_H

#include "text/para.h"

/* jb_char.stand */
typedef enum {
	JB_STAND_ALONG,	 /* as in a horizontal line, or turned in a vertical */
	JB_STAND_UPRIGHT,
	JB_STAND_CELL, /* in one cell with its neighbours that have this */
	JB_STAND_FORM, /* upright if its face has a vertical form for it */
} jb_stand;

/* Digits that may share a cell. */
enum { JB_CELL_MOST = 3 };

/* How each character of a vertical paragraph stands. */
void jb_para_stand(jb_para *para);

/* The same for one character and the face that draws it: never
 * JB_STAND_FORM. */
jb_stand jb_stand_in(jb_para *para, uint32_t i, jb_face *face);

/* Puts the glyphs of an atom on the centre line: those of an upright one are
 * shaped downwards already, others stand on a baseline from its left. */
void jb_atom_stand(jb_para *para, jb_atom *atom);

/* How far the baseline of an atom is below the line's, in pt: in a vertical
 * line, how far left of the centre line. */
double jb_atom_baseline(const jb_atom *atom);

/* Puts a space beside an atom that looks the same and `room` pt wide: on its
 * baseline, or in the middle of its column, where readers of the page's text
 * look for it. */
void jb_space_place(const jb_atom *atom, double room, jb_glyph *space);

#endif
