/* region.h - what a language asks of the marks of its text. */
#ifndef JB_TEXT_REGION_H
#define JB_TEXT_REGION_H

#include <stdbool.h>

/* What marks are like, by language: GB/T 15834 for mainland China; Taiwan;
 * Hong Kong; JIS X 4051 for Japan; Korea. */
typedef enum {
	JB_REGION_CN,
	JB_REGION_TW,
	JB_REGION_HK,
	JB_REGION_JP,
	JB_REGION_KR,
	JB_REGIONS
} jb_region;

/* The region of a BCP 47 language tag, in any case: zh-Hans, zh-SG and what
 * is not known are China's; zh-Hant and zh-TW Taiwan's; zh-HK, zh-Hant-MO and
 * yue Hong Kong's.  NULL: mainland China. */
jb_region jb_region_of(const char *lang);

/* Whether a language is written in Han, kana or Hangul; NULL is not. */
bool jb_lang_is_cjk(const char *lang);

/* The language by which fonts know the forms of a region (`locl`). */
const char *jb_region_lang(jb_region region);

#endif
