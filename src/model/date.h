/* date.h - dates as exact as they are known. */
#ifndef JB_MODEL_DATE_H
#define JB_MODEL_DATE_H

#include <stdbool.h>

#include "base/arena.h"

typedef struct jb_date {
	int year;
	int month; /* 0: only the year is known; year 0: no date */
	int day;   /* 0: only the month is known */
} jb_date;

/* YYYY, YYYY-MM or YYYY-MM-DD, a day that exists (1000..9999). */
bool jb_date_parse(const char *text, jb_date *out);
/* As people and spreadsheets write it: 2020年, 2020年6月15日, 2020/6/15. */
bool jb_date_said(const char *text, jb_date *out);
int jb_date_compare(jb_date a, jb_date b); /* unknown parts sort last */

/* 2020年12月, 2021年, 2020年6月15日 */
char *jb_date_text(jb_arena *arena, jb_date date);
/* 6月15日, 3月; the year when nothing more is known */
char *jb_date_short(jb_arena *arena, jb_date date);
/* 2020年1—6月, 2019年11月—2020年6月 */
char *jb_date_period(jb_arena *arena, jb_date from, jb_date to);
/* Months since year 0, fractional by day; unknown parts count as the end. */
double jb_date_months(jb_date date);

#endif
