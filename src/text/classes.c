/* classes.c - the class of each character by itself.
 */
#include "text/classes.h"

/* clreq #prohibition-rules and jlreq 3.9: what each character is.  Ascending;
 * what stands in no row is set with the letters. */
static const struct row {
	gunichar first, last;
	jb_class cls;
} table[] = {
	{0x0009, 0x0009, JB_SPACE},
	{0x000a, 0x000c, JB_BREAK},
	{0x000d, 0x000d, JB_SPACE},
	{0x0020, 0x0020, JB_SPACE},
	{0x00ad, 0x00ad, JB_SOFT},
	{0x00b7, 0x00b7, JB_SHARED}, /* · */
	{0x1100, 0x11ff, JB_HANGUL}, /* jamo */
	{0x2000, 0x200a, JB_SPACE},
	{0x200b, 0x200b, JB_SPLIT},
	{0x2014, 0x2014, JB_SHARED}, /* — */
	{0x2018, 0x2019, JB_SHARED}, /* ‘ ’ */
	{0x201c, 0x201d, JB_SHARED}, /* “ ” */
	{0x2022, 0x2022, JB_MID},    /* • */
	{0x2026, 0x2026, JB_SHARED}, /* … */
	{0x2027, 0x2027, JB_MID},    /* ‧ */
	{0x2028, 0x2029, JB_BREAK},
	{0x2030, 0x2033, JB_SUFFIX}, /* ‰ ‱ ′ ″ */
	{0x203b, 0x203b, JB_SYMBOL}, /* ※ */
	{0x205f, 0x205f, JB_SPACE},
	{0x2060, 0x2060, JB_JOINER},
	{0x2103, 0x2103, JB_SUFFIX}, /* ℃ */
	{0x2109, 0x2109, JB_SUFFIX}, /* ℉ */
	{0x2116, 0x2116, JB_PREFIX}, /* № */
	{0x2190, 0x21ff, JB_SYMBOL}, /* arrows */
	{0x22ef, 0x22ef, JB_LONG},   /* ⋯ */
	{0x2300, 0x24ff, JB_SYMBOL}, /* ① */
	{0x2500, 0x2500, JB_LONG},   /* ─ */
	{0x2501, 0x27bf, JB_SYMBOL}, /* ■ ★ */
	{0x2b00, 0x2bff, JB_SYMBOL},
	{0x2e3a, 0x2e3a, JB_LONG},   /* ⸺ */
	{0x2e80, 0x2fdf, JB_HAN},    /* radicals */
	{0x2ff0, 0x2fff, JB_SYMBOL}, /* ⿰ */
	{0x3000, 0x3000, JB_SPACE},
	{0x3001, 0x3001, JB_COMMA},  /* 、 */
	{0x3002, 0x3002, JB_STOP},   /* 。 */
	{0x3003, 0x3004, JB_SYMBOL}, /* 〃 */
	{0x3005, 0x3005, JB_SMALL},  /* 々 */
	{0x3006, 0x3007, JB_HAN},    /* 〆 〇 */
	{0x3008, 0x3008, JB_OPEN},   /* 〈 */
	{0x3009, 0x3009, JB_CLOSE},  /* 〉 */
	{0x300a, 0x300a, JB_OPEN},   /* 《 */
	{0x300b, 0x300b, JB_CLOSE},  /* 》 */
	{0x300c, 0x300c, JB_OPEN},   /* 「 */
	{0x300d, 0x300d, JB_CLOSE},  /* 」 */
	{0x300e, 0x300e, JB_OPEN},   /* 『 */
	{0x300f, 0x300f, JB_CLOSE},  /* 』 */
	{0x3010, 0x3010, JB_OPEN},   /* 【 */
	{0x3011, 0x3011, JB_CLOSE},  /* 】 */
	{0x3012, 0x3013, JB_SYMBOL}, /* 〒 */
	{0x3014, 0x3014, JB_OPEN},   /* 〔 */
	{0x3015, 0x3015, JB_CLOSE},  /* 〕 */
	{0x3016, 0x3016, JB_OPEN},   /* 〖 */
	{0x3017, 0x3017, JB_CLOSE},  /* 〗 */
	{0x3018, 0x3018, JB_OPEN},   /* 〘 */
	{0x3019, 0x3019, JB_CLOSE},  /* 〙 */
	{0x301a, 0x301a, JB_OPEN},   /* 〚 */
	{0x301b, 0x301b, JB_CLOSE},  /* 〛 */
	{0x301c, 0x301c, JB_CONN},   /* 〜 */
	{0x301d, 0x301d, JB_OPEN},   /* 〝 */
	{0x301e, 0x301f, JB_CLOSE},  /* 〞 〟 */
	{0x3020, 0x3020, JB_SYMBOL},
	{0x3021, 0x3029, JB_HAN},    /* 〡 */
	{0x302a, 0x3030, JB_SYMBOL}, /* 〰 */
	{0x3031, 0x3035, JB_SMALL},  /* 〱 */
	{0x3036, 0x3037, JB_SYMBOL},
	{0x3038, 0x303a, JB_HAN},   /* 〸 */
	{0x303b, 0x303b, JB_SMALL}, /* 〻 */
	{0x303c, 0x303f, JB_SYMBOL},
	{0x3041, 0x3041, JB_SMALL}, /* ぁ */
	{0x3042, 0x3042, JB_HAN},
	{0x3043, 0x3043, JB_SMALL}, /* ぃ */
	{0x3044, 0x3044, JB_HAN},
	{0x3045, 0x3045, JB_SMALL}, /* ぅ */
	{0x3046, 0x3046, JB_HAN},
	{0x3047, 0x3047, JB_SMALL}, /* ぇ */
	{0x3048, 0x3048, JB_HAN},
	{0x3049, 0x3049, JB_SMALL}, /* ぉ */
	{0x304a, 0x3062, JB_HAN},
	{0x3063, 0x3063, JB_SMALL}, /* っ */
	{0x3064, 0x3082, JB_HAN},
	{0x3083, 0x3083, JB_SMALL}, /* ゃ */
	{0x3084, 0x3084, JB_HAN},
	{0x3085, 0x3085, JB_SMALL}, /* ゅ */
	{0x3086, 0x3086, JB_HAN},
	{0x3087, 0x3087, JB_SMALL}, /* ょ */
	{0x3088, 0x308d, JB_HAN},
	{0x308e, 0x308e, JB_SMALL}, /* ゎ */
	{0x308f, 0x3094, JB_HAN},
	{0x3095, 0x3096, JB_SMALL}, /* ゕ ゖ */
	{0x3097, 0x309c, JB_HAN},
	{0x309d, 0x309e, JB_SMALL}, /* ゝ ゞ */
	{0x309f, 0x309f, JB_HAN},
	{0x30a0, 0x30a0, JB_CONN},  /* ゠ */
	{0x30a1, 0x30a1, JB_SMALL}, /* ァ */
	{0x30a2, 0x30a2, JB_HAN},
	{0x30a3, 0x30a3, JB_SMALL}, /* ィ */
	{0x30a4, 0x30a4, JB_HAN},
	{0x30a5, 0x30a5, JB_SMALL}, /* ゥ */
	{0x30a6, 0x30a6, JB_HAN},
	{0x30a7, 0x30a7, JB_SMALL}, /* ェ */
	{0x30a8, 0x30a8, JB_HAN},
	{0x30a9, 0x30a9, JB_SMALL}, /* ォ */
	{0x30aa, 0x30c2, JB_HAN},
	{0x30c3, 0x30c3, JB_SMALL}, /* ッ */
	{0x30c4, 0x30e2, JB_HAN},
	{0x30e3, 0x30e3, JB_SMALL}, /* ャ */
	{0x30e4, 0x30e4, JB_HAN},
	{0x30e5, 0x30e5, JB_SMALL}, /* ュ */
	{0x30e6, 0x30e6, JB_HAN},
	{0x30e7, 0x30e7, JB_SMALL}, /* ョ */
	{0x30e8, 0x30ed, JB_HAN},
	{0x30ee, 0x30ee, JB_SMALL}, /* ヮ */
	{0x30ef, 0x30f4, JB_HAN},
	{0x30f5, 0x30f6, JB_SMALL}, /* ヵ ヶ */
	{0x30f7, 0x30fa, JB_HAN},
	{0x30fb, 0x30fb, JB_MID},   /* ・ */
	{0x30fc, 0x30fe, JB_SMALL}, /* ー ヽ ヾ */
	{0x30ff, 0x30ff, JB_HAN},
	{0x3105, 0x312f, JB_HAN},    /* zhuyin */
	{0x3131, 0x318e, JB_HANGUL}, /* ㄱ */
	{0x3190, 0x31ef, JB_HAN},
	{0x31f0, 0x31ff, JB_SMALL},  /* ㇰ */
	{0x3200, 0x33ff, JB_SYMBOL}, /* ㈠ ㎡ */
	{0x3400, 0x4dbf, JB_HAN},
	{0x4dc0, 0x4dff, JB_SYMBOL}, /* ䷀ */
	{0x4e00, 0x9fff, JB_HAN},
	{0xa960, 0xa97f, JB_HANGUL}, /* jamo */
	{0xac00, 0xd7a3, JB_HANGUL},
	{0xd7b0, 0xd7ff, JB_HANGUL}, /* jamo */
	{0xf900, 0xfaff, JB_HAN},
	{0xfeff, 0xfeff, JB_JOINER},
	{0xff00, 0xff00, JB_SYMBOL},
	{0xff01, 0xff01, JB_STOP}, /* ！ */
	{0xff02, 0xff02, JB_SYMBOL},
	{0xff03, 0xff04, JB_PREFIX}, /* ＃ ＄ */
	{0xff05, 0xff05, JB_SUFFIX}, /* ％ */
	{0xff06, 0xff07, JB_SYMBOL},
	{0xff08, 0xff08, JB_OPEN},  /* （ */
	{0xff09, 0xff09, JB_CLOSE}, /* ） */
	{0xff0a, 0xff0b, JB_SYMBOL},
	{0xff0c, 0xff0c, JB_COMMA}, /* ， */
	{0xff0d, 0xff0d, JB_SYMBOL},
	{0xff0e, 0xff0e, JB_STOP},    /* ． */
	{0xff0f, 0xff0f, JB_SOLIDUS}, /* ／ */
	{0xff10, 0xff19, JB_WIDE},
	{0xff1a, 0xff1b, JB_COMMA}, /* ： ； */
	{0xff1c, 0xff1e, JB_SYMBOL},
	{0xff1f, 0xff1f, JB_STOP},   /* ？ */
	{0xff20, 0xff20, JB_PREFIX}, /* ＠ */
	{0xff21, 0xff3a, JB_WIDE},
	{0xff3b, 0xff3b, JB_OPEN},    /* ［ */
	{0xff3c, 0xff3c, JB_SOLIDUS}, /* ＼ */
	{0xff3d, 0xff3d, JB_CLOSE},   /* ］ */
	{0xff3e, 0xff40, JB_SYMBOL},
	{0xff41, 0xff5a, JB_WIDE},
	{0xff5b, 0xff5b, JB_OPEN},    /* ｛ */
	{0xff5c, 0xff5c, JB_SOLIDUS}, /* ｜ */
	{0xff5d, 0xff5d, JB_CLOSE},   /* ｝ */
	{0xff5e, 0xff5e, JB_CONN},    /* ～ */
	{0xff5f, 0xff5f, JB_OPEN},    /* ｟ */
	{0xff60, 0xff60, JB_CLOSE},   /* ｠ */
	{0xff61, 0xffdf, JB_SYMBOL},
	{0xffe0, 0xffe0, JB_SUFFIX}, /* ￠ */
	{0xffe1, 0xffe1, JB_PREFIX}, /* ￡ */
	{0xffe2, 0xffe4, JB_SYMBOL},
	{0xffe5, 0xffe5, JB_PREFIX}, /* ￥ */
	{0xffe6, 0xffef, JB_SYMBOL},
	{0xfffc, 0xfffc, JB_SYMBOL}, /* an icon */
	{0x1aff0, 0x1b16f, JB_HAN}, /* kana */
	{0x1f000, 0x1faff, JB_SYMBOL},
	{0x20000, 0x3ffff, JB_HAN},
};

