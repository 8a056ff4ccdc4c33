S = a b
all: ; @echo $(S:%=%=1)
