/* tree.c - who belongs to whom: boxes and lines, from the top down where they
 * fit side by side, else from left to right.
 *
 * Each box stands at the middle of what is under it, and no two subtrees share
 * a band, so that lines never cross.
 */
#include "plot/places.h"

#include <math.h>

#include "plot/marks.h"

static const double box_most = 92, box_least = 34, pad = 5, pad_y = 3;
static const double gap = 8, level_gap = 22, family_gap = 6;
enum { BOXES_MOST = 200 };

struct box {
	const jb_bound_item *item;
	struct box *kids;
	size_t n;
	int depth;
	double w, h;	/* of the box */
	double breadth; /* that it and all under it take */
	double x, y;	/* its top left */
};

struct tree {
	jb_plot *plot;
	struct box root; /* no box itself: the tops stand under it */
	int depth;
	size_t n_boxes;
	bool across;	  /* from left to right */
	double level[16]; /* size of each level along the tree */
};

/* ---- boxes ---- */

static void grow(struct tree *tree, struct box *box, const jb_bound_item *items,
	size_t n, int depth)
{
	box->n = n;
	box->depth = depth;
	box->kids = jb_new_array(tree->plot->desk->arena, struct box, n + 1);
	tree->depth = MAX(tree->depth, depth);
	for (size_t i = 0; i < n; i++) {
		box->kids[i].item = &items[i];
		tree->n_boxes++;
		grow(tree, &box->kids[i], items[i].items, items[i].n_items,
			depth + 1);
	}
}

static double words_height(
	struct tree *tree, const struct box *box, double width)
{
	return jb_lines_put(tree->plot, 0, 0, width, box->item->name,
		       JB_TEXT_CENTER, NULL, false) +
	       jb_lines_put(tree->plot, 0, 0, width, box->item->detail,
		       JB_TEXT_CENTER, NULL, false);
}

static void measure(struct tree *tree, struct box *box, double most)
{
	jb_plot *plot = tree->plot;

	if (box->item) {
		double words = fmax(jb_word_width(plot, box->item->name),
			jb_word_width(plot, box->item->detail));

		box->w = fmax(box_least, fmin(words + 0.5 + 2 * pad, most));
		box->h = words_height(tree, box, box->w - 2 * pad) + 2 * pad_y;
	}
	for (size_t i = 0; i < box->n; i++)
		measure(tree, &box->kids[i], most);
}

/* Boxes of one family stand closer than families. */
static double gap_after(const struct box *box, size_t i)
{
	return i + 1 < box->n ? (box->kids[i].n || box->kids[i + 1].n
						? gap + family_gap
						: gap)
			      : 0;
}

static double breadth(struct tree *tree, struct box *box)
{
	double own = tree->across ? box->h : box->w, sum = 0;

	if (box->item)
		tree->level[box->depth] = fmax(tree->level[box->depth],
			tree->across ? box->w : box->h);
	for (size_t i = 0; i < box->n; i++)
		sum += breadth(tree, &box->kids[i]) + gap_after(box, i);
	return box->breadth = fmax(own, sum);
}

/* From `at` on across, level by level along. */
static void place(struct tree *tree, struct box *box, double at, double along)
{
	double sum = 0, own = tree->across ? box->h : box->w, middle;
	double next = along;

	for (size_t i = 0; i < box->n; i++)
		sum += box->kids[i].breadth + gap_after(box, i);
	if (box->item)
		next += tree->level[box->depth] + level_gap;
	at += (box->breadth - sum) / 2;
	for (size_t i = 0; i < box->n; i++) {
		place(tree, &box->kids[i], at, next);
		at += box->kids[i].breadth + gap_after(box, i);
	}
	at -= sum + (box->breadth - sum) / 2;
	middle = at + box->breadth / 2;
	if (box->n && box->item) { /* over the middle of its own */
		const struct box *a = &box->kids[0];
		const struct box *b = &box->kids[box->n - 1];
		double from = tree->across ? a->y + a->h / 2 : a->x + a->w / 2;
		double to = tree->across ? b->y + b->h / 2 : b->x + b->w / 2;

		middle = CLAMP((from + to) / 2, at + own / 2,
			at + box->breadth - own / 2);
	}
	box->x = tree->across ? along : middle - box->w / 2;
	box->y = tree->across ? middle - box->h / 2 : along;
}

/* ---- which way ---- */

static void start(struct tree *tree, bool across, double most)
{
	tree->across = across;
	for (size_t i = 0; i < G_N_ELEMENTS(tree->level); i++)
		tree->level[i] = 0;
	measure(tree, &tree->root, most);
	breadth(tree, &tree->root);
}

