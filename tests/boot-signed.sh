#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Boots the kernel of tests/setup/signing-kernel.sh in QEMU and lets it load modules that $OOT_BINARY signed. Prints `NAME STATUS` for each: insmod's exit status.
# Exit: 77 when something is not there.
set -eu
missing() { echo "boot-signed.sh: $*" >&2; exit 77; }
kernel=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}/signing-kernel
[ -e "$kernel/bzImage" ] || missing 'no kernel: run tests/setup/signing-kernel.sh'
[ -n "${OOT_BINARY-}" ] || missing 'OOT_BINARY names no oot'
command -v qemu-system-x86_64 >/dev/null || missing 'no qemu-system-x86_64: apt-get install qemu-system-x86'
[ -x /bin/busybox ] || missing 'no /bin/busybox: apt-get install busybox-static'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/root/bin" "$work/root/proc"
cp /bin/busybox "$work/root/bin/"
cp "$kernel/hello.ko" "$work/root/unsigned.ko"
for hash in sha256 sha384 sha512; do
    for key in rsa ec; do
        "$OOT_BINARY" host-program scripts/sign-file $hash "$kernel/$key.pem" "$kernel/$key.crt" "$kernel/hello.ko" "$work/root/$key-$hash.ko"
    done
done
# One byte of the module changed after signing.
sed 's/license=GPL/license=XPL/' "$work/root/rsa-sha256.ko" >"$work/root/changed.ko"
cat >"$work/root/init" <<'INIT'
#!/bin/busybox sh
/bin/busybox mount -t proc none /proc
for module in /*.ko; do
    /bin/busybox insmod $module
    echo "loaded $module $?"
    /bin/busybox rmmod hello 2>/dev/null
done
/bin/busybox reboot -f
INIT
chmod +x "$work/root/init"
(cd "$work/root" && find . | cpio -o -H newc --quiet | gzip) >"$work/initrd"
timeout 300 qemu-system-x86_64 -kernel "$kernel/bzImage" -initrd "$work/initrd" -append 'console=ttyS0 panic=-1 reboot=t' -nographic -no-reboot -m 256 </dev/null >"$work/log" 2>&1
tr -d '\r' <"$work/log" | sed -n 's|^loaded /\(.*\)\.ko |\1 |p'
