#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# A Debian of its own: a newer one to build in, for kernels whose host programs do not run here (trixie for 7.x: glibc 2.41, gcc-14; about 500 MB, only on demand), or one that can be changed by
# what installs modules (bookworm: initramfs-tools; about 250 MB). Needs root and debootstrap.
#
#   tests/setup/chroot.sh trixie|bookworm
#
# Result: $OOT_TEST_CACHE/chroots/SUITE. `tests/twin-chroot.sh SUITE COMMAND…` runs a command in it.
set -eu
. "$(dirname "$0")/private-apt.sh"

suite=${1-}
case $suite in
trixie) packages=gcc-14,libelf1t64,pahole,gcc,binutils,make,kmod,xz-utils,diffutils,bc ;;
bookworm) packages=initramfs-tools,binutils,kmod,xz-utils,zstd,cpio ;;
*) die "which one: trixie (for 7.x), bookworm (for an initramfs)?" ;;
esac
root=$OOT_TEST_CACHE/chroots/$suite
[ ! -e "$root/bin/sh" ] || exit 0
[ "$(id -u)" = 0 ] || die "needs root"
if ! command -v debootstrap >/dev/null; then
    apt-get -qq update && apt-get -qq install -y debootstrap >&2 || die "needs debootstrap: apt-get install debootstrap"
fi
lock_cache
partial=$OOT_TEST_CACHE/chroots/.partial-$suite
rm -rf "$partial"
mkdir -p "$OOT_TEST_CACHE/chroots"
debootstrap --variant=minbase --include="$packages" \
    "$suite" "$partial" "$OOT_DEBIAN_MIRROR" >"$OOT_TEST_CACHE/chroots/$suite.log" 2>&1 ||
    die "debootstrap of $suite failed: $(tail -n 3 "$OOT_TEST_CACHE/chroots/$suite.log")"
rm -rf "$partial/var/cache/apt/archives" "$partial/var/lib/apt/lists"
rm -rf "$root"
mv "$partial" "$root"
echo "chroot.sh: $root" >&2
