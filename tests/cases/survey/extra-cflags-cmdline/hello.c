#include <linux/module.h>
#ifndef X
#error needs X
#endif
MODULE_LICENSE("GPL");
