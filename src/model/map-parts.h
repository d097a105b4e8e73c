/* map-parts.h - what the files that read maps share; only for them. */
#ifndef JB_MODEL_MAP_PARTS_H
#define JB_MODEL_MAP_PARTS_H

#include "model/map.h"
#include "model/report-parts.h"

/* map-file.c: the regions of a file of GeoJSON; false after an error. */
bool jb_map_load(
	jb_reading *r, jb_map *map, const jb_node *file, const char *property);

#endif
