#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# Twin run: builds one source tree with make A, then, from the same pristine copy at the same path, with
# make B, and compares all there is to see: exit codes, output, names, types, modes and bytes of files.
# `pahole -j` is not deterministic: in a twin run it has one thread. KDIR is read-only where this runs as root.
#
#   tests/twin-build.sh [OPTION]… SOURCE [--then] ARG… [--then ARG…]…
#
#   -a MAKE    the judge           (default: $OOT_JUDGE_MAKE, else the cached GNU make 4.4.1)
#   -b MAKE    the make on trial   (default: $OOT_MAKE)
#   -k NAME    kernel of tests/setup/kernels.sh (default 6.1), or a KDIR's path
#   -K         A has the kernel's NAME/native/linux-kbuild-* mounted over the linux-kbuild that KDIR's scripts are in (root only)
#   -C SUB     run make in SOURCE/SUB instead of SOURCE
#   -s         compare output line by line in sorted order (for -j above 1, whose order is free)
#   -o         do not compare output
#   -i GLOB    do not compare the content of files whose name matches (may be repeated)
#   -d DIR     keep work, snapshots and outputs below DIR
#   -x ARG     an argument for B's calls only, such as -j16 (may be repeated)
#   -q         print nothing when all is equal
#
# Each step is one call of make with ARG…, in which @KDIR@, @RELEASE@, @DIR@ (the copy of SOURCE), @TOP@ (the
# directory that it lies in, compared as well) and @TESTS@ (where this file is) are replaced. A step whose first word is `sh:` is a shell
# command (`--then sh: touch a.h`); make is first on its PATH.
#
# GNU make's side is built once for the same inputs, and then remembered (judge-answers.sh). Both sides see of the environment only
# PATH, HOME, TMPDIR, USER, LOGNAME, TERM, and what begins with OOT_, XDG_ or DOTNET_.
#
# Exit: 0 equal, 1 different, 2 wrong usage, 77 something is not there (the message says how to get it). The
# last line of an answer has the exit codes of the steps.
set -u
export LC_ALL=C
here=$(dirname "$(realpath "$0")")
cache=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}

for name in $(compgen -e); do
    case $name in PATH | HOME | TMPDIR | USER | LOGNAME | TERM | LC_ALL | OOT_* | XDG_* | DOTNET_*) ;; *) unset "$name" ;; esac
done
. "$here/judge-answers.sh"

die() { echo "twin-build.sh: $*" >&2; exit 2; }
missing() { echo "twin-build.sh: $*" >&2; exit 77; }

call=("$@")
judge=${OOT_JUDGE_MAKE:-$cache/make-4.4.1/make} trial=${OOT_MAKE:-} kernel=6.1 sub=. order=as-is work='' quiet='' native=''
ignored=() trial_only=()
while getopts a:b:k:KC:soi:d:x:q option; do
    case $option in
    a) judge=$OPTARG ;; b) trial=$OPTARG ;; k) kernel=$OPTARG ;; C) sub=$OPTARG ;;
    K) native=1 ;;
    s) order=sorted ;; o) order=none ;; i) ignored+=("$OPTARG") ;; d) work=$OPTARG ;;
    x) trial_only+=("$OPTARG") ;; q) quiet=1 ;;
    *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# -ge 1 ] || die "no SOURCE (see the head of this file)"
[ -d "$1" ] || missing "no source $1 (for drivers: run tests/setup/drivers.sh)"
source=$(realpath "$1")
shift
[ "${1-}" != --then ] || shift
[ -x "$judge" ] || missing "no judge $judge: run tests/setup/judge-make.sh or set OOT_JUDGE_MAKE"
[ -n "$trial" ] && [ -x "$trial" ] || missing "no make to try: set OOT_MAKE or pass -b"
judge=$(realpath -s "$judge") trial=$(realpath -s "$trial")

