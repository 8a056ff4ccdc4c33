#!/bin/bash
# Builds by GNU make 4.4.1 and by oot's binary, measured alternately in twin directories; ratios are GNU make's time over oot's, of medians.
#   bench/builds.sh [-r ROUNDS] [-o FILE] [CASE…]    default 10 rounds, all cases; the table goes to standard output, and with -o also to FILE
# Cases: null-KERNEL-DRIVER, build-KERNEL-DRIVER (`oot build` with nothing to do), wrapper-KERNEL-DRIVER, one-KERNEL-DRIVER (one source changed), cold-KERNEL-DRIVER (probes known), first-KERNEL-DRIVER
# (all caches empty), evaluation-KERNEL-DRIVER (nothing to do, all caches empty), tinyconfig (nothing to do in a whole kernel; built from the source tree in OOT_KERNEL_SOURCE, which takes
# minutes). A line below a one- case says how much of oot's time its commands took, and what they take by themselves. Needs tests/setup/kernels.sh, tests/setup/drivers.sh, hyperfine.
set -eu
cd "$(dirname -- "$(readlink -f -- "$0")")/.."
rounds=10 file=
while getopts r:o: option; do
    case $option in
        r) rounds=$OPTARG ;;
        o) file=$OPTARG ;;
        *) exit 64 ;;
    esac
