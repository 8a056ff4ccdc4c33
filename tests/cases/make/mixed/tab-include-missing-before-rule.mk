	-include nope.mk
all: ; @echo ok
