#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# M forgotten, or given in the environment, where kbuild does not look: a build of the kernel itself, which would
# write to KDIR; so against a copy of it. $1 KDIR, then what is put in the environment.
kdir=$1
shift
cp -a "$kdir" ../kernel || exit
env "$@" make -C ../kernel
status=$?
rm -rf ../kernel
exit $status
