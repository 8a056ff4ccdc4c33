#: exec printf 'x\n' > q.o
.SUFFIXES: .o .a
.o.a: ; @echo 'suffix $@ $< $*'
all: lib.a(q.o)
