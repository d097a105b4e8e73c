/* spot.c - lines and columns against bytes; the text need not be UTF-8. */
#include "yaml/spot.h"

static const char *next(const char *p, const char *end)
{
	gunichar c = *p ? g_utf8_get_char_validated(p, end - p) : 0;

	return c > 0 && c < (gunichar)-2 ? g_utf8_next_char(p) : p + 1;
}

jb_pos jb_spot_pos(const jb_source *src, size_t byte)
{
	jb_pos pos = {src, 1, 1};
	unsigned low = 0, high = src->n_lines;
	const char *p, *goal;

	if (src->n_lines == 0)
		return pos;
	while (high - low > 1) {
		unsigned middle = low + (high - low) / 2;

		if (src->lines[middle] <= byte)
			low = middle;
		else
			high = middle;
	}
	pos.line = low + 1;
	goal = src->text + MIN(byte, src->len);
	for (p = src->text + src->lines[low]; p < goal; pos.col++)
		p = next(p, src->text + src->len);
	return pos;
}

const char *jb_spot_rest(jb_pos pos, size_t *len)
{
	const char *p = jb_source_line(pos.src, pos.line, len);
	const char *end = p + *len;

	for (unsigned col = 1; col < pos.col && p < end; col++)
		p = next(p, end);
	*len = (size_t)(end - p);
	return p;
}

gunichar jb_spot_char(jb_pos pos)
{
	size_t len;
	const char *p = jb_spot_rest(pos, &len);

	return len > 0 ? g_utf8_get_char(p) : 0;
}

bool jb_spot_starts_line(jb_pos pos)
{
	size_t len;
	const char *line = jb_source_line(pos.src, pos.line, &len);
	const char *here = jb_spot_rest(pos, &len);

	while (line < here && (*line == ' ' || *line == '\t'))
		line++;
	return line == here;
}
