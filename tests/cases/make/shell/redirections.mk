#: run -k -i 2>&1
T := a b c d e f g h i j k l m n o p q r
all: $T
a: ; @:; echo x >one; echo y >>one; cat <one
b: ; @{ echo out; echo err >&2; } >two 2>&1; cat two
c: ; @{ echo out; echo err >&2; } 2>&1 >/dev/null | sed s/^/=/
d: ; @:; echo no >missing/x; echo $$?
e: ; @:; cat <missing; echo $$?
f: ; @:; : <missing; echo not reached
g: ; @:; true <missing; echo $$?
h: ; @:; echo full >/dev/full; echo $$?
i: ; @:; cat one >/dev/full; echo $$?
j: ; @exec >three; echo x; echo y >&2
k: ; @cat three; > three; cat three; echo empty
l: ; @:; echo a >/dev/stdout; echo b >/dev/stderr; { echo c >/dev/stderr; } 2>four; cat four
m: ; @:; echo in <&0 1>&2
n: ; @{ { echo a; echo b >&2; } 2>&1; } >five; cat five
o: ; @{ ( echo x >&2 ) 2>six; } 2>seven; ls six seven; cat seven
p: ; @:; echo x 2>&1 1>&2 2>/dev/null
q: ; @:; echo z >&-; echo $$?
r: ; @:; sh -c 'cat; echo e >&2' <one >eight 2>nine; cat eight nine
