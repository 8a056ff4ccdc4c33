// SPDX-License-Identifier: GPL-2.0-only
// Calls of the function tracer (-pg) in sections that are traced and in one that is not.
extern void other(int);
int data = 3;
static int helper(int x) { other(x); return x * 2; }
int one(int x) { return helper(x) + 1; }
__attribute__((weak)) int weak(int x) { other(x + data); return 1; }
__attribute__((section(".init.text"))) int start(int x) { other(x); return helper(x); }
__attribute__((section(".text.unlikely"))) int cold(int x) { other(-x); return 2; }
__attribute__((section(".untraced"))) int untraced(int x) { other(x); return 3; }
__attribute__((section(".untraced"))) int untraced2(int x) { other(x); other(2); return 3; }
__attribute__((section(".kprobes.text"))) int probes(int x) { other(x); return 3; }
