#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# Twin runs (twin-build.sh) of the drivers in drivers.tsv, one line each.
#
#   tests/twin-drivers.sh [-a MAKE] [-b MAKE] [-s SUITE] [-k KERNEL] [-w WAY] [-S] [NAME…] [-- EXTRA…]
#
#   -s SUITE    bookworm (default) or trixie: whose packages
#   -k KERNEL   default: 6.1 for bookworm, 6.12 for trixie
#   -w WAY      kbuild or wrapper (default: both)
#   -S          compare output in sorted order (for -j above 1)
#   EXTRA       added to every call of make, such as -j2 V=1
#
# Exit: 0 all equal, 1 some different, 2 some could not run.
set -u
here=$(dirname "$(realpath "$0")")
cache=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}
suite=bookworm kernel='' way='' options=()
while getopts a:b:s:k:w:S option; do
    case $option in
    a | b) options+=("-$option" "$OPTARG") ;; s) suite=$OPTARG ;; k) kernel=$OPTARG ;; w) way=$OPTARG ;;
    S) options+=(-s) ;;
    *) exit 2 ;;
    esac
done
# getopts swallows a `--` that follows the options at once.
[ "${*:OPTIND-1:1}" != -- ] || OPTIND=$((OPTIND - 1))
shift $((OPTIND - 1))
names=' '
while [ $# -gt 0 ] && [ "$1" != -- ]; do names+="$1 "; shift; done
[ $# -eq 0 ] || shift
[ -n "$kernel" ] || case $suite in bookworm) kernel=6.1 ;; *) kernel=6.12 ;; esac

worst=0
while IFS=$'\t' read -r of name _ how directory arguments; do
    [ "$of" = "$suite" ] || continue
    [ -z "$way" ] || [ "$way" = "$how" ] || continue
    [ "$names" = ' ' ] || [[ $names == *" $name "* ]] || continue
    words=() step=''
    for word in $arguments --then; do
        if [ "$word" != --then ]; then
            step=${step:-$word}
        elif [ -n "$step" ]; then
            [ "$step" = sh: ] || words+=("$@")
            step=''
        fi
        words+=("$word")
    done
    unset 'words[-1]'
    echo "--- $suite $how"
    bash "$here/twin-build.sh" ${options[@]+"${options[@]}"} -k "$kernel" -C "$directory" "$cache/drivers/$suite/$name" "${words[@]}"
    status=$?
    [ $status -le $worst ] || worst=$status
done < <(grep -v '^#' "$here/drivers.tsv")
exit $worst
