/* role.h - the names of structure roles: ISO 32000-1, 14.8.4. */
#ifndef JB_SCENE_ROLE_H
#define JB_SCENE_ROLE_H

#include "scene/scene.h"

/* The standard structure type, as it stands in a PDF: "BlockQuote". */
const char *jb_role_name(jb_role role);

#endif
