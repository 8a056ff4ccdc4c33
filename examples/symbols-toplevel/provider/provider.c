// SPDX-License-Identifier: GPL-2.0-only
#include <linux/export.h>
#include <linux/module.h>

#include "provider.h"

unsigned int provider_answer(unsigned int question)
{
	return question * 2;
}
EXPORT_SYMBOL_GPL(provider_answer);

MODULE_LICENSE("GPL");
MODULE_AUTHOR("The oot authors");
MODULE_DESCRIPTION("Exports one symbol");
