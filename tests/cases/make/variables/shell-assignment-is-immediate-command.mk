X = first
A != echo $(X)
X = second
all: ; @echo $(A)
