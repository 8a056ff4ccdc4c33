#: touch b.c a.c d/x.c
#: mkdir e
$(info [$(wildcard *.c)] [$(wildcard *.c d/*)] [$(wildcard nope)] [$(wildcard a.c nope b.c)] [$(wildcard */)] [$(wildcard *)])
all: ;
