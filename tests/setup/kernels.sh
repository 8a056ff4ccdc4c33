#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Makes Debian's kernel header packages available to the tests, without installing them and without root.
#
#   tests/setup/kernels.sh [NAME…]     default: 6.1 6.12
#   names: 5.10 6.1 6.1-rt 6.1-cloud 6.12 6.12-rt 6.12-cloud 7.x
#
# Result: $OOT_TEST_CACHE/kernels/NAME/build is what a KDIR is (a link to the flavour's header tree). A
# kernel that is already there is left alone; an interrupted run leaves none that is half there. Releases
# and ABI numbers come from the archive's metapackages at the time of the run.
set -eu
. "$(dirname "$0")/private-apt.sh"

# name of a kernel → suite and metapackage
describe() {
    case $1 in
    5.10*) suite=bullseye ;;
    6.1 | 6.1-*) suite=bookworm ;;
    6.12*) suite=bookworm-backports ;;   # built for Debian 12: its host tools start there
    7.x*) suite=trixie-backports ;;
    *) die "unknown kernel $1 (5.10, 6.1, 6.12, 7.x, each also with -rt or -cloud)" ;;
    esac
    case $1 in
    *-rt) metapackage=linux-headers-rt-amd64 ;;
    *-cloud) metapackage=linux-headers-cloud-amd64 ;;
    *) metapackage=linux-headers-amd64 ;;
    esac
}

# Debian's headers name each other relatively but for one place: the flavour's Makefile includes the
# common tree's by its absolute path (7.x: names its own absolute path as well).
relocate() {
    _makefile=$1
    sed 's|/usr/src/|'"$2"'/usr/src/|g' "$_makefile" >"$_makefile.new"
    mv "$_makefile.new" "$_makefile"
}

fetch() {
    name=$1
    kernel=$OOT_TEST_CACHE/kernels/$name
    [ -e "$kernel/build/Makefile" ] && return 0
    describe "$name"
    refresh_lists "$suite"
    headers=$(dependencies "$suite" "$metapackage" | grep '^linux-headers-') || die "$suite has no $metapackage"
    [ -n "$headers" ] || die "$suite has no $metapackage"

    partial=$OOT_TEST_CACHE/kernels/.partial-$name
    rm -rf "$partial"
    mkdir -p "$partial"
    for package in $headers $(dependencies "$suite" "$headers" | grep -E '^linux-(headers-.*common|kbuild-)'); do
        echo "kernels.sh: $name: $package ($suite)" >&2
        unpack "$suite" "$package" "$partial"
    done
    relocate "$partial/usr/src/$headers/Makefile" "$kernel"
    ln -s "usr/src/$headers" "$partial/build"
    rm -rf "$kernel"
    mv "$partial" "$kernel"
    echo "kernels.sh: $name: $kernel/build → ${headers#linux-headers-}" >&2
}

lock_cache
[ $# -gt 0 ] || set -- 6.1 6.12
for wanted; do
    fetch "$wanted"
done
