#: touch x.o
lib.a(x.o): ; @echo '$@ $% $(%D) $(%F)'
all: lib.a(x.o)
.DEFAULT_GOAL = all
