/* token.h - a row of letters and signs without a space: a word, an address, or
 * a code.
 */
#ifndef JB_TEXT_TOKEN_H
#define JB_TEXT_TOKEN_H

#include "text/para.h"

typedef enum {
	JB_TOKEN_WORD,	  /* letters, hyphens, short mixtures: FPGA, 5G, A/B */
	JB_TOKEN_ADDRESS, /* URL, e-mail, path: has signs to break after */
	JB_TOKEN_NUMBER,  /* 12,345,678,901.50: longer than most lines */
	JB_TOKEN_CODE,	  /* hash, serial number: nothing to break after */
} jb_token_kind;

/* Atoms [from, to); one atom if it is no letter. */
typedef struct jb_token {
	uint32_t from, to;
	jb_token_kind kind;
} jb_token;

#define JB_COST_SOFT 30 /* at a typed soft hyphen */
#define JB_COST_WORD \
	9.1e6 /* a word cut without a hyphen: than any loose line */

/* The token that starts at an atom. */
jb_token jb_token_find(const jb_para *para, uint32_t from, uint32_t end);

/* Whether a line may end behind an atom inside a token. */
void jb_token_permit(const jb_para *para, jb_atom *left, const jb_token *tok);

/* Likewise at a space between thousands. */
void jb_token_permit_group(jb_gap *gap);

/* A line may end behind the atom, with a hyphen. */
void jb_token_hyphen(const jb_para *para, jb_atom *left, double cost);

/* Opens the words of a token by the rules of their language. */
void jb_token_hyphenate(jb_para *para, const jb_token *tok, jb_diags *diags);

#endif
