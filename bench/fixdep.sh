#!/bin/bash
# How long fixdep takes in a build: a makefile of 20 recipes, each one fixdep over the same 700 headers, by GNU make with the kernel's fixdep and by oot, measured alternately.
# Both makes are counted in; the third column is oot with a process for each fixdep. Ratios are GNU make's time over oot's.
#   bench/fixdep.sh [ROUNDS]      default 5 rounds of 10 runs each; needs tests/setup/kernels.sh and hyperfine
set -eu
cd "$(dirname -- "$(readlink -f -- "$0")")/.."
rounds=${1:-5}
command -v hyperfine >/dev/null || { echo 'bench: needs hyperfine (apt-get install hyperfine)' >&2; exit 69; }
export OOT_TEST_CACHE=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}
judge=${OOT_JUDGE_MAKE:-$(tests/setup/judge-make.sh)}
binary=${OOT_BINARY:-$(./oot --print-binary)}
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
export OOT_CACHE=off
for kernel in 6.1 6.12; do
    tree=$OOT_TEST_CACHE/kernels/$kernel/build
    {
        echo "x.o: $temp/x.c \\"
        find -L "$tree/" "$(sed -n 's/^include //p' "$tree/Makefile" | xargs -r dirname)" -path '*/include/linux/*.h' 2>/dev/null | sort -u | head -n 700 | sed 's/$/ \\/'
        echo
    } >"$temp/x.d"
    : >"$temp/x.c"
    printf 'N := %s\nall: $(N:%%=t%%)\nt%%: ; @set -e; %s/scripts/basic/fixdep %s x.o true >%s/$@\n' "$(seq -s ' ' 20)" "$tree" "$temp/x.d" "$temp" >"$temp/Makefile"
    for round in $(seq "$rounds"); do
        hyperfine --shell=none -w 1 -r 10 --export-csv "$temp/$round.csv" "$judge -f $temp/Makefile" "${binary%/*}/tools/make -f $temp/Makefile" \
            "env OOT_HOST_PROGRAMS=process ${binary%/*}/tools/make -f $temp/Makefile" >/dev/null 2>&1
    done
    # Columns: command,mean,stddev,median,user,system,min,max in seconds.
    awk -F, -v name="$kernel, $(grep -c linux/ "$temp/x.d") headers" '
        FNR == 2 { c += $4; cu += $5 + $6 }
        FNR == 3 { o += $4; ou += $5 + $6; n++ }
        FNR == 4 { p += $4 }
        END { printf "%-20s median %6.1f / %5.1f ms = %4.1f x  cpu %4.1f x  (a process each: %5.1f ms)\n", name, 1000 * c / n, 1000 * o / n, c / o, cu / ou, 1000 * p / n }' "$temp"/[0-9]*.csv
    rm -f "$temp"/[0-9]*.csv
done
