#: touch a.in
.POSIX:
.SUFFIXES: .in .out
.in.out: dep ; @echo '$@ $<'
all: a.out
dep: ; @echo dep
.DEFAULT_GOAL = all
