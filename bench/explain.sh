#!/bin/bash
# How long oot explain takes to find the smallest change of a configuration in a whole x86 tree, reading it included, with warm files: wall time, medians.
#   bench/explain.sh [SOURCE] [RUNS]     default: $OOT_TEST_CACHE/full-sources/6.12 7; needs tests/setup/full-source.sh and tests/setup/kconfig-judges.sh 6.12
cd "$(dirname -- "$(readlink -f -- "$0")")/.." || exit
cache=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}
source=${1:-$cache/full-sources/6.12} runs=${2:-7}
oot=${OOT_BINARY:-$(./oot --print-binary)}
[ -e "$source/Kconfig" ] || { echo "no sources: tests/setup/full-source.sh" >&2; exit 69; }
work=$(mktemp -d) || exit
trap 'rm -rf "$work"' EXIT
cp "$(ls "$cache"/kconfig/6.12/configs/*cloud* | head -n 1)" "$work/cloud"
(cd "$work" && ARCH=x86_64 "$oot" config allnoconfig --source "$source" >/dev/null 2>&1 && echo CONFIG_MODULES=y >>.config && mv .config nothing) || exit

# once NAME ARGUMENT...: appends the milliseconds of a run to times.NAME
once() {
    local name=$1 start=$EPOCHREALTIME
    shift
    "$oot" explain "$@" --source "$source" >"$work/out.$name" 2>&1 </dev/null
    local end=$EPOCHREALTIME
    echo $(((${end/./} - ${start/./}) / 1000)) >>"$work/times.$name"
}
median() { sort -n "$work/times.$1" | sed -n "$((($(wc -l <"$work/times.$1") + 1) / 2))p"; }

video='video_ioctl2 vb2_queue_init vb2_dma_sg_memops'
# The first runs read what later ones remember: the map of the sources, and compilers' answers.
for ((run = 0; run <= runs; run++)); do
    # shellcheck disable=SC2086
    {
        once cloud $video --config "$work/cloud"
        once nothing $video --config "$work/nothing"
        once all $video --config "$work/nothing" --all
        once impossible tegra_bpmp_transfer --config "$work/cloud"
    }
    [ "$run" -gt 0 ] || rm "$work"/times.*
done
echo "three symbols, Debian's cloud configuration: $(median cloud) ms; nothing but modules: $(median nothing) ms (at most 1200); with --all: $(median all) ms; impossible: $(median impossible) ms"
for name in cloud nothing all impossible; do
    grep -E 'lines? to add|exclude one another|exported only on' "$work/out.$name" | head -n 1
done
