#: exec for f in a b c; do echo $f >$f.o; done; echo x >x.txt; ar rcU lib.a a.o b.o c.o x.txt; rm *.o x.txt
#: run
#: run -k 'lib.a((entry))'
#: run 'lib.a(nothing.o)'
$(info $(wildcard lib.a(*.o)))
$(info $(wildcard *.a(?.o)))
$(info $(wildcard lib.a(a.o)) $(wildcard lib.a(q*)) $(wildcard none.a(*)))
all: lib.a(*.o) lib.a(x.txt); @echo $+
