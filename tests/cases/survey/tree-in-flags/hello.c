#include <linux/module.h>
#ifndef UTS_RELEASE
#error needs UTS_RELEASE
#endif
MODULE_LICENSE("GPL");
