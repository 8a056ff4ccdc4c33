// SPDX-License-Identifier: GPL-2.0-only
/* Needs the owner and the kernel's GPL-only symbols. */
#include <linux/ktime.h>
#include "names.h"

static int chain_start(void)
{
	return ktime_get() > 0 && owner_plain(0) == 1 ? 0 : -EIO;
}
QUIET_MODULE(chain);
