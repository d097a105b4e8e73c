/* para.h - a paragraph on its way to lines: characters, atoms, gaps, segments.
 *
 *	spans -> chars (read) -> atoms (shape) -> gaps (space, permit)
 *	      -> ends of lines (break) -> runs (set)
 *
 * An atom is what is never cut: a Han character, a mark, one cluster of a
 * word.  Its body excludes the blank halves of a mark: these belong to the gap
 * behind or before it, so that at a line's edge, where no gap is, the mark
 * takes half an em (GB/T 15834 5.1.10) without further ado.
 */
#ifndef JB_TEXT_PARA_H
#define JB_TEXT_PARA_H

#include <stdbool.h>
#include <stdint.h>
#include <glib.h>

#include "text/classes.h"
#include "text/compose.h"
#include "text/face.h"
#include "text/region.h"
#include "text/run.h"

typedef enum {
	JB_BREAK_FREE,
	JB_BREAK_RESORT, /* inside a word or token: else a line is loose */
	JB_BREAK_RULES,	 /* against the rules: else a line runs over */
	JB_BREAK_NEVER,
} jb_permit;

/* Steps of clreq #line-adjustment: 2..7 give space, 1..2 take it up to their
 * limit, and then all open gaps take the rest equally. */
enum { JB_STEPS = 8, JB_STRETCHES = 3 };

/* Between an atom and the next one; all lengths in pt. */
typedef struct jb_gap {
	double natural;
	double shrink, stretch;		   /* at most */
	uint8_t shrink_step, stretch_step; /* 0: none */
	bool open;    /* takes part when all gaps stretch */
	bool letters; /* inside an address or hash: so too, but little */
	uint8_t permit;
	uint8_t relax;	/* JB_RELAX_*: what a line that ends here gives up */
	double penalty; /* of a line that ends here */
	double hyphen;	/* width of the hyphen it then draws; 0: none */
	double kern;	/* of the two letters, which it then does not have */
	uint32_t space; /* the typed space it stands for, or JB_NO_SPACE */
} jb_gap;

#define JB_NO_SPACE UINT32_MAX

typedef struct jb_atom {
	uint32_t first, n; /* of para->chars */
	uint32_t glyph, n_glyphs;
	uint32_t span;
	jb_face *face;
	uint8_t cls;	/* jb_class of its first character */
	uint8_t region; /* jb_region of its span */
	uint8_t turn;	/* jb_turn: in a vertical line */
	double em;
	double width;	      /* of the body */
	double condense;      /* of a cell: jb_run.condense */
	double origin;	      /* of the glyphs, from the body's left */
	double before, after; /* blanks of the glyph outside the body */
	jb_gap gap;	      /* to the next atom of the segment */
} jb_atom;

/* Atoms between forced breaks. */
typedef struct jb_segment {
	uint32_t from, to;
} jb_segment;

typedef struct jb_para {
	const jb_span *spans;
	size_t n_spans;
	const jb_setting *setting;
	jb_region *regions; /* by span */
	double em;	    /* of the first span: the measure of costs */
	GArray *chars;	    /* jb_char */
	GArray *glyphs;	    /* jb_glyph, x from the atom's origin */
	GArray *atoms;	    /* jb_atom */
	GArray *segments;   /* jb_segment */
	GArray *rubies;	    /* jb_ruby (ruby.h), or NULL: none */
	bool marked;	    /* some span has marks */
	GArray *forms;	    /* of upright.c, or NULL */
} jb_para;

#define jb_para_char(para, i) (&g_array_index((para)->chars, jb_char, (i)))
#define jb_para_atom(para, i) (&g_array_index((para)->atoms, jb_atom, (i)))

void jb_para_open(jb_para *para, const jb_span *spans, size_t n,
	const jb_setting *setting);
void jb_para_close(jb_para *para);

/* Decodes, drops needless spaces, gives every character its class. */
void jb_para_read(jb_para *para);

/* Chooses faces and shapes; an error for a character no face has, and for a
 * script that runs from right to left or has laws of its own.  diags may be
 * NULL. */
void jb_para_shape(jb_para *para, jb_diags *diags);

/* The region whose forms of a character are drawn (shape.c). */
jb_region jb_forms_of(const jb_para *para, const jb_char *ch);

/* Gives a mark its half-em body (body.c): what is blank of its glyph goes to
 * the gaps beside it. */
void jb_atom_set_body(const jb_para *para, jb_atom *atom);

/* The face for a character of a span's font; NULL when none has it (pick.c). */
jb_face *jb_face_pick(const jb_font *font, const jb_char *ch);

/* The face for a character with what follows it, n in all: one that has them
 * all, or their composed form, if there is any. */
jb_face *jb_face_pick_all(const jb_font *font, const jb_char *ch, uint32_t n);

/* The language of a span, as HarfBuzz and hyphenation want it. */
static inline const char *jb_para_lang(const jb_para *para, uint32_t span)
{
	const char *lang = para->spans[span].lang;

	if (!lang)
		lang = para->setting->lang;
	return lang ? lang : "zh-Hans";
}

/* Fills every gap: its width and how it may change. */
void jb_para_space(jb_para *para);

/* Fills every gap: whether and how gladly a line may end there.  A warning for
 * a language that no dictionary divides; diags may be NULL. */
void jb_para_permit(jb_para *para, jb_diags *diags);

/* First and last character of an atom. */
static inline const jb_char *jb_atom_first(
	const jb_para *para, const jb_atom *atom)
{
	return jb_para_char(para, atom->first);
}

static inline const jb_char *jb_atom_last(
	const jb_para *para, const jb_atom *atom)
{
	return jb_para_char(para, atom->first + atom->n - 1);
}

#endif
