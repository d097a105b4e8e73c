/* decimal.h - exact decimal numbers: what is printed is what was typed.
 *
 * value = mantissa * 10^exponent.  Kept as typed: 2.50 has mantissa 250 and
 * exponent -2, so that it prints as 2.50.
 */
#ifndef JB_BASE_DECIMAL_H
#define JB_BASE_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct jb_decimal {
	int64_t mantissa;
	int exponent;
} jb_decimal;

/* [+-]digits[.digits], at most 15 significant digits.  No exponent part, no
 * inf, no nan, no thousands separators: false for those. */
bool jb_decimal_parse(const char *text, jb_decimal *out);

/* False when the result does not fit 18 digits. */
bool jb_decimal_add(jb_decimal a, jb_decimal b, jb_decimal *sum);
bool jb_decimal_sub(jb_decimal a, jb_decimal b, jb_decimal *difference);

/* <0, 0, >0; by value, so 2.50 equals 2.5. */
int jb_decimal_compare(jb_decimal a, jb_decimal b);

/* a / b rounded half away from zero to a number of decimals; false when b is
 * zero or the result does not fit. */
bool jb_decimal_ratio(
	jb_decimal a, jb_decimal b, int decimals, jb_decimal *ratio);

/* Rounded half away from zero (never gains digits). */
jb_decimal jb_decimal_round(jb_decimal a, int decimals);

jb_decimal jb_decimal_scale(jb_decimal a, int power_of_ten); /* a * 10^p */
double jb_decimal_double(jb_decimal a);

/* Plain digits, U+2212 minus, no separators: "1197", "2.50", "−3". */
char *jb_decimal_text(jb_arena *arena, jb_decimal a);

#endif
