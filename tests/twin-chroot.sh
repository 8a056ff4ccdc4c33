#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# Runs a command in a chroot of tests/setup/chroot.sh, with this checkout, the test cache and /tmp at their places.
#
#   tests/twin-chroot.sh trixie tests/twin-options.sh -k 7.x
#
# Exit: the command's; 77 when there is no chroot or no root.
set -u
cache=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}
suite=${1-}
shift
root=$cache/chroots/$suite
[ "$(id -u)" = 0 ] || { echo "twin-chroot.sh: needs root" >&2; exit 77; }
[ -e "$root/bin/sh" ] || { echo "twin-chroot.sh: no chroot: run tests/setup/chroot.sh $suite" >&2; exit 77; }
checkout=$(dirname "$(dirname "$(realpath "$0")")")
trial=$(dirname "$(realpath "${OOT_MAKE:-/bin/sh}")")
judge=$(dirname "$(realpath "${OOT_JUDGE_MAKE:-/bin/sh}")")
export OOT_TEST_CACHE=$cache

exec unshare -m bash -c '
    set -eu
    root=$0 here=$PWD
    mount --bind "$root" "$root"        # a mount point, or nothing inside could unshare in turn
    for place in "$1" "$2" "$3" "$4" /tmp; do
        case $place in /bin | /usr/bin) continue ;; esac
        mkdir -p "$root$place"
        mount --bind "$place" "$root$place"
    done
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    shift 4
    exec env -u TMPDIR chroot "$root" /bin/bash -c '\''cd "$0" && exec "$@"'\'' "$here" "$@"
' "$root" "$cache" "$checkout" "$trial" "$judge" "$@"
