/* wording.h - a figure in words: one rule for prose, callout, table and chart.
 */
#ifndef JB_MODEL_WORDING_H
#define JB_MODEL_WORDING_H

#include "model/report.h"

/* The parts of a figure as it is said.  Joined in this order they are its
 * wording: 约·2.5·万个·"" , ""·40·余家·"", ""·300·家·以上.  Empty parts are "".
 */
typedef struct jb_wording {
	const char *before; /* 约, 不足 */
	const char *number; /* 2.5; or all of `as`, or 未公布 */
	const char *unit;   /* 万个, 余家 */
	const char *after;  /* 以上, 以内 */
	bool numeric;	    /* number holds digits only */
} jb_wording;

/* GB/T 15835: 余 stands between numeral (with its 万/亿) and unit. */
jb_wording jb_wording_of(jb_arena *arena, const jb_figure *figure);

/* The whole wording as one string. */
char *jb_wording_text(jb_arena *arena, const jb_figure *figure);

/* What stands where a value is missing: 未公布, 未统计, 不适用, 不予公布. */
const char *jb_missing_text(jb_missing missing);

/* 现状, 已启动, 初步数, 估计, 计划, 目标, 拟议 */
const char *jb_status_text(jb_status status);

/* 1..99 in Chinese numerals: 一, 十二, 三十八; others as digits. */
char *jb_hanzi_number(jb_arena *arena, int n);

/* value * 10^power in double, for lengths and areas of marks. */
double jb_figure_size(const jb_figure *figure);

/* The time its value is of, or else is due at; year 0: neither is said. */
jb_date jb_figure_date(const jb_figure *figure);

#endif
