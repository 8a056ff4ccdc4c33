#!/bin/sh
# Runs the twin cases of tests/cases/make: each one with the real GNU make 4.4.1 and with another make, in twin
# directories, and compares output, exit codes and the files left.
#   tests/run-cases.sh MAKE [FILTER…]     MAKE: a program, or `judge` to compare the judge with itself
# Options: -v names every case, --show prints what GNU make says, --fresh does not use its remembered answers,
# -j N cases at once (2), --max N diffs printed (20).
here=$(cd "$(dirname "$0")" && pwd)
: "${OOT_JUDGE_MAKE:=$("$here/setup/judge-make.sh")}" || exit
export OOT_JUDGE_MAKE
exec python3 "$here/setup/run-cases.py" "$here/cases/make" "$@"
