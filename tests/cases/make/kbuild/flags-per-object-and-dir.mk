ccflags-y := -DALL
CFLAGS_a.o := -DA
CFLAGS_REMOVE_b.o := -DALL
_flags = $(filter-out $(CFLAGS_REMOVE_$(@F)),$(ccflags-y)) $(CFLAGS_$(@F))
all: d/a.o d/b.o
d/%.o: ; @echo '$@ [$(_flags)]'
