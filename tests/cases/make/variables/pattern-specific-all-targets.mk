%: A = everything
all: x ; @echo $@ $(A)
x: ; @echo $@ $(A)
