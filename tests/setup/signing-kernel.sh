#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# A small kernel that loads only signed modules, with two keys it trusts (RSA and ECDSA), and a module for it. Some three minutes of compiling; only for the long tests.
#
#   tests/setup/signing-kernel.sh
#
# Result: $OOT_TEST_CACHE/signing-kernel/{bzImage,hello.ko,rsa.pem,rsa.crt,ec.pem,ec.crt}.
set -eu
. "$(dirname "$0")/private-apt.sh"

result=$OOT_TEST_CACHE/signing-kernel
[ ! -e "$result/bzImage" ] || exit 0
example=$(realpath "$(dirname "$0")/../../examples/hello")
needed=''
for package in flex bison bc libelf-dev libssl-dev openssl gcc make; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' $package 2>/dev/null)" = installed ] || needed="$needed $package"
done
if [ -n "$needed" ]; then
    [ "$(id -u)" = 0 ] || die "needs:$needed"
    # shellcheck disable=SC2086
    { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $needed; } >&2
fi
lock_cache
refresh_lists bookworm-backports
partial=$OOT_TEST_CACHE/.partial-signing-kernel
rm -rf "$partial"
mkdir -p "$partial/source" "$partial/build" "$partial/result"
unpack bookworm-backports linux-source-6.12 "$partial/package"
tar -xJf "$partial"/package/usr/src/linux-source-6.12.tar.xz -C "$partial/source" --strip-components=1 --exclude='linux-source-6.12/Documentation/*/*'
cd "$partial/result"
openssl req -new -x509 -newkey rsa:2048 -nodes -keyout rsa.pem -out rsa.crt -subj '/CN=RSA' -days 9999
openssl req -new -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ec.pem -out ec.crt -subj '/CN=ECDSA' -days 9999
cat rsa.crt ec.crt >../trusted.pem
make_in() { make -s -C "$partial/source" O="$partial/build" "$@" >&2; }
make_in tinyconfig
cd "$partial/build"
{
    for option in 64BIT PRINTK TTY SERIAL_8250 SERIAL_8250_CONSOLE BLK_DEV_INITRD BINFMT_ELF BINFMT_SCRIPT PROC_FS MULTIUSER FUTEX MODULES MODULE_UNLOAD \
        MODULE_SIG MODULE_SIG_FORCE MODULE_SIG_SHA256 KEYS SYSTEM_TRUSTED_KEYRING CRYPTO CRYPTO_RSA CRYPTO_ECDSA CRYPTO_SHA256 CRYPTO_SHA512 \
        ASYMMETRIC_KEY_TYPE ASYMMETRIC_PUBLIC_KEY_SUBTYPE X509_CERTIFICATE_PARSER PKCS7_MESSAGE_PARSER; do
        echo "CONFIG_$option=y"
    done
    echo '# CONFIG_MODULE_SIG_ALL is not set'
    echo 'CONFIG_MODULE_SIG_KEY=""'
    echo "CONFIG_SYSTEM_TRUSTED_KEYS=\"$partial/trusted.pem\""
} >>.config
make_in olddefconfig
make_in -j"$(nproc)" bzImage modules
cp -r "$example" "$partial/hello"
make -s -C "$partial/build" M="$partial/hello" modules >&2
cp arch/x86/boot/bzImage "$partial/hello/hello.ko" "$partial/result"
cd /
rm -rf "$result"
mv "$partial/result" "$result"
rm -rf "$partial"
