E =
$(E)
$(E) $(E)
all: ; @echo fine
