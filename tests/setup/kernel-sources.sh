#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Makes the sources of Debian's kernels available to the tests: of the very version that the header packages of
# tests/setup/kernels.sh are of, and only the directories that tests/preprocess.sh reads. Needs no root.
#
#   tests/setup/kernel-sources.sh [NAME…]            default: 6.1 6.12; also 5.10 7.x
#   tests/setup/kernel-sources.sh --whole [NAME…]    default: 6.12: everything that is compiled or says how
#   tests/setup/kernel-sources.sh --full [NAME…]     default: 6.12: what a kernel can be built from
#
# Result: $OOT_TEST_CACHE/sources/NAME, or whole-sources/NAME or full-sources/NAME there. A source that is already there is left alone.
set -eu
. "$(dirname "$0")/private-apt.sh"

describe() {
    case $1 in
    5.10) suite=bullseye package=linux-source-5.10 ;;
    6.1) suite=bookworm package=linux-source-6.1 ;;
    6.12) suite=bookworm-backports package=linux-source-6.12 ;;
    7.x) suite=trixie-backports package='' ;;
    *) die "unknown kernel $1 (5.10, 6.1, 6.12, 7.x)" ;;
    esac
}

fetch() {
    name=$1
    source=$OOT_TEST_CACHE/$kind/$name
    # The top Kconfig file includes the one of the documentation.
    if [ -e "$source/Makefile" ] && { [ "$kind" = sources ] || [ -e "$source/Documentation/Kconfig" ]; }; then
        return 0
    fi
    describe "$name"
    refresh_lists "$suite"
    # The newest series has no fixed name; its metapackage knows.
    [ -n "$package" ] || package=$(dependencies "$suite" linux-source | grep '^linux-source-' | head -n 1)
    [ -n "$package" ] || die "$suite has no kernel source"
    partial=$OOT_TEST_CACHE/$kind/.partial-$name
    rm -rf "$partial"
    mkdir -p "$partial/tree"
    echo "kernel-sources.sh: $name: $package ($suite)" >&2
    unpack "$suite" "$package" "$partial/package"
    archive=$(find "$partial/package/usr/src" -name 'linux-source-*.tar.xz' | head -n 1)
    [ -n "$archive" ] || die "$package has no archive of sources"
    top=$(basename "$archive" .tar.xz)
    if [ "$kind" = whole-sources ]; then
        tar -xJf "$archive" -C "$partial/tree" --strip-components=1 --exclude="$top/Documentation/*/*" --exclude='*.rst' --exclude="$top/tools" --exclude="$top/scripts/*.py" --exclude='*.dts' --exclude='*.dtsi' "$top"
    elif [ "$kind" = full-sources ]; then
        tar -xJf "$archive" -C "$partial/tree" --strip-components=1 --exclude="$top/Documentation/*/*" "$top"
    else
        tar -xJf "$archive" -C "$partial/tree" --strip-components=1 --exclude="$top/*/Documentation" \
        "$top/Makefile" "$top/arch/x86" "$top/block" "$top/certs" "$top/crypto" "$top/drivers/acpi" "$top/drivers/base" "$top/drivers/char" \
        "$top/drivers/dma-buf" "$top/drivers/firmware" "$top/drivers/gpio" "$top/drivers/iommu" "$top/drivers/of" "$top/drivers/pci" "$top/drivers/tty" \
        "$top/fs" "$top/init" "$top/ipc" "$top/kernel" "$top/lib" "$top/mm" "$top/net" "$top/security" "$top/virt"
    fi
    rm -rf "$partial/package" "$source"
    mv "$partial/tree" "$source"
    rm -rf "$partial"
    echo "kernel-sources.sh: $name: $(sed -n 's/^\(VERSION\|PATCHLEVEL\|SUBLEVEL\) = //p' "$source/Makefile" | paste -sd.)" >&2
}

lock_cache
kind=sources
if [ "${1-}" = --whole ] || [ "${1-}" = --full ]; then
    kind=${1#--}-sources
    shift
    [ $# -gt 0 ] || set -- 6.12
fi
[ $# -gt 0 ] || set -- 6.1 6.12
for wanted; do
    fetch "$wanted"
done
