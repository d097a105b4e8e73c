/* length.h - lengths as people write them. */
#ifndef JB_BASE_LENGTH_H
#define JB_BASE_LENGTH_H

#include <stdbool.h>

typedef enum {
	JB_UNIT_PT,	 /* mm, cm, in, pt and the Chinese sizes end here */
	JB_UNIT_EM,	 /* of the style's size */
	JB_UNIT_LH,	 /* lines of the page's baseline grid */
	JB_UNIT_PERCENT, /* of the space that is there */
	JB_UNIT_FR,	 /* a share of what is left */
} jb_unit;

typedef struct jb_length {
	double value;
	jb_unit unit;
} jb_length;

#define JB_MM (72.0 / 25.4)

/* "12mm" "1.5cm" "10pt" "0.5in" "2em" "1.5lh" "50%" "1fr" "0", and the sizes
 * 初号 小初 一号 小一 二号 小二 三号 小三 四号 小四 五号 小五 六号 小六 七号
 * 八号. Finite, |value| at most 1e5; false for anything else. */
bool jb_length_parse(const char *text, jb_length *out);

/* Points; em, line and whole are what 1em, 1lh and 100% are, in points.  1fr
 * has no length of its own: 0. */
double jb_length_pt(
	jb_length length, double em_pt, double line_pt, double whole_pt);

#endif
