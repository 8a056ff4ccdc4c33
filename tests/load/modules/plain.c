// SPDX-License-Identifier: GPL-2.0-only
/* Needs nothing that is exported to GPL modules only. */
#include <linux/module.h>
#include <linux/random.h>

static u64 kept;

static int __init plain_init(void)
{
	get_random_bytes(&kept, sizeof(kept));
	return 0;
}

static void __exit plain_exit(void)
{
	kept = 0;
}

module_init(plain_init);
module_exit(plain_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("room for something else that is not too long");
