#: run
all: lib.a((entry)); @echo $+
