// SPDX-License-Identifier: GPL-2.0-only
/* Has a symbol whose name is as long as one of the owner's. */
#include "names.h"

int twins_plain(int value)
{
	return value;
}
EXPORT_SYMBOL(twins_plain);

static int twin_start(void)
{
	return 0;
}
QUIET_MODULE(twin);