case $kernel in
*/*) kdir=$kernel ;;
*) kdir=$cache/kernels/$kernel/build
   [ -e "$kdir/Makefile" ] || missing "no kernel $kernel: run tests/setup/kernels.sh $kernel" ;;
esac
# Debian 11's kernel insists on Debian 11's compiler.
case $kernel in
5.10*)
    PATH=$cache/gcc-10/usr/bin:$PATH
    command -v gcc-10 >/dev/null || missing "no gcc-10: run tests/setup/gcc-10.sh" ;;
esac
kdir=$(realpath "$kdir")
pahole=$(command -v pahole) || pahole=''
release=$(sed -n 's/^#define UTS_RELEASE "\(.*\)"/\1/p' "$kdir/include/generated/utsrelease.h" 2>/dev/null)

# Some targets of kbuild do write to KDIR, and a forgotten M makes a mess of it.
if [ "$(id -u)" = 0 ] && [ -z "${OOT_TWIN_PROTECTED-}" ]; then
    OOT_TWIN_PROTECTED=1 exec unshare -m bash -c \
        'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0"; exec bash "$@"' "$kdir" "$0" "${call[@]}"
fi

created=()
trap 'chmod -R u+w "${created[@]}" 2>/dev/null; rm -rf "${created[@]}"' EXIT
if [ -z "$work" ]; then
    work=$(mktemp -d "${TMPDIR:-/tmp}/twin-XXXXXX") || exit 2
    created+=("$work")
else
    mkdir -p "$work"
    work=$(realpath "$work")
    rm -rf "$work"/{top,bin,A,B,A.*,B.*}
fi
# The path is part of what a build leaves: it has to be the same for an answer to be of use.
key=$(key_of_judge "$@") place=$work
if [ -n "$key" ] && hold_place "${TMPDIR:-/tmp}/twin-${key:0:16}"; then
    place=${TMPDIR:-/tmp}/twin-${key:0:16}
    created+=("$place")
else
    key=''
fi
top=$place/top directory=$place/top/${source##*/}

# Both makes are called by the same name, path and argv[0], because $(MAKE) carries them into commands.
install_make() {
    mkdir -p "$place/bin"
    rm -f "$place/bin/make"
    if [ "$(head -c 2 "$1" | tr -d '\0')" = '#!' ]; then
        ln -s "$1" "$place/bin/make"        # a wrapper that passes its own $0 on
    else
        printf '#!/bin/bash\nexec -a %q %q "$@"\n' "$place/bin/make" "$1" >"$place/bin/make"
        chmod +x "$place/bin/make"
    fi
    [ -n "$pahole" ] || return 0
    printf '#!/bin/bash\nfor word; do [ "$word" = -j ] || words+=("$word"); done\nexec %q "${words[@]}"\n' "$pahole" >"$place/bin/pahole"
    chmod +x "$place/bin/pahole"
}

