/* image-svg.c - SVG art, by librsvg: drawn as the shapes that it is.
 *
 * base/image-svg.c has refused what would load or run something.  What is only
 * a matter of time and memory shows on trying: a child process draws the art
 * first, within limits, and nothing that the child could not draw is drawn.
 */
#include "paint/images.h"

#include <cairo-pdf.h>
#include <dlfcn.h>
#include <errno.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/messages.h"

enum {
	SECONDS_MAX = 5,
	MEMORY_MAX = 512 << 20, /* of what the child takes besides */
	TRIAL_SIDE = 1200,	/* pixels */
};

struct jb_art {
	RsvgHandle *handle;
};

/* --- the library ---
 *
 * librsvg brings forty others along, which take longer to load than most
 * reports take to make: so it is opened when the first art is. */

static struct {
	typeof(rsvg_handle_new_from_data) *new_from_data;
	typeof(rsvg_handle_set_dpi) *set_dpi;
	typeof(rsvg_handle_render_document) *render_document;
	void (*unref)(void *object);
} rsvg;

static bool open_library(void)
{
	void *library;

	if (rsvg.unref)
		return true;
	library = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
	if (!library)
		return false;
	rsvg.new_from_data = dlsym(library, "rsvg_handle_new_from_data");
	rsvg.set_dpi = dlsym(library, "rsvg_handle_set_dpi");
	rsvg.render_document = dlsym(library, "rsvg_handle_render_document");
	rsvg.unref = dlsym(library, "g_object_unref");
	g_assert(rsvg.new_from_data && rsvg.set_dpi && rsvg.render_document &&
		 rsvg.unref);
	return true;
}

static bool draw(RsvgHandle *handle, const jb_image *image, cairo_t *cr)
{
	const RsvgRectangle all = {0, 0, image->info.width, image->info.height};

	return rsvg.render_document(handle, cr, &all, NULL);
}

/* --- the child --- */

static cairo_status_t swallow(
	void *closure, const unsigned char *data, unsigned len)
{
	(void)closure;
	(void)data;
	(void)len;
	return CAIRO_STATUS_SUCCESS;
}

static bool draws_on(RsvgHandle *handle, const jb_image *image,
	cairo_surface_t *surface, double scale)
{
	cairo_t *cr = cairo_create(surface);
	bool ok;

	cairo_scale(cr, scale, scale);
	ok = draw(handle, image, cr) &&
	     cairo_status(cr) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(cr);
	cairo_surface_finish(surface);
	ok = ok && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
	cairo_surface_destroy(surface);
	return ok;
}

/* Both ways of drawing: as pixels, and as shapes. */
static bool draws(RsvgHandle *handle, const jb_image *image)
{
	double scale = TRIAL_SIDE / fmax(image->info.width, image->info.height);
	double w = image->info.width * scale, h = image->info.height * scale;

	return draws_on(handle, image,
		       cairo_image_surface_create(
			       CAIRO_FORMAT_ARGB32, (int)ceil(w), (int)ceil(h)),
		       scale) &&
	       draws_on(handle, image,
		       cairo_pdf_surface_create_for_stream(swallow, NULL, w, h),
		       scale);
}

/* A sanitizer's shadow of the memory is larger than any limit. */
#if defined(__SANITIZE_ADDRESS__)
#define SHADOWED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SHADOWED 1
#endif
#endif
#ifndef SHADOWED
#define SHADOWED 0
#endif

static void set_limits(void)
{
	const struct rlimit seconds = {SECONDS_MAX, SECONDS_MAX};
	const struct rlimit none = {0, 0};
	struct rusage now;
	struct rlimit memory;

	setrlimit(RLIMIT_CPU, &seconds);
	setrlimit(RLIMIT_CORE, &none);
	if (SHADOWED || getrusage(RUSAGE_SELF, &now) != 0)
		return;
	memory.rlim_cur = memory.rlim_max =
		(rlim_t)now.ru_maxrss * 1024 + MEMORY_MAX;
	setrlimit(RLIMIT_DATA, &memory);
}

/* Runs on until its end; a limit ends it with a signal. */
static void try_in_child(const jb_image *image, RsvgHandle *handle)
{
	set_limits();
	/* a handler of a sanitizer or debugger would make words of it */
	signal(SIGXCPU, SIG_DFL);
	signal(SIGABRT, SIG_DFL);
	signal(SIGTRAP, SIG_DFL);
	signal(SIGSEGV, SIG_DFL);
	if (!freopen("/dev/null", "w", stderr))
		_exit(2);
	_exit(draws(handle, image) ? 0 : 1);
}

static bool tried(const jb_image *image, RsvgHandle *handle, GError **error)
{
	pid_t child = fork(), got;
	int status = 0;

	if (child == 0)
		try_in_child(image, handle);
	do
		got = child < 0 ? child : waitpid(child, &status, 0);
	while (got < 0 && child > 0 && errno == EINTR);
	if (got > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	/* which of them it is depends on the machine */
	jb_image_refuse(image,
		JB_TR("it cannot be drawn, or not in 5 seconds and 512 MiB"),
		error);
	return false;
}

/* --- the door --- */

jb_art *jb_art_open(const jb_image *image, GError **error)
{
	RsvgHandle *handle;
	jb_art *art;

	if (!open_library()) {
		jb_image_refuse(image, JB_TR("librsvg is not there"), error);
		return NULL;
	}
	handle = rsvg.new_from_data(image->data, image->len, NULL);
	if (!handle) {
		jb_image_refuse(image, JB_TR("it is damaged"), error);
		return NULL;
	}
	rsvg.set_dpi(handle, 96);
	if (!tried(image, handle, error)) {
		rsvg.unref(handle);
		return NULL;
	}
	art = g_new0(jb_art, 1);
	art->handle = handle;
	return art;
}

bool jb_art_draw(
	jb_art *art, const jb_image *image, cairo_t *cr, GError **error)
{
	if (draw(art->handle, image, cr))
		return true;
	jb_image_refuse(image,
		JB_TR("it cannot be drawn, or not in 5 seconds and 512 MiB"),
		error);
	return false;
}

void jb_art_close(jb_art *art)
{
	rsvg.unref(art->handle);
	g_free(art);
}
