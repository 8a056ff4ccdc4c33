#: file f
#| f
#: touch empty
#: mkdir d
#: run -k -i 2>&1
T := a b c d1 e f1 g h
all: $T
a: ; @for e in -e -f -d -s -r -w -x -L -h; do for n in f empty d none; do [ $$e $$n ] && echo $$e $$n; done; done; :
b: ; @for n in 1 2 10 -1 ' 3 '; do [ $$n -lt 3 ] && echo lt "$$n"; [ "$$n" -ge 3 ] && echo ge "$$n"; done; :
c: ; @:; [ a = a ] && [ a != b ] && [ -n a ] && [ -z '' ] && [ a ] && ! [ '' ] && echo all
d1: ; @:; [ x -eq 1 ]; echo $$?; [ 1 -eq ]; echo $$?; [ 1 = 1; echo $$?; [ ]; echo $$?; [ -e ]; echo $$?
e: ; @:; [ ! a = b ] && [ ! -e none ] && [ ! '' ] && echo not
f1: ; @:; [ a -a b ] && [ '' -o b ] && [ \( a \) ] && echo more
g: ; @:; [ f -nt none ]; echo $$?; [ f -ef ./f ]; echo $$?; test; echo $$?; test -t 0; echo $$?
h: ; @:; [ -e /dev/stdin ] && test -e /dev/null && echo special
