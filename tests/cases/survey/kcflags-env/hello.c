#include <linux/module.h>
#ifndef ENVX
#error needs ENVX
#endif
MODULE_LICENSE("GPL");
