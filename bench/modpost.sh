#!/bin/bash
# How long it takes to check modules and to write their .mod.c: the kernel's own modpost and oot's binary, start-up included, measured alternately on the same
# objects with the kernel's whole Module.symvers. Ratios are the kernel's time over oot's.
#   bench/modpost.sh [ROUNDS]      default 5 rounds of 10 runs each; needs tests/setup/kernels.sh
set -eu
cd "$(dirname -- "$(readlink -f -- "$0")")/.."
rounds=${1:-5}
command -v hyperfine >/dev/null || { echo 'bench: needs hyperfine (apt-get install hyperfine)' >&2; exit 69; }
export OOT_TEST_CACHE=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}
binary=$(./oot --print-binary)
cases=$PWD/tests/cases/modpost
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
# A small module, twenty of them, and one large module of 20,000 functions, each in a section of its own.
module() { printf '#include "kernel.h"\nGOOD_MODULE;\nextern void kfree(void);\nvoid init_module(void) { kfree(); }\n'; }
mkdir "$temp/small" "$temp/twenty" "$temp/large"
module >"$temp/small/a.c"
for i in $(seq 20); do module >"$temp/twenty/m$i.c"; done
{ module; awk 'BEGIN { print "void f0(void) { }"; for (i = 0; i < 20000; i++) printf "void f%d(void) { kfree(); f%d(); }\n", i + 1, i }'; } >"$temp/large/a.c"
for set in small twenty large; do
    (
        cd "$temp/$set"
        for source in *.c; do
            gcc -c -w -O1 -g -ffunction-sections -I "$cases" "$source" -o "${source%.c}.o"
            printf '%s\n' "${source%.c}.o" | tee "${source%.c}.mod" >>modules.order
            printf 'savedcmd_%s := gcc\n\nsource_%s := %s\n' "${source%.c}.o" "${source%.c}.o" "$source" >".${source%.c}.o.cmd"
        done
    )
    for kernel in 6.1 6.12; do
        tree=$OOT_TEST_CACHE/kernels/$kernel/build
        program=$tree/scripts/mod/modpost
        arguments="-m -a -e -i $tree/Module.symvers -o $temp/out.symvers"
        [ "$kernel" = 6.1 ] || arguments="-M $arguments"
        for round in $(seq "$rounds"); do
            (cd "$temp/$set" && hyperfine -i -w 1 -r 10 --export-csv "$temp/$round.csv" \
                "'$program' $arguments $(echo *.o)" "'$binary' host-program '$program' $arguments $(echo *.o)" >/dev/null 2>&1)
        done
        # Columns: command,mean,stddev,median,user,system,min,max in seconds.
        awk -F, -v name="$kernel $set" '
            FNR == 2 { c += $4; cu += $5 + $6; if (!cm || $7 < cm) cm = $7 }
            FNR == 3 { o += $4; ou += $5 + $6; if (!om || $7 < om) om = $7; n++ }
            END { printf "%-14s median %6.1f / %5.1f ms = %4.1f x  min %6.1f / %5.1f ms = %4.1f x  cpu %4.1f x\n",
                  name, 1000 * c / n, 1000 * o / n, c / o, 1000 * cm, 1000 * om, cm / om, cu / ou }' "$temp"/[0-9]*.csv
        rm -f "$temp"/[0-9]*.csv
    done
done
