A = g
all: A ?= t
all: B ?= t
all: ; @echo $(A) $(B)
