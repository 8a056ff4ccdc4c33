#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# The header packages whose own host programs are judges of oot's, those of arm64 and armhf, of which nothing starts here, and those of the kernels that modules are booted with. Prints nothing.
exec "$(dirname "$0")/kernels.sh" 5.10 7.x 6.1-arm64 6.12-arm64 7.x-arm64 6.1-armhf 6.12-cloud 7.x-cloud
