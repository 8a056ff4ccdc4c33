// SPDX-License-Identifier: GPL-2.0-only
/* Has symbols of every kind. */
#include "names.h"

int owner_plain(int value)
{
	return value + 1;
}
EXPORT_SYMBOL(owner_plain);

int owner_gpl(int value)
{
	return value + 2;
}
EXPORT_SYMBOL_GPL(owner_gpl);

int owner_spaced(int value)
{
	return value + 3;
}
EXPORT_SYMBOL_NS(owner_spaced, SPACE);

int owner_friend(int value)
{
	return value + 4;
}
#ifdef EXPORT_SYMBOL_FOR_MODULES
EXPORT_SYMBOL_FOR_MODULES(owner_friend, "friend");
#else
EXPORT_SYMBOL(owner_friend);
#endif

static int owner_start(void)
{
	return 0;
}
QUIET_MODULE(owner);
