#: touch a.b.c.src
all: a.b.c.dst
%.dst: %.src ; @echo '$* $(basename $@)'
