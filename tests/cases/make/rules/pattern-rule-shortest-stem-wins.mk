#: touch lib/x.c lib-x.c
all: lib/x.o
%.o: %.c ; @echo general
lib/%.o: lib/%.c ; @echo special '$*'
