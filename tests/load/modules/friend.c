// SPDX-License-Identifier: GPL-2.0-only
/* Needs the symbol that the owner has for it alone, where the kernel knows such symbols. */
#include "names.h"

static int friend_start(void)
{
	return owner_friend(0) == 4 ? 0 : -EIO;
}
QUIET_MODULE(friend);
