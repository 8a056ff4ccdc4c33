#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Makes the judges of Kconfig available to the tests: of Debian's kernel sources what configuring reads, conf built from them, and
# Debian's own configurations. Needs no root, but flex, bison and gcc.
#
#   tests/setup/kconfig-judges.sh [NAME…]               default: 5.10 6.1 6.12 7.x
#   tests/setup/kconfig-judges.sh --foreign [NAME…]     default: 6.1 6.12 7.x: Debian's configurations of the other architectures
#
# Result: $OOT_TEST_CACHE/kconfig/NAME/{tree,conf,configs}, and foreign/ARCHITECTURE. What is already there is left alone.
set -eu
. "$(dirname "$0")/private-apt.sh"

describe() {
    case $1 in
    5.10) suite=bullseye version=5.10 ;;
    6.1) suite=bookworm version=6.1 ;;
    6.12) suite=bookworm-backports version=6.12 ;;
    7.x) suite=trixie-backports version='' ;;
    *) die "unknown kernel $1 (5.10, 6.1, 6.12, 7.x)" ;;
    esac
}

build_conf() {
    mkdir -p "$2"
    cp "$1"/scripts/kconfig/*.[chly] "$2"
    (
        cd "$2"
        flex -o lexer.lex.c -L lexer.l
        bison -o parser.tab.c --defines=parser.tab.h -t -l parser.y
        others=
        grep -q '^#include "menu.c"' parser.y || others=menu.c
        gcc -O2 -I. -I"$1/scripts/include" -o ../conf conf.c confdata.c expr.c lexer.lex.c parser.tab.c preprocess.c symbol.c util.c $others
    ) >&2
    rm -rf "$2"
}

fetch() {
    name=$1
    result=$OOT_TEST_CACHE/kconfig/$name
    [ -e "$result/conf" ] && return 0
    for program in flex bison gcc; do
        command -v "$program" >/dev/null || { echo "kconfig-judges.sh: no $program: apt-get install $program" >&2; exit 77; }
    done
    describe "$name"
    refresh_lists "$suite"
    [ -n "$version" ] || version=$(dependencies "$suite" linux-source | sed -n 's/^linux-source-//p' | head -n 1)
    [ -n "$version" ] || die "$suite has no kernel source"
    partial=$OOT_TEST_CACHE/kconfig/.partial-$name
    rm -rf "$partial"
    mkdir -p "$partial/tree" "$partial/configs"
    echo "kconfig-judges.sh: $name: linux-source-$version ($suite)" >&2
    unpack "$suite" "linux-source-$version" "$partial/package"
    archive=$(find "$partial/package/usr/src" -name 'linux-source-*.tar.xz' | head -n 1)
    [ -n "$archive" ] || die "linux-source-$version has no archive of sources"
    top=$(basename "$archive" .tar.xz)
    tar -xJf "$archive" -C "$partial/tree" --strip-components=1 --wildcards \
        "$top/Makefile" "$top/Kconfig" "$top/*/Kconfig*" "$top/scripts" "$top/arch/*/configs" "$top/arch/*/tools"
    unpack "$suite" "linux-config-$version" "$partial/config-package"
    for file in "$partial"/config-package/usr/src/linux-config-*/*.xz; do
        xz -dc "$file" >"$partial/configs/$(basename "$file" .xz)"
    done
    build_conf "$partial/tree" "$partial/build"
    rm -rf "$partial/package" "$partial/config-package" "$result"
    mv "$partial" "$result"
}

# Not every release has every architecture: what its lists do not have is passed over. Of 7.x, where the suite lacks one (or its lists are
# being replaced), the newest configurations in Debian's unstable are taken.
fetch_foreign() {
    name=$1
    describe "$name"
    suites=$suite
    [ "$name" != 7.x ] || suites="$suite sid"
    for machine in arm64 armel armhf i386 loong64 mips64el mipsel ppc64el riscv64 s390x; do
        result=$OOT_TEST_CACHE/kconfig/$name/foreign/$machine
        [ -e "$result" ] && continue
        apt_architecture=$machine
        for from in $suites; do
            fetch_configurations "$from" "$result" && break
        done
    done
    apt_architecture=amd64
}

# fetch_configurations SUITE RESULT
fetch_configurations() {
    (refresh_lists "$1") || return 1
    wanted=$version
    [ -n "$wanted" ] || wanted=$(dependencies "$1" linux-source | sed -n 's/^linux-source-//p' | head -n 1)
    apt_in "$1" apt-cache policy "linux-config-$wanted" 2>/dev/null | grep -q 'Candidate: [0-9]' || return 1
    partial=$OOT_TEST_CACHE/kconfig/.partial-foreign
    rm -rf "$partial"
    mkdir -p "$partial/configs"
    echo "kconfig-judges.sh: $name: linux-config-$wanted of $machine ($1)" >&2
    (unpack "$1" "linux-config-$wanted" "$partial/package") || return 1
    for file in "$partial"/package/usr/src/linux-config-*/*.xz; do
        xz -dc "$file" >"$partial/configs/$(basename "$file" .xz)"
    done
    mkdir -p "${2%/*}"
    mv "$partial/configs" "$2"
    rm -rf "$partial"
}

lock_cache
mkdir -p "$OOT_TEST_CACHE/kconfig"
if [ "${1-}" = --foreign ]; then
    shift
    [ $# -gt 0 ] || set -- 6.1 6.12 7.x
    for one; do
        fetch "$one"
        fetch_foreign "$one"
    done
    exit
fi
[ $# -gt 0 ] || set -- 5.10 6.1 6.12 7.x
for wanted; do
    fetch "$wanted"
done
