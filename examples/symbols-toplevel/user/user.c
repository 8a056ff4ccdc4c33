// SPDX-License-Identifier: GPL-2.0-only
#include <linux/init.h>
#include <linux/module.h>

#include "../provider/provider.h"

static int __init user_init(void)
{
	pr_info("user: the answer is %u\n", provider_answer(21));
	return 0;
}

static void __exit user_exit(void)
{
}

module_init(user_init);
module_exit(user_exit);

MODULE_LICENSE("GPL");
MODULE_AUTHOR("The oot authors");
MODULE_DESCRIPTION("Uses a symbol of another external module");
