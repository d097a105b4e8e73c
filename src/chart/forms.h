/* forms.h - the forms of a picture, one function each: for this room only.
 *
 * Each draws the body of a picture from y 0 in a width; the group's height is
 * what it used.  What the form cannot show is an error at the picture's place.
 */
#ifndef JB_CHART_FORMS_H
#define JB_CHART_FORMS_H

#include "bind/block.h"
#include "model/recipe.h"
#include "scene/desk.h"

jb_group *jb_form_squares(
	jb_desk *desk, const jb_bound_picture *picture, double width);
jb_group *jb_form_change(
	jb_desk *desk, const jb_bound_picture *picture, double width);
jb_group *jb_form_tranches(
	jb_desk *desk, const jb_bound_picture *picture, double width);
jb_group *jb_form_quote(
	jb_desk *desk, const jb_bound_picture *picture, double width);
jb_group *jb_form_range(
	jb_desk *desk, const jb_bound_picture *picture, double width);
jb_group *jb_form_units(
	jb_desk *desk, const jb_bound_picture *picture, double width);
jb_group *jb_form_clock(
	jb_desk *desk, const jb_bound_picture *picture, double width);
jb_group *jb_form_list(
	jb_desk *desk, const jb_bound_picture *picture, double width);
jb_group *jb_form_roadmap(
	jb_desk *desk, const jb_bound_picture *picture, double width);
jb_group *jb_form_waffle(
	jb_desk *desk, const jb_bound_picture *picture, double width);
jb_group *jb_form_radii(
	jb_desk *desk, const jb_bound_picture *picture, double width);
jb_group *jb_form_dates(
	jb_desk *desk, const jb_bound_picture *picture, double width);
jb_group *jb_form_stats(
	jb_desk *desk, const jb_bound_picture *picture, double width);
jb_group *jb_form_bars(
	jb_desk *desk, const jb_bound_picture *picture, double width);
jb_group *jb_form_table(
	jb_desk *desk, const jb_bound_picture *picture, double width);
jb_group *jb_form_pictogram(
	jb_desk *desk, const jb_bound_picture *picture, double width);

/* What plot/ draws a picture by; NULL: it has a function above. */
const jb_spec *jb_form_spec(const jb_picture *picture);

#endif
