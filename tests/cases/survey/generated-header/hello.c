#include <linux/module.h>
#include "version.h"
MODULE_LICENSE("GPL");
int v = V;
