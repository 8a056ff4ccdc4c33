.FOO: ; @echo foo
all: .FOO ; @echo all
