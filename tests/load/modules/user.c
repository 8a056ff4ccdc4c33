// SPDX-License-Identifier: GPL-2.0-only
/* Needs the owner, and nothing that is exported to GPL modules only. */
#include "names.h"

static int user_start(void)
{
	return owner_plain(0) == 1 ? 0 : -EIO;
}
QUIET_MODULE(user);
