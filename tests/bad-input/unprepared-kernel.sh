#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# KDIR without auto.conf. $1 KDIR; the module is in the current directory.
cp -as "$1" ../kernel && rm ../kernel/include/config/auto.conf || exit
make -C ../kernel M="$PWD"
status=$?
rm -rf ../kernel
exit $status
