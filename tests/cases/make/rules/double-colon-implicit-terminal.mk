#: touch x.c
all: x.o
%.o:: %.c ; @echo terminal $< 
%.c: %.y ; @echo $<
