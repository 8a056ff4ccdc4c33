#: exec printf 'x\n' > a.o
lib.a(a.o): a.o ; @echo '$@|$%|$<|$*|$(@D)|$(%F)'
