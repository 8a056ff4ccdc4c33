#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# What the compiler is told for a file of the kernel's own tree: by GNU make in the tree itself (`make O=... drivers/net/can/dev/dev.o`), where each directory above hands its flags down, and by
# `oot build --in-tree` against the headers of the same kernel. Prints for each file `same`, or the words that differ. Some minutes.
#
#   tests/in-tree-flags.sh
#
# Needs $OOT_BINARY. Exit: 0 all are the same, 1 some are not, 77 when something is not there.
set -u
missing() { echo "in-tree-flags.sh: $*" >&2; exit 77; }
cache=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}
source=$cache/full-sources/6.12 tree=$cache/kernels/6.12-cloud/build
[ -e "$source/Kconfig" ] || missing 'no sources: run tests/setup/full-source.sh'
[ -e "$tree/.config" ] || missing 'no headers: run tests/setup/kernels.sh 6.12-cloud'
[ -x "${OOT_BINARY-}" ] || missing 'OOT_BINARY names no oot'
for program in flex bison bc; do
    command -v $program >/dev/null || missing "no $program: apt-get install $program"
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache ARCH=x86_64
options='CONFIG_CAN=m CONFIG_CAN_DEV=m CONFIG_CAN_DEBUG_DEVICES=y CONFIG_MEMSTICK=m CONFIG_MEMSTICK_DEBUG=y'
files='drivers/net/can/dev/dev drivers/memstick/core/memstick'

mkdir "$work/object" "$work/out"
{ cat "$tree/.config"; printf '%s\n' $options; } >"$work/object/.config"
judge() { "${OOT_JUDGE_MAKE:-make}" -C "$source" O="$work/object" CC=x86_64-linux-gnu-gcc-12 "$@" >"$work/log" 2>&1 </dev/null || { tail -n 20 "$work/log" >&2; exit 1; }; }
judge olddefconfig
judge -j2 $(printf '%s.o ' $files)
"$OOT_BINARY" build "$work/out" -q -k "$tree" --source "$source" $(printf -- '--in-tree %s ' $(dirname $files)) $(printf -- '--enable %s ' $options) >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
place=$(echo "$work"/cache/oot/in-tree/*)

# words FILE: the words of a command, one a line; paths as the tree knows them, without the file of options, which only oot gives, and without what kbuild adds where objects are in another place than
# their sources (-I of the directory itself, which scripts/Makefile.lib does for no external module).
words() {
    sed -n '1s/^[^=]*= *//p' "$1" | sed "s|$source/||g; s|$place/tree/||g; s|$place/modules/||g; s|-include oot-options.h||; s|-fmacro-prefix-map=[^ ]*||; s| -I$(dirname "$file") | |g; s| -I$(dirname "$file") | |g" | tr -s ' ' '\n'
}
failed=0
for file in $files; do
    command=$(dirname "$file")/.$(basename "$file").o.cmd
    words "$work/object/$command" >"$work/judge"
    words "$place/modules/$command" >"$work/trial"
    if [ -s "$work/judge" ] && diff "$work/judge" "$work/trial" >"$work/difference"; then
        echo "$file: same, $(grep -c . "$work/judge") words$(grep -qx -e -DDEBUG "$work/judge" && echo ', -DDEBUG')"
    else
        sed "s|^|$file: |" "$work/difference"
        failed=1
    fi
done
exit $failed
