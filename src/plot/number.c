/* number.c - numbers on axes and at marks. */
#include "plot/number.h"

#include <math.h>
#include <string.h>

#include "model/wording.h"

jb_measure jb_measure_of(
	jb_arena *arena, const jb_figure *const *figures, size_t n)
{
	const jb_figure *first = NULL;
	bool same = true;
	double most = 0;
	int power;

	for (size_t i = 0; i < n; i++) {
		if (!figures[i]->has_value)
			continue;
		if (!first)
			first = figures[i];
		same = same && strcmp(first->unit, figures[i]->unit) == 0;
		most = fmax(most, fabs(jb_figure_size(figures[i])));
	}
	g_assert(first);
	if (strcmp(first->noun, "%") == 0 || (same && first->power > 0))
		return (jb_measure){first->power, first->unit};
	power = most >= 1e8 ? 8 : most >= 1e5 ? 4 : 0;
	return (jb_measure){power, jb_sprintf(arena, "%s%s",
					   power == 8	? "亿"
					   : power == 4 ? "万"
							: "",
					   first->noun)};
}

char *jb_tick_text(jb_arena *arena, double value, double step)
{
	int decimals = 0;
	double size = step;

	while (decimals < 9 && fabs(size - round(size)) > 1e-6 * size) {
		size *= 10;
		decimals++;
	}
	return jb_decimal_text(arena,
		(jb_decimal){llround(value * pow(10, decimals)), -decimals});
}

char *jb_measured_text(
	jb_arena *arena, const jb_figure *figure, const jb_measure *measure)
{
	jb_wording w = jb_wording_of(arena, figure);
	jb_decimal moved;

	if (!w.numeric)
		return jb_wording_text(arena, figure);
	moved = jb_figure_in(figure, measure->power);
	if (moved.exponent < -2 && moved.exponent < figure->value.exponent)
		return jb_wording_text(arena, figure);
	return jb_sprintf(arena, "%s%s%s%s", w.before,
		jb_decimal_text(arena, moved),
		figure->bound == JB_OVER ? "余" : "", w.after);
}
