/* seam.h - rings that go over the edge of a map of the earth. */
#ifndef JB_PLOT_SEAM_H
#define JB_PLOT_SEAM_H

#include "model/map.h"

/* Cuts a ring of degrees where it goes over the meridian opposite of `middle`
 * (RFC 7946 3.1.9), so that each piece lies on one side.  `pieces` has room for
 * 3; returns how many there are: 1 for a ring that stays inside. */
size_t jb_seam_cut(
	jb_arena *arena, const jb_ring *ring, double middle, jb_ring pieces[3]);

#endif
