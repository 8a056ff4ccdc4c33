#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Fetches the sources of real out-of-tree drivers, from Debian's …-dkms packages, without installing them.
#
#   tests/setup/drivers.sh [bookworm|trixie]… [-- NAME…]     default: both suites, all of ../drivers.tsv
#
# Result: $OOT_TEST_CACHE/drivers/SUITE/NAME is the driver's source tree as dkms would see it (the content
# of the package's /usr/src/NAME-VERSION). What is already there is left alone.
set -eu
. "$(dirname "$0")/private-apt.sh"
table=$(dirname "$0")/../drivers.tsv

fetch() {
    suite=$1 name=$2 package=$3
    driver=$OOT_TEST_CACHE/drivers/$suite/$name
    [ -d "$driver" ] && return 0
    refresh_lists "$suite"
    partial=$OOT_TEST_CACHE/drivers/.partial-$suite-$name
    rm -rf "$partial"
    mkdir -p "$partial" "$OOT_TEST_CACHE/drivers/$suite"
    echo "drivers.sh: $package ($suite)" >&2
    unpack "$suite" "$package" "$partial"
    set -- "$partial"/usr/src/*/
    [ $# -eq 1 ] && [ -d "$1" ] || die "$package holds $# source trees below /usr/src"
    mv "${1%/}" "$driver"
    rm -rf "$partial"
}

suites='' only=''
while [ $# -gt 0 ]; do
    case $1 in
    bookworm | trixie) suites="$suites $1" ;;
    --) shift; only=" $* "; break ;;
    *) die "unknown suite $1 (bookworm, trixie)" ;;
    esac
    shift
done

lock_cache
for wanted_suite in ${suites:-bookworm trixie}; do
    awk -F '\t' -v suite="$wanted_suite" '!/^#/ && $1 == suite { print $2, $3 }' "$table" |
        while read -r wanted package; do
            case ${only:- $wanted } in
            *" $wanted "*) fetch "$wanted_suite" "$wanted" "$package" ;;
            esac
        done
done
