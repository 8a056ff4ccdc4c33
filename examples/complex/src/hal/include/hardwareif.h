/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef HARDWAREIF_H
#define HARDWAREIF_H

/* 0 when the (imagined) hardware answered within the given number of tries, -ENODEV otherwise. */
int hardwareif_probe(unsigned int tries);

#endif
