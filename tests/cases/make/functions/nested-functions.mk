$(info $(patsubst %.c,%.o,$(filter %.c,$(sort $(foreach x,b a c,$x.c $x.h)))))
all: ;
