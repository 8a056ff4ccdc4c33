#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# A signal while a program of the kernel tree waits for input: first a terminal's SIGINT, which comes to all, then SIGTERM to make alone.
# $1 KDIR
cat >waits.mk <<EOF
half: ; @set -e; echo half >\$@; sleep 60 | $1/scripts/mod/modpost -T - -o symvers; echo after
EOF
for signal in INT TERM; do
    for try in 1 2 3 4 5 6 7 8 9 10; do
        setsid env --default-signal=INT make -f waits.mk >built 2>said &
        make=$!
        tries=0
        until [ -e half ] || [ $tries -gt 600 ]; do sleep 0.1; tries=$((tries + 1)); done
        sleep 1
        case $signal in
        INT) kill -INT -"$make" ;;
        *) kill "-$signal" "$make" ;;
        esac
        wait "$make"
        code=$?
        # What make alone was told of may still run.
        kill -KILL -"$make" 2>/dev/null
        # An accident of GNU make's: see interrupted.sh.
        grep -q '^make: .*wait: No child processes' said && ! make --version | grep -q '^oot ' || break
        rm -f half
    done
    echo "$signal: exit $code"
    cat built said
    ls
    rm -f half
done
rm -f waits.mk built said
