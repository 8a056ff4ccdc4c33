/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef COMPLEX_H
#define COMPLEX_H

/* How often the hardware is asked before the module gives up. */
#define COMPLEX_TRIES 3

#endif
