#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# M forgotten, or given in the environment, where kbuild does not look: a build of the kernel itself, which would
# write to KDIR; so against a copy of it. $1 KDIR, then what is put in the environment.
kdir=$1
shift
cp -a "$kdir" ../kernel || exit
# Process ids in names are chance.
{ env "$@" make -C ../kernel; echo "exit $?"; } 2>&1 | sed 's|\.tmp_[0-9]*|.tmp_N|g'
rm -rf ../kernel
