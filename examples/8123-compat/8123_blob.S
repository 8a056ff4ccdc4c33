/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What `make genbin` turns into 8123_bin.o_shipped, the driver's "binary part". It holds data and no code,
 * so that one blob suits every configuration of the kernel (return thunks, indirect branch tracking).
 * The name differs from 8123_bin.S so that kbuild takes the shipped object and not this file.
 */
	.section .rodata, "a", @progbits
	.balign 4
	.globl	blob_8123
	.type	blob_8123, @object
blob_8123:
	.ascii	"8123"
	.long	7		/* version */
	.long	3		/* register_count */
	.long	0x10, 0x14, 0x80
	.size	blob_8123, . - blob_8123
	.section .note.GNU-stack, "", @progbits
