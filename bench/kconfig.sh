#!/bin/bash
# How long olddefconfig of Debian's x86 configuration takes with oot and with the kernel's own conf, in turns, and the ratios.
#   bench/kconfig.sh [KERNEL] [RUNS]     default: 6.12 5; needs tests/setup/kconfig-judges.sh KERNEL
cd "$(dirname -- "$(readlink -f -- "$0")")/.." || exit
kernel=${1:-6.12} runs=${2:-5}
judge=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}/kconfig/$kernel
oot=${OOT_BINARY:-$(./oot --print-binary)}
[ -x "$judge/conf" ] || { echo "no conf: tests/setup/kconfig-judges.sh $kernel" >&2; exit 69; }
work=$(mktemp -d) || exit
trap 'rm -rf "$work"' EXIT
export srctree=$judge/tree objtree=. ARCH=x86_64 SRCARCH=x86 KERNELVERSION=$kernel CC=gcc LD=ld NM=nm AR=ar OBJCOPY=objcopy HOSTCC=gcc RUSTC=rustc BINDGEN=bindgen PAHOLE=pahole
export PAHOLE_VERSION=0 CLANG_FLAGS= CONFIG_SHELL=sh PYTHON3=python3 RUSTC_VERSION_TEXT= LC_ALL=C XDG_CACHE_HOME=$work/cache
CC_VERSION_TEXT=$(gcc --version | head -n 1)
export CC_VERSION_TEXT
configuration=$(ls "$judge"/configs/*amd64_none_amd64* | head -n 1)
cd "$work" || exit

# once NAME COMMAND...: appends the milliseconds of a run to times.NAME
once() {
    name=$1
    shift
    rm -rf include .config
    cp "$configuration" .config
    local start=$EPOCHREALTIME
    "$@" >/dev/null 2>&1 </dev/null || echo "$name failed" >&2
    local end=$EPOCHREALTIME
    echo $(((${end/./} - ${start/./}) / 1000)) >>"times.$name"
}
median() { sort -n "times.$1" | sed -n "$((($(wc -l <"times.$1") + 1) / 2))p"; }

for ((run = 0; run < runs; run++)); do
    once conf "$judge/conf" --olddefconfig Kconfig
    rm -rf cache
    once cold "$oot" host-program scripts/kconfig/conf --olddefconfig Kconfig
    once warm "$oot" host-program scripts/kconfig/conf --olddefconfig Kconfig
done
conf=$(median conf) cold=$(median cold) warm=$(median warm)
echo "kernel $kernel, median of $runs: conf $conf ms, oot with remembered probes $warm ms, from nothing $cold ms"
awk "BEGIN { printf \"ratio: remembered %.2f (at most 0.35), from nothing %.2f (at most 1.0)\\n\", $warm / $conf, $cold / $conf }"
