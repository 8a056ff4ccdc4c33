#include <linux/module.h>
#ifndef MINE
#error needs MINE
#endif
MODULE_LICENSE("GPL");
