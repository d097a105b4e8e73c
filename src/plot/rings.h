/* rings.h - sectors in the making; only for their files. */
#ifndef JB_PLOT_RINGS_H
#define JB_PLOT_RINGS_H

#include "plot/places.h"

#define JB_RINGS_GAP 4.0   /* between words and their leader */
#define JB_RINGS_ELBOW 6.0 /* of a leader, out of the circle */

typedef struct jb_sector {
	jb_part *part;
	double r0, r1, from, to;
	double of; /* what it is a share of */
	jb_shade look;
	bool outer;	       /* its words may stand beside the circle */
	const jb_rich *inside; /* what stands in it, or NULL */
	jb_point words;	       /* and where its middle is */
	const jb_rich *beside; /* in full, or its number; NULL: nothing */
	double beside_w;
} jb_sector;

typedef struct jb_rings {
	jb_plot *plot;
	jb_part *whole;
	jb_sector *v;
	size_t n;
	double cx, cy, r, hole; /* hole: of the radius */
	bool keyed;		/* numbers beside the circle, words below */
	bool shares; /* of what stands in a sector: its share, not its name */
} jb_rings;

/* --- rings-words.c --- */

/* Its share, or what it is where that is in %. */
const jb_rich *jb_sector_share(jb_rings *rings, const jb_sector *sector);

/* Lets words stand in a sector; false where they do not fit. */
bool jb_sector_write(jb_rings *rings, jb_sector *sector, const jb_rich *rich);

/* All of it in one line: where many stand beside the circle. */
const jb_rich *jb_sector_line(jb_rings *rings, const jb_sector *sector);

/* The number of its key. */
const jb_rich *jb_sector_number(jb_rings *rings, jb_part *part);

/* How wide the words of a sector beside the circle are, and how much room for
 * them there is on each side. */
double jb_sector_beside_width(jb_rings *rings, const jb_sector *sector);
double jb_rings_room(const jb_rings *rings);

/* Where all words beside the circle stand; sets the circle's middle. */
jb_callout_place *jb_rings_spread(jb_rings *rings, double width, double *high);

/* The leader of a sector, and its words. */
void jb_sector_put_beside(jb_rings *rings, jb_sector *sector,
	const jb_callout_place *place, double width);

#endif
