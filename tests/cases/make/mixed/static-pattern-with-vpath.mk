#: touch s/a.c s/b.c
VPATH = s
O = a.o b.o
all: $(O)
$(O): %.o: %.c ; @echo '$< $^'
