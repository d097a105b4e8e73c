/* suspect-words.c - slips in words: for programs and for people. */
#include "base/suspect.h"

#include <string.h>

#include "base/messages.h"

static const struct {
	const char *word, *what;
} kinds[] = {
	[JB_SUSPECT_MARK] = {"half-width-mark",
		JB_TR("half-width “%s” in Chinese "
		      "text")},
	[JB_SUSPECT_BRACKET] = {"half-width-bracket",
		JB_TR("half-width “%s” in Chinese text")},
	[JB_SUSPECT_QUOTE] = {"half-width-quote",
		JB_TR("half-width “%s” in Chinese text")},
	[JB_SUSPECT_DOUBLED] = {"doubled-marks", JB_TR("marks in a row: “%s”")},
	[JB_SUSPECT_SPACE] = {"stray-space",
		JB_TR("stray space in Chinese text")},
	[JB_SUSPECT_INDENT] = {"typed-indent",
		JB_TR("an indent typed as spaces")},
	[JB_SUSPECT_WIDE] = {"full-width-letters", JB_TR("full-width “%s”")},
	[JB_SUSPECT_MIXED] = {"mixed-quotes",
		JB_TR("“%s” where other quotation marks are used")},
	[JB_SUSPECT_UNPAIRED] = {"unpaired", JB_TR("“%s” has no partner")},
	[JB_SUSPECT_NESTED] = {"nested", JB_TR("“%s” within the same marks")},
	[JB_SUSPECT_DASH] = {"wrong-dash", JB_TR("“%s” is no Chinese dash")},
	[JB_SUSPECT_DOTS] = {"wrong-dots",
		JB_TR("“%s” is no Chinese ellipsis")},
	[JB_SUSPECT_NUMBER] = {"number-mark",
		JB_TR("“%s” after an item's number")},
	[JB_SUSPECT_LOOKALIKE] = {"look-alike", JB_TR("“%s” looks like another "
						      "character")},
	[JB_SUSPECT_INVISIBLE] = {"invisible", JB_TR("an invisible character")},
};

const char *jb_suspect_word(jb_suspect_kind kind)
{
	return kinds[kind].word;
}

char *jb_suspect_what(jb_arena *arena, const jb_suspect *s)
{
	const char *what = jb_tr(kinds[s->kind].what);
	const char *hole = strstr(what, "%s");

	if (s->kind == JB_SUSPECT_INVISIBLE)
		return jb_sprintf(
			arena, "%s, U+%04X", what, g_utf8_get_char(s->found));
	if (!hole)
		return jb_strdup(arena, what);
	return jb_sprintf(arena, "%.*s%s%s", (int)(hole - what), what, s->found,
		hole + 2);
}

char *jb_suspect_hint(jb_arena *arena, const jb_suspect *s)
{
	bool number = s->kind == JB_SUSPECT_WIDE;

	if (s->kind == JB_SUSPECT_INDENT)
		return jb_strdup(
			arena, jb_tr("delete them; styles have an `indent`"));
	if (s->instead && !*s->instead)
		return jb_strdup(arena, jb_tr("delete it"));
	if (s->instead)
		return jb_sprintf(arena, jb_tr("%s writes “%s”"),
			number ? "GB/T 15835" : "GB/T 15834", s->instead);
	if (s->kind == JB_SUSPECT_DOUBLED)
		return jb_strdup(arena, jb_tr("write one of them"));
	return jb_strdup(arena, jb_tr("marks of this kind come in pairs"));
}
