// SPDX-License-Identifier: GPL-2.0-only
#include <linux/init.h>
#include <linux/module.h>

#include "options.h"

static int __init options_init(void)
{
	pr_info("options: proc %d, ext2 %d, kmsan %d\n", IS_ENABLED(CONFIG_PROC_FS),
		IS_ENABLED(CONFIG_EXT2_FS), IS_ENABLED(CONFIG_KMSAN));
	return options_proc_init();
}

static void __exit options_exit(void)
{
	options_proc_exit();
}

module_init(options_init);
module_exit(options_exit);

MODULE_LICENSE("GPL");
MODULE_AUTHOR("The oot authors");
MODULE_DESCRIPTION("Objects that depend on the kernel's configuration");
