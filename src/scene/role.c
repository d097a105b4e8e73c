/* role.c - the names of structure roles: ISO 32000-1, 14.8.4. */
#include "scene/role.h"

const char *jb_role_name(jb_role role)
{
	static const char *const names[] = {
		[JB_ROLE_DOCUMENT] = "Document",
		[JB_ROLE_SECT] = "Sect",
		[JB_ROLE_H1] = "H1",
		[JB_ROLE_H2] = "H2",
		[JB_ROLE_H3] = "H3",
		[JB_ROLE_P] = "P",
		[JB_ROLE_QUOTE] = "BlockQuote",
		[JB_ROLE_FIGURE] = "Figure",
		[JB_ROLE_CAPTION] = "Caption",
		[JB_ROLE_TABLE] = "Table",
		[JB_ROLE_TR] = "TR",
		[JB_ROLE_TH] = "TH",
		[JB_ROLE_TD] = "TD",
		[JB_ROLE_LIST] = "L",
		[JB_ROLE_LIST_ITEM] = "LI",
		[JB_ROLE_NOTE] = "Note",
	};

	return names[role];
}
