#: touch a.in
.SUFFIXES: .in .out
all: a.out
.in.out: ; @echo '$< $@ $*'
