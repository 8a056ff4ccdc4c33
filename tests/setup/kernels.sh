#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Makes Debian's kernel header packages available to the tests, without installing them and without root.
#
#   tests/setup/kernels.sh [NAME…]     default: 6.1 6.12 6.1-cloud
#   names: 5.10 6.1 6.1-rt 6.1-cloud 6.12 6.12-rt 6.12-cloud 7.x, and 6.1-arm64 6.12-arm64 7.x-arm64 (also -armhf, -riscv64)
#
# Result: $OOT_TEST_CACHE/kernels/NAME/build is what a KDIR is (a link to the flavour's header tree). One of
# another architecture has its own linux-kbuild package, whose programs do not run here, and beside it, in
# NAME/native/linux-kbuild-VERSION, the same package for this machine: the judge's builds have it mounted over the other
# (tests/twin-build.sh -K); 7.x's need a newer C library, so there they are scripts that start them with it. A
# kernel that is already there is left alone; an interrupted run leaves none that is half there. Releases
# and ABI numbers come from the archive's metapackages at the time of the run.
set -eu
. "$(dirname "$0")/private-apt.sh"

# name of a kernel → suite and metapackage
describe() {
    apt_architecture=amd64
    case $1 in
    5.10*) suite=bullseye ;;
    6.1-riscv64) die "Debian has no riscv64 kernel before trixie's 6.12" ;;
    6.12-riscv64) suite=trixie ;;
    6.1 | 6.1-*) suite=bookworm ;;
    6.12*) suite=bookworm-backports ;;   # built for Debian 12: its host tools start there
    7.x*) suite=trixie-backports ;;
    *) die "unknown kernel $1 (5.10, 6.1, 6.12, 7.x, each also with -rt or -cloud)" ;;
    esac
    case $1 in
    *-arm64) metapackage=linux-headers-arm64 apt_architecture=arm64 ;;
    *-armhf) metapackage=linux-headers-armmp apt_architecture=armhf ;;
    *-riscv64) metapackage=linux-headers-riscv64 apt_architecture=riscv64 ;;
    *-rt) metapackage=linux-headers-rt-amd64 ;;
    *-cloud) metapackage=linux-headers-cloud-amd64 ;;
    *) metapackage=linux-headers-amd64 ;;
    esac
}

# Debian's headers name each other relatively but for one place: the flavour's Makefile includes the
# common tree's by its absolute path (7.x: names its own absolute path as well).
relocate() {
    _makefile=$1
    sed 's|/usr/src/|'"$2"'/usr/src/|g' "$_makefile" >"$_makefile.new"
    mv "$_makefile.new" "$_makefile"
}

# The linux-kbuild package in $partial once more, for this machine.
fetch_native() {
    for kbuild in "$partial"/usr/lib/linux-kbuild-*; do :; done
    kbuild=${kbuild##*/}
    apt_architecture=amd64
    refresh_lists "$suite"
    unpack "$suite" "$kbuild" "$partial.native"
    mkdir "$partial/native"
    mv "$partial.native/usr/lib/$kbuild" "$partial/native/"
    rm -rf "$partial.native"
    case $name in 7.x*) start_with_new_library "$partial/native/$kbuild" "$kernel/native/$kbuild" ;; esac
}

# start_with_new_library DIRECTORY ITS-FINAL-PATH: every program in it becomes a script that starts it through Debian 13's loader.
start_with_new_library() {
    library=$("$(dirname "$0")/judge-make.sh") || die "7.x's programs need judge-make.sh's C library"
    library=${library%/*}/root/usr
    find "$1" -type f -perm -100 | while read -r program; do
        [ "$(head -c 4 "$program" | tail -c 3)" = ELF ] || continue
        mv "$program" "$program.elf"
        started=$2${program#"$1"}
        # modpost is only a wrapper that starts the real one, as the loader's child it would not find it.
        case $program in */modpost) started=$2/scripts/mod/modpost.real-lsb-64 ;; esac
        printf '#!/bin/sh\nexec %s --library-path %s:/usr/lib/x86_64-linux-gnu --argv0 "$0" %s.elf "$@"\n' \
            "$library/lib64/ld-linux-x86-64.so.2" "$library/lib/x86_64-linux-gnu" "$started" >"$program"
        chmod 755 "$program"
    done
}

fetch() {
    name=$1
    kernel=$OOT_TEST_CACHE/kernels/$name
    [ -e "$kernel/build/Makefile" ] && return 0
    describe "$name"
    refresh_lists "$suite"
    headers=$(dependencies "$suite" "$metapackage" | grep '^linux-headers-') || die "$suite has no $metapackage"
    [ -n "$headers" ] || die "$suite has no $metapackage"

    partial=$OOT_TEST_CACHE/kernels/.partial-$name
    rm -rf "$partial"
    mkdir -p "$partial"
    for package in $headers $(dependencies "$suite" "$headers" | grep -E '^linux-(headers-.*common|kbuild-)'); do
        echo "kernels.sh: $name: $package ($suite)" >&2
        unpack "$suite" "$package" "$partial"
    done
    relocate "$partial/usr/src/$headers/Makefile" "$kernel"
    [ "$apt_architecture" = amd64 ] || fetch_native
    ln -s "usr/src/$headers" "$partial/build"
    rm -rf "$kernel"
    mv "$partial" "$kernel"
    echo "kernels.sh: $name: $kernel/build → ${headers#linux-headers-}" >&2
}

lock_cache
[ $# -gt 0 ] || set -- 6.1 6.12 6.1-cloud
for wanted; do
    fetch "$wanted"
done
