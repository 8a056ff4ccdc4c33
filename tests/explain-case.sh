#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# The question that `oot explain` answers, end to end, with a real kernel: a driver that uses video_ioctl2 and vb2_dma_sg_memops,
# and a kernel configured from nothing but modules.
#   1. `oot explain` with the kernel's sources and its configuration writes the lines that are missing; scripts/kconfig/merge_config.sh takes them.
#   2. With the kernel only prepared (modules_prepare) kbuild's modpost says `undefined!`, and `oot explain --log` says why.
#   3. With `make vmlinux modules` the driver builds without an undefined symbol.
# Some ten minutes of compiling with two processors.
#
#   tests/explain-case.sh [SOURCE [WORK]]    default: $OOT_TEST_CACHE/full-sources/6.12, a directory that is removed at the end
#
# Needs $OOT_BINARY. Exit: 0 all held, 1 something did not, 77 something is missing.
set -u
missing() { echo "explain-case.sh: $*" >&2; exit 77; }
source=$(readlink -f -- "${1:-${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}/full-sources/6.12}")
[ -e "$source/Kconfig" ] || missing 'no sources: run tests/setup/full-source.sh'
oot=${OOT_BINARY-}
[ -x "$oot" ] || missing 'OOT_BINARY names no oot'
for program in flex bison bc gcc make; do
    command -v $program >/dev/null || missing "no $program: apt-get install $program"
done
if [ -n "${2-}" ]; then
    work=$2
    mkdir -p "$work"
else
    work=$(mktemp -d) || exit
    trap 'rm -rf "$work"' EXIT
fi
export ARCH=x86_64
symbols='video_ioctl2 vb2_queue_init vb2_dma_sg_memops'
failed=0
check() {
    local what=$1
    shift
    if "$@"; then echo "ok    $what"; else echo "FAIL  $what"; failed=1; fi
}
kernel() { make -s -C "$source" O="$work/build" "$@" >>"$work/kernel.log" 2>&1 </dev/null; }
driver() { make -C "$work/build" M="$work/driver" "$@" >"$work/driver.log" 2>&1 </dev/null; }

mkdir -p "$work/driver" "$work/build"
cat >"$work/driver/Makefile" <<'MAKEFILE'
obj-m := capture.o
MAKEFILE
cat >"$work/driver/capture.c" <<'C'
// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <media/v4l2-dev.h>
#include <media/v4l2-ioctl.h>
#include <media/videobuf2-v4l2.h>
#include <media/videobuf2-dma-sg.h>

static struct vb2_queue queue = { .mem_ops = &vb2_dma_sg_memops };

static const struct v4l2_file_operations operations = { .owner = THIS_MODULE, .unlocked_ioctl = video_ioctl2 };

static int __init capture_init(void)
{
	return operations.unlocked_ioctl ? vb2_queue_init(&queue) : 0;
}
module_init(capture_init);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("a capture card that is none");
C

kernel allnoconfig
echo CONFIG_MODULES=y >>"$work/build/.config"
kernel olddefconfig
cp "$work/build/.config" "$work/before.config"

# 1. the lines
# shellcheck disable=SC2086
"$oot" explain $symbols --source "$source" --config "$work/before.config" --write "$work/fragment" >"$work/explained" 2>"$work/explained.error"
check 'explain ends with 1: something is missing' [ $? -eq 1 ]
cat "$work/explained"
check 'five lines' [ "$(grep -c . "$work/fragment")" = 5 ]
check 'the option without a prompt is named, and the way of an own entry' grep -q 'CONFIG_VIDEOBUF2_DMA_SG has no prompt.*select VIDEOBUF2_DMA_SG' "$work/explained"
(cd "$work/build" && "$source/scripts/kconfig/merge_config.sh" -m -O "$work/build" "$work/before.config" "$work/fragment") >"$work/merge.log" 2>&1
check 'merge_config.sh takes the fragment' [ $? -eq 0 ]
kernel olddefconfig
while read -r line; do
    check "$line is in the configuration" grep -qx "$line" "$work/build/.config"
done <"$work/fragment"

# 2. only prepared
kernel -j"$(nproc)" modules_prepare
check 'modules_prepare' [ $? -eq 0 ]
driver
check 'without the modules the driver fails' [ $? -ne 0 ]
check "kbuild's error" grep -q 'ERROR: modpost: "video_ioctl2" .*undefined!' "$work/driver.log"
"$oot" explain --log "$work/driver.log" -k "$work/build" >"$work/prepared" 2>&1
check 'explain ends with 1: nothing is exported yet' [ $? -eq 1 ]
cat "$work/prepared"
check 'explained: modules_prepare makes no Module.symvers' grep -q 'only prepared (`make modules_prepare`)' "$work/prepared"
check 'explained: a full build has them' [ "$(grep -c 'its options are on: a full build of this configuration exports it' "$work/prepared")" = 3 ]
"$oot" build "$work/driver" -k "$work/build" >"$work/oot.log" 2>&1
check 'oot build says a line for each symbol' [ "$(grep -c '^    .*: its options are on: a full build of this configuration exports it' "$work/oot.log")" = 3 ]

# 3. built
kernel -j"$(nproc)" vmlinux modules
check 'make vmlinux modules' [ $? -eq 0 ]
driver clean
driver
check 'the driver builds' [ $? -eq 0 ]
check 'no undefined symbol' [ "$(grep -c undefined "$work/driver.log")" = 0 ]
check 'the module is there' [ -s "$work/driver/capture.ko" ]
# shellcheck disable=SC2086
"$oot" explain $symbols -k "$work/build" >"$work/built" 2>&1
check 'explain ends with 0: all are exported' [ $? -eq 0 ]
exit $failed
