#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Preprocesses a file of a kernel's sources as the distribution's build did for genksyms, to standard output.
#
#   tests/preprocess.sh KERNEL FILE            KERNEL: 5.10 6.1 6.12 7.x, FILE: below $OOT_TEST_CACHE/sources/KERNEL
#   tests/preprocess.sh --prepare KERNEL       only finds out the flags
#   OOT_PREPROCESS_MODULE=1                    as part of a module (-DMODULE)
#
# The flags are those that the kernel's makefiles give the compiler: GNU make prints them for a module of one line.
set -eu
cache=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}

prepare() {
    kernel=$1
    flags=$cache/preprocess/$kernel.flags
    [ -s "$flags" ] && return 0
    mkdir -p "$cache/preprocess"
    module=$(mktemp -d "$cache/preprocess/module.XXXXXX")
    trap 'rm -rf "$module"' EXIT
    echo 'obj-m := probe.o' >"$module/Kbuild"
    echo 'int probe;' >"$module/probe.c"
    # 5.10's compiler is not in every release of Debian; its flags are, and gcc 12 knows them all.
    env -u MAKEFLAGS -u MFLAGS make -C "$cache/kernels/$kernel/build" M="$module" V=1 CC="${OOT_PREPROCESS_CC:-gcc-12}" probe.o >"$module/log" 2>&1 ||
        env -u MAKEFLAGS -u MFLAGS make -C "$cache/kernels/$kernel/build" M="$module" V=1 CC="${OOT_PREPROCESS_CC:-gcc-12}" modules >"$module/log" 2>&1 || true
    line=$(grep -E -- '-c -o .*probe\.c' "$module/log" | head -n 1)
    [ -n "$line" ] || { tail -n 5 "$module/log" >&2; echo "preprocess.sh: $kernel: no compiler line" >&2; exit 69; }
    # From the first -nostdinc to what names the module itself; without what gcc 12 does not know (and preprocessing does not need).
    printf '%s\n' "$line" | sed -e 's/^.* -nostdinc /-nostdinc /' -e 's/ -DMODULE .*//' -e 's/ -DKBUILD_BASENAME.*//' -e 's/ -DKBUILD_MODFILE.*//' -e 's/ -fmin-function-alignment=[0-9]*//' >"$flags.$$"
    mv "$flags.$$" "$flags"
}

if [ "$1" = --prepare ]; then
    prepare "$2"
    exit
fi
kernel=$1 file=$2
flags=$cache/preprocess/$kernel.flags
[ -s "$flags" ] || prepare "$kernel"
base=$(basename "$file" .c | tr '-' '_')
cd "$cache/kernels/$kernel/build"
# shellcheck disable=SC2046
eval exec "${OOT_PREPROCESS_CC:-gcc-12}" -E -D__GENKSYMS__ $(cat "$flags") ${OOT_PREPROCESS_MODULE:+-DMODULE} \
    "-I$cache/sources/$kernel/$(dirname "$file")" -w \
    "-DKBUILD_BASENAME='\"$base\"'" "-DKBUILD_MODNAME='\"$base\"'" "-DKBUILD_MODFILE='\"$base\"'" "-D__KBUILD_MODNAME=kmod_$base" \
    "$cache/sources/$kernel/$file"
