# SPDX-License-Identifier: GPL-2.0-only
# Sourced by the other scripts of this directory: apt with package lists of its own, so that a suite
# that the machine's sources lack can be read without root and without touching the machine.
# Archives are verified by apt against Debian's own keyring.

OOT_TEST_CACHE=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}
# The mirror that this machine uses for Debian itself.
OOT_DEBIAN_MIRROR=${OOT_DEBIAN_MIRROR:-$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
    sed -n -e 's/^URIs:[[:space:]]*//p' -e 's/^deb[[:space:]]\(\[[^]]*\][[:space:]]*\)\{0,1\}//p' |
    tr ' \t' '\n\n' | grep -E '^[a-z+]+:.*/debian/?$' | head -n 1)}
export OOT_TEST_CACHE

die() {
    echo "${0##*/}: $*" >&2
    exit 1
}

[ -n "$OOT_DEBIAN_MIRROR" ] || { echo "${0##*/}: this machine has no source of Debian packages; name a mirror in OOT_DEBIAN_MIRROR" >&2; exit 69; }

# One at a time: two test runs that set up the same cache wait for each other.
lock_cache() {
    mkdir -p "$OOT_TEST_CACHE"
    exec 9>"$OOT_TEST_CACHE/.lock"
    flock 9
}

# Whose packages the functions below mean; another architecture's need no multiarch here.
apt_architecture=amd64
lists_of() { echo "$OOT_TEST_CACHE/apt/$1$([ "$apt_architecture" = amd64 ] || echo "-$apt_architecture")"; }

# apt_in SUITE COMMAND ARG...: COMMAND (apt-get, apt-cache) against SUITE only.
apt_in() {
    _suite=$1 _command=$2
    shift 2
    _apt=$(lists_of "$_suite")
    "$_command" \
        -o Dir::Etc::SourceList="$_apt/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::Etc::PreferencesParts=/dev/null -o Dir::Etc::Preferences=/dev/null \
        -o Dir::State="$_apt" -o Dir::State::Lists="$_apt/lists" -o Dir::State::status="$_apt/status" \
        -o Dir::Cache="$_apt/cache" -o APT::Sandbox::User= -o "APT::Architecture=$apt_architecture" -o "APT::Architectures=$apt_architecture" \
        -o Acquire::Languages=none -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false \
        -o Debug::NoLocking=1 -o Acquire::Retries=3 "$@"
}

# refresh_lists SUITE: fetches the suite's package list when there is none or when it is older than a day.
refresh_lists() {
    _apt=$(lists_of "$1")
    [ -e "$_apt/fetched" ] && [ -z "$(find "$_apt/fetched" -mmin +1440)" ] && return 0
    mkdir -p "$_apt/lists/partial" "$_apt/cache/archives/partial"
    : >"$_apt/status"
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $OOT_DEBIAN_MIRROR $1 main contrib" >"$_apt/sources.list"
    apt_in "$1" apt-get -qq update >&2 || {
        [ -e "$_apt/fetched" ] || die "the package list of $1 cannot be fetched"
        echo "${0##*/}: keeping the old package list of $1" >&2
        return 0
    }
    touch "$_apt/fetched"
}

# dependencies SUITE PACKAGE: the names that PACKAGE's newest version depends on, first alternatives, one a line.
dependencies() {
    apt_in "$1" apt-cache show --no-all-versions "$2" 2>/dev/null |
        sed -n 's/^Depends: //p' | tr ',' '\n' | sed 's/|.*//; s/(.*//; s/ //g; s/:any//'
}

# unpack SUITE PACKAGE DIRECTORY
unpack() {
    _archives=$3.deb
    rm -rf "$_archives"
    mkdir -p "$_archives"
    (cd "$_archives" && apt_in "$1" apt-get -qq download "$2" >&2) || die "$2 cannot be fetched from $1"
    dpkg-deb -x "$_archives"/*.deb "$3"
    rm -rf "$_archives"
}
