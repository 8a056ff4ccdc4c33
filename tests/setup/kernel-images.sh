#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Unpacks Debian's kernel packages (image and modules), without installing them and without root: what an installed kernel looks like.
#
#   tests/setup/kernel-images.sh [NAME…]     default: 5.10 6.1 6.12 7.x 6.1-cloud 6.12-cloud 7.x-cloud 6.1-cloud-arm64; names as in kernels.sh
#
# Result: $OOT_TEST_CACHE/images/NAME has boot/vmlinuz-RELEASE, boot/config-RELEASE and lib/modules/RELEASE with its indexes, and `release` with the name.
# images/6.1-cloud-arm64 also has bin/busybox, since this machine's own does not run there.
# The release is that of the header tree kernels/NAME where there is one, so that both are of one kernel; else what the metapackage names now.
set -eu
. "$(dirname "$0")/private-apt.sh"

describe() {
    apt_architecture=amd64
    case $1 in *-arm64) apt_architecture=arm64 ;; esac
    case $1 in
    5.10*) suite=bullseye ;;
    6.1 | 6.1-*) suite=bookworm ;;
    6.12*) suite=bookworm-backports ;;
    7.x*) suite=trixie-backports ;;
    *) die "unknown kernel $1 (5.10, 6.1, 6.12, 7.x, each also with -rt or -cloud)" ;;
    esac
    case $1 in
    *-rt | *-rt-arm64) flavour=rt-$apt_architecture ;;
    *-cloud | *-cloud-arm64) flavour=cloud-$apt_architecture ;;
    *) flavour=$apt_architecture ;;
    esac
}

fetch() {
    name=$1
    image=$OOT_TEST_CACHE/images/$name
    [ -e "$image/release" ] && return 0
    describe "$name"
    refresh_lists "$suite"
    headers=$(readlink "$OOT_TEST_CACHE/kernels/$name/build" || true)
    release=${headers##*/linux-headers-}
    if [ -z "$release" ] || ! apt_in "$suite" apt-cache show "linux-image-$release" >/dev/null 2>&1; then
        release=$(dependencies "$suite" "linux-image-$flavour" | sed -n 's/^linux-image-\([0-9]\)/\1/p' | head -n 1)
    fi
    [ -n "$release" ] || die "$suite has no linux-image-$flavour"

    partial=$OOT_TEST_CACHE/images/.partial-$name
    rm -rf "$partial"
    mkdir -p "$partial"
    # Since 7.x the modules and the image are packages of their own.
    for package in "linux-image-$release" $(dependencies "$suite" "linux-image-$release" | grep -E '^linux-(modules|binary|base)-[0-9]' || true); do
        echo "kernel-images.sh: $name: $package ($suite)" >&2
        unpack "$suite" "$package" "$partial"
    done
    [ -e "$partial/lib/modules" ] || ln -s usr/lib "$partial/lib"
    [ -e "$partial/lib/modules/$release" ] || die "linux-image-$release has no modules"
    # Only the indexes that depmod makes are missing from the package.
    depmod=$(command -v depmod || echo /sbin/depmod)
    "$depmod" -b "$partial" "$release"
    if [ "$apt_architecture" != amd64 ]; then
        unpack "$suite" busybox-static "$partial/busybox"
        mkdir -p "$partial/bin"
        cp "$partial/busybox"/*bin/busybox "$partial/bin/" 2>/dev/null || cp "$partial/busybox/usr/bin/busybox" "$partial/bin/"
        rm -rf "$partial/busybox"
    fi
    echo "$release" >"$partial/release"
    rm -rf "$image"
    mv "$partial" "$image"
}

lock_cache
[ $# -gt 0 ] || set -- 5.10 6.1 6.12 7.x 6.1-cloud 6.12-cloud 7.x-cloud 6.1-cloud-arm64
for wanted; do
    fetch "$wanted"
done
