#!/bin/bash
# How long it takes to check all modules of a kernel against it, beside what reading them costs alone: `xz -dc` by all processors for 6.12's compressed ones, `cat` for 6.1's plain ones.
# Ratios are oot's time over theirs; the aims are 1.15 and 2.0, signatures not verified. A second line of each has them verified, against the keys in the kernel's image.
# An image is unpacked once and then remembered: `first` has that in the run, and below it what `xz -dc` takes for 6.1's image alone, in the same measure.
#   bench/check.sh [ROUNDS]      default 5; needs tests/setup/kernels.sh and tests/setup/kernel-images.sh
set -eu
cd "$(dirname -- "$(readlink -f -- "$0")")/.."
rounds=${1:-5}
command -v hyperfine >/dev/null || { echo 'bench: needs hyperfine (apt-get install hyperfine)' >&2; exit 69; }
cache=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}
binary=${OOT_BINARY:-$(./oot --print-binary)}
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT

# measure NAME READER KERNEL OPTIONS
measure() {
    hyperfine -w 1 -r "$rounds" --export-csv "$temp/csv" "$2" "'$binary' check -q $4 -k '$3' '$modules'" >/dev/null 2>&1 ||
        { echo "$1: not all modules load:"; "$binary" check -q $4 -k "$3" "$modules" | head -n 20; return; }
    # Columns: command,mean,stddev,median,user,system,min,max in seconds.
    awk -F, -v name="$1" '
        FNR == 2 { r = $4; rm = $7; rc = $5 + $6 }
        FNR == 3 { printf "%-34s median %6.2f / %5.2f s = %4.2f x  min %6.2f / %5.2f s = %4.2f x  cpu %4.2f x\n", name, $4, r, $4 / r, $7, rm, $7 / rm, ($5 + $6) / rc }' "$temp/csv"
}

for kernel in 6.12 6.1; do
    image=$cache/images/$kernel
    [ -e "$image/release" ] || { echo "bench: needs tests/setup/kernel-images.sh $kernel" >&2; exit 69; }
    modules=$image/lib/modules
    find "$modules/" -name '*.ko*' -type f | sort >"$temp/list"
    count=$(wc -l <"$temp/list")
    if [ $kernel = 6.12 ]; then
        reader="xargs -P $(nproc) -n 100 xz -dc <'$temp/list' >/dev/null"
    else
        reader="xargs cat <'$temp/list' >/dev/null"
    fi
    measure "$kernel: $count, headers" "$reader" "$cache/kernels/$kernel/build" --no-verify
    measure "$kernel: $count, image" "$reader" "$image" --no-verify
    measure "$kernel: $count, image, verified" "$reader" "$image" ""
    OOT_CACHE=off measure "$kernel: $count, image, first" "$reader" "$image" --no-verify
done

# The payload of x86's image, without the size behind it (Documentation/arch/x86/boot.rst).
number() { od -An -j "$2" -N "$3" -t "u$3" "$1" | tr -d ' '; }
vmlinuz=$(echo "$cache"/images/6.1/boot/vmlinuz-*)
start=$((($(number "$vmlinuz" 497 1) + 1) * 512 + $(number "$vmlinuz" 584 4)))
tail -c +$((start + 1)) "$vmlinuz" | head -c $(($(number "$vmlinuz" 588 4) - 4)) >"$temp/payload.xz"
hyperfine -w 1 -r "$rounds" --export-csv "$temp/csv" "$reader" "xz -dc <'$temp/payload.xz' >/dev/null" >/dev/null 2>&1
awk -F, 'FNR == 2 { r = $4; rm = $7 } FNR == 3 { printf "%-34s median %6.2f / %5.2f s = %4.2f x  min %6.2f / %5.2f s = %4.2f x\n", "6.1: its image, by xz alone", $4, r, $4 / r, $7, rm, $7 / rm }' "$temp/csv"
