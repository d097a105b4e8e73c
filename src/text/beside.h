/* beside.h - sizes of the dots and lines beside a line's text, in em of that
 * text: what composing places (text/decor.c), the scene draws
 * (scene/decor.c) and the report measures (scene/overlap.c).
 */
#ifndef JB_TEXT_BESIDE_H
#define JB_TEXT_BESIDE_H

#define JB_DOT_EM .065	      /* radius of an emphasis dot */
#define JB_RULE_EM .05	      /* thickness of a line */
#define JB_WAVE_EM .045	      /* thickness of a wavy line */
#define JB_WAVE_HIGH_EM .0475 /* its height from its middle */

/* Blank between the em box and what stands beside it, and between two of
 * them. */
#define JB_BESIDE_CLEAR_EM .04

#endif
