#!/bin/sh
# Runs GNU make 4.4.1's own test suite on a make.
#   tests/run-gnu-suite.sh MAKE [SCRIPT…]      e.g. tests/run-gnu-suite.sh ./oot-make features/vpath
# Prints what the suite prints, then one line a script, `script passed/total`, with what tests/gnu-suite-gaps.txt says
# about it. Exit 1: a script fails that is not listed there, or one passes that is. The diffs stay in $KEEP if that is set.
set -u
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -eq 0 ]; then
    sed -n '2,5s/^# //p' "$0" >&2
    exit 64
fi
binary=$1
shift
judge=$("$here/setup/judge-make.sh") || exit
case $binary in
judge) binary=$judge ;;
/*) ;;
*) binary=$(cd "$(dirname "$binary")" && pwd)/$(basename "$binary") ;;
esac
source=$(dirname "$judge")/src
temp=$(mktemp -d /tmp/oot-suite.XXXXXX) || exit
trap 'rm -rf "$temp"' EXIT
trap 'exit 130' INT TERM
mkdir "$temp/bin"
ln -s "$binary" "$temp/bin/make"
cp -r "$source/tests" "$temp/tests"
cp -r "$source/src" "$temp/src"

# What configure would write.
sed -e 's/@CC@/gcc/' -e 's/@AR@/ar/' -e 's/@CFLAGS@/-g -O2/' -e 's/@CPP@/gcc -E/' -e 's/@USE_SYSTEM_GLOB@/yes/' \
    -e 's/@[A-Z_]*@//' "$source/tests/config-flags.pm.in" >"$temp/tests/config-flags.pm"

(
    cd "$temp/tests" || exit
    # misc/fopen-fail includes a file in itself until descriptors run out: with many of them the stack ends first.
    ulimit -n 1024
    # Some scripts take permissions away; root must then feel it.
    drop=
    if [ "$(id -u)" = 0 ] && setpriv --bounding-set=-dac_override,-dac_read_search true 2>/dev/null; then
        drop="setpriv --bounding-set=-dac_override,-dac_read_search"
    fi
    unset MAKEFLAGS MAKELEVEL MFLAGS GNUMAKEFLAGS
    # A job in the background ignores SIGINT, and so would its children.
    $drop env --default-signal=INT,QUIT perl ./run_make_tests.pl -srcdir "$temp" -make "$temp/bin/make" "$@" 2>&1
) | tee "$temp/log"
if [ -n "${KEEP:-}" ]; then
    mkdir -p "$KEEP"
    cp -r "$temp/tests/work/." "$KEEP/"
    cp "$temp/log" "$KEEP/log"
fi

awk '
FNR == NR {
    if ($0 ~ /^#/ || $0 ~ /^[ \t]*$/) next
    script = $1
    sub(/^[^ \t]+[ \t]+/, "")
    gap[script] = $0
    next
}
/^[a-z]+\/[A-Za-z0-9_-]+ \.+/ { script = $1 }
/ok +\([0-9]+ passed\)$/ {
    n = $0; sub(/.*\(/, "", n); sub(/ .*/, "", n)
    note = ""
    if (script in gap) { note = "  UNEXPECTED: take it off the gaps (" gap[script] ")"; bad++ }
    line[++lines] = script " " n "/" n note
    passed += n; total += n
    next
}
/FAILED \(/ {
    r = $0; sub(/.*\(/, "", r); sub(/ .*/, "", r)
    if (r !~ /\//) r = "0/0"
    split(r, part, "/"); passed += part[1]; total += part[2]
    if (script in gap) note = "  gap: " gap[script]
    else { note = "  FAILED"; bad++ }
    line[++lines] = script " " r note
    next
}
/N\/A$/ { line[++lines] = script " n/a" }
END {
    print "== summary"
    for (i = 1; i <= lines; i++) print line[i]
    printf "== %d of %d passed in %d scripts, %d unexpected\n", passed, total, lines, bad
    exit bad > 0
}' "$here/gnu-suite-gaps.txt" "$temp/log"
