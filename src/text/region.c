/* region.c - language tags (BCP 47): language, script and region subtags. */
#include "text/region.h"

#include <string.h>
#include <glib.h>

/* Takes the next subtag off a tag; its length, 0 at the end. */
static size_t next_subtag(const char **tag, const char **subtag)
{
	*subtag = *tag;
	size_t n = strcspn(*tag, "-_");
	*tag += n;
	if (**tag)
		++*tag;
	return n;
}

static bool is_subtag(const char *subtag, size_t n, const char *const *words)
{
	for (; *words; words++)
		if (strlen(*words) == n &&
			g_ascii_strncasecmp(subtag, *words, n) == 0)
			return true;
	return false;
}

static const char *const chinese[] = {
	"zh", "cmn", "yue", "wuu", "nan", "hak", "gan", "hsn", "lzh", NULL};
static const char *const cantonese[] = {"yue", NULL};
static const char *const japanese[] = {"ja", NULL};
static const char *const korean[] = {"ko", NULL};

static jb_region chinese_region(const char *tag, bool is_cantonese)
{
	static const char *const hans[] = {"Hans", NULL};
	static const char *const hant[] = {"Hant", "Bopo", NULL};
	static const char *const taiwan[] = {"TW", NULL};
	static const char *const hong_kong[] = {"HK", "MO", NULL};
	bool is_hant = false, is_tw = false, is_hk = is_cantonese;
	const char *subtag;
	size_t n;

	while ((n = next_subtag(&tag, &subtag)) > 0) {
		if (is_subtag(subtag, n, hans))
			return JB_REGION_CN; /* the script says more */
		is_hant |= is_subtag(subtag, n, hant);
		is_tw |= is_subtag(subtag, n, taiwan);
		is_hk |= is_subtag(subtag, n, hong_kong);
	}
	if (is_hk && !is_tw)
		return JB_REGION_HK;
	return is_tw || is_hant ? JB_REGION_TW : JB_REGION_CN;
}

jb_region jb_region_of(const char *lang)
{
	const char *subtag;
	size_t n = lang ? next_subtag(&lang, &subtag) : 0;

	if (n == 0)
		return JB_REGION_CN;
	if (is_subtag(subtag, n, japanese))
		return JB_REGION_JP;
	if (is_subtag(subtag, n, korean))
		return JB_REGION_KR;
	if (is_subtag(subtag, n, chinese))
		return chinese_region(lang, is_subtag(subtag, n, cantonese));
	return JB_REGION_CN;
}

bool jb_lang_is_cjk(const char *lang)
{
	const char *subtag;
	size_t n = lang ? next_subtag(&lang, &subtag) : 0;

	return n > 0 && (is_subtag(subtag, n, chinese) ||
				is_subtag(subtag, n, japanese) ||
				is_subtag(subtag, n, korean));
}

const char *jb_region_lang(jb_region region)
{
	static const char *const langs[JB_REGIONS] = {
		"zh-Hans", "zh-Hant", "zh-Hant-HK", "ja", "ko"};

	return langs[region];
}
