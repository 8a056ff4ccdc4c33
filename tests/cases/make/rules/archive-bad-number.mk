#: exec echo a >a.o; ar rcU lib.a a.o; rm a.o; printf '!<arch>\na.o/            12x         0     0     644     2         `\na\n' >bad.a
#: run
#: run glob
all: bad.a(a.o); @echo $+
glob: bad.a(*); @echo $+
