/* messages.c - from the English words to the Chinese ones. */
#include "base/messages.h"

#include <string.h>
#include <glib.h>

static const struct {
	const char *english, *chinese;
} table[] = {
#define M(english, chinese) {english, chinese},
#include "base/messages.def"
#undef M
};

/* Set once, from the command line, before there is anything to say. */
static jb_tongue spoken = JB_ENGLISH;

void jb_messages_speak(jb_tongue tongue)
{
	spoken = tongue;
}

jb_tongue jb_messages_tongue(void)
{
	return spoken;
}

bool jb_messages_parse(const char *name, jb_tongue *tongue)
{
	static const char *const languages[] = {
		[JB_ENGLISH] = "en", [JB_CHINESE] = "zh"};

	for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
		size_t n = strlen(languages[i]);

		if (g_ascii_strncasecmp(name, languages[i], n) != 0 ||
			g_ascii_isalnum(name[n]))
			continue;
		*tongue = (jb_tongue)i;
		return true;
	}
	return false;
}

jb_tongue jb_messages_locale(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	jb_tongue tongue = JB_ENGLISH;

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		const char *value = g_getenv(names[i]);

		if (!value || !*value)
			continue;
		if (!jb_messages_parse(value, &tongue))
			tongue = JB_ENGLISH;
		break;
	}
	return tongue;
}

/* A few hundred rows, asked for once a message. */
const char *jb_tr(const char *english)
{
	for (size_t i = 0; spoken == JB_CHINESE && i < G_N_ELEMENTS(table); i++)
		if (!strcmp(table[i].english, english))
			return table[i].chinese;
	return english;
}

const char *jb_messages_row(unsigned i, const char **chinese)
{
	if (i >= G_N_ELEMENTS(table))
		return NULL;
	*chinese = table[i].chinese;
	return table[i].english;
}
