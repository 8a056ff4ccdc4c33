#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Makes whole kernel sources available, of the versions that the headers of tests/setup/kernels.sh are of: what the maps of
# their symbols are measured against. Result: $OOT_TEST_CACHE/whole-sources/NAME; 6.12 only, without OOT_LONG_TESTS=1.
set -eu
[ "${OOT_LONG_TESTS-}" = 1 ] && set -- 6.12 6.1 5.10 7.x || set -- 6.12
exec "$(dirname "$0")/kernel-sources.sh" --whole "$@"
