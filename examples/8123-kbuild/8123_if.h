/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef IF_8123_H
#define IF_8123_H

#include <linux/types.h>

struct blob_8123 {
	__le32 magic;
	__le32 version;
	__le32 register_count;
	__le32 registers[];
};

#define BLOB_8123_MAGIC 0x33323138

/* From the binary part, 8123_bin.o_shipped. */
extern const struct blob_8123 blob_8123;

/* 8123_pci.c */
int pci_8123_register(void);
void pci_8123_unregister(void);

#endif
