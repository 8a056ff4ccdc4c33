#: touch a.p1 a.p2
.SUFFIXES:
.SUFFIXES: .out .p2 .p1
.p1.out: ; @echo p1
.p2.out: ; @echo p2
all: a.out
.DEFAULT_GOAL = all
