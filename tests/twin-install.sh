#!/bin/bash
# modules_install by GNU make and by oot's make, of one module for one kernel, with the ways of installing (all of them with OOT_LONG_TESTS=1); the trees that come out must be the same, byte for byte.
#   tests/twin-install.sh KERNEL EXAMPLE    KERNEL as in tests/setup/kernels.sh, EXAMPLE below examples/
# Needs OOT_JUDGE_MAKE and OOT_MAKE (./test sets both), openssl, xz and zstd. The kernel's tree is copied, since it needs a System.map and a key.
set -u
cd "$(dirname -- "$(readlink -f -- "$0")")/.." || exit
kernel=$1 example=$2
cache=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}
source=$cache/kernels/$kernel/build
[ -d "$source" ] || { echo "tests/setup/kernels.sh $kernel"; exit 77; }
[ -x "${OOT_JUDGE_MAKE:-}" ] && [ -x "${OOT_MAKE:-}" ] || { echo 'OOT_JUDGE_MAKE and OOT_MAKE name no make (./test sets them)'; exit 77; }
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
if [ "$kernel" = 5.10 ]; then
    PATH=$cache/gcc-10/usr/bin:$PATH
    command -v gcc-10 >/dev/null || { echo tests/setup/gcc-10.sh; exit 77; }
fi
unset MAKEFLAGS MFLAGS MAKELEVEL
export LC_ALL=C
mkdir "$temp/judge" "$temp/oot"
ln -s "$OOT_JUDGE_MAKE" "$temp/judge/make"
ln -s "$OOT_MAKE" "$temp/oot/make"
ln -s "$OOT_MAKE" "$temp/oot/depmod"
cp -rL "$source" "$temp/kernel" 2>/dev/null
# 7.x's package names its own directory, and in that the one of the common files.
sed -i "s,^KBUILD_OUTPUT *=.*,KBUILD_OUTPUT=$temp/kernel," "$temp/kernel/Makefile"
cp -a "examples/$example" "$temp/module"
# What a header package lacks: a key that modules are signed with, and the map that depmod is called for.
mkdir -p "$temp/kernel/certs" "$temp/kernel/output"
openssl req -new -x509 -newkey rsa:2048 -nodes -days 36500 -subj /CN=test -outform DER -out "$temp/kernel/certs/signing_key.x509" -keyout "$temp/key.pem" 2>/dev/null || exit
cp "$temp/key.pem" "$temp/kernel/output/signing_key.pem"
cp "$temp/key.pem" "$temp/kernel/certs/signing_key.pem"
release=$(sed -n 's/^#define UTS_RELEASE "\(.*\)"/\1/p' "$temp/kernel/include/generated/utsrelease.h")
printf 'c0 R __ksymtab_printk\nc1 R __ksymtab__printk\n' >"$temp/kernel/System.map"
if [ "$kernel" = 7.x ]; then
    # Its compiler is not in this distribution, and only installing counts here.
    echo 'int hello;' | gcc -g -x c -c - -o "$temp/module/hello.ko" && echo hello.o >"$temp/module/modules.order"
else
    PATH=$temp/judge:$PATH make -C "$temp/kernel" "M=$temp/module" modules >"$temp/log" 2>&1 || { tail "$temp/log"; exit 1; }
fi
failed=0

# compare NAME WORD...: both install, with these words; kbuild's depmod is kmod's on the one side and oot's on the other.
compare() {
    name=$1
    shift
    for side in judge oot; do
        rm -rf "$temp/root"
        mkdir -p "$temp/root/lib/modules/$release"
        : >"$temp/root/lib/modules/$release/modules.order"
        : >"$temp/root/lib/modules/$release/modules.builtin"
        : >"$temp/root/lib/modules/$release/modules.builtin.modinfo"
        depmod=depmod
        [ $side = judge ] && depmod=/usr/sbin/depmod
        PATH=$temp/$side:$PATH make -C "$temp/kernel" "M=$temp/module" "INSTALL_MOD_PATH=$temp/root" "DEPMOD=$depmod" "$@" modules_install >"$temp/$side.out" 2>"$temp/$side.err"
        echo "exit $?" >>"$temp/$side.out"
        rm -rf "$temp/$side.tree"
        mv "$temp/root" "$temp/$side.tree"
        sed -i -e 's,^make\[\([0-9]*\)\]: ,make: ,' -e "s,$depmod,depmod,g" "$temp/$side.out" "$temp/$side.err"
    done
    if diff "$temp/judge.out" "$temp/oot.out" && diff <(sort "$temp/judge.err") <(sort "$temp/oot.err") && diff -r "$temp/judge.tree" "$temp/oot.tree"; then
        echo "same $name: $(cd "$temp/oot.tree" && find . -name '*.ko*' | sort | tr '\n' ' ') $(find "$temp/oot.tree" -name 'modules.dep' | wc -l) index"
    else
        echo "differs $name"
        failed=1
    fi
}

# The sign-file of 5.10's package wants a C library's libcrypto that is not here.
[ "$kernel" = 5.10 ] || compare signed CONFIG_MODULE_SIG_ALL=y INSTALL_MOD_STRIP=1
compare xz CONFIG_MODULE_COMPRESS=y CONFIG_MODULE_COMPRESS_ALL=y CONFIG_MODULE_COMPRESS_XZ=y CONFIG_MODULE_COMPRESS_NONE= INSTALL_MOD_DIR=updates/test
[ "${OOT_LONG_TESTS-}" = 1 ] || exit $failed
compare plain
compare directory INSTALL_MOD_DIR=updates/test
compare stripped INSTALL_MOD_STRIP=1
compare stripped-all 'INSTALL_MOD_STRIP=--strip-unneeded'
# Debian's kmod reads no gzip, oot does: without an index.
compare gzip DEPMOD=true CONFIG_MODULE_COMPRESS=y CONFIG_MODULE_COMPRESS_ALL=y CONFIG_MODULE_COMPRESS_GZIP=y CONFIG_MODULE_COMPRESS_XZ= CONFIG_MODULE_COMPRESS_NONE=
compare zstd CONFIG_MODULE_COMPRESS=y CONFIG_MODULE_COMPRESS_ALL=y CONFIG_MODULE_COMPRESS_ZSTD=y CONFIG_MODULE_COMPRESS_XZ= CONFIG_MODULE_COMPRESS_NONE=
exit $failed
