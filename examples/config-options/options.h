/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <linux/kconfig.h>

#if IS_ENABLED(CONFIG_PROC_FS)
int options_proc_init(void);
void options_proc_exit(void);
#else
static inline int options_proc_init(void)
{
	return 0;
}

static inline void options_proc_exit(void)
{
}
#endif

#endif
