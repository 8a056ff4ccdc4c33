#: touch s/x.c
VPATH = s
all: x.c ; @echo '$(<D) $(<F) $(^D) $(^F)'
