N = x
$(N)_y = 1
$(N)_$(N) := 2
all: ; @echo $(x_y) $(x_x)
