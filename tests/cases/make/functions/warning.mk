$(warning one, two)
X = $(warning in X)x
all: ; @echo $(X)
