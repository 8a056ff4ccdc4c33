override A
all: ; @echo
