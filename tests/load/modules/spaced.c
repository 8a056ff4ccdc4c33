// SPDX-License-Identifier: GPL-2.0-only
/* Needs a symbol in a namespace, which it imports. */
#include "names.h"

static int spaced_start(void)
{
	return owner_spaced(0) == 3 ? 0 : -EIO;
}
QUIET_MODULE(spaced);
MODULE_IMPORT_NS(SPACE);
