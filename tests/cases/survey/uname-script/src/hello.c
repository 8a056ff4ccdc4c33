#include <linux/module.h>
#include "gen.h"
#ifndef GEN
#error gen
#endif
MODULE_LICENSE("GPL");
