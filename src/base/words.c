/* words.c - how far apart two words are. */
#include "base/words.h"

#include <stdlib.h>
#include <glib.h>

enum { LONGEST = 64 };

typedef struct letters {
	gunichar at[LONGEST];
	int n;
} letters;

static int spell(const char *word, letters *out)
{
	out->n = 0;
	for (; *word; word = g_utf8_next_char(word)) {
		if (out->n == LONGEST)
			return -1;
		out->at[out->n++] = g_utf8_get_char(word);
	}
	return out->n;
}

/* Letters put in, left out, changed or swapped with a neighbour: one each
 * (optimal string alignment, so no letter is touched twice). */
static int distance(const letters *a, const letters *b)
{
	int d[LONGEST + 1][LONGEST + 1];

	for (int i = 0; i <= a->n; i++)
		d[i][0] = i;
	for (int j = 0; j <= b->n; j++)
		d[0][j] = j;
	for (int i = 1; i <= a->n; i++) {
		for (int j = 1; j <= b->n; j++) {
			int change = a->at[i - 1] != b->at[j - 1];
			int best = d[i - 1][j - 1] + change;

			best = MIN(best, d[i - 1][j] + 1);
			best = MIN(best, d[i][j - 1] + 1);
			if (i > 1 && j > 1 && a->at[i - 1] == b->at[j - 2] &&
				a->at[i - 2] == b->at[j - 1])
				best = MIN(best, d[i - 2][j - 2] + 1);
			d[i][j] = best;
		}
	}
	return d[a->n][b->n];
}

const char *jb_words_nearest(
	const char *word, const char *const *words, size_t n)
{
	const char *nearest = NULL;
	letters a, b;
	int best;

	if (spell(word, &a) < 0)
		return NULL;
	best = MAX(a.n / 3, 1) + 1;
	for (size_t i = 0; i < n; i++) {
		int far;

		if (spell(words[i], &b) < 0 || abs(a.n - b.n) >= best)
			continue;
		far = distance(&a, &b);
		if (far < best) {
			best = far;
			nearest = words[i];
		}
	}
	return nearest;
}
