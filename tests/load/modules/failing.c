// SPDX-License-Identifier: GPL-2.0-only
/* Its init function fails. */
#include "names.h"

static int failing_start(void)
{
	return -ENODEV;
}
QUIET_MODULE(failing);
