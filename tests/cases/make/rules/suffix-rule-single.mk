#: touch prog.foo
.SUFFIXES: .foo
all: prog
.foo: ; @echo '$< $@ [$*]'
