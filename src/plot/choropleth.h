/* choropleth.h - a choropleth in the making; only for its files. */
#ifndef JB_PLOT_CHOROPLETH_H
#define JB_PLOT_CHOROPLETH_H

#include "plot/classes.h"
#include "plot/land.h"
#include "plot/places.h"

typedef struct jb_map_area {
	const jb_region *region;
	const jb_stat *stat; /* or NULL */
	const jb_land *land;
	jb_part *part; /* of its figure */
} jb_map_area;

typedef struct jb_choropleth {
	jb_plot *plot;
	const jb_map *map;
	jb_projection projection;
	jb_classes classes;
	jb_map_area *areas; /* of the map's regions */
	size_t n_shown;
	jb_land lines; /* of all regions */
	jb_occupied *taken;
} jb_choropleth;

/* choropleth-words.c: names and values in areas or beside them, numbers and
 * their keys. */
void jb_choropleth_words(jb_choropleth *choropleth);

#endif
