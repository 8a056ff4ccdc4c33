all: x = y
all: ; @echo '$(x)'
