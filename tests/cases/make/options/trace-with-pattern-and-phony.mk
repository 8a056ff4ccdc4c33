#: touch x.c @-5
#: touch x.o @-10
.PHONY: all
#: run --trace
all: x.o
%.o: %.c ; @touch $@
