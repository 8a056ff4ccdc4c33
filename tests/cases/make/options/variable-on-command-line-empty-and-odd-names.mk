#: run X= a.b=1 'c d=2' e-f=3 'g(h)=4'
all: ; @echo '[$(X)][$(a.b)][$(c d)][$(e-f)]' '$(MAKEFLAGS)'
