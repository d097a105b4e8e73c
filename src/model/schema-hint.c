/* schema-hint.c - what the writer of a wrong scalar probably meant. */
#include "model/schema-scalar.h"

#include <string.h>

#include "base/decimal.h"
#include "base/length.h"
#include "base/messages.h"
#include "base/words.h"
#include "model/date.h"

char *jb_half_width(jb_arena *arena, const char *text)
{
	g_autoptr(GString) s = g_string_new(NULL);

	for (; *text; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);

		if (c >= 0xFF01 && c <= 0xFF5E)
			c -= 0xFEE0;
		g_string_append_unichar(s, c);
	}
	return jb_strdup(arena, s->str);
}

static char *without(jb_arena *arena, const char *text, const char *chars)
{
	char *out = jb_strdup(arena, text);
	char *to = out;

	for (; *text; text++) {
		if (!strchr(chars, *text))
			*to++ = *text;
	}
	*to = '\0';
	return out;
}

/* Marks around or within a number: quotes, groups of digits. */
static const char *bare_number(jb_arena *arena, const char *text)
{
	g_autoptr(GString) s = g_string_new(NULL);

	for (; *text; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);

		if (!g_utf8_strchr(", _'“”‘’\u2009\u202F\u3000", -1, c) &&
			c != 0xA0)
			g_string_append_unichar(s, c);
	}
	return jb_strdup(arena, s->str);
}

/* 一千二百, 三亿五千万: up to 10^15; false when it is no such number. */
static bool read_hanzi(const char *text, int64_t *value)
{
	static const char digits[] = "零一二三四五六七八九";
	int64_t total = 0, part = 0, digit = 0;

	for (; *text; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);
		const char *at = g_utf8_strchr(digits, -1, c);
		int64_t unit = c == 0x5341   ? 10
			       : c == 0x767E ? 100
			       : c == 0x5343 ? 1000
					     : 0;

		if (c == 0x3007 || c == 0x4E24) /* 〇 两 */
			digit = c == 0x3007 ? 0 : 2;
		else if (at)
			digit = g_utf8_pointer_to_offset(digits, at);
		else if (unit > 0) {
			part += MAX(digit, 1) * unit;
			digit = 0;
		} else if (c == 0x4E07 && part + digit > 0) { /* 万 */
			total += (part + digit) * 10000;
			part = digit = 0;
		} else if (c == 0x4EBF && total + part + digit > 0 &&
			   total < 10000000) { /* 亿 */
			total = (total + part + digit) * 100000000;
			part = digit = 0;
		} else {
			return false;
		}
		if (part > 99999)
			return false;
	}
	*value = total + part + digit;
	return true;
}

/* Length of the decimal number a text starts with, or 0. */
static size_t number_length(const char *text)
{
	const char *p = text + (*text == '-' || *text == '+');

	if (!g_ascii_isdigit(*p))
		return 0;
	while (g_ascii_isdigit(*p) || (*p == '.' && g_ascii_isdigit(p[1])))
		p++;
	return (size_t)(p - text);
}

static bool skip(const char **text, const char *word)
{
	if (!g_str_has_prefix(*text, word))
		return false;
	*text += strlen(word);
	return true;
}

/* A bound before or right after the number: 约300亿, 300余亿. */
static const char *skip_bound(const char **text)
{
	if (skip(text, "约"))
		return "about";
	if (skip(text, "不足"))
		return "under";
	if (skip(text, "余") || skip(text, "多"))
		return "over";
	return NULL;
}

