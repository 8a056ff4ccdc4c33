#: mkdir d
#: run -k -i 2>&1
T := a b c e f g h i j k l m n o p
all: $T
a: ; @cd d && pwd | sed 's,.*/,,' && echo x >y && ls
b: ; @trap 'echo bye' EXIT; echo hello
c: ; @trap 'echo usr' USR1; kill -USR1 $$$$; echo after
e: ; @echo back & wait; echo done
f: ; @while read x; do echo "<$$x>"; done <Makefile | head -n 2
g: ; @f() { echo fn $$1; }; f 1
h: ; @exec echo replaced
i: ; @:; exec sh -c 'exit 9'
j: ; @set -x; echo traced
k: ; @set -u; echo $$nothing
l: ; @eval 'echo a'; . ./missing; echo no
m: ; @:; echo "unclosed
n: ; @:; if true; then
o: ; @:; ) ; echo
p: ; @:; echo a || || b
