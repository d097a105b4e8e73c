/* crowd.h - many icons for one figure: for this room only. */
#ifndef JB_CHART_CROWD_H
#define JB_CHART_CROWD_H

#include "bind/block.h"
#include "scene/icons.h"

/* More than so many are shown as one icon for ten, a hundred … */
#define JB_CROWD_MAX 60

typedef struct jb_crowd {
	const jb_figure *figure;
	const char *icon;
	const jb_ink *ink;
	jb_icon_look look;
	int n;	   /* icons */
	bool part; /* the last one stands for less than one icon does */
	bool more; /* 余: one more follows, light */
	bool open; /* 以上: an open arrow follows */
} jb_crowd;

/* How icons stand: rows of `per`, live area size_pt. */
typedef struct jb_crowd_grid {
	int per, rows;
	double size_pt, pitch_pt, row_pt;
} jb_crowd_grid;

/* What one icon stands for, so that the largest of n figures needs at most
 * JB_CROWD_MAX: 1, 10, 100 … */
double jb_crowd_scale(const jb_figure *const *figures, size_t n);

jb_crowd jb_crowd_new(const jb_desk *desk, const jb_figure *figure,
	const char *icon, double scale);

/* Places that the icons take: with the light one and the arrow. */
int jb_crowd_places(const jb_crowd *crowd);

/* The grid with the largest icons, at most most_pt, for `places` in a room;
 * rows count in fives where they can. */
jb_crowd_grid jb_crowd_fit(
	int places, double room, double height, double most_pt);
/* The same for one crowd: the arrow of 以上 is not left alone in a row. */
jb_crowd_grid jb_crowd_turn(const jb_crowd *crowd, jb_crowd_grid grid);
double jb_crowd_height(const jb_crowd_grid *grid);

/* Draws them from x, y (their live edge) on. */
void jb_crowd_put(jb_desk *desk, jb_group *group, const jb_crowd *crowd,
	const jb_crowd_grid *grid, double x, double y);

/* The same as upright strips of road over a width. */
void jb_crowd_roads(jb_desk *desk, jb_group *group, const jb_crowd *crowd,
	double x, double y, double width, double height);

/* “一个图标代表十所” where an icon is not one thing; returns its height. */
double jb_crowd_key_put(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, const jb_crowd *crowd, double scale,
	double y, double width);

/* The figure's label, where the title does not say it, and its gloss; returns
 * their height. */
double jb_crowd_words(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, const jb_stat *stat, double y,
	double width);

#endif
