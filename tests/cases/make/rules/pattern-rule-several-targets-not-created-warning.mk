#: touch p.y
all: p.c p.h ; @echo all
%.c %.h: %.y ; @echo run; touch $*.c
