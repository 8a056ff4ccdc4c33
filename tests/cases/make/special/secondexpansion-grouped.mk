.SECONDEXPANSION:
all: a b
a b &: $$@.in ; @echo '$@: $^'
a.in b.in: ; @echo $@
