// SPDX-License-Identifier: GPL-2.0-only
#include <linux/init.h>
#include <linux/module.h>

#include "complex.h"
#include "hardwareif.h"

static int __init complex_init(void)
{
	return hardwareif_probe(COMPLEX_TRIES);
}

static void __exit complex_exit(void)
{
}

module_init(complex_init);
module_exit(complex_exit);

MODULE_LICENSE("GPL");
MODULE_AUTHOR("The oot authors");
MODULE_DESCRIPTION("Sources and headers over several directories");
