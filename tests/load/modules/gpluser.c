// SPDX-License-Identifier: GPL-2.0-only
/* Needs a GPL-only symbol of the owner. */
#include "names.h"

static int gpluser_start(void)
{
	return owner_gpl(0) == 2 ? 0 : -EIO;
}
QUIET_MODULE(gpluser);
