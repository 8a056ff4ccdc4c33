// SPDX-License-Identifier: GPL-2.0-only
/* Only in a kernel with KMSAN, which no distribution ships: this file is normally not compiled. */
#include <linux/kmsan.h>
