#: touch src/a.c
all: obj/a.o
obj/%.o: src/%.c ; @echo $< $@
