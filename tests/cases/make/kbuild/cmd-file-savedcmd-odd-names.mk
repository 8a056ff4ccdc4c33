#: file .x-y_z.o.cmd
#| savedcmd_d/x-y_z.o := gcc -c -o d/x-y_z.o d/x.c
#| deps_d/x-y_z.o := \
#|   $(wildcard include/config/FOO) \
#|   d/x.h \
#|
#| source_d/x-y_z.o := d/x.c
#| d/x-y_z.o: $(deps_d/x-y_z.o)
#| $(deps_d/x-y_z.o):
include .x-y_z.o.cmd
all: d/x-y_z.o
d/x-y_z.o: ; @echo '$(savedcmd_$@)' '$(deps_$@)'
