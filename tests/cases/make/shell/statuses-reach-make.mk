#: file notexec
#| text
#: run -k -i 2>&1
T := a b c d e f g h i j k l m n
all: $T
a: ; @true; exit 3
b: ; @:; exit 256
c: ; @:; false; exit
d: ; @(exit 7); exit
e: ; @: && nosuchprogram x
f: ; @: && ./notexec
g: ; @: && ./
h: ; @: ; sh -c 'kill -9 $$$$'
i: ; @: ; sh -c 'kill -INT $$$$'; echo $$?
j: ; @: ; sh -c 'kill -PIPE $$$$'; echo $$?
k: ; @: ; (sh -c 'kill -TERM $$$$'); echo $$?
l: ; @true; exit 300; echo no
m: ; @! exit 4
n: ; @exit 5 | exit 6
