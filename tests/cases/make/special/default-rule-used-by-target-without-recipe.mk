.DEFAULT: ; @echo default for $@
all: a
a: b
b:
