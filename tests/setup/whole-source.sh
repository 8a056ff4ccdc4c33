#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Makes one whole kernel source available, of the version that the headers of tests/setup/kernels.sh are of: what the map
# of its symbols is measured against. Result: $OOT_TEST_CACHE/whole-sources/6.12.
set -eu
exec "$(dirname "$0")/kernel-sources.sh" --whole 6.12
