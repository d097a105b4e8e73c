/* transform-parts.h - what the steps of a transform share. */
#ifndef JB_MODEL_TRANSFORM_PARTS_H
#define JB_MODEL_TRANSFORM_PARTS_H

#include "model/data.h"
#include "model/report-parts.h"

/* A step at work. */
typedef struct jb_work {
	jb_reading *r;
	jb_data *data;
	const jb_node *node; /* what the step says */
} jb_work;

/* transform-figures.c */
const char *jb_step_word_of(const jb_node *node, const char *key);
/* Like one of them, with a value of its own. */
jb_figure *jb_step_figure_like(
	jb_work *w, const jb_figure *like, const char *id);
void jb_step_set_missing(jb_figure *f, jb_missing why);
/* The value in the prefix of another. */
jb_decimal jb_step_value_in(const jb_figure *f, const jb_figure *unit);
const jb_figure *jb_step_sum_of(
	jb_work *w, const jb_figure *const *parts, size_t n, const char *id);
const jb_figure *jb_step_mean_of(
	jb_work *w, const jb_figure *const *parts, size_t n, const char *id);
/* a / b * 10^power, exact for lengths, said with so many decimals. */
void jb_step_set_ratio(
	jb_figure *f, jb_decimal a, jb_decimal b, int power, int decimals);
void jb_step_set_unit(jb_figure *f, const char *unit);

/* transform-rows.c */
/* The first number column, or the one that is named; -1 after an error. */
int jb_step_number_field(jb_work *w, const char *name, const jb_node *at);
bool jb_step_sort(jb_work *w);
bool jb_step_filter(jb_work *w);
jb_node *jb_step_plain(jb_work *w, const char *text);
bool jb_step_top(jb_work *w);

/* transform-fold.c */
jb_field jb_step_field_new(jb_work *w, const char *key, size_t n);
bool jb_step_fold(jb_work *w);
/* By the words of one column; numbers are added, other columns go. */
bool jb_step_group(jb_work *w);

/* transform-bin.c */
/* Rows become classes of one column, each with how many there were. */
bool jb_step_bin(jb_work *w);

/* transform-values.c */
bool jb_step_share(jb_work *w);
bool jb_step_cumulate(jb_work *w);
bool jb_step_index(jb_work *w);
/* Of each value and those before it; the first ones have none. */
bool jb_step_average(jb_work *w);

#endif
