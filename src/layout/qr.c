/* qr.c - QR codes (ISO/IEC 18004), encoded by libqrencode, drawn as one path.
 *
 * A module is a whole number of dots of 1/600 inch, so that its edges are sharp
 * on printers and screens that have such dots or whole multiples of them.
 */
#include "layout/galley.h"

#include <errno.h>
#include <math.h>
#include <qrencode.h>
#include <string.h>

#include "base/length.h"

#define DOT_PT (72.0 / 600)
/* What telephones read from a hand's breadth. */
#define MODULE_LEAST_MM 0.25
#define SIDE_LEAST_MM 15.0
/* Symbol contrast of grade 2 (ISO/IEC 15415, 7.8.2). */
#define CONTRAST_LEAST 0.40

/* On each side, in modules (ISO/IEC 18004, 9.1). */
enum { QUIET = 4 };

/* --- encoding --- */

static QRecLevel level_of(char level)
{
	switch (level) {
	case 'L':
		return QR_ECLEVEL_L;
	case 'Q':
		return QR_ECLEVEL_Q;
	case 'H':
		return QR_ECLEVEL_H;
	default:
		return QR_ECLEVEL_M;
	}
}

static QRcode *encode(jb_desk *desk, const jb_bound_qr *qr)
{
	QRcode *code;

	if (!*qr->text) {
		jb_error(desk->diags, qr->pos, "this QR code says nothing");
		jb_hint(desk->diags, "let it be there only when its text is: "
				     "`when: report.link`");
		return NULL;
	}
	code = QRcode_encodeString(
		qr->text, 0, level_of(qr->level), QR_MODE_8, 1);
	if (code)
		return code;
	if (errno != ERANGE)
		g_error("out of memory"); /* as everywhere */
	jb_error(desk->diags, qr->pos, "a QR code cannot hold %zu bytes",
		strlen(qr->text));
	jb_hint(desk->diags, "a shorter text, or a lower `level`");
	return NULL;
}

/* --- size and contrast --- */

/* Side of a module, in points. */
static double module_of(
	jb_desk *desk, const jb_block *block, int modules, double width)
{
	double side = fmin(block->size_pt, width);
	double dots = floor(side / modules / DOT_PT + 1e-6);
	double least = fmax(SIDE_LEAST_MM, modules * MODULE_LEAST_MM);

	if (dots < 1) {
		jb_error(desk->diags, block->pos,
			"a QR code of %d × %d modules does not fit %.1f mm",
			modules, modules, side / JB_MM);
		jb_hint(desk->diags, "give it a `size` of %.0fmm",
			ceil(least + 1));
		return 0;
	}
	if (dots * DOT_PT * modules < (least - 0.05) * JB_MM) {
		jb_warning(desk->diags, block->pos,
			"this QR code is %.1f mm wide, its modules %.2f mm: "
			"telephones may not read it",
			dots * DOT_PT * modules / JB_MM, dots * DOT_PT / JB_MM);
		jb_hint(desk->diags, "give it a `size` of %.0fmm",
			ceil(modules * ceil(least * JB_MM / modules / DOT_PT) *
				DOT_PT / JB_MM));
	}
	return dots * DOT_PT;
}

/* Of what an ink throws back: sRGB to light (IEC 61966-2-1). */
static double light(double value)
{
	return value <= 0.04045 ? value / 12.92
				: pow((value + 0.055) / 1.055, 2.4);
}

static double reflectance(const jb_ink *ink)
{
	return 0.2126 * light(ink->r) + 0.7152 * light(ink->g) +
	       0.0722 * light(ink->b);
}

static void check_contrast(jb_desk *desk, const jb_block *block,
	const jb_ink *ink, const jb_ink *ground)
{
	double contrast = reflectance(ground) - reflectance(ink);

	if (contrast >= CONTRAST_LEAST)
		return;
	jb_error(desk->diags, block->pos,
		contrast < 0 ? "this QR code is light on dark: “%s” on “%s”"
			     : "this QR code has too little contrast: “%s” on "
			       "“%s”",
		ink->name, ground->name);
	jb_hint(desk->diags, "a dark `ink` on a light `ground`");
}

/* --- drawing --- */

static bool dark(const QRcode *code, int x, int y)
{
	return x < code->width && (code->data[y * code->width + x] & 1);
}

static void add_step(GArray *steps, jb_op op, double x, double y)
{
	jb_step step = {.op = op, .p = {x, y}};

	g_array_append_val(steps, step);
}

/* A row's neighbouring modules are one rectangle. */
static void add_run(GArray *steps, double x0, double x1, double y, double m)
{
	add_step(steps, JB_MOVE, x0, y);
	add_step(steps, JB_LINE, x1, y);
	add_step(steps, JB_LINE, x1, y + m);
	add_step(steps, JB_LINE, x0, y + m);
	add_step(steps, JB_CLOSE, 0, 0);
}

static void trace(const QRcode *code, double m, GArray *steps)
{
	for (int y = 0; y < code->width; y++)
		for (int x = 0, from = 0; x <= code->width; x++) {
			if (dark(code, x, y))
				continue;
			if (x > from)
				add_run(steps, (QUIET + from) * m,
					(QUIET + x) * m, (QUIET + y) * m, m);
			from = x + 1;
		}
}

static void draw(jb_desk *desk, jb_group *group, const jb_block *block,
	const QRcode *code, double m)
{
	const jb_bound_qr *qr = block->qr;
	const jb_ink *ink = jb_desk_ink(desk, qr->ink);
	const jb_ink *ground = jb_desk_ink(desk, qr->ground);
	g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(jb_step));
	double side = m * (code->width + 2 * QUIET);
	jb_item *item;

	check_contrast(desk, block, ink, ground);
	item = jb_put_rect(desk, group, 0, 0, side, side, ground);
	item->pos = qr->pos;
	trace(code, m, steps);
	item = jb_item_new(desk->arena, group, JB_ITEM_PATH);
	item->u.path = (jb_path){
		.steps = jb_new_array(desk->arena, jb_step, steps->len),
		.n = steps->len,
		.fill = ink,
	};
	memcpy(item->u.path.steps, steps->data, steps->len * sizeof(jb_step));
	item->pos = qr->pos;
	item->tag = jb_tag_new(desk->arena, JB_ROLE_FIGURE, NULL);
	item->tag->alt = jb_rich_text(desk->arena, block->text);
	group->height = side;
}

jb_group *jb_qr_set(jb_desk *desk, const jb_block *block, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	QRcode *code = encode(desk, block->qr);
	double m;

	group->width = width;
	if (!code)
		return group;
	m = module_of(desk, block, code->width + 2 * QUIET, width);
	if (m > 0)
		draw(desk, group, block, code, m);
	QRcode_free(code);
	return group;
}
