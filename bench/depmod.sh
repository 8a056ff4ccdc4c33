#!/bin/bash
# depmod by kmod and by oot's binary, measured alternately on trees of their own; ratios are oot's time over kmod's, of medians.
#   bench/depmod.sh [-r ROUNDS]    default 5 rounds
# Rows: 6.12 (xz) from nothing, the same after one module was added, with nothing to do (-A), and 6.1 (plain) from nothing and after one module was added.
# The issue's marks: 0.58, 0.06, -, 0.7, -. Needs tests/setup/kernel-images.sh 6.1 6.12, hyperfine and kmod.
set -eu
cd "$(dirname -- "$(readlink -f -- "$0")")/.."
rounds=5
while getopts r: option; do
    case $option in
        r) rounds=$OPTARG ;;
        *) exit 64 ;;
    esac
done
command -v hyperfine >/dev/null || { echo 'bench: needs hyperfine (apt-get install hyperfine)' >&2; exit 69; }
export OOT_TEST_CACHE=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}
oot=${OOT_BINARY:-$(./oot --print-binary)}
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
export XDG_CACHE_HOME=$temp/cache

# The kernel's modules are links, so that both sides read the same files.
tree() {
    release=$(cat "$OOT_TEST_CACHE/images/$1/release")
    for side in kmod oot; do
        home=$temp/$1/$side/lib/modules/$release
        mkdir -p "$home/updates"
        for entry in "$OOT_TEST_CACHE/images/$1/lib/modules/$release"/*; do
            case ${entry##*/} in
                modules.order | modules.builtin | modules.builtin.modinfo) cp "$entry" "$home/" ;;
                modules.* | build | source | updates) ;;
                *) ln -s "$entry" "$home/" ;;
            esac
        done
    done
    some=$(find "$OOT_TEST_CACHE/images/$1/lib/modules/$release/kernel" -name 'usbhid.ko*' | head -n 1)
    added=updates/bench-added.${some##*/usbhid.}
}

# row NAME MARK PREPARE KMOD OOT
row() {
    for round in $(seq "$rounds"); do
        hyperfine --shell=bash -r 1 --prepare "$3" --export-csv "$temp/$round.csv" "$4" "$5" >/dev/null 2>&1
    done
    awk -F, -v name="$1" -v mark="$2" 'FNR == 2 { j[++n] = $2 } FNR == 3 { o[n] = $2 }
        function median(a, i, k, t) { for (i = 1; i <= n; i++) for (k = i + 1; k <= n; k++) if (a[k] < a[i]) { t = a[i]; a[i] = a[k]; a[k] = t }; return n % 2 ? a[(n + 1) / 2] : (a[n / 2] + a[n / 2 + 1]) / 2 }
        END { mj = median(j); mo = median(o); printf "%-24s kmod %8.1f ms   oot %8.1f ms   oot/kmod %.3f   mark %s\n", name, 1000 * mj, 1000 * mo, mo / mj, mark }' "$temp"/[0-9]*.csv
    rm -f "$temp"/[0-9]*.csv
}

for kernel in 6.12 6.1; do
    tree "$kernel"
    judge="/usr/sbin/depmod -b $temp/$kernel/kmod $release"
    own="$oot depmod --kmod-compat=30 -b $temp/$kernel/oot $release"
    row "$kernel from nothing" "$([ $kernel = 6.12 ] && echo 0.58 || echo 0.7)" "rm -rf $temp/cache $temp/$kernel/*/lib/modules/$release/updates/*" "$judge" "$own"
    add="rm -f $temp/$kernel/*/lib/modules/$release/updates/*; for side in kmod oot; do cp $some $temp/$kernel/\$side/lib/modules/$release/$added; done"
    sleep 0.2
    $own
    row "$kernel one module added" "$([ $kernel = 6.12 ] && echo 0.06 || echo -)" "$add" "$judge" "$own"
    # Each side was given the module anew before the other's run.
    $judge
    $own
    [ $kernel = 6.1 ] || row "$kernel nothing to do, -A" - true "${judge/depmod/depmod -A}" "${own/depmod/depmod -A}"
    diff -r "$temp/$kernel/kmod" "$temp/$kernel/oot" >/dev/null || echo "$kernel: the indexes differ"
done
