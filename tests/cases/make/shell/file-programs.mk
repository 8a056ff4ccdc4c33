#: file f
#| f
#: file g
#| f
#: file h
#| h
#: mkdir dir full
#: touch full/x
#: run -k -i 2>&1
T := a b c d e f1 g1 h1 i j k l m n o p q r s t
all: $T
a: ; @:; cmp -s f g && echo same; cmp -s f h || echo differ $$?; cmp -s f missing; echo $$?
b: ; @:; cmp f h; cmp -s f f; echo $$?
c: ; @:; mkdir -p d1/d2/d3 d1/d4 dir; ls -d d1/*
d: ; @:; mkdir -p f; echo $$?
e: ; @:; mkdir -p f/x; echo $$?
f1: ; @:; rm -f missing f/x dir full; echo $$?
g1: ; @:; rm missing; echo $$?
h1: ; @:; cp f m1; mv -f m1 m2; cat m2; mv -f m2 dir; ls dir
i: ; @:; mv -f missing x; echo $$?
j: ; @:; mv -f f f; echo $$?
k: ; @:; ln -s f link; mv -f link link2; ls -l link2 | sed 's/.* link2/link2/'; rm -f link2; cat f
l: ; @:; cat f missing h; echo $$?
m: ; @:; cat dir; echo $$?
n: ; @:; cp f c1; cat c1 >>c1; echo $$?
o: ; @:; touch t1 t2; ls t1 t2; touch missing/x; echo $$?
p: ; @:; rm -rf full; ls -d full
q: ; @:; rm -f; echo $$?
r: ; @:; rm -f -- t1; ls t1
s: ; @:; cat <f - h </dev/null
t: ; @umask 077; echo x >private; mkdir -p pd/pe; ls -ld private pd pd/pe | cut -c1-10