substitute() {
    local text=$1
    text=${text//@KDIR@/$kdir} text=${text//@RELEASE@/$release}
    text=${text//@DIR@/$directory} text=${text//@TOP@/$top} text=${text//@TESTS@/$here}
    words+=("$text")
}

run_steps() {   # run_steps SIDE ARG…
    local side=$1 status
    shift
    : >"$work/$side.output"
    : >"$work/$side.codes"
    while :; do
        local words=()
        [ "$side" = A ] || [ "${1-}" = sh: ] || words=(${trial_only[@]+"${trial_only[@]}"})
        while [ $# -gt 0 ] && [ "$1" != --then ]; do
            substitute "$1"
            shift
        done
        if [ "${words[0]-}" = sh: ]; then
            (cd "$directory/$sub" && PATH=$place/bin:$PATH sh -c "${words[*]:1}") </dev/null >>"$work/$side.output" 2>&1
        else
            (cd "$directory/$sub" && PATH=$place/bin:$PATH exec env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS -u MAKEOVERRIDES \
                "$place/bin/make" "${words[@]}") </dev/null >>"$work/$side.output" 2>&1
        fi
        status=$?
        echo "$status" >>"$work/$side.codes"
        echo "--- exit $status" >>"$work/$side.output"
        [ $# -gt 0 ] || break
        shift
    done
}

snapshot() {    # snapshot SIDE: what is compared, in a directory of its own
    local side=$1
    rm -rf "$work/$side"
    cp -a "$top" "$work/$side"
    (cd "$work/$side" && find . -printf '%y %M %P %l\n' | sort) >"$work/$side.names"
}

build() {       # build SIDE MAKE ARG…
    local side=$1 make=$2 began=$EPOCHREALTIME
    shift 2
    [ ! -d "$top" ] || chmod -R u+w "$top"
    rm -rf "$top"
    mkdir -p "$top"
    cp -a "$source" "$directory"
    install_make "$make"
    run_steps "$side" "$@"
    snapshot "$side"
    awk -v a="$began" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }' >"$work/$side.seconds"
}

differences=0
report() {
    differences=$((differences + 1))
    echo "DIFFERENT: $1"
}

excerpt() { cut -c1-400 | head -n "${1:-12}" | sed 's/^/    /'; }

# A saved command is one very long line: show it and the dependency lists word by word.
compare_file() {
    local name=$1
    report "$name"
    case $name in
    *.cmd | *.mod | *.mod.c | *modules.order | *symvers | *.json | *.symtypes | *.i | *.s)
        diff <(tr -s ' \t' '\n' <"$work/A/$name") <(tr -s ' \t' '\n' <"$work/B/$name") | excerpt 16 ;;
    *) cmp "$work/A/$name" "$work/B/$name" 2>&1 | sed "s|$work/||g" | excerpt ;;
    esac
}

compare() {
    cmp -s "$work/A.codes" "$work/B.codes" ||
        report "exit codes: A $(tr '\n' ' ' <"$work/A.codes")B $(tr '\n' ' ' <"$work/B.codes")"
    if ! cmp -s "$work/A.names" "$work/B.names"; then
        report "names, types or modes (< A, > B)"
        diff "$work/A.names" "$work/B.names" | grep '^[<>]' | excerpt 20
    fi
    local name pattern skip
    while read -r name; do
        skip=''
        for pattern in ${ignored[@]+"${ignored[@]}"}; do
            # shellcheck disable=SC2053
            [[ ${name##*/} == $pattern ]] && skip=1
        done
        [ -n "$skip" ] || [ ! -f "$work/B/$name" ] || cmp -s "$work/A/$name" "$work/B/$name" || compare_file "$name"
    done < <(cd "$work/A" && find . -type f | sort)
    case $order in
    none) return ;;
    sorted) for side in A B; do sort "$work/$side.output" >"$work/$side.text"; done ;;
    *) for side in A B; do cp "$work/$side.output" "$work/$side.text"; done ;;
    esac
    cmp -s "$work/A.text" "$work/B.text" || {
        report "output (< A, > B)"
        diff "$work/A.text" "$work/B.text" | excerpt 24
    }
}

ask_judge() {
    if [ -n "$native" ]; then
        [ "$(id -u)" = 0 ] || missing "-K needs root"
        foreign=$(realpath "$kdir/scripts/..")
        native=${foreign%/usr/lib/*}/native/${foreign##*/}
        [ -d "$native" ] || missing "no $native: run tests/setup/kernels.sh $kernel"
        mount --bind "$native" "$foreign" || exit 2
    fi
    build A "$judge" "$@"
    [ -z "$native" ] || umount "$foreign" || exit 2
}

remembered=''
if recall "$key"; then
    remembered=' (remembered)'
else
    ask_judge "$@"
fi
build B "$trial" "$@"
compare >"$work/report"
if [ $differences -gt 0 ] && [ -n "$remembered" ]; then
    remembered='' differences=0
    rm -f "$answers/$key.tar.zst"
    ask_judge "$@"
    compare >"$work/report"
fi
[ $differences -gt 0 ] || [ -n "$remembered" ] || remember "$key"
cat "$work/report"

modules=$(grep -c '^f .*\.ko ' "$work/A.names")
summary="${source##*/} on $release: exit $(tr '\n' ' ' <"$work/A.codes")modules $modules, A $(cat "$work/A.seconds") s$remembered, B $(cat "$work/B.seconds") s"
if [ $differences -gt 0 ]; then
    echo "$differences differences: $summary"
    exit 1
fi
[ -n "$quiet" ] || echo "equal: $summary"