done
shift $((OPTIND - 1))
command -v hyperfine >/dev/null || { echo 'bench: needs hyperfine (apt-get install hyperfine)' >&2; exit 69; }
export OOT_TEST_CACHE=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}
judge=${OOT_JUDGE_MAKE:-$(tests/setup/judge-make.sh)}
binary=${OOT_BINARY:-$(./oot --print-binary)}
oot=${binary%/*}/tools/make
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
export XDG_CACHE_HOME=$temp/cache
mkdir "$temp/judge" "$temp/cache"
ln -s "$judge" "$temp/judge/make"
[ $# -gt 0 ] || set -- null-6.1-v4l2loopback null-6.12-v4l2loopback build-6.1-v4l2loopback build-6.12-v4l2loopback wrapper-6.1-v4l2loopback null-6.1-apfs null-6.1-jool \
    one-6.1-apfs cold-6.1-v4l2loopback first-6.1-v4l2loopback cold-6.1-apfs evaluation-6.1-v4l2loopback

# Medians of the rounds, alternately: a round is one run of each.
compare() {
    case=$1
    shift
    for round in $(seq "$rounds"); do
        hyperfine --shell=none -r 1 --export-csv "$temp/$round.csv" "$@" >/dev/null 2>&1 || return 0
    done
    awk -F, -v case="$case" 'FNR == 2 { j[++n] = $2 } FNR == 3 { o[n] = $2 }
        function median(a, i, k, t) { for (i = 1; i <= n; i++) for (k = i + 1; k <= n; k++) if (a[k] < a[i]) { t = a[i]; a[i] = a[k]; a[k] = t }; return n % 2 ? a[(n + 1) / 2] : (a[n / 2] + a[n / 2 + 1]) / 2 }
        END { mj = median(j); mo = median(o); printf "%-28s %9.1f ms %9.1f ms %8.2f x   oot/make %.3f   min %.1f / %.1f\n", case, 1000 * mj, 1000 * mo, mj / mo, mo / mj, 1000 * j[1], 1000 * o[1] }' "$temp"/[0-9]*.csv
    rm -f "$temp"/[0-9]*.csv
}

# A whole kernel, once built.
tinyconfig() {
    [ -f "${OOT_KERNEL_SOURCE:-}/Makefile" ] || { printf '%-28s (OOT_KERNEL_SOURCE names no kernel source)\n' tinyconfig; return 0; }
    judge_run="env PATH=$temp/judge:$PATH make -j2 -C $OOT_KERNEL_SOURCE O=$temp/kernel"
    oot_run="env PATH=${oot%/*}:$PATH make -j2 -C $OOT_KERNEL_SOURCE O=$temp/kernel"
    { $judge_run tinyconfig && $judge_run && $oot_run && $oot_run && $oot_run; } >"$temp/log" 2>&1 || { printf '%-28s does not build: %s\n' tinyconfig "$(tail -1 "$temp/log")"; return 0; }
    compare tinyconfig "$judge_run" "$oot_run"
}

# Where kbuild is pointed at: jool's module is in a directory of its own.
module() {
    case $2 in
        jool) printf %s "$1/src/mod/common" ;;
        *) printf %s "$1" ;;
    esac
}

# The commands of one case: `prepare_X` before each run, `run_X`, for X judge and oot.
measure() {
    case=$1 kind=${1%%-*} rest=${1#*-}
    kernel=${rest%%-*} driver=${rest#*-}
    suite=bookworm
    [ "$kernel" = 6.1 ] || suite=trixie
    source=$OOT_TEST_CACHE/drivers/$suite/$driver
    kdir=$(readlink -f "$OOT_TEST_CACHE/kernels/$kernel/build") || return 0
    [ -d "$source" ] || { printf '%-28s (no %s)\n' "$case" "$source"; return 0; }
    options=()
    for who in judge oot; do
        tree=$temp/$who-$driver
        rm -rf "$tree"
        cp -a "$source" "$tree"
        program=$temp/judge/make
        [ $who = judge ] || program=$oot
        jobs=
        case $driver in apfs | jool) jobs=-j2 ;; esac
        work=$(module "$tree" "$driver")
        run="env PATH=${program%/*}:$PATH make $jobs -C $kdir M=$work modules"
        [ $kind = wrapper ] && run="env PATH=${program%/*}:$PATH make -C $work KERNEL_DIR=$kdir v4l2loopback.ko"
        # The newer driver's makefile builds programs too, whose sources are not among what was fetched.
        target=
        [ "$suite" = bookworm ] || target="-- v4l2loopback.ko"
        [ $kind = build ] && [ $who = oot ] && run="$binary build $work -k $kdir $target"
        prepare=true
        case $kind in
            one) prepare="touch $(find "$work" -name '*.c' ! -name '*.mod.c' | sort | head -1)" ;;
            cold) prepare="make -C $kdir M=$work clean" ;;
            first) prepare="make -C $kdir M=$work clean; rm -rf $temp/cache/oot" ;;
            evaluation) prepare="rm -rf $temp/cache/oot" ;;
        esac
        for again in 1 2 3 4; do
            sleep 0.1
            $run >"$temp/log" 2>&1 || { printf '%-28s does not build by %s: %s\n' "$case" "$who" "$(tail -1 "$temp/log")"; return 0; }
        done
        options+=(--prepare "sh -c '$prepare'" "$run")
    done
    compare "$case" "${options[@]}"
    [ $kind = one ] || return 0
    # From the program's start to its end; the trace itself says when its commands ran. Then once more what the commands take that must run, with the kernel tree's own fixdep and modpost.
    for again in $(seq 15); do
        sh -c "$prepare"
        hyperfine --shell=none -r 1 --export-csv "$temp/wall.csv" "$run --trace-file=$temp/trace" >/dev/null 2>&1
        wall=$(awk -F, 'FNR == 2 { print 1000 * $2 }' "$temp/wall.csv") commands=$(bench/commands-of-trace.py "$temp/trace" | cut -d' ' -f2)
        sh -c "$prepare"
        $run --host-programs=tree --trace-file="$temp/trace" >/dev/null 2>&1
        echo "$wall $commands $(bench/commands-of-trace.py "$temp/trace" | cut -d' ' -f2)"
    done | awk '{ wall[NR] = $1; commands[NR] = $2; trees[NR] = $3; own[NR] = $1 / $2 }
        function median(a, n, i, k, t) { for (i = 1; i <= n; i++) for (k = i + 1; k <= n; k++) if (a[k] < a[i]) { t = a[i]; a[i] = a[k]; a[k] = t }; return a[(n + 1) / 2] }
        END { printf "# %-26s commands took %.1f of %.1f ms: %.3f; with the kernel tree'"'"'s own programs %.1f: %.3f\n", "", median(commands, NR), median(wall, NR), median(own, NR), median(trees, NR), median(wall, NR) / median(trees, NR) }'
}

report() {
    printf '%s, %s processors, load %s, %s rounds\n' "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)" "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)" "$rounds"
    printf '%-28s %12s %12s %10s\n' case 'GNU make' oot ratio
    for name; do case $name in tinyconfig) tinyconfig ;; *) measure "$name" ;; esac; done
    XDG_CACHE_HOME=$temp/cache "$binary" cache show | sed 's/^/# /' | tail -3
}

if [ -n "$file" ]; then report "$@" | tee "$file"; else report "$@"; fi
