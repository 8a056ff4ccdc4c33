// SPDX-License-Identifier: GPL-2.0-only
#include <linux/errno.h>
#include <linux/init.h>
#include <linux/module.h>

#include "8123_if.h"

static int __init if_8123_init(void)
{
	if (le32_to_cpu(blob_8123.magic) != BLOB_8123_MAGIC)
		return -EINVAL;
	pr_info("8123: register map %u with %u registers\n",
		le32_to_cpu(blob_8123.version),
		le32_to_cpu(blob_8123.register_count));
	return pci_8123_register();
}

static void __exit if_8123_exit(void)
{
	pci_8123_unregister();
}

module_init(if_8123_init);
module_exit(if_8123_exit);

MODULE_LICENSE("GPL");
MODULE_AUTHOR("The oot authors");
MODULE_DESCRIPTION("An invented network card with a binary part");
