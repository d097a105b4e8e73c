/* occupy.c - a bitmap of what is taken, and the eight places beside a disc. */
#include "plot/occupy.h"

#include <math.h>
#include <stdint.h>
#include <glib.h>

static const double cell = 0.5;

struct jb_occupied {
	double x, y;
	size_t columns, rows, stride; /* of words of 64 cells */
	uint64_t *bits;
};

jb_occupied *jb_occupied_new(
	jb_arena *arena, double x, double y, double w, double h)
{
	jb_occupied *map = jb_new(arena, jb_occupied);

	map->x = x;
	map->y = y;
	map->columns = (size_t)ceil(fmax(w, 0) / cell);
	map->rows = (size_t)ceil(fmax(h, 0) / cell);
	map->stride = map->columns / 64 + 1;
	map->bits = jb_new_array(arena, uint64_t, map->stride * map->rows + 1);
	return map;
}

/* The cells that a rectangle touches; false where it leaves the map. */
static bool cells_of(const jb_occupied *map, const double rect[4],
	size_t from[2], size_t to[2])
{
	double low[2] = {floor((rect[0] - map->x) / cell + 1e-6),
		floor((rect[1] - map->y) / cell + 1e-6)};
	double high[2] = {ceil((rect[0] + rect[2] - map->x) / cell - 1e-6),
		ceil((rect[1] + rect[3] - map->y) / cell - 1e-6)};
	double most[2] = {(double)map->columns, (double)map->rows};
	bool inside = true;

	for (int i = 0; i < 2; i++) {
		inside = inside && low[i] >= 0 && high[i] <= most[i];
		from[i] = (size_t)fmin(fmax(low[i], 0), most[i]);
		to[i] = (size_t)fmin(fmax(high[i], 0), most[i]);
	}
	return inside;
}

/* Cells [from, to) of a word of a row. */
static uint64_t mask_of(size_t from, size_t to, size_t word)
{
	size_t first = word * 64;
	uint64_t mask = ~UINT64_C(0);

	if (from > first)
		mask &= ~UINT64_C(0) << (from - first);
	if (to < first + 64)
		mask &= to > first ? ~UINT64_C(0) >> (first + 64 - to) : 0;
	return mask;
}

void jb_occupy_rect(jb_occupied *map, double x, double y, double w, double h)
{
	size_t from[2], to[2];

	cells_of(map, (double[]){x, y, w, h}, from, to);
	for (size_t row = from[1]; row < to[1] && from[0] < to[0]; row++)
		for (size_t i = from[0] / 64; i <= (to[0] - 1) / 64; i++)
			map->bits[row * map->stride + i] |=
				mask_of(from[0], to[0], i);
}

void jb_occupy_disc(jb_occupied *map, double cx, double cy, double r)
{
	for (double y = cy - r; y < cy + r; y += cell) {
		double off = fmin(fabs(y - cy), fabs(y + cell - cy));
		double half = sqrt(fmax(0, r * r - off * off));

		jb_occupy_rect(map, cx - half, y, 2 * half, cell);
	}
}

bool jb_is_free(const jb_occupied *map, double x, double y, double w, double h)
{
	size_t from[2], to[2];

	if (!cells_of(map, (double[]){x, y, w, h}, from, to))
		return false;
	for (size_t row = from[1]; row < to[1] && from[0] < to[0]; row++)
		for (size_t i = from[0] / 64; i <= (to[0] - 1) / 64; i++)
			if (map->bits[row * map->stride + i] &
				mask_of(from[0], to[0], i))
				return false;
	return true;
}

bool jb_place_beside(const jb_occupied *map, double cx, double cy, double r,
	double w, double h, double *x, double *y)
{
	static const double gap = 1.5;
	/* right, over and under it at the right, left, and so on */
	static const int ways[8][2] = {{1, 0}, {1, -1}, {1, 1}, {-1, 0},
		{-1, -1}, {-1, 1}, {0, -1}, {0, 1}};

	for (int i = 0; i < 8; i++) {
		bool corner = ways[i][0] && ways[i][1];
		double off = (corner ? r * G_SQRT2 / 2 : r) + gap;

		*x = cx + ways[i][0] * off - (1 - ways[i][0]) * w / 2;
		*y = cy + ways[i][1] * off - (1 - ways[i][1]) * h / 2;
		if (jb_is_free(map, *x, *y, w, h))
			return true;
	}
	return false;
}
