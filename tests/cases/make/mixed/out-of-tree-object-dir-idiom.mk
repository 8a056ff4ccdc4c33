#: touch src/a.c src/s/b.c
#: run
#: run
srcs := $(wildcard src/*.c src/*/*.c)
objs := $(srcs:src/%.c=obj/%.o)
all: prog
prog: $(objs) ; @echo LD $^; touch $@
obj/%.o: src/%.c | dirs ; @echo CC $<; touch $@
dirs: ; @mkdir -p $(sort $(dir $(objs)))
.PHONY: dirs
