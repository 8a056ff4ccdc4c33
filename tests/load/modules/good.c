// SPDX-License-Identifier: GPL-2.0-only
/* Right in every way; the long description is room for entries that the table of rows puts in its place. */
#include <linux/ktime.h>
#include <linux/module.h>
#include <linux/random.h>

static int number;
module_param(number, int, 0444);
static unsigned char small;
module_param(small, byte, 0444);
static char *text = "";
module_param(text, charp, 0444);
static bool flag;
module_param(flag, bool, 0444);
static int list[2];
module_param_array(list, int, NULL, 0444);
static u64 kept;

static int __init good_init(void)
{
	get_random_bytes(&kept, sizeof(kept));
	kept += ktime_get() + number + small + flag + list[0] + *text;
	return 0;
}

static void __exit good_exit(void)
{
	kept = 0;
}

module_init(good_init);
module_exit(good_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("room for something else that is not too long");
