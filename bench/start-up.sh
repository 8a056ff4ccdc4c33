#!/bin/bash
# How long a command that does nothing takes: /bin/true, GNU make, oot's binary, and the binary through ./oot.
# Ratios are to GNU make in the same run. The two ways to oot are measured alternately, round by round.
#   bench/start-up.sh [ROUNDS]      default 5 rounds of 100 runs each
set -eu
cd "$(dirname -- "$(readlink -f -- "$0")")/.."
rounds=${1:-5}
command -v hyperfine >/dev/null || { echo 'bench: needs hyperfine (apt-get install hyperfine)' >&2; exit 69; }
binary=$(./oot --print-binary)
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
make=${OOT_JUDGE_MAKE:-$(command -v make)}
for round in $(seq "$rounds"); do
    hyperfine -N -i -w 10 -r 100 --export-csv "$temp/$round.csv" \
        -n '/bin/true' /bin/true -n 'GNU make --version' "$make --version" \
        -n 'oot make --version' "'$binary' make --version" -n './oot make --version' "'$PWD/oot' make --version" >/dev/null 2>&1
done
# Columns: command,mean,stddev,median,user,system,min,max in seconds. The median of a round, then the mean over rounds.
awk -F, '
    FNR == 1 { next }
    { name[FNR] = $1; median[FNR] += $4; if (!(FNR in min) || $7 < min[FNR]) min[FNR] = $7; rows = FNR; if (FNR == 2) rounds++ }
    END {
        for (row = 2; row <= rows; row++)
            printf "%-22s median %5.2f ms  min %5.2f ms  %4.2f x make\n", name[row], 1000 * median[row] / rounds, 1000 * min[row], median[row] / median[3]
        printf "launcher over the binary: %.2f ms\n", 1000 * (median[5] - median[4]) / rounds
    }' "$temp"/*.csv
