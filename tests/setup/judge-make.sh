#!/bin/sh
# Makes the judges of tests/cases/make available: Debian 13's GNU make 4.4.1 with its own C library, and the source
# package, whose test suite tests/run-gnu-suite.sh runs. Needs no root and installs nothing; apt checks the signatures.
# Prints the path of a program that starts that make. Quick when all is there; a broken run leaves nothing half done.
set -eu
suite=trixie
cache=${OOT_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/oot-test}
home=$cache/make-4.4.1
say() { printf '%s\n' "judge-make: $*" >&2; }

if [ -x "$home/make" ] && [ -f "$home/src/tests/run_make_tests.pl" ]; then
    printf '%s\n' "$home/make"
    exit 0
fi
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
if [ ! -f "$keyring" ]; then
    say "no $keyring: install debian-archive-keyring"
    exit 69
fi
for tool in apt-get dpkg dpkg-source tar xz perl ar; do
    if ! command -v "$tool" >/dev/null; then
        # Only what is missing, and only where that is possible.
        say "missing $tool"
        if [ "$(id -u)" = 0 ]; then
            apt-get install -y --no-install-recommends dpkg-dev xz-utils perl binutils >&2
        else
            say "install it: apt-get install dpkg-dev xz-utils perl binutils"
            exit 69
        fi
    fi
done

# The mirror that this machine uses for Debian itself.
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
    sed -n -e 's/^URIs:[[:space:]]*//p' -e 's/^deb[[:space:]]\(\[[^]]*\][[:space:]]*\)\{0,1\}//p' |
    tr ' \t' '\n\n' | grep -E '^[a-z+]+:.*/debian/?$' | head -n 1) || true
mirror=${OOT_DEBIAN_MIRROR:-$mirror}
if [ -z "$mirror" ]; then
    say 'this machine has no source of Debian packages; name a mirror in OOT_DEBIAN_MIRROR'
    exit 69
fi

mkdir -p "$cache"
temp=$(mktemp -d "$cache/make-4.4.1.XXXXXX")
trap 'rm -rf "$temp"' EXIT
trap 'exit 130' INT TERM
chmod 755 "$temp"
mkdir -p "$temp/apt/lists/partial" "$temp/apt/cache/archives/partial" "$temp/deb" "$temp/root"
printf '%s [arch=amd64 signed-by=%s] %s %s main\n' deb "$keyring" "$mirror" "$suite" deb-src "$keyring" "$mirror" "$suite" |
    sed 's/^deb-src \[arch=amd64 /deb-src [/' >"$temp/apt/sources.list"
private() {
    command=$1
    shift
    "$command" -o Dir::Etc::sourcelist="$temp/apt/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$temp/apt/lists" -o Dir::State::status=/dev/null -o Dir::Cache="$temp/apt/cache" \
        -o APT::Sandbox::User= -o Acquire::Languages=none -o Acquire::Retries=3 "$@"
}
say "fetching GNU make 4.4.1 of $suite from $mirror"
private apt-get -q -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false \
    -o Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled=false update >&2
(
    cd "$temp/deb"
    private apt-get -q download make:amd64 libc6:amd64 >&2
    private apt-get -q source --download-only make-dfsg >&2
    for package in make_*.deb libc6_*.deb; do dpkg -x "$package" "$temp/root"; done
    mkdir "$temp/src"
    tar -xJf make-dfsg_*.orig.tar.xz -C "$temp/src" --strip-components=1
)
rm -rf "$temp/apt" "$temp/deb" "$temp/root/usr/share" "$temp/root/usr/lib/x86_64-linux-gnu/gconv"

# The loader names the program as its caller did. A small program does that best: a shell drops variables with odd
# names from the environment. Without a compiler the shell has to do.
cat >"$temp/start.c" <<'C'
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
int main(int argc, char **argv)
{
    char **args = calloc(argc + 6, sizeof *args);
    int n = 0;
    args[n++] = "ld.so";
    args[n++] = "--library-path";
    args[n++] = HOME_DIR "/root/usr/lib/x86_64-linux-gnu";
    args[n++] = "--argv0";
    args[n++] = argv[0];
    args[n++] = HOME_DIR "/root/usr/bin/make";
    memcpy(args + n, argv + 1, (argc - 1) * sizeof *args);
    execv(HOME_DIR "/root/usr/lib64/ld-linux-x86-64.so.2", args);
    return 127;
}
C
if ! cc -O1 -DHOME_DIR="\"$home\"" -o "$temp/make" "$temp/start.c" 2>/dev/null; then
    cat >"$temp/make" <<SH
#!/bin/sh
exec "$home/root/usr/lib64/ld-linux-x86-64.so.2" --library-path "$home/root/usr/lib/x86_64-linux-gnu" --argv0 "\$0" "$home/root/usr/bin/make" "\$@"
SH
    chmod +x "$temp/make"
fi

# Another run may have come first; then its result stays.
if ! mv -nT "$temp" "$home" 2>/dev/null || [ ! -x "$home/make" ]; then
    rm -rf "$home"
    mv -T "$temp" "$home"
fi
version=$("$home/make" --version | head -n 1)
if [ "$version" != "GNU Make 4.4.1" ]; then
    say "it says '$version' instead of GNU Make 4.4.1"
    rm -rf "$home"
    exit 1
fi
printf '%s\n' "$home/make"