/* 约300余亿元: the number and what belongs into other keys. */
static const char *hint_unit(jb_arena *arena, const char *text, const char *key)
{
	const char *bound = skip_bound(&text);
	size_t len = number_length(text);
	const char *number = jb_strndup(arena, text, len);
	const char *hint, *after;
	jb_decimal d;

	text += len;
	if (!jb_decimal_parse(number, &d) ||
		(g_ascii_isalpha(*text) && !g_ascii_isalpha(text[1])))
		return NULL; /* 1e9, 0x10 */
	if (strcmp(key ? key : "", "value") != 0)
		return jb_sprintf(
			arena, jb_tr("write the number alone: %s"), number);
	after = skip_bound(&text);
	bound = bound ? bound : after;
	while (*text == ' ')
		text++;
	if (g_utf8_strchr("-~–—～至到", -1, g_utf8_get_char(text)) && *text)
		return jb_tr("a range is two figures, with one number each");
	if (*text == '+') {
		bound = "at_least";
		text++;
	}
	if (g_ascii_ispunct(*text) && *text != '%')
		return NULL;
	hint = jb_sprintf(arena, jb_tr("write value: %s"), number);
	if (*text)
		hint = jb_sprintf(arena,
			bound ? jb_tr("%s, unit: %s")
			      : jb_tr("%s and unit: %s"),
			hint, *text == '%' ? "\"%\"" : text);
	if (bound)
		hint = jb_sprintf(
			arena, jb_tr("%s and bound: %s"), hint, bound);
	return hint;
}

/* Text that ends as a sentence does, without that. */
static const char *without_end(char *text, const char *marks)
{
	char *end = text + strlen(text);
	char *last = end > text ? g_utf8_prev_char(end) : end;

	if (last > text && g_utf8_strchr(marks, -1, g_utf8_get_char(last)))
		*last = '\0';
	return text;
}

/* ¥300, $300: the sign goes behind, as the unit. */
static const char *hint_money(
	jb_arena *arena, const char *text, const char *key)
{
	const char *unit = g_str_has_prefix(text, "¥")	  ? "元"
			   : g_str_has_prefix(text, "￥") ? "元"
			   : *text == '$'		  ? "美元"
							  : NULL;
	const char *number =
		unit ? bare_number(arena, g_utf8_next_char(text)) : NULL;
	jb_decimal d;

	if (!unit || strcmp(key ? key : "", "value") != 0 ||
		!jb_decimal_parse(number, &d))
		return NULL;
	return jb_sprintf(arena, jb_tr("%s and unit: %s"),
		jb_sprintf(arena, jb_tr("write value: %s"), number), unit);
}

const char *jb_hint_number(
	jb_arena *arena, const jb_node *node, const char *key)
{
	const char *text =
		without_end(jb_half_width(arena, node->text), "，。；、,.;");
	const char *bare = bare_number(arena, text);
	const char *hint;
	int64_t hanzi;
	jb_decimal d;

	if (node->type == JB_TEXT && jb_decimal_parse(node->text, &d))
		return jb_sprintf(arena, jb_tr("write it without quotes: %s"),
			node->text);
	if (node->type == JB_INT && jb_decimal_parse(node->text, &d))
		return NULL; /* only out of range */
	if (key && strcmp(key, "cmyk") == 0 && strstr(node->text, "，"))
		return jb_sprintf(arena,
			jb_tr("“%s” is full-width: write it in ASCII"), "，");
	if (jb_decimal_parse(bare, &d))
		return jb_sprintf(arena, jb_tr("write plain digits: %s"), bare);
	if (*text && read_hanzi(text, &hanzi))
		return jb_sprintf(arena, jb_tr("write plain digits: %s"),
			jb_sprintf(arena, "%lld", (long long)hanzi));
	hint = hint_money(arena, text, key);
	if (hint)
		return hint;
	hint = hint_unit(arena, text, key);
	if (hint && *node->text)
		return hint;
	if (node->type == JB_TEXT || strstr(text, "nan") || strstr(text, "inf"))
		return strcmp(key ? key : "", "value") == 0
			       ? jb_tr("without a number write value: null and "
				       "say "
				       "why in "
				       "missing")
			       : NULL;
	return jb_tr("write plain digits, at most 15: 1200, 0.5");
}

