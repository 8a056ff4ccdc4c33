#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# Twin runs (twin-build.sh) of the rows of options.tsv and of every example, one line each.
#
#   tests/twin-options.sh [-a MAKE] [-b MAKE] [-k KERNEL] [NAME…]     default kernel: 6.1
#
# NAME may be a glob (`install*`). Exit: 0 all equal, 1 some different, 2 some could not run.
set -u
here=$(dirname "$(realpath "$0")")
kernel=6.1 options=()
while getopts a:b:k: option; do
    case $option in
    a | b) options+=("-$option" "$OPTARG") ;; k) kernel=$OPTARG ;;
    *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || set -- '*'

wanted() {
    local name=$1 pattern
    shift
    for pattern; do
        # shellcheck disable=SC2053
        [[ $name == $pattern ]] && return 0
    done
    return 1
}

worst=0
while IFS=$'\t' read -r name kernels flags example arguments; do
    wanted "$name" "$@" || continue
    [ "$kernels" = all ] || [ "$kernels" = "$kernel" ] || continue
    [ "$flags" != - ] || flags=''
    set -f
    # shellcheck disable=SC2086
    text=$(bash "$here/twin-build.sh" ${options[@]+"${options[@]}"} -k "$kernel" $flags "$here/../examples/$example" $arguments </dev/null 2>&1)
    status=$?
    set +f
    echo "$name: $text"
    [ $status -le $worst ] || worst=$status
done < <(grep -v '^#' "$here/options.tsv"
    grep -v '^#' "$here/examples.tsv" | while IFS=$'\t' read -r name arguments _; do
        printf 'example-%s\tall\t-\t%s\t%s\n' "$name" "$name" "$arguments"
    done)
exit $worst
