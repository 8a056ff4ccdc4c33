: foo
all: ; @echo all