/* 8磅, 1行, 五号字: units as they are said. */
static const char *spoken_length(jb_arena *arena, const char *text)
{
	static const char *const units[][2] = {{"毫米", "mm"}, {"厘米", "cm"},
		{"英寸", "in"}, {"磅", "pt"}, {"点", "pt"}, {"行", "lh"},
		{"号字", "号"}, {"个字", "em"}, {"字", "em"}};
	jb_length length;

	for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
		const char *meant;

		if (!g_str_has_suffix(text, units[i][0]))
			continue;
		meant = jb_sprintf(arena, "%.*s%s",
			(int)(strlen(text) - strlen(units[i][0])), text,
			units[i][1]);
		if (jb_length_parse(meant, &length))
			return meant;
	}
	return NULL;
}

const char *jb_hint_length(jb_arena *arena, const char *text)
{
	const char *bare = without(arena, jb_half_width(arena, text), " ");
	const char *spoken = spoken_length(arena, bare);
	jb_length length;

	if (jb_length_parse(bare, &length))
		return bare;
	if (spoken)
		return spoken;
	bare = jb_sprintf(arena, "%spt", bare);
	if (jb_length_parse(bare, &length))
		return jb_sprintf(arena, jb_tr("%s, with its unit"), bare);
	return NULL;
}

/* 20200615 */
static const char *hint_digits(jb_arena *arena, const char *p)
{
	const char *meant =
		jb_sprintf(arena, "%.4s-%.2s-%.2s", p, p + 4, p + 6);
	jb_date date;

	return jb_date_parse(meant, &date) ? meant : NULL;
}

/* 2020/6/15, 2020.6, 2020年6月15日: up to three numbers in this order. */
const char *jb_hint_date(jb_arena *arena, const char *text)
{
	const char *p = jb_half_width(arena, text);
	int part[3] = {0, 0, 0};
	int n = 0;
	const char *meant;
	jb_date date;

	while (*p) {
		if (!g_ascii_isdigit(*p)) {
			p = g_utf8_next_char(p);
			continue;
		}
		if (n == 3)
			return NULL;
		if (n == 0 && strspn(p, "0123456789") == 8 && p[8] == '\0')
			return hint_digits(arena, p);
		for (; g_ascii_isdigit(*p) && part[n] < 10000; p++)
			part[n] = part[n] * 10 + (*p - '0');
		n++;
	}
	if (n == 3)
		meant = jb_sprintf(
			arena, "%04d-%02d-%02d", part[0], part[1], part[2]);
	else if (n == 2)
		meant = jb_sprintf(arena, "%04d-%02d", part[0], part[1]);
	else
		meant = jb_sprintf(arena, "%04d", part[0]);
	return jb_date_parse(meant, &date) ? meant : NULL;
}

const char *jb_hint_id(jb_arena *arena, const char *text)
{
	char *meant = g_strdelimit(
		g_ascii_strdown(jb_half_width(arena, text), -1), "- .", '_');
	const char *kept = jb_strdup(arena, meant);

	g_free(meant);
	return strcmp(kept, text) != 0 && jb_id_valid(kept) ? kept : NULL;
}

const char *jb_hint_boolean(const char *text)
{
	static const char *const yes[] = {"yes", "on", "y", "1", "是", "对",
		"有", "真", "√", "true", NULL};
	static const char *const no[] = {"no", "off", "n", "0", "否", "不",
		"错", "无", "假", "×", "false", NULL};
	static const char *const both[] = {"true", "false"};
	g_autofree char *lower = g_ascii_strdown(text, -1);
	const char *near = jb_words_nearest(lower, both, 2);

	if (g_strv_contains(yes, lower))
		return jb_tr("write true");
	if (g_strv_contains(no, lower))
		return jb_tr("write false");
	if (!near)
		return NULL;
	return near == both[0] ? jb_tr("write true") : jb_tr("write false");
}
