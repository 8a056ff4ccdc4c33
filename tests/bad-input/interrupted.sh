#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# SIGINT in the middle of -j2: one object is done, one half-written by a compiler that hangs. Then the build goes on.
# What the sub-makes say depends on who of them and the shells dies first, with GNU make too ("wait: No child processes"): only the first make's line is shown,
# and that without its last word, which is "Interrupt", or "Error 2" where the make below had told of its dead compiler before it heard of the signal itself.
# $1 KDIR; config-options is in the current directory.
cat >cc <<'EOF'
#!/bin/sh
case " $* " in
*" -c -o "*options_iso.o*)
    for word; do case $word in *options_iso.o) echo half >"$word" ;; esac; done
    touch hangs
    exec sleep 60 ;;
esac
exec gcc "$@"
EOF
chmod +x cc
cc=$PWD/cc
sed -i "s|touch hangs|touch $PWD/hangs|" cc
# A signal can find GNU make between two children: it then says "wait: No child processes" and ends with 2, which is no behaviour to be compared with but an accident. It is tried again.
for try in 1 2 3 4 5 6 7 8 9 10; do
    # A process group of its own, as a terminal gives one: everybody in it gets the signal.
    # (A shell starts background commands with SIGINT ignored.)
    setsid env --default-signal=INT make -j2 -C "$1" M="$PWD" CC="$cc" >built 2>said &
    make=$!
    tries=0
    until [ -e hangs ] || [ $tries -gt 600 ]; do sleep 0.1; tries=$((tries + 1)); done
    sleep 2
    kill -INT -"$make"
    wait "$make"
    code=$?
    grep -q '^make: .*wait: No child processes' said && ! make --version | grep -q '^oot ' || break
    make -C "$1" M="$PWD" CC=gcc clean >clean
    rm -f hangs clean
done
cat built
echo "exit $code"
sed -n '/^make: /{s/] \(Interrupt\|Error 2\)$/] stopped/;p;}' said
rm -f hangs built said
find . -name '*.o' | sort
make -C "$1" M="$PWD" CC=gcc
