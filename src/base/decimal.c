/* decimal.c - whole-number arithmetic on what was typed; nothing passes
 * through binary fractions on its way to the paper. */
#include "base/decimal.h"

#include <inttypes.h>
#include <glib.h>

typedef unsigned __int128 wide;

enum { SIGNIFICANT = 15, FRACTION_MAX = 30 };

#define MANTISSA_MAX INT64_C(999999999999999999) /* 18 digits */
#define WIDE_MAX (~(wide)0)

static uint64_t magnitude(int64_t m)
{
	return m < 0 ? -(uint64_t)m : (uint64_t)m;
}

static int64_t with_sign(uint64_t m, bool negative)
{
	return negative ? -(int64_t)m : (int64_t)m;
}

bool jb_decimal_parse(const char *text, jb_decimal *out)
{
	bool negative = *text == '-';
	bool point = false;
	int significant = 0;
	jb_decimal d = {0, 0};

	text += *text == '-' || *text == '+';
	if (!g_ascii_isdigit(*text))
		return false;
	for (; *text; text++) {
		if (*text == '.' && !point && g_ascii_isdigit(text[1])) {
			point = true;
			continue;
		}
		if (!g_ascii_isdigit(*text))
			return false;
		d.mantissa = d.mantissa * 10 + (*text - '0');
		d.exponent -= point;
		significant += d.mantissa > 0;
		if (significant > SIGNIFICANT || -d.exponent > FRACTION_MAX)
			return false;
	}
	d.mantissa = negative ? -d.mantissa : d.mantissa;
	*out = d;
	return true;
}

/* The same value with a smaller exponent. */
static bool spread(jb_decimal *a, int exponent)
{
	if (a->mantissa == 0)
		a->exponent = exponent;
	while (a->exponent > exponent) {
		if (magnitude(a->mantissa) > MANTISSA_MAX / 10)
			return false;
		a->mantissa *= 10;
		a->exponent--;
	}
	return true;
}

bool jb_decimal_add(jb_decimal a, jb_decimal b, jb_decimal *sum)
{
	int exponent = MIN(a.exponent, b.exponent);
	int64_t m;

	if (!spread(&a, exponent) || !spread(&b, exponent))
		return false;
	m = a.mantissa + b.mantissa;
	if (magnitude(m) > MANTISSA_MAX)
		return false;
	*sum = (jb_decimal){m, exponent};
	return true;
}

bool jb_decimal_sub(jb_decimal a, jb_decimal b, jb_decimal *difference)
{
	b.mantissa = -b.mantissa;
	return jb_decimal_add(a, b, difference);
}

static int digits(int64_t m)
{
	int n = 0;

	for (uint64_t left = magnitude(m); left > 0; left /= 10)
		n++;
	return n;
}

/* Compares |a| and |b|, neither zero.  First by the place of the leading
 * digit; then both fit one scale. */
static int compare_magnitude(jb_decimal a, jb_decimal b)
{
	int lead_a = digits(a.mantissa) + a.exponent;
	int lead_b = digits(b.mantissa) + b.exponent;
	uint64_t m, n;

	if (lead_a != lead_b)
		return lead_a < lead_b ? -1 : 1;
	m = magnitude(a.mantissa);
	n = magnitude(b.mantissa);
	for (; a.exponent > b.exponent; a.exponent--)
		m *= 10;
	for (; b.exponent > a.exponent; b.exponent--)
		n *= 10;
	return (m > n) - (m < n);
}

int jb_decimal_compare(jb_decimal a, jb_decimal b)
{
	int sign_a = (a.mantissa > 0) - (a.mantissa < 0);
	int sign_b = (b.mantissa > 0) - (b.mantissa < 0);

	if (sign_a != sign_b)
		return sign_a < sign_b ? -1 : 1;
	if (sign_a == 0)
		return 0;
	return sign_a * compare_magnitude(a, b);
}

static wide divide_rounded(wide a, wide b)
{
	wide rest = a % b;

	return a / b + (rest >= b - rest);
}

bool jb_decimal_ratio(
	jb_decimal a, jb_decimal b, int decimals, jb_decimal *ratio)
{
	bool negative = (a.mantissa < 0) != (b.mantissa < 0);
	int shift = a.exponent - b.exponent + decimals;
	wide over = magnitude(a.mantissa);
	wide under = magnitude(b.mantissa);

	if (under == 0)
		return false;
	/* what leaves 128 bits could not come back to 18 digits */
	for (; over > 0 && shift > 0; shift--) {
		if (over > WIDE_MAX / 10)
			return false;
		over *= 10;
	}
	for (; over > 0 && shift < 0; shift++) {
		if (under > WIDE_MAX / 10) {
			over = 0;
			break;
		}
		under *= 10;
	}
	over = divide_rounded(over, under);
	if (over > MANTISSA_MAX)
		return false;
	*ratio = (jb_decimal){with_sign((uint64_t)over, negative), -decimals};
	return true;
}

jb_decimal jb_decimal_round(jb_decimal a, int decimals)
{
	uint64_t m = magnitude(a.mantissa);
	uint64_t under = 1;

	if (a.exponent >= -decimals)
		return a;
	for (; m > 0 && a.exponent < -decimals; a.exponent++) {
		if (under > UINT64_MAX / 10)
			m = 0;
		else
			under *= 10;
	}
	m = (uint64_t)divide_rounded(m, under);
	return (jb_decimal){with_sign(m, a.mantissa < 0), -decimals};
}

jb_decimal jb_decimal_scale(jb_decimal a, int power_of_ten)
{
	a.exponent += power_of_ten;
	return a;
}

double jb_decimal_double(jb_decimal a)
{
	static const double tens[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8,
		1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
		1e20, 1e21, 1e22};
	const int most = (int)G_N_ELEMENTS(tens) - 1;
	char text[64];

	/* Both are doubles without a rest, so that one division or product
	 * rounds to the nearest (Clinger 1990). */
	if (magnitude(a.mantissa) <= UINT64_C(1) << 53 && a.exponent >= -most &&
		a.exponent <= most)
		return a.exponent < 0 ? (double)a.mantissa / tens[-a.exponent]
				      : (double)a.mantissa * tens[a.exponent];
	/* else through text, so that the nearest double is found */
	g_snprintf(
		text, sizeof(text), "%" PRId64 "e%d", a.mantissa, a.exponent);
	return g_ascii_strtod(text, NULL);
}

char *jb_decimal_text(jb_arena *arena, jb_decimal a)
{
	g_autoptr(GString) s = g_string_new(NULL);

	g_string_printf(s, "%" PRIu64, magnitude(a.mantissa));
	for (; a.exponent > 0 && a.mantissa != 0; a.exponent--)
		g_string_append_c(s, '0');
	if (a.exponent < 0) {
		while (s->len <= (size_t)-a.exponent)
			g_string_prepend_c(s, '0');
		g_string_insert_c(s, (gssize)s->len + a.exponent, '.');
	}
	if (a.mantissa < 0)
		g_string_prepend(s, "−");
	return jb_strndup(arena, s->str, s->len);
}
