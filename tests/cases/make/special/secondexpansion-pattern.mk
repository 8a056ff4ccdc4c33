#: touch a.c
.SECONDEXPANSION:
a_DEP = extra
all: a.o
%.o: %.c $$($$*_DEP) ; @echo '$^'
extra: ; @echo extra
