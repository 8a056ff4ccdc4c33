#: touch a.c
%.o: %.c
a.o:
