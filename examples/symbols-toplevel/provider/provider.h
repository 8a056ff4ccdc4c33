/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef PROVIDER_H
#define PROVIDER_H

unsigned int provider_answer(unsigned int question);

#endif
