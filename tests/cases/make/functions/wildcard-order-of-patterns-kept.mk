#: touch b.c a.c c.h
$(info [$(wildcard c.* b.* a.*)] [$(wildcard [ab].c)] [$(wildcard ?.c)] [$(wildcard *.c *.c)])
all: ;