static jb_class look_up(gunichar c)
{
	size_t from = 0, to = G_N_ELEMENTS(table);

	while (from < to) {
		size_t middle = (from + to) / 2;
		if (c < table[middle].first)
			to = middle;
		else if (c > table[middle].last)
			from = middle + 1;
		else
			return table[middle].cls;
	}
	return JB_WEST;
}

jb_class jb_char_class(gunichar c)
{
	/* most of a report: spare it the table */
	if (c >= 0x4e00 && c <= 0x9fff)
		return JB_HAN;
	if (c > 0x20 && c < 0xad)
		return JB_WEST;
	return look_up(c);
}

bool jb_char_is_ignorable(gunichar c)
{
	return (c >= 0x200c && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
	       (c >= 0x2061 && c <= 0x206f) || (c >= 0xfe00 && c <= 0xfe0f) ||
	       (c >= 0x180b && c <= 0x180f) || c == 0x034f ||
	       (c >= 0xe0000 && c <= 0xe0fff);
}

bool jb_char_follows(gunichar c)
{
	if (c < 0x300 || (c >= 0x3400 && c <= 0x9fff))
		return false;
	return jb_char_is_ignorable(c) || g_unichar_ismark(c) ||
	       (c >= 0x1f3fb && c <= 0x1f3ff); /* skin of emoji */
}

bool jb_char_wants_gap(gunichar c)
{
	switch (c) {
	case U'%':
	case U'+':
	case U'°':
	case U'$':
	case U'¥':
	case U'€':
	case U'£':
	case U'#':
	case U'@':
	case U'&':
	case U'=':
	case U'−':
	case U'±':
	case U'≥':
	case U'≤':
	case U'<':
	case U'>':
	case U'*':
	case U'′':
	case U'″':
		return true;
	default:
		return g_unichar_isalnum(c);
	}
}

bool jb_char_is_unit(gunichar c)
{
	return jb_char_in(c,
		"万亿千百十余多元个年月日号时分秒岁人次户吨亩米里斤"
		"度所家条座项种类名位台辆套倍点期批届间层级件篇份"
		"字公平立克升周天棵株只头匹幢栋艘场枚颗瓶勺片瓣根"
		"张本册部架艘支枝把口门首封幅箱袋桶杯盒碗双对组班"
		"站村县镇乡省市区街处毫厘寸尺丈角页章节回趟遍届票"
		"萬億餘個號時歲戶噸畝裡條項種類輛點間層級號張冊隻"
		"頭棟場顆圓円歳時");
}
