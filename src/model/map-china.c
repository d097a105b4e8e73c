/* map-china.c - whether a map shows land of China, so that it needs an approval
 * number.
 *
 * No boundary is known here: only rectangles that lie within the country, or
 * reach out over the sea, and never over land of its neighbours.
 */
#include "model/map.h"

#include <math.h>
#include <string.h>
#include <glib.h>

/* West, south, east and north, in degrees. */
static const double lands[][4] = {
	{99, 26, 123.8, 41.4},	  /* the middle, and the east to the sea */
	{108.4, 21.7, 122.2, 26}, /* the south-east, Taiwan */
	{108.5, 18, 111.5, 20.3}, /* Hainan */
	{99.8, 23.6, 108.4, 26},  /* the south-west */
	{99, 24.2, 99.8, 26},
	{102.6, 23, 104.2, 23.6},
	{100.4, 22.7, 102, 23.6},
	{100.6, 22.2, 101.3, 22.7},
	{107.2, 22.2, 108.4, 23.6},
	{112.4, 41.4, 125.6, 43.2}, /* the north-east */
	{114, 43.2, 117.2, 44.4},
	{127, 42.6, 129.4, 43.2},
	{117.2, 43.2, 130.2, 46},
	{130.2, 44, 130.8, 46},
	{120.4, 46, 131, 47.4},
	{120.4, 47.4, 130, 48.2},
	{118.6, 48.4, 120.2, 49.4},
	{120.2, 48.2, 127, 49.8},
	{121.8, 49.8, 124.8, 52.6},
	{98.8, 41.4, 102, 42}, /* the north-west */
	{81, 36, 98.8, 42.2},
	{75.6, 37.6, 81, 39.6},
	{81, 42.2, 82, 44.4},
	{82, 42.2, 90.2, 44.6},
	{83.4, 44.6, 90, 46.4},
	{86.4, 46.4, 88.6, 48},
	{81.4, 31.4, 84, 36}, /* the high west */
	{84, 29.8, 99, 36},
	{86.6, 28.6, 91.4, 29.8},
};

static const char *const provinces[] = {"北京", "天津", "河北", "山西",
	"内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽",
	"福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南",
	"重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏",
	"新疆", "香港", "澳门", "台湾"};

static bool is_province(const char *name)
{
	static const char *const ends[] = {"", "省", "市", "自治区",
		"壮族自治区", "回族自治区", "维吾尔自治区", "特别行政区"};

	for (size_t i = 0; i < G_N_ELEMENTS(provinces); i++) {
		if (!g_str_has_prefix(name, provinces[i]))
			continue;
		for (size_t k = 0; k < G_N_ELEMENTS(ends); k++)
			if (strcmp(name + strlen(provinces[i]), ends[k]) == 0)
				return true;
	}
	return false;
}

/* Whether the point lies in the ring, by the crossings at its left. */
static bool holds(const jb_ring *ring, double x, double y)
{
	bool in = false;

	for (size_t i = 0, k = ring->n - 1; i < ring->n; k = i++) {
		const double *p = &ring->points[2 * i];
		const double *q = &ring->points[2 * k];

		if ((p[1] > y) != (q[1] > y) &&
			x < p[0] + (q[0] - p[0]) * (y - p[1]) / (q[1] - p[1]))
			in = !in;
	}
	return in;
}

/* A corner of the ring lies in the rectangle, or its middle in the ring. */
static bool meets(const jb_ring *ring, const double land[4])
{
	for (size_t i = 0; i < ring->n; i++) {
		const double *p = &ring->points[2 * i];

		if (p[0] > land[0] && p[0] < land[2] && p[1] > land[1] &&
			p[1] < land[3])
			return true;
	}
	return !ring->line && !ring->hole &&
	       holds(ring, (land[0] + land[2]) / 2, (land[1] + land[3]) / 2);
}

static bool lies_there(const jb_region *region)
{
	for (size_t i = 0; i < region->n_rings; i++)
		for (size_t k = 0; k < G_N_ELEMENTS(lands); k++)
			if (meets(&region->rings[i], lands[k]))
				return true;
	return false;
}

const jb_region *jb_map_in_china(const jb_map *map, bool degrees)
{
	for (size_t i = 0; i < map->n; i++)
		if (is_province(map->regions[i].name) ||
			(degrees && lies_there(&map->regions[i])))
			return &map->regions[i];
	return NULL;
}
