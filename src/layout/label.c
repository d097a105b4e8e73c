/* The labels of pages (ISO 32000-1 12.4.2); Chinese ones from a hundred on have
 * a numeral for each digit, as folios of books do: 一〇二.
 */
#include "layout/label.h"

#include <glib.h>

#include "model/wording.h"

static const char *roman(jb_arena *arena, int number, bool capital)
{
	static const struct {
		int value;
		const char *small, *capital;
	} parts[] = {
		{1000, "m", "M"},
		{900, "cm", "CM"},
		{500, "d", "D"},
		{400, "cd", "CD"},
		{100, "c", "C"},
		{90, "xc", "XC"},
		{50, "l", "L"},
		{40, "xl", "XL"},
		{10, "x", "X"},
		{9, "ix", "IX"},
		{5, "v", "V"},
		{4, "iv", "IV"},
		{1, "i", "I"},
	};
	g_autoptr(GString) out = g_string_new(NULL);

	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		for (; number >= parts[i].value; number -= parts[i].value)
			g_string_append(out,
				capital ? parts[i].capital : parts[i].small);
	return jb_strdup(arena, out->str);
}

static const char *chinese(jb_arena *arena, int number)
{
	static const char *const digits[] = {
		"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
	g_autofree char *text = g_strdup_printf("%d", number);
	g_autoptr(GString) out = g_string_new(NULL);

	if (number < 100)
		return jb_hanzi_number(arena, number);
	for (const char *c = text; *c; c++)
		g_string_append(out, digits[*c - '0']);
	return jb_strdup(arena, out->str);
}

const char *jb_page_label(jb_arena *arena, jb_label label, int number)
{
	g_assert(number > 0);
	switch (label) {
	case JB_LABEL_ROMAN:
		return roman(arena, number, false);
	case JB_LABEL_ROMAN_CAPITAL:
		return roman(arena, number, true);
	case JB_LABEL_CHINESE:
		return chinese(arena, number);
	default: /* JB_LABEL_ARABIC */
		return jb_sprintf(arena, "%d", number);
	}
}
