E =
$(E): foo
all: ; @echo all
