#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# A build on a disk that fills up, then the same directory with room: nothing half-written may be taken for done.
# $1 KDIR; the module is in the current directory. Without root there is no disk to fill: prints so.
[ "$(id -u)" = 0 ] || { echo "not root"; exit 0; }
exec unshare -m sh -c '
    kdir=$0 here=$PWD
    mkdir "$here.copy" && cp -a . "$here.copy"
    mount -t tmpfs -o size=40k none "$here" || exit
    cp -a "$here.copy/." "$here" && cd "$here" || exit
    # Temporary names of the compiler are chance.
    { make -C "$kdir" M="$here"; echo "exit $?"; } 2>&1 | sed "s|/tmp/[^ :]*/\{0,1\}cc......\.|/tmp/cc.|g"
    find . -type f | sort
    mount -o remount,size=64m "$here"
    make -C "$kdir" M="$here"
    echo "exit $?"
    rm -rf "$here.copy"
    cp -a . "$here.copy"
    umount -l "$here"
' "$1"
