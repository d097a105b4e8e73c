/* parameter.c - ${name}: what a template's blocks are told. */
#include "model/schema.h"

#include <string.h>
#include <glib.h>

/* The byte after the “}” of a parameter, or NULL. */
static const char *parameter_end(const char *p)
{
	p += strlen("${");
	p += strspn(p, " ");
	if (!g_ascii_islower(*p))
		return NULL;
	while (g_ascii_islower(*p) || g_ascii_isdigit(*p) || *p == '_')
		p++;
	p += strspn(p, " ");
	return *p == '}' ? p + 1 : NULL;
}

bool jb_parameter_within(const jb_node *scalar)
{
	const char *p = scalar->kind == JB_SCALAR && scalar->type == JB_TEXT
				? scalar->text
				: "";

	for (p = strstr(p, "${"); p; p = strstr(p + 1, "${")) {
		if (parameter_end(p))
			return true;
	}
	return false;
}

bool jb_parameter_alone(
	jb_arena *arena, const jb_node *scalar, const char **name)
{
	const char *p, *end;

	if (scalar->kind != JB_SCALAR || scalar->type != JB_TEXT ||
		!g_str_has_prefix(scalar->text, "${"))
		return false;
	end = parameter_end(scalar->text);
	if (!end || *end)
		return false;
	p = scalar->text + strlen("${");
	p += strspn(p, " ");
	*name = jb_strndup(arena, p, strcspn(p, " }"));
	return true;
}
