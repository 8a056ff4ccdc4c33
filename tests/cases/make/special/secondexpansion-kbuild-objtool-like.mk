#: touch a.c
.SECONDEXPANSION:
tool-dep = $(if $(filter a.o,$@),tool)
all: a.o b.o
%.o: %.c $$(tool-dep) FORCE ; @echo '$@: $(filter-out FORCE,$^)'
b.c tool: ; @echo make $@
FORCE:
