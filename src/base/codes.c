/* codes.c - from a message to its number, and back to what it means. */
#include "base/codes.h"

#include <stdio.h>
#include <string.h>

static const struct {
	unsigned code;
	const char *format;
} table[] = {
#define CODE(code, format) {code, format},
#define OLD(code)
#include "base/codes.def"
#undef CODE
#undef OLD
};

static const jb_explanation explanations[] = {
#define EXPLAIN(code, english, chinese, wrong, right) \
	{code, english, chinese, wrong, right},
#include "base/explain.def"
#undef EXPLAIN
};

/* A few hundred rows, asked for once a message. */
unsigned jb_code_of(const char *format)
{
	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		if (strcmp(table[i].format, format) == 0)
			return table[i].code;
	}
	return 0;
}

const char *jb_code_format(unsigned code)
{
	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		if (table[i].code == code)
			return table[i].format;
	}
	return NULL;
}

void jb_code_write(char out[JB_CODE_SIZE], jb_severity severity, unsigned code)
{
	snprintf(out, JB_CODE_SIZE, "%c%04u", severity == JB_ERROR ? 'E' : 'W',
		code % 10000);
}

unsigned jb_code_parse(const char *text)
{
	guint64 code;

	if (*text && strchr("EeWw", *text))
		text++;
	return g_ascii_string_to_unsigned(text, 10, 1, 9999, &code, NULL)
		       ? (unsigned)code
		       : 0;
}

const jb_explanation *jb_code_explain(unsigned code)
{
	for (size_t i = 0; i < G_N_ELEMENTS(explanations); i++) {
		if (explanations[i].code == code)
			return &explanations[i];
	}
	return NULL;
}

unsigned jb_code_row(size_t i)
{
	return i < G_N_ELEMENTS(table) ? table[i].code : 0;
}
