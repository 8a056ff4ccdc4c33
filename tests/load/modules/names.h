/* SPDX-License-Identifier: GPL-2.0-only */
#include <linux/module.h>
#include <linux/version.h>

/* Since 6.13 a namespace is a string. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 13, 0)
#define SPACE "OOT_ROOM"
#else
#define SPACE OOT_ROOM
#endif

int owner_plain(int value);
int owner_gpl(int value);
int owner_spaced(int value);
int owner_friend(int value);
int twins_plain(int value);

#define QUIET_MODULE(name)                                                                                             \
	static int __init name##_init(void)                                                                            \
	{                                                                                                              \
		return name##_start();                                                                                 \
	}                                                                                                              \
	static void __exit name##_exit(void)                                                                           \
	{                                                                                                              \
	}                                                                                                              \
	module_init(name##_init);                                                                                      \
	module_exit(name##_exit);                                                                                      \
	MODULE_LICENSE("GPL");                                                                                         \
	MODULE_DESCRIPTION("room for something else that is not too long")
