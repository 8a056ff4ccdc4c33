#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Debian 11's gcc-10, which its kernel 5.10 insists on, without root: it runs on newer Debians where it lies.
#
# Result: $OOT_TEST_CACHE/gcc-10/usr/bin, where tests/twin-build.sh looks for it. Prints nothing.
set -eu
. "$(dirname "$0")/private-apt.sh"

root=$OOT_TEST_CACHE/gcc-10
if [ ! -e "$root/usr/bin/gcc-10" ]; then
    lock_cache
    refresh_lists bullseye
    partial=$OOT_TEST_CACHE/.partial-gcc-10
    rm -rf "$partial"
    for package in gcc-10 cpp-10 libgcc-10-dev; do
        unpack bullseye $package "$partial"
    done
    rm -rf "$root"
    mv "$partial" "$root"
fi
"$root/usr/bin/gcc-10" --version >/dev/null 2>&1 || die "$root/usr/bin/gcc-10 does not start here"
