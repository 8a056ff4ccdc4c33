// SPDX-License-Identifier: GPL-2.0-only
#include <linux/errno.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>

#include "options.h"

static int options_show(struct seq_file *file, void *data)
{
	seq_puts(file, "built with CONFIG_PROC_FS\n");
	return 0;
}

int options_proc_init(void)
{
	return proc_create_single("oot_options", 0444, NULL, options_show) ? 0 : -ENOMEM;
}

void options_proc_exit(void)
{
	remove_proc_entry("oot_options", NULL);
}
