E =
S = $(E) $(E)
a$(S)b = blank
all: ; @echo '$(a b)'
