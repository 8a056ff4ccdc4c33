#include <linux/module.h>
#ifndef DISTRO
#error needs DISTRO
#endif
MODULE_LICENSE("GPL");
