#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Debian 13's kmod 34 with its own C library: the second judge of modinfo and depmod. Installs nothing, needs no root.
# Result: $OOT_TEST_CACHE/kmod-34/modinfo and …/depmod are scripts that start it; the path of the first is printed.
set -eu
. "$(dirname "$0")/private-apt.sh"

home=$OOT_TEST_CACHE/kmod-34
lock_cache
if [ ! -x "$home/modinfo" ]; then
    refresh_lists trixie
    partial=$OOT_TEST_CACHE/.partial-kmod-34
    rm -rf "$partial"
    mkdir -p "$partial"
    for package in kmod libkmod2 libc6 liblzma5 libzstd1 zlib1g libssl3t64; do
        unpack trixie "$package" "$partial/root"
    done
    rm -rf "$partial/root/usr/share"
    for program in modinfo depmod; do
        # The program decides by its name what it is; the loader passes on the one that it is told.
        printf '#!/bin/sh\nexec %s --library-path %s --argv0 %s %s "$@"\n' \
            "$home/root/usr/lib64/ld-linux-x86-64.so.2" "$home/root/usr/lib/x86_64-linux-gnu" "$program" "$home/root/usr/bin/kmod" >"$partial/$program"
        chmod 755 "$partial/$program"
    done
    rm -rf "$home"
    mv "$partial" "$home"
fi
"$home/modinfo" --version >/dev/null || die "it does not start"
echo "$home/modinfo"
