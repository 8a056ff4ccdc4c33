#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# Sourced by twin-build.sh: what the judge left of a build is kept in $OOT_TEST_CACHE/judge-answers/twin, one archive each, for the next run with the same inputs.
# The name is a hash of all that GNU make's side depends on: the call, these scripts, the source tree, the kernel tree, the judge, the programs on PATH and the versions
# of all installed packages, the environment. An answer is kept only after both sides were equal, and a difference from one counts only when the judge, asked anew, differs too.
# OOT_JUDGE_FRESH=1 always asks. What was not used for 60 days, or is larger than 64 MB, is not kept.

answers=$cache/judge-answers/twin

# key_of_judge WORD…: the hash for a call; empty when something is not known that it depends on. Reads $judge, $source, $kernel, $sub, $native.
key_of_judge() {
    [ "${OOT_JUDGE_FRESH-}" != 1 ] && [ -d "$cache/kernels/$kernel" ] && command -v dpkg-query >/dev/null || return 0
    local directory roots=("$cache/kernels/$kernel")
    [[ $kernel != 5.10* ]] || roots+=("$cache/gcc-10")
    {
        printf '%q ' "$kernel" "$kdir" "$sub" "$native" "${source##*/}" "$judge" "$HOME" "$(id -u)" "$(umask)" "${TMPDIR-}" "$PATH" "$@"
        [[ $* != *@TESTS@* ]] || printf '%q ' "$here"
        sha256sum <"$judge"
        cat "$here"/twin-build.sh "$here"/judge-answers.sh "$here"/bad-input/*
        (cd "$source" && find . -printf '%y %m %p %l\n' | sort && find . -type f -print0 | sort -z | xargs -0r sha256sum)
        find "${roots[@]}" -printf '%y %m %s %T@ %p %l\n' | sort
        dpkg-query -W
        IFS=:
        for directory in $PATH; do
            find -L "$directory" -maxdepth 1 -type f -printf '%s %T@ %p\n' 2>/dev/null | sort
        done
    } | sha256sum | cut -d' ' -f1
}

# hold_place DIRECTORY: makes it, for this process alone; waits for another that has it. It has to be removed before the process ends.
hold_place() {
    local tries
    for tries in 1 2 3 4 5; do
        mkdir -p "$1" && exec {place_lock}<"$1" || return
        flock -w 300 "$place_lock" || return
        # The one before has removed it: then this is a name that nobody finds.
        [ "$1" -ef "/proc/self/fd/$place_lock" ] && return 0
        exec {place_lock}<&-
    done
    return 1
}

# recall KEY: the judge's side of $work from what was kept.
recall() {
    [ -n "$1" ] && [ -e "$answers/$1.tar.zst" ] || return
    if ! zstd -qdc "$answers/$1.tar.zst" 2>/dev/null | tar -xpC "$work" 2>/dev/null; then
        rm -rf "$work/A" "$work"/A.*
        return 1
    fi
    touch "$answers/$1.tar.zst"
}

# remember KEY
remember() {
    local fresh=$answers/.$1.$$
    [ -n "$1" ] && command -v zstd >/dev/null && mkdir -p "$answers" && [ "$(du -sm "$work/A" | cut -f1)" -le 64 ] || return 0
    if (set -o pipefail; tar -cC "$work" A A.names A.codes A.output A.seconds 2>/dev/null | zstd -q >"$fresh"); then
        mv "$fresh" "$answers/$1.tar.zst"
    else
        rm -f "$fresh"
    fi
    find "$answers" -type f -mtime +60 -delete
}
