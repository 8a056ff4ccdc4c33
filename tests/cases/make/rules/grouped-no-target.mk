E =
$(E) &: ; @echo none
all: ; @echo all
