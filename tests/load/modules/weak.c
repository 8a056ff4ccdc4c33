// SPDX-License-Identifier: GPL-2.0-only
/* Can do without a symbol. */
#include "names.h"

extern int nobody_has_this(int value) __attribute__((weak));

static int weak_start(void)
{
	return nobody_has_this ? -EIO : 0;
}
QUIET_MODULE(weak);
