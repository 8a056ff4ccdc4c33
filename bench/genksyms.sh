#!/bin/bash
# How long the versions of a file take: the kernel's own genksyms and oot's binary, start-up included, measured alternately on the
# same preprocessed sources. Ratios are the kernel's time over oot's.
#   bench/genksyms.sh [ROUNDS]      default 5 rounds of 10 runs each; needs tests/setup/kernels.sh and kernel-sources.sh
set -eu
cd "$(dirname -- "$(readlink -f -- "$0")")/.."
rounds=${1:-5}
command -v hyperfine >/dev/null || { echo 'bench: needs hyperfine (apt-get install hyperfine)' >&2; exit 69; }
export OOT_TEST_CACHE=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}
binary=$(./oot --print-binary)
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
for source in 6.1:lib/string.c 6.1:kernel/workqueue.c 6.12:fs/namei.c 6.12:net/core/skbuff.c; do
    kernel=${source%%:*} file=${source#*:}
    input=$temp/input.i
    tests/preprocess.sh "$kernel" "$file" >"$input"
    program=$OOT_TEST_CACHE/kernels/$kernel/build/scripts/genksyms/genksyms
    for round in $(seq "$rounds"); do
        hyperfine -i -w 1 -r 10 --export-csv "$temp/$round.csv" \
            "'$program' -r /dev/null <'$input'" "'$binary' host-program '$program' -r /dev/null <'$input'" >/dev/null 2>&1
    done
    # Columns: command,mean,stddev,median,user,system,min,max in seconds.
    awk -F, -v source="$source" -v size="$(stat -c %s "$input")" -v exports="$("$program" <"$input" | wc -l)" '
        FNR == 1 { next }
        # The command has commas nowhere, so columns count from the left.
        FNR == 2 { c += $4; cu += $5 + $6; if (!cm || $7 < cm) cm = $7 }
        FNR == 3 { o += $4; ou += $5 + $6; if (!om || $7 < om) om = $7; n++ }
        END { printf "%-24s %5.2f MB %3d exports  median %6.1f / %5.1f ms = %4.1f x  min %6.1f / %5.1f ms = %4.1f x  cpu %4.1f x\n",
              source, size / 1e6, exports, 1000 * c / n, 1000 * o / n, c / o, 1000 * cm, 1000 * om, cm / om, cu / ou }' "$temp"/*.csv
    rm -f "$temp"/*.csv
done
