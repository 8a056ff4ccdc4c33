#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# The whole way in a booted kernel: a module that replaces one of the kernel's own is built, installed by $OOT_BINARY into the root of an initramfs, and loaded there by its name, by its alias and by
# its autoload file, with busybox's modprobe and with kmod's; then it is uninstalled, and the kernel's own is loaded again. Prints one line for each observation.
# Exit: 77 when something is not there.
set -eu
missing() { echo "boot-installed.sh: $*" >&2; exit 77; }
cache=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}
image=$cache/images/6.1 tree=$cache/kernels/6.1/build
[ -e "$image/release" ] || missing 'no kernel: run tests/setup/kernel-images.sh 6.1'
[ -d "$tree" ] || missing 'no headers: run tests/setup/kernels.sh 6.1'
[ -n "${OOT_BINARY-}" ] || missing 'OOT_BINARY names no oot'
command -v qemu-system-x86_64 >/dev/null || missing 'no qemu-system-x86_64: apt-get install qemu-system-x86'
command -v cpio >/dev/null || missing 'no cpio: apt-get install cpio'
[ -x /bin/busybox ] || missing 'no /bin/busybox: apt-get install busybox-static'
[ -x /usr/bin/kmod ] || missing 'no kmod: apt-get install kmod'
release=$(cat "$image/release")
grep -q "\"$release\"" "$tree/include/generated/utsrelease.h" || missing "headers and kernel are not of one release"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root modules=$work/root/lib/modules/$release
export XDG_CACHE_HOME=$work/cache

mkdir -p "$work/dummy" "$root/bin" "$root/proc" "$root/sys" "$modules/kernel/drivers/net"
printf 'obj-m := dummy.o\n' >"$work/dummy/Kbuild"
cat >"$work/dummy/dummy.c" <<'C'
#include <linux/module.h>
static int answer = 1;
module_param(answer, int, 0444);
static int __init dummy_start(void) { pr_info("dummy of ours, answer %d\n", answer); return 0; }
static void __exit dummy_end(void) { }
module_init(dummy_start);
module_exit(dummy_end);
MODULE_ALIAS("oot-test:v*");
MODULE_LICENSE("GPL");
C
${OOT_MAKE:-make} -C "$tree" M="$work/dummy" modules >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
cp "$image/lib/modules/$release/kernel/drivers/net/dummy.ko" "$modules/kernel/drivers/net/"
cp "$image/lib/modules/$release"/modules.{order,builtin,builtin.modinfo} "$modules/"
cp /bin/busybox "$root/bin/"
cp /usr/bin/kmod "$root/bin/modprobe-of-kmod"
ldd /usr/bin/kmod | grep -o '/[^ ]*' | while read -r library; do
    mkdir -p "$root${library%/*}"
    cp -L "$library" "$root$library"
done
ln -s modprobe-of-kmod "$root/bin/modprobe"
cat >"$root/init" <<'INIT'
#!/bin/busybox sh
/bin/busybox mount -t proc none /proc
/bin/busybox mount -t sysfs none /sys
report() { echo "seen $1: $(if [ -e /sys/module/dummy/parameters/answer ]; then echo ours, answer $(/bin/busybox cat /sys/module/dummy/parameters/answer); elif [ -e /sys/module/dummy ]; then echo the kernel\'s; else echo none; fi)"; /bin/busybox rmmod dummy 2>/dev/null; }
for how in '/bin/busybox modprobe' /bin/modprobe; do
    $how dummy 2>/dev/null; report "$how by name"
    $how oot-test:v1 2>/dev/null; report "$how by alias"
    for name in $(/bin/busybox cat /etc/modules-load.d/*.conf 2>/dev/null | /bin/busybox grep -v '^#'); do $how $name; done; report "$how by autoload"
done
/bin/busybox reboot -f
INIT
chmod +x "$root/init"

boot() {
    (cd "$root" && find . | cpio -o -H newc --quiet | gzip) >"$work/initrd"
    timeout 200 qemu-system-x86_64 -kernel "$image/boot/vmlinuz-$release" -initrd "$work/initrd" -append 'console=ttyS0 panic=-1 reboot=t quiet' -cpu qemu64,-cx16 -nographic -no-reboot -m 512 </dev/null >"$work/log" 2>&1
    # What firmware and kernel print last may stand before it on the line.
    tr -d '\r' <"$work/log" | sed -n "s|^.*seen |$1: |p"
}

"$OOT_BINARY" depmod --kmod-compat=30 -b "$root" "$release"
"$OOT_BINARY" install "$work/dummy/dummy.ko" --root "$root" --autoload --options answer=42 -q >/dev/null
boot installed
"$OOT_BINARY" uninstall dummy --root "$root" >/dev/null
boot uninstalled
