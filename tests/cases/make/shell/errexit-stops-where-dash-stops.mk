#: run -k -i 2>&1
# Which failures `set -e` sees: of the last command of a list, not of a condition.
T := a b c d e f g h i j k l m n o p q r s t
all: $T
a: ; @set -e; false; echo no
b: ; @set -e; false || true; echo yes
c: ; @set -e; false && true; echo yes
d: ; @set -e; true && false; echo no
e: ; @set -e; if false; then :; fi; echo yes $$?
f: ; @set -e; ! true; echo yes $$?
g: ; @set -e; (false); echo no
h: ; @set -e; (false; echo no); echo no
i: ; @set -e; (false; echo no) || echo yes
j: ; @set -e; { false; echo yes; } || echo no
k: ; @set -e; { echo x; } <missing; echo no
l: ; @set -e; if true; then false; fi; echo no
m: ; @set -e; for i in 1 2; do echo $$i; false; done; echo no
n: ; @set -e; case x in x) false;; esac; echo no
o: ; @set -e; false | true; echo yes
p: ; @set -e; true | false; echo no
q: ; @set -e; set +e; false; echo yes
r: ; @set +e; false; (exit 3); echo $$?
s: ; @set -e; ( { false && false; } >/dev/null ); echo no
t: ; @set -e; for i in 1 2; do false && true; done; echo yes
