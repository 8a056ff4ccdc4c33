all: x.o
%.o:: %.c ; @echo terminal $<
%.c: ; @echo made $@
