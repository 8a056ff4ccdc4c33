A = global
all: private A = local
all: one ; @echo all $(A)
one: ; @echo one $(A)
