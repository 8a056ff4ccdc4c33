objs = foo.o bar.o
all: $(objs)
$(objs): %.o: %.c ; @echo '$@ $< $*'
foo.c bar.c: ;
