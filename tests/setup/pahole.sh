#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Debian 13's pahole 1.30 and bpftool with its own C library: what makes .BTF.base of a module (1.26 is the first), and what reads it. Installs nothing, needs no root.
# Result: $OOT_TEST_CACHE/pahole/pahole and …/bpftool are scripts that start them; the path of the first is printed.
set -eu
. "$(dirname "$0")/private-apt.sh"

home=$OOT_TEST_CACHE/pahole
lock_cache
if [ ! -x "$home/pahole" ]; then
    refresh_lists trixie
    partial=$OOT_TEST_CACHE/.partial-pahole
    rm -rf "$partial"
    mkdir -p "$partial"
    for package in pahole bpftool libbpf1 libelf1t64 libdw1t64 libc6 zlib1g libzstd1 liblzma5 libbz2-1.0 libcap2; do
        unpack trixie "$package" "$partial/root"
    done
    rm -rf "$partial/root/usr/share"
    for program in bin/pahole sbin/bpftool; do
        printf '#!/bin/sh\nexec %s --library-path %s %s "$@"\n' \
            "$home/root/usr/lib64/ld-linux-x86-64.so.2" "$home/root/usr/lib/x86_64-linux-gnu" "$home/root/usr/$program" >"$partial/${program#*/}"
        chmod 755 "$partial/${program#*/}"
    done
    rm -rf "$home"
    mv "$partial" "$home"
fi
"$home/pahole" --version >/dev/null && "$home/bpftool" version >/dev/null || die "they do not start"
echo "$home/pahole"
