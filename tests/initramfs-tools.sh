#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# The initramfs as Debian's own tool makes it: in a copy of the root that tests/setup/chroot.sh bookworm made, a kernel's initramfs gets one of the kernel's own modules; $OOT_BINARY installs a module of
# that name, says that the image is stale, makes it anew with --initramfs, and after uninstalling says so again. Prints one line for each observation.
# Exit: 77 when something is not there.
set -eu
missing() { echo "initramfs-tools.sh: $*" >&2; exit 77; }
cache=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}
image=$cache/images/6.12-cloud tree=$cache/kernels/6.12-cloud/build debian=$cache/chroots/bookworm
[ "$(id -u)" = 0 ] || missing 'needs root, for a chroot'
[ -e "$image/release" ] || missing 'no kernel: run tests/setup/kernel-images.sh 6.12-cloud'
[ -d "$tree" ] || missing 'no headers: run tests/setup/kernels.sh 6.12-cloud'
[ -e "$debian/usr/sbin/update-initramfs" ] || missing 'no root with initramfs-tools: run tests/setup/chroot.sh bookworm'
[ -n "${OOT_BINARY-}" ] || missing 'OOT_BINARY names no oot'
command -v cpio >/dev/null || missing 'no cpio: apt-get install cpio'
release=$(cat "$image/release")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache

mkdir "$work/dummy"
printf 'obj-m := dummy.o\n' >"$work/dummy/Kbuild"
printf '#include <linux/module.h>\nMODULE_LICENSE("GPL");\n' >"$work/dummy/dummy.c"
${OOT_MAKE:-make} -C "$tree" M="$work/dummy" modules >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }

root=$work/root
cp -a "$debian" "$root"
cp -a "$image/lib/modules" "$root/usr/lib/"
cp "$image/boot/config-$release" "$root/boot/"
cp "$(realpath "$OOT_BINARY")" "$root/usr/bin/oot"
cp "$work/dummy/dummy.ko" "$root/root/"
sed -i 's/^MODULES=.*/MODULES=list/' "$root/etc/initramfs-tools/initramfs.conf"
printf 'dummy\nloop\n' >>"$root/etc/initramfs-tools/modules"
echo 'of another kernel' >"$root/boot/initrd.img-6.1.0-1-amd64"

# in_root COMMAND: as a user of that system would say it.
in_root() {
    unshare -m bash -c 'mount --make-rprivate / && mount --bind "$0" "$0" && mount -t proc proc "$0/proc" && exec env -i HOME=/root PATH=/usr/sbin:/usr/bin LC_ALL=C chroot "$0" /bin/sh -c "$1"' "$root" "$1" 2>&1
}
# What of our modules is in the image, as Debian's own lister sees it; and whether the content is what lies in the system.
inside() {
    in_root "lsinitramfs /boot/initrd.img-$release" | sed -n "s#^.*/modules/$release/\(.*\(dummy\|loop\)\.ko.*\)#$1: has \1#p" | sort
    in_root "rm -rf /tmp/unpacked && unmkinitramfs /boot/initrd.img-$release /tmp/unpacked && cd /tmp/unpacked && find . -name 'dummy.ko*' | while read -r file; do there=\$(echo /usr/lib/\${file##*/lib/}*); xz -dcf \$there | cmp - \$file && echo '$1: as installed'; done"
}

in_root "depmod $release && update-initramfs -c -k $release" >"$work/log" || { cat "$work/log" >&2; exit 1; }
inside 'made by the tool'
in_root "oot install /root/dummy.ko -k $release" | sed "s|$release|RELEASE|g; s/^/installed: /"
inside 'installed'
in_root "oot install /root/dummy.ko -k $release -q --initramfs" | sed "s|$release|RELEASE|g; s/^/installed with --initramfs: /"
inside 'installed with --initramfs'
in_root "oot uninstall dummy -k $release" | sed "s|$release|RELEASE|g; s/^/uninstalled: /"
in_root "update-initramfs -u -k $release" >"$work/log" || { cat "$work/log" >&2; exit 1; }
inside 'uninstalled'
rm "$root/boot/initrd.img-$release"
in_root "oot install /root/dummy.ko -k $release -q --initramfs" | sed "s|$release|RELEASE|g; s/^/without one: /"
inside 'without one'
echo "the other kernel's: $(cat "$root/boot/initrd.img-6.1.0-1-amd64")"
