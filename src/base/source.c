/* source.c - reading a file once and finding its lines again. */
#include "base/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/messages.h"

static jb_source *fail(
	GError **error, int code, const char *path, const char *what)
{
	g_set_error(error, G_FILE_ERROR, code, jb_tr("cannot read “%s”: %s"),
		path, what);
	return NULL;
}

/* A line ends with \n, \r\n or \r: what libyaml counts as well. */
static const char *line_end(const char *p, const char *end)
{
	while (p < end && *p != '\n' && *p != '\r')
		p++;
	return p;
}

static const char *line_next(const char *eol, const char *end)
{
	if (eol < end && *eol == '\r' && eol + 1 < end && eol[1] == '\n')
		return eol + 2;
	return eol < end ? eol + 1 : eol;
}

/* Messages ask for lines in any order, and files have up to 16 million. */
static void index_lines(jb_arena *arena, jb_source *src)
{
	const char *end = src->text + src->len;
	const char *p = src->text;
	g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(unsigned));

	/* the mark of UTF-8 is not a column of the first line */
	if (src->len >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0)
		p += 3;
	while (p < end) {
		unsigned at = (unsigned)(p - src->text);

		g_array_append_val(starts, at);
		p = line_next(line_end(p, end), end);
	}
	src->lines = jb_new_array(arena, unsigned, starts->len);
	src->n_lines = starts->len;
	for (unsigned i = 0; i < starts->len; i++)
		src->lines[i] = g_array_index(starts, unsigned, i);
}

jb_source *jb_source_new(
	jb_arena *arena, const char *name, const char *text, size_t len)
{
	jb_source *src = jb_new(arena, jb_source);

	g_assert(len <= JB_SOURCE_MAX);
	src->name = jb_strdup(arena, name);
	src->text = jb_strndup(arena, text, len);
	src->len = len;
	index_lines(arena, src);
	return src;
}

/* Reads to the end and not to st_size: files in /proc say they have none. */
static int read_all(int fd, GByteArray *bytes)
{
	guint8 piece[16 << 10];
	ssize_t n;

	while (bytes->len <= JB_SOURCE_MAX) {
		n = read(fd, piece, sizeof(piece));
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return errno;
		if (n == 0)
			break;
		g_byte_array_append(bytes, piece, (guint)n);
	}
	return 0;
}

static jb_source *read_open_file(
	jb_arena *arena, const char *path, int fd, GError **error)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	struct stat st;
	int code;

	if (fstat(fd, &st) != 0)
		return fail(error, g_file_error_from_errno(errno), path,
			jb_tr(g_strerror(errno)));
	if (!S_ISREG(st.st_mode))
		return fail(error, G_FILE_ERROR_FAILED, path,
			jb_tr("not a regular file"));
	if (st.st_size <= (off_t)JB_SOURCE_MAX) {
		code = read_all(fd, bytes);
		if (code != 0)
			return fail(error, g_file_error_from_errno(code), path,
				jb_tr(g_strerror(code)));
	}
	if (st.st_size > (off_t)JB_SOURCE_MAX || bytes->len > JB_SOURCE_MAX)
		return fail(error, G_FILE_ERROR_FAILED, path,
			jb_tr("larger than 16 MiB"));
	return jb_source_new(
		arena, path, (const char *)bytes->data, bytes->len);
}

jb_source *jb_source_read(jb_arena *arena, const char *path, GError **error)
{
	/* O_NONBLOCK: a pipe without a writer must not hold us */
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	jb_source *src;

	if (fd < 0) {
		int code = errno;

		return fail(error, g_file_error_from_errno(code), path,
			jb_tr(g_strerror(code)));
	}
	src = read_open_file(arena, path, fd, error);
	close(fd);
	return src;
}

const jb_source *jb_source_view(
	jb_arena *arena, const jb_source *src, jb_pos pos, const char *said)
{
	jb_source *view = jb_new(arena, jb_source);
	jb_via *via = jb_new(arena, jb_via);

	*via = (jb_via){pos, said, src->via};
	*view = *src;
	view->file = src->file ? src->file : src;
	view->via = via;
	return view;
}

static const jb_source *file_of(const jb_source *src)
{
	return src && src->file ? src->file : src;
}

bool jb_source_same(const jb_source *a, const jb_source *b)
{
	return file_of(a) == file_of(b);
}

const char *jb_source_line(const jb_source *src, unsigned line, size_t *len)
{
	const char *end = src->text + src->len;
	const char *p;

	if (line == 0 || line > src->n_lines) {
		*len = 0;
		return end;
	}
	p = src->text + src->lines[line - 1];
	*len = (size_t)(line_end(p, end) - p);
	return p;
}

int jb_char_width(gunichar c)
{
	if (g_unichar_iszerowidth(c))
		return 0;
	return g_unichar_iswide(c) ? 2 : 1;
}
