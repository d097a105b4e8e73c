/* layout.h - a layout and its theme, typed and checked.
 *
 * Blocks stay YAML nodes here: bind/ turns them into blocks with the report's
 * figures filled in.
 */
#ifndef JB_MODEL_LAYOUT_H
#define JB_MODEL_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <glib.h>

#include "base/diag.h"
#include "base/ink.h"
#include "base/length.h"
#include "yaml/node.h"

/* A font role of a theme. */
typedef struct jb_fontrole {
	const char *role, *family, *latin; /* latin may be NULL */
	double latin_size;		   /* of the text's size: 1.05 */
	double latin_shift;		   /* raised by this much, in em */
	jb_pos pos;
} jb_fontrole;

/* What the inks of a rise and a fall say. */
typedef enum {
	JB_SIGNS_CHINESE, /* red up, green down */
	JB_SIGNS_WESTERN,
	JB_SIGNS_JUDGED, /* green for the better, red for the worse */
	JB_SIGNS_PLAIN,
} jb_signs;

#define JB_CLASSES_MAX 6 /* that inks tell apart */

typedef struct jb_theme {
	const char *name;
	jb_signs signs;
	GHashTable *inks;  /* name -> const jb_ink */
	GHashTable *fonts; /* role -> const jb_fontrole */
	const jb_ink **sections;
	size_t n_sections;     /* 0: accent stays accent */
	const jb_ink **classes; /* JB_CLASSES_MAX: of charts, in colour */
	bool patterns; /* these have lines of their own always */
	const jb_node *styles; /* mapping or NULL */
	GHashTable *tokens;    /* name -> const jb_node, a length */
} jb_theme;

typedef enum {
	JB_TEXT_JUSTIFY,
	JB_TEXT_START,
	JB_TEXT_CENTER,
	JB_TEXT_END,
} jb_text_align;

/* Levels of prohibition at line edges, as jb_prohibit of text/compose.h. */
typedef enum {
	JB_TEXT_BASIC,
	JB_TEXT_NONE,
	JB_TEXT_GB,
	JB_TEXT_STRICT,
} jb_text_prohibit;

/* How far size and tracking of a text may be changed so that it fits. */
typedef struct jb_copyfit_limits {
	bool on;
	double size_least_pt, size_most_pt;
	double tracking_least_em, tracking_most_em;
} jb_copyfit_limits;

/* A style with everything inherited; all in points. */
typedef struct jb_style {
	const char *name;
	jb_pos pos;
	const jb_fontrole *font;
	int weight;
	double size_pt, leading_pt;
	double fit_least_pt, fit_most_pt; /* 0: fixed size */
	jb_copyfit_limits copyfit;	  /* of whole texts */
	double indent_em, tracking_em;
	jb_text_align align;
	const char *ink; /* name: accent changes from section to section */
	bool hang, squeeze, balance;
	bool vertical; /* lines go down, from right to left */
	int drop;      /* lines of a drop cap; 0: none */
	bool hang_end; /* 、，。 may stand outside of a line's end */
	jb_text_prohibit prohibit;
	const char *lang;      /* BCP 47; NULL: the report's */
	const char *hyphenate; /* language of Latin words; NULL: en-US, "":
				* they are never hyphenated */
} jb_style;

/* Sides of a page: ISO 32000-1 annex C.2 */
#define JB_PAGE_MIN_PT 36.0
#define JB_PAGE_MAX_PT 14400.0

typedef struct jb_master jb_master;
struct jb_master {
	const char *name;
	const jb_node *furniture; /* list of blocks or NULL */
	const jb_master *left;	  /* of left pages, or NULL */
};

typedef struct jb_layout {
	const jb_source *src;
	const char *name;
	const jb_theme *theme;
	double width_pt, height_pt, bleed_pt;
	bool free_height; /* a page is as high as its blocks, up to height_pt */
	double max_height_pt; /* of those: ends before a block beyond it */
	const jb_node *larger; /* names of sizes to be tried, or NULL */
	bool two_sided;	  /* inner and outer change places on left pages */
	double top_pt, bottom_pt, inner_pt, outer_pt; /* margins */
	int columns;
	double gutter_pt, baseline_pt, ascent_pt;
	GHashTable *styles;   /* name -> const jb_style */
	GHashTable *masters;  /* name -> const jb_master */
	GHashTable *recipes;  /* name -> const jb_recipe: charts */
	const jb_node *pages; /* list of leaf */
	const jb_node *omits; /* words; NULL: nothing */
	int min_dpi;	      /* of images on paper */
} jb_layout;

/* The names every theme must have, NULL at the end. */
extern const char *const jb_theme_inks[];
extern const char *const jb_theme_fonts[];

/* The styles that every layout has, for blocks set their text in them; and
 * those that it may have for what some blocks do.  NULL at the end. */
extern const char *const jb_layout_styles[];
extern const char *const jb_layout_more_styles[];

jb_theme *jb_theme_read(jb_arena *arena, jb_diags *diags, const jb_source *src);

/* The same of a tree that is whole (model/overlay.h). */
jb_theme *jb_theme_type(jb_arena *arena, jb_diags *diags, const jb_node *root);

/* Typed layout in a theme.  Errors: an unknown style, ink, role, master or
 * block; a cycle of `like`; a page with no room for type.  NULL when it is too
 * broken to be typed. */
jb_layout *jb_layout_read(jb_arena *arena, jb_diags *diags,
	const jb_source *src, const jb_theme *theme);

/* The same of a tree that is whole (model/overlay.h); src is its own file. */
jb_layout *jb_layout_type(jb_arena *arena, jb_diags *diags,
	const jb_source *src, const jb_node *root, const jb_theme *theme);

/* The theme a layout names, read without checking anything else; NULL if it
 * has none. */
const jb_node *jb_layout_theme_name(const jb_node *layout);

/* Does it leave out such things of a report on purpose: "images", "prose",
 * "pictures", "tables"?  Nothing is said of those. */
bool jb_layout_omits(const jb_layout *layout, const char *word);

/* Lookups for code that knows the names: NULL if not there. */
const jb_ink *jb_theme_ink(const jb_theme *theme, const char *name);
const jb_style *jb_layout_style(const jb_layout *layout, const char *name);

/* A length of a block, in points; percent of whole_pt. */
double jb_layout_pt(const jb_layout *layout, const char *text, double whole_pt);

#endif
