#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# A Debian of another release to build in, for kernels whose host programs or compiler do not run here: bullseye for
# 5.10 (gcc-10), trixie for 7.x (glibc 2.41, gcc-14). Needs root and debootstrap; about 500 MB; only on demand.
#
#   tests/setup/chroot.sh bullseye|trixie
#
# Result: $OOT_TEST_CACHE/chroots/SUITE. `tests/twin-chroot.sh SUITE COMMAND…` runs a command in it.
set -eu
. "$(dirname "$0")/private-apt.sh"

suite=${1-}
case $suite in
bullseye) packages=gcc-10,libelf1,dwarves ;;
trixie) packages=gcc-14,libelf1t64,pahole ;;
*) die "which one: bullseye (for kernel 5.10) or trixie (for 7.x)?" ;;
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
debootstrap --variant=minbase --include="$packages,gcc,binutils,make,kmod,xz-utils,diffutils,bc" \
    "$suite" "$partial" "$OOT_DEBIAN_MIRROR" >"$OOT_TEST_CACHE/chroots/$suite.log" 2>&1 ||
    die "debootstrap of $suite failed: $(tail -n 3 "$OOT_TEST_CACHE/chroots/$suite.log")"
rm -rf "$partial/var/cache/apt/archives" "$partial/var/lib/apt/lists"
rm -rf "$root"
mv "$partial" "$root"
echo "chroot.sh: $root" >&2
