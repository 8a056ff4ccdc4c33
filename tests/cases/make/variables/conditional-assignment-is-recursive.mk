X = before
A ?= $(X)
X = after
all: ; @echo $(A)
