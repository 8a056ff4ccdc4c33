#: touch a.c
all: a.o
a.o: a.h
a.h: ; @echo make a.h
%.o: %.c %.h ; @echo $^
