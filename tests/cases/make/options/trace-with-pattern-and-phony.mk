#: touch x.c @-5
#: touch x.o @-10
#: run --trace
.PHONY: all
all: x.o
%.o: %.c ; @touch $@
