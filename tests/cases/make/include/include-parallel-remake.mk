#: run -j2
#: sort
include a.mk b.mk
all: ; @echo done
a.mk b.mk: ; @touch $@; echo $@