static bool choose(struct tree *tree)
{
	double width = tree->plot->width, room;

	start(tree, false, box_most);
	if (tree->root.breadth <= width)
		return true;
	start(tree, false, 5.2 * jb_word_height(tree->plot));
	if (tree->root.breadth <= width)
		return true;
	room = (width - level_gap * (tree->depth - 1)) / tree->depth;
	if (room < box_least)
		return false;
	start(tree, true, fmin(room, 2 * box_most));
	return true;
}

/* ---- drawing ---- */

static void put_link(
	struct tree *tree, const struct box *from, const struct box *to)
{
	jb_plot *plot = tree->plot;
	const jb_ink *ink = jb_desk_ink(plot->desk, "text45");
	bool across = tree->across;
	double x0 = across ? from->x + from->w : from->x + from->w / 2;
	double y0 = across ? from->y + from->h / 2 : from->y + from->h;
	double x1 = across ? to->x : to->x + to->w / 2;
	double y1 = across ? to->y + to->h / 2 : to->y;
	double bend = across ? x1 - level_gap / 2 : y1 - level_gap / 2;

	if (across) {
		jb_put_line(plot->desk, plot->group, x0, y0, bend, y0, ink, 0.5,
			false);
		jb_put_line(plot->desk, plot->group, bend, y0, bend, y1, ink,
			0.5, false);
		jb_put_line(plot->desk, plot->group, bend, y1, x1, y1, ink, 0.5,
			false);
		return;
	}
	jb_put_line(plot->desk, plot->group, x0, y0, x0, bend, ink, 0.5, false);
	jb_put_line(
		plot->desk, plot->group, x0, bend, x1, bend, ink, 0.5, false);
	jb_put_line(plot->desk, plot->group, x1, bend, x1, y1, ink, 0.5, false);
}

static void put_box(struct tree *tree, const struct box *box)
{
	jb_plot *plot = tree->plot;
	jb_desk *desk = plot->desk;
	const jb_ink *fill = jb_desk_ink(desk, box->depth == 1	 ? "primary"
					       : box->depth == 2 ? "primary16"
								 : "paper");
	const jb_ink *words = jb_ink_on(desk, fill);
	double room = box->w - 2 * pad, y = box->y + pad_y;
	guint from = plot->group->items->len;

	jb_put_rect(desk, plot->group, box->x, box->y, box->w, box->h, fill);
	if (box->depth > 2)
		jb_put_frame(desk, plot->group, box->x + 0.25, box->y + 0.25,
			box->w - 0.5, box->h - 0.5, jb_desk_ink(desk, "text45"),
			0.5, false);
	y += jb_lines_put(plot, box->x + pad, y, room, box->item->name,
		JB_TEXT_CENTER, words, true);
	jb_lines_put(plot, box->x + pad, y, room, box->item->detail,
		JB_TEXT_CENTER, words, true);
	jb_claim_at(plot->group, from, box->item->pos);
}

static void put(struct tree *tree, const struct box *box)
{
	for (size_t i = 0; i < box->n; i++) {
		if (box->item) {
			guint from = tree->plot->group->items->len;

			put_link(tree, box, &box->kids[i]);
			jb_claim_at(tree->plot->group, from,
				box->kids[i].item->pos);
		}
		put(tree, &box->kids[i]);
	}
	if (box->item)
		put_box(tree, box);
}

static double lowest(const struct box *box)
{
	double low = box->y + box->h;

	for (size_t i = 0; i < box->n; i++)
		low = fmax(low, lowest(&box->kids[i]));
	return low;
}

void jb_tree_put(jb_plot *plot)
{
	struct tree tree = {.plot = plot};
	const jb_bound_subject *of = &plot->picture->of;
	jb_pos pos = plot->picture->picture->pos;

	grow(&tree, &tree.root, of->items, of->n_items, 0);
	if (tree.n_boxes > BOXES_MOST ||
		tree.depth >= (int)G_N_ELEMENTS(tree.level)) {
		jb_error(plot->desk->diags, pos,
			"a tree takes up to %d boxes in %d levels", BOXES_MOST,
			(int)G_N_ELEMENTS(tree.level) - 1);
		return;
	}
	if (!choose(&tree)) {
		jb_error(plot->desk->diags, pos,
			"%d levels do not fit in %.0f mm", tree.depth,
			plot->width * 25.4 / 72);
		jb_hint(plot->desk->diags, "`lead: true` gives more room");
		return;
	}
	place(&tree, &tree.root,
		tree.across ? 0 : (plot->width - tree.root.breadth) / 2, 0);
	tree.root.y = tree.root.h = 0;
	put(&tree, &tree.root);
	plot->group->height = lowest(&tree.root);
}
