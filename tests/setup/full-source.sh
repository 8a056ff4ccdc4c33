#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Makes a kernel's sources available that a kernel can be built from, for tests/explain-case.sh and bench/explain.sh; only for the
# long tests. Result: $OOT_TEST_CACHE/full-sources/6.12.
set -eu
exec "$(dirname "$0")/kernel-sources.sh" --full 6.12
