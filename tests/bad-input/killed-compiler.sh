#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# A compiler that a signal ends after it has written half an object. $1 KDIR, $2 signal.
cat >cc <<'EOF'
#!/bin/sh
case " $* " in
*" -c -o "*hello.o*)
    for word; do case $word in *hello.o) echo half >"$word" ;; esac; done
    kill -SIGNAL $$ ;;
esac
exec gcc "$@"
EOF
sed -i "s/SIGNAL/$2/" cc
chmod +x cc
make -C "$1" M="$PWD" CC="$PWD/cc"
echo "exit $?"
ls -A
make -C "$1" M="$PWD" CC=gcc
