#: touch a.c
#: run -r
#: run --no-builtin-rules
all: a.o
