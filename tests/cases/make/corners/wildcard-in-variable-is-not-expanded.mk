#: touch a.c
A = *.c
B := $(wildcard *.c)
all: ; @echo '$(A)' '$(B)'
